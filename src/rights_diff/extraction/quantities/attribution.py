"""Who says so: the words that name the source, as the signs that govern a figure show it.

"According to" names it after itself; a verb of saying names it before itself, past brackets, an
apposition or a date; a participle ("noting that") and a second verb ("and reported") have the
subject of their sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.dates.months import year_number
from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.tokens import NUMBER, SIGN, WORD, Passage
from rights_diff.extraction.quantities.modality import Sign

__all__ = ["Source", "source_of"]


class Source(NamedTuple):
    """The tokens that name a source; `back` where they point to one named before."""

    start: int
    stop: int
    back: bool = False


# A source is named in at most so many tokens.
_LONGEST = 22
_SPEAKING = frozenset({"source", "verb", "that", "survey"})
_PREPOSITIONS = frozenset({"in", "on", "by", "during", "since", "at", "throughout", "after"})
_RELATIVES = frozenset({"that", "which", "who"})
# Words that no name of a source reaches over.
_ENDS = frozenset(
    {"that", "which", "who", "but", "while", "because", "where", "when", "if", "although", "what",
     "after", "before", "until", "unless", "though", "whereas"}
)  # fmt: skip
# Signs that stand inside names.
_INNER = frozenset({"-", "’", "'", "&", "/", "’s", "'s"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
# Words between a subject and its verb, or before a subject, that belong to neither.
_BEFORE_VERB = frozenset(
    {"also", "further", "later", "have", "has", "had", "not", "previously", "now", "reportedly",
     "however", "additionally", "meanwhile", "moreover", "furthermore", "separately", "still",
     "subsequently", "then"}
)  # fmt: skip
_HEDGES = frozenset({"about", "almost", "approximately", "at", "more", "nearly", "over", "some"})
_ARTICLES = frozenset({"a", "an", "the", "some"})
# Words that open an aside after a name, and those that stand between an opening and the name.
_ASIDES = _ARTICLES | {"which", "who", "whose", "an", "its", "however"}
_BEFORE_NAME = _BEFORE_VERB | {",", "and", "or", "both", "as"}
# Before these a participle describes the noun before it: "figures released in May".
_AFTER_PARTICIPLE = frozenset(
    {"in", "by", "on", "for", "out", "from", "with", "to", "during", "at", "between"}
)


def source_of(
    p: Passage, signs: Iterable[Sign], dates: tuple[Reading, ...]
) -> tuple[Source, Sign] | None:
    """The source that the nearest of the signs names, and that sign; None where none does.

    Args:
        signs: those that govern the figure, nearest first.
        dates: dates of the sentence, which open many and belong to no source.
    """
    for sign in signs:
        if sign[2] not in _SPEAKING:
            continue
        found = _named_by(p, sign, dates)
        if found is not None:
            return found._replace(back=_points_back(p, found)), sign
    return None


def _named_by(p: Passage, sign: Sign, dates: tuple[Reading, ...]) -> Source | None:
    j, _, scope = sign
    if scope == "source":
        return _object(p, j + 2)
    if scope == "survey":  # "in a 2016 survey of the ministry,"
        first = next((k for k in range(j) if p.low(k) in {"in", "by"}), j) + 1
        return Source(first, j + 1) if first < j else None
    return _subject(p, j, dates)


def _points_back(p: Passage, s: Source) -> bool:
    """Whether it is a pronoun, or "the report" and the like, that was named before."""
    if s.stop - s.start == 1:
        return p.low(s.start) in _PRONOUNS
    inner = s.start + 1 + (p.low(s.start + 1) == "same")
    definite = p.low(s.start) in {"the", "this", "that", "these", "those", "its", "their"}
    return definite and inner + 1 == s.stop and p.low(inner) in words("source_anaphors")


def _object(p: Passage, i: int) -> Source | None:
    """The words after "according to", up to the next sign."""
    j = i
    while j < min(i + _LONGEST, len(p.tokens)) and not _figure(p, j):
        if p.low(j) == "(" and p.low(j + 2) == ")":
            j += 3
            continue
        inner = p.low(j) in _INNER and p.glued(j)
        if _ends(p, j) or (p.kind(j) == SIGN and not inner):
            break
        j += 1
    return Source(i, j) if j > i else None


def _ends(p: Passage, j: int) -> bool:
    """Whether token `j` ends a name; "the WHO" is one, "that report" opens one."""
    if p.low(j) == "that" and (j == 0 or p.low(j - 1) in {",", ";"}):
        return False
    return p.low(j) in _ENDS and not (p.tokens[j].text.isupper() and len(p.low(j)) > 1)


def _figure(p: Passage, j: int) -> bool:
    """Whether the figure itself starts, with no comma after the source."""
    if p.kind(j) == NUMBER:
        return year_number(p, j) is None
    return p.low(j) in _HEDGES and not p.capital(j)


def _subject(p: Passage, j: int, dates: tuple[Reading, ...]) -> Source | None:
    """The words before a reporting verb that name who speaks; None for a passive."""
    before = p.low(j - 1)
    if p.low(j).endswith("ed") and (before in _ARTICLES or before in group("determiners")):
        return None  # "an estimated 40": an adjective
    if before == "," and p.low(j).endswith("ed") and p.low(j + 1) in {"at", "to", "by"}:
        return None  # "the prisoners, estimated at": a participle
    if p.low(j).endswith("ing"):
        return _main_subject(p, j, dates)
    verb = j
    while p.low(j - 1) in _BEFORE_VERB or (p.low(j - 1) == "," and p.low(j - 2) in _BEFORE_VERB):
        j -= 1
    if p.low(j - 1) in group("auxiliaries"):
        return None
    stop = _before_aside(p, j)
    if p.low(stop - 1) in _RELATIVES and stop == j:
        return _before_relative(p, stop - 1)
    start = _leftmost(p, stop)
    start = _past_opening(p, _past_verb(p, start, stop), stop, dates)
    if start >= stop:
        return _main_subject(p, verb, dates) if "and" in p.lows[max(0, stop - 4) : stop] else None
    return Source(start, stop) if _names_one(p, start, stop) else None


def _before_relative(p: Passage, j: int) -> Source | None:
    """Those before "who" at token `j`: "unofficial sources who reported"."""
    stop = j - (p.low(j - 1) == ",")
    start = stop
    while (
        start > max(0, stop - _LONGEST)
        and p.kind(start - 1) == WORD
        and p.low(start - 1) not in words("noun_stop")
    ):
        if _acts(p, start - 1) and start < stop:
            break
        start -= 1
    start -= p.low(start - 1) in _ARTICLES
    return Source(start, stop) if stop > start else None


def _main_subject(p: Passage, j: int, dates: tuple[Reading, ...]) -> Source | None:
    """The subject of the sentence, for a verb further on that has none of its own."""
    start = _past_opening(p, 0, j, dates)
    verbs = words("noun_verbs")
    reach = range(start, min(j, start + _LONGEST))
    stop = next((k for k in reach if _acts(p, k) or p.low(k) in verbs), start)
    stop = next((k for k in range(start, stop) if p.low(k) in {",", ";", "("}), stop)
    while stop > start and p.low(stop - 1) in _BEFORE_VERB:
        stop -= 1
    return Source(start, stop) if stop > start and _names_one(p, start, stop) else None


def _before_aside(p: Passage, j: int) -> int:
    """Before the commas of "UNHCR, the refugee agency, said"; `j` where there are none."""
    if p.low(j - 1) != ",":
        return j
    for k in range(j - 2, max(0, j - _LONGEST), -1):
        if p.low(k) == ",":
            opens = p.low(k + 1) in _ASIDES
            name = any(p.capital(i) for i in range(k - 3, k)) and p.low(k - 1) not in _months()
            aside = opens or name or p.low(k + 1) in _PREPOSITIONS or j - k <= 3
            return k if aside else j - 1
    return j - 1


def _months() -> frozenset[str]:
    return words("date_month_words")


def _leftmost(p: Passage, stop: int) -> int:
    """How far left of `stop` a name can reach at most."""
    start, listed = stop, False
    while start > max(0, stop - _LONGEST):
        low = p.low(start - 1)
        if low == ")":
            opening = next((k for k in range(start - 2, start - 12, -1) if p.low(k) == "("), -1)
            if opening < 0:
                break
            start = opening
            continue
        listed = listed or low in {"and", "or"}
        if _ends(p, start - 1) or (p.kind(start - 1) == SIGN and low not in _INNER and low != ","):
            break
        if low == "," and not listed:
            break
        start -= 1
    return start


def _past_verb(p: Passage, start: int, stop: int) -> int:
    """Past the last verb of an earlier clause, and what follows it up to a comma or "and"."""
    last = next((k for k in range(stop - 1, start - 1, -1) if _acts(p, k)), None)
    if last is None:
        return start
    return next((k + 1 for k in range(stop - 1, last, -1) if p.low(k) in {"and", ","}), stop)


def _acts(p: Passage, k: int) -> bool:
    """Whether token `k` is a finite verb; a participle after its noun is none."""
    low = p.low(k)
    if low in group("auxiliaries"):
        return True
    if p.kind(k) != WORD or p.capital(k):
        return False
    if low not in words("noun_verbs") and not (low.endswith("ed") and len(low) > 4):
        return False
    before = p.low(k - 1)
    determined = before in _ARTICLES or before in group("determiners")
    if determined or p.low(k + 1) in _AFTER_PARTICIPLE:
        return False  # "the displaced", "a study published in"
    return not (low.endswith("ed") and p.kind(k + 1) == WORD and _noun_follows(p, k + 1))


def _noun_follows(p: Passage, k: int) -> bool:
    """Whether a participle stands before its noun: "armed groups said"."""
    return p.low(k) not in words("noun_stop") and p.low(k + 1) not in {",", "."}


def _past_opening(p: Passage, start: int, stop: int, dates: tuple[Reading, ...]) -> int:
    """Past "However," and "In September," at the opening of a clause; `stop` for other openings."""
    while start < stop and p.low(start) in _BEFORE_NAME:
        start += 1
    if start >= stop or not _leads(p, start):
        return start
    near = dates[bisect_left(dates, start, key=lambda d: d.start) :][:1]
    after = [d.stop for d in near if d.start <= start + 2 and d.stop <= stop]
    if after and p.low(after[0]) != "of":
        return _past_opening(p, after[0], stop, dates)
    comma = next((k + 1 for k in range(start, stop) if p.low(k) == ","), stop)
    return _past_opening(p, comma, stop, dates) if comma < stop else stop


def _leads(p: Passage, k: int) -> bool:
    """Whether token `k` opens a phrase of time or place, not a name."""
    low = p.low(k)
    if low in _ARTICLES or low in group("determiners") or low in _QUANTIFIERS or low in _PRONOUNS:
        return False
    return low in words("noun_stop") and not (p.tokens[k].text.isupper() and len(low) > 1)


def _names_one(p: Passage, start: int, stop: int) -> bool:
    """Whether the words can name a source: no article alone, no adverb, no clause, no figure."""
    first = p.low(start)
    written = any(p.low(k) in words("source_documents") for k in range(start, start + 3))
    numbers = (k for k in range(start, stop) if _figure(p, k) and not p.capital(k - 1))
    if not written and any(True for _ in numbers):  # "a survey of 200 defectors" is one source
        return False
    if any(_acts(p, k) for k in range(start, stop)):
        return False
    if stop - start == 1 and (first.endswith("ly") or first in {"a", "an", "the", "there"}):
        return False
    if first in _PRONOUNS and stop - start == 1:
        return True
    if first in _ARTICLES or first in group("determiners") or first in _QUANTIFIERS:
        return stop - start > 1
    return first not in words("noun_stop") or p.tokens[start].text.isupper()


_QUANTIFIERS = frozenset({"many", "several", "most", "other", "another", "one", "two", "no"})
