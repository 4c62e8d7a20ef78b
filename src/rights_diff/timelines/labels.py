"""What a series measures, as a person would write it: what is counted and what befell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.model import QuantityKind
from rights_diff.timelines.mentions import Mention

__all__ = ["label_of"]

_CLAUSE_END = re.compile(r",(?!\d)|[;:()]|\s[–—-]|(?<!\d)–|–(?!\d)|—|\.(?:\s|$)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# A new clause without a comma before it; what comes after says something else.
_NEW_CLAUSE = re.compile(
    r"\s(?:although|because|but|compared|despite|even|if|though|unless|whereas|while)\s"
    r"|(?<!\d)(?<!\ds)\sand (?=\d|(?:about|approximately|at least|more than|nearly|only|over)\b"
    r"|(?:one|two|three|four|five)\b)"
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
# Examples set between commas: ", including children, ".
_EXAMPLES = re.compile(
    r",? (?:among them|including|such as)\b[^,;.]{0,120},"
    r"(?= (?:are|had|has|have|is|remain|that|was|were|which|who|\w{2,}ed)\b)"
)
_SPACE = re.compile(r"\s+")
# When something was so: the series says that point by point.
_WHEN = (
    r"(?:as of|at|between|by|during|for|from|in|over|since|throughout|until)(?: about)?"
    r"(?: the)?(?: (?:beginning|end|middle|start) of)?(?: (?:the|early|late|mid))?[ -]?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b ?(?:\d{1,2}\b ?)?|(?:reporting |same )?year\b ?|(?:1[89]|20)\d\d\b ?)+"
    r"(?:(?:and|to|through) (?:\w+ )?(?:1[89]|20)\d\d\b ?)?"
)
_WHEN_LAST = re.compile(rf"(?:^|\s){_WHEN}$", re.IGNORECASE)
_WHEN_FIRST = re.compile(rf"^(?:{_WHEN}|(?:1[89]|20)\d\d) *", re.IGNORECASE)
# "were forcibly returned" after what is counted reads as well without its auxiliary.
_AUXILIARY = re.compile(
    r"^(?:(?:allegedly|also|are|been|had|has|have|is|reportedly|was|were) )+(?=\w+(?:ed|en|ly)\b"
    r"|(?:born|brought|built|cut|found|held|hurt|kept|left|lost|made|paid|put|sent|shot|sold)\b)"
)
# Who says it, up to the clause that is said.
_SAYING = (
    r"(?:according to|alleged|claimed|documented|estimated|indicated|noted|reported|said|stated)"
)
_SAID = re.compile(rf"^.{{0,160}}\b{_SAYING}\b(?: that)?\s*", re.IGNORECASE | re.DOTALL)
# Words of a clause after and before a figure that a label takes.
_AFTER, _BEFORE = 10, 9
_JOINTS = frozenset({"among", "and", "as", "but", "including", "or", "such", "than", "to"})
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}


def label_of(mentions: Sequence[Mention]) -> str:
    """What is counted, and the words of the clause that most of the mentions share.

    The clause is that of one mention: the one whose words recur most in the others'.
    """
    figures = [f for m in mentions for f in m.figures]
    if figures[0].quantity.kind is QuantityKind.RANK:
        words = " ".join(figures[-1].words.split())
        return _YEAR.sub("…", _capital(words))
    counted = _counted(figures)
    if counted and figures[0].quantity.kind is QuantityKind.ORDINAL:
        return f"{counted} so far"
    if not counted:
        around = _best(figures, [_around(f) for f in figures])
        return _capital(around or _best(figures, [_opening(f) for f in figures]))
    after = _best(figures, [_after(f) if _names_counted(f) else "" for f in figures])
    if after:
        return f"{counted} {after}"
    before = _best(figures, [_before(f) for f in figures])
    return f"{counted}: {before} …" if before else counted


def _best(figures: Sequence[Figure], clauses: Sequence[str]) -> str:
    """The clause whose words stand near most of the other figures; of equals the first."""
    shared = Counter(s for f in figures for s in f.context)
    told = [(c, {stem(_bare(w)) for w in c.split()}) for c in clauses if c]
    worth = [(sum(shared[w] > 1 for w in words), -n, c) for n, (c, words) in enumerate(told)]
    return max(worth)[2] if worth else ""


def _names_counted(figure: Figure) -> bool:
    """Whether the figure's own words end in what is counted, so that a clause can follow."""
    words = [stem(_bare(w)) for w in figure.words.split()]
    return bool(words) and (not figure.nouns or bool(figure.nouns & set(words)))


def _counted(figures: Sequence[Figure]) -> str:
    """The noun that most of the figures count, in the plural; the longer of equals."""
    if any(f.family == "money" for f in figures):
        return ""
    shares = [w for f in figures if f.family == "share" and (w := _whole(f))]
    if shares:
        return "Share of " + _commonest(shares)
    nouns = [f.quantity.counted for f in figures if f.quantity.counted]
    if not nouns:
        return ""
    noun = _commonest(nouns)
    plural = noun if any(_is_uninflected(f, noun) for f in figures) else _plural(noun)
    if any(f.quantity.unit == "percent" for f in figures):
        return f"Share of {plural}"
    return _capital(plural)


def _whole(figure: Figure) -> str:
    """What a share is of, in its own words: "the population", "women aged 15 to 49"."""
    _, of, whole = " ".join(figure.words.split()).partition(" of ")
    return whole if of else ""


def _is_uninflected(figure: Figure, noun: str) -> bool:
    """Whether the text counts several and leaves the noun as it is ("20 kyohwaso", "600 CUP")."""
    if figure.quantity.kind is QuantityKind.ORDINAL:
        return False
    several = figure.quantity.value not in {1.0, None} or figure.quantity.low is not None
    words, head = " ".join(figure.words.split()), noun.partition(" of ")[0].split()[-1]
    return several and (words.endswith(f" {head}") or f" {head} of " in words)


def _commonest(phrases: Sequence[str]) -> str:
    found = Counter(phrases)
    return max(found, key=lambda p: (found[p], len(p), p))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    either, joint, last = head.rpartition(" or ")
    if joint:
        return f"{_plural(either)} and {_plural(last)}{of}{rest}"
    first, _, last = head.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last and not is_plural(last):
        if last.endswith("y") and last[-2:-1] not in "aeiou":
            last = f"{last[:-1]}ies"
        else:
            last += "es" if last.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{first} {last}".strip() + of + rest


def _after(figure: Figure) -> str:
    """The clause after the figure, without when it was so."""
    tail = figure.sentence_text[figure.quantity.span.end - figure.sentence_start :]
    tail = _SPACE.sub(" ", _EXAMPLES.sub("", _BRACKETS.sub(" ", tail), count=1))
    clause = _NEW_CLAUSE.split(_CLAUSE_END.split(tail)[0])[0].strip()
    words = clause.split()
    if not words or _bare(words[0]) in _JOINTS:
        return ""
    words = words[:_AFTER]
    while words and (_bare(words[-1]) in word_set("small_words") or words[-1].endswith("ly")):
        words.pop()
    text = _AUXILIARY.sub("", _WHEN_LAST.sub("", _WHEN_FIRST.sub("", " ".join(words))))
    return _trimmed(text) if " " in text.strip() or text.endswith("ed") else ""


def _before(figure: Figure) -> str:
    """The words that lead up to the figure, without who says so and when."""
    head = figure.sentence_text[: figure.quantity.span.start - figure.sentence_start]
    head = _BRACKETS.sub(" ", head).rstrip(" (")  # a figure in brackets is of what stands before
    clause = _SPACE.sub(" ", _CLAUSE_END.split(head)[-1]).strip()
    clause = _WHEN_FIRST.sub("", _SAID.sub("", clause))
    words = clause.split()[-_BEFORE:]
    while words and _bare(words[0]) in word_set("small_words"):
        words.pop(0)
    return _trimmed(" ".join(words)) if len(words) > 1 else ""


def _around(figure: Figure) -> str:
    """The clause with the figure left out: "workers earned … per month"."""
    before, after = _before(figure), _after(figure)
    return f"{before} … {after}".strip() if before or after else ""


def _opening(figure: Figure) -> str:
    """How the sentence starts, with the figure left out."""
    start = figure.quantity.span.start - figure.sentence_start
    end = figure.quantity.span.end - figure.sentence_start
    text = figure.sentence_text
    words = f"{text[:start]} … {text[end:]}".split()
    return _trimmed(" ".join(words[: _BEFORE + _AFTER]))


def _trimmed(text: str) -> str:
    """Without marks at its ends, and without a quotation mark that stands alone."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text.strip(" .,;:'")


def _bare(word: str) -> str:
    return word.strip(".,;:“”\"'’").lower()
