"""Numbers that name something and count nothing: camps, articles, diseases, footnote marks."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import group, numbers, table, words
from rights_diff.extraction.grammar.tokens import DECIMAL, NUMBER, SIGN, WORD, Passage

__all__ = ["is_name", "is_ordinal_name"]

# Sentences open with a capital, so these are no sign of a name before a number.
_DASHES = frozenset({"-", "–"})
_FIGURES = frozenset({NUMBER, DECIMAL})
_SHORT = 3
# Longer rows of digits are codes.
_LONGEST_NUMBER = 20
# Lists of names with numbers ("camps 14, 15 and 16") are looked through so far back, in tokens.
_LONGEST_LIST = 24
_CHAIN = frozenset({",", "and", "or", "to", "&", "bis", "ter", *_DASHES})


def is_name(p: Passage, i: int) -> bool:
    """Whether the number at token `i` is a name, a mark or a reference."""
    if p.kind(i) not in {NUMBER, DECIMAL}:
        if p.low(i - 1) in {"number", "no"} and p.low(i) == "one":
            return True
        return _capital_pair(p, i) or _under_five(p, i)
    text = p.tokens[i].text
    if len(text) > _LONGEST_NUMBER:
        return True
    if text[0] == "0" and len(text) > 1 and text[1] not in ".,":
        return True
    return (
        _footnote_mark(p, i)
        or _glued_name(p, i)
        or _comma_list(p, i)
        or _list_number(p, i)
        or _year_end(p, i)
        or _subsection(p, i)
        or _hyphened(p, i)
        or _designated(p, i)
        or _capital_before(p, i)
        or _in_code(p, i)
    )


def _capital_pair(p: Passage, i: int) -> bool:
    """BBC Three, the One Million Signatures Campaign: a number word in a row of capitals."""
    if p.kind(i) != WORD:
        return False
    if i > 0 and p.capital(i) and p.capital(i + 1) and p.capital(i + 2) and p.kind(i + 1) == WORD:
        return p.kind(i - 1) == WORD
    if not (p.capital(i) and p.capital(i - 1) and p.kind(i - 1) == WORD):
        return False
    return i > 1 or (p.tokens[0].text.isupper() and len(p.tokens[0].text) > 1)


def _glued_name(p: Passage, i: int) -> bool:
    """A name that starts with a figure: 4iG, 14ymedio; units and scales are glued as well."""
    word = p.low(i + 1)
    if not p.glued(i + 1) or p.kind(i + 1) != WORD or not word[0].isalpha():
        return False
    lists = ("unit_time", "unit_measure", "unit_money", "number_scales")
    return not any(word in table(name) for name in lists) and word not in {"fold", "x"}


def _under_five(p: Passage, i: int) -> bool:
    """A number word glued to the word before it: under-five mortality."""
    if p.low(i - 1) != "-" or not p.glued(i) or not p.glued(i - 1) or p.kind(i - 2) != WORD:
        return False
    return p.low(i - 2) not in numbers("number_cardinals") and p.low(i - 2) not in {"mid", "aged"}


def _comma_list(p: Passage, i: int) -> bool:
    """Numbers in a row without spaces: "articles 1,3 and 5" hold no decimal comma."""
    if p.kind(i) != DECIMAL or "," not in p.tokens[i].text:
        return False
    return p.low(i + 1) in {"and", "or", "&"} and p.kind(i + 2) == NUMBER


def _list_number(p: Passage, i: int) -> bool:
    """The number that opens a list's item: "1. The courts", "(2) The courts", "3) The courts"."""
    if i == 0 and p.low(1) == "." and len(p.tokens) == 2:  # cut off from its item
        return len(p.tokens[i].text) < _SHORT
    if len(p.tokens[i].text) > _SHORT or not p.capital(i + 2):
        return False
    if i == 0:
        return p.low(1) == ")" or (p.low(1) == "." and p.glued(1) and not p.glued(2))
    return i == 1 and p.low(0) == "(" and p.low(2) == ")"


def _year_end(p: Passage, i: int) -> bool:
    """The end of a span of years: 2007-8."""
    if p.low(i - 1) not in _DASHES or len(p.tokens[i].text) > 2 or not p.glued(i):
        return False
    before = p.low(i - 2)
    return p.glued(i - 1) and len(before) == 4 and before.isdecimal() and before[:2] in _CENTURIES


_CENTURIES = frozenset({"18", "19", "20"})


def _subsection(p: Passage, i: int) -> bool:
    """The number in brackets of "Article 43(1)"."""
    if p.low(i - 1) != "(" or p.low(i + 1) != ")" or not p.glued(i - 1):
        return False
    return p.low(i - 2) == ")" or (p.kind(i - 2) == NUMBER and is_name(p, i - 2))


def _footnote_mark(p: Passage, i: int) -> bool:
    """A short number glued to the end of a sentence or clause, or in square brackets."""
    if p.low(i - 1) == "[" and p.low(i + 1) == "]":
        return True
    if len(p.tokens[i].text) > _SHORT or not p.glued(i):
        return False
    return p.low(i - 1) in {".", ",", ";", "”", "’", ")", "!", "?", "’s"} and i >= 2


def _hyphened(p: Passage, i: int) -> bool:
    """Covid-19, Unha-3: a name glued to the number before it."""
    if p.low(i - 1) not in _DASHES or not p.glued(i) or not p.glued(i - 1):
        return False
    return p.kind(i - 2) == WORD and p.low(i - 2) not in {"mid", "age", "aged"}


def _designated(p: Passage, i: int) -> bool:
    """Article 5; camps 14, 15 and 16; No. 22."""
    if "," in p.tokens[i].text and p.kind(i) == NUMBER:  # "paid the group 50,000 euros"
        return False
    j = i - 1
    while j > max(0, i - _LONGEST_LIST) and (p.kind(j) in _FIGURES or p.low(j) in _CHAIN):
        if p.kind(j) not in _FIGURES and p.kind(j - 1) not in _FIGURES and p.low(j - 1) != ",":
            return False
        j -= 1
    if p.low(j) in {"(", "#", "§"}:
        j -= 1 if p.low(j) == "(" and j < i - 1 else 0
    if p.low(j) == "." and p.glued(j):
        j -= 1
    if p.low(j) in {"#", "§"}:
        return True
    if j < 0 or p.low(j) not in words("number_designators"):
        return False
    return p.low(j) != "no" or p.low(j + 1) == "." or p.capital(j)


def _capital_before(p: Passage, i: int) -> bool:
    """Channel 9, Bureau 39, Info 9: a capitalised word, the number, and no noun after it."""
    j = i - 1
    if j < 1 or p.kind(j) != WORD or not p.capital(j) or p.low(j) in group("plain_capitals"):
        return False
    if "," in p.tokens[i].text or p.low(j) in words("date_month_words"):
        return False
    return p.kind(i + 1) in {SIGN, ""} and p.low(i + 1) not in {"%", "-", "("}


def _in_code(p: Passage, i: int) -> bool:
    """Numbers inside references, addresses and the like: 06-03, 56/002, A-5."""
    if p.low(i - 1) in {"/", "@", "_", "=", "#"} and p.glued(i):
        return True
    if p.low(i + 1) == "." and p.glued(i + 2) and len(p.low(i + 2)) == 1:  # section 7.b
        return True
    return p.low(i + 1) in {"/", "@", "_", "="} and p.glued(i + 1) and p.glued(i + 2)


def is_ordinal_name(p: Passage, i: int, stop: int) -> bool:
    """Whether an ordinal names (Third Committee, third country, 22nd Congress) or is an adverb."""
    following = p.low(stop)
    if len(p.low(i)) > _LONGEST_NUMBER:
        return True
    if p.capital(stop) and (p.kind(i) != WORD or (i > 0 and p.capital(i))):
        return True
    return p.phrase(i, stop + 1) in words("number_ordinal_names") or following in {"-"}
