"""A figure's own words with "…" in its place, where no shorter name for it can be made."""

from __future__ import annotations

import re

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.timelines.leads import clause_before
from rights_diff.timelines.wording import (
    BRACKETS,
    CLAUSE_END,
    COUNT,
    PREPOSITIONS,
    SPACE,
    WHEN_INSIDE,
    WHEN_LAST,
    bare,
    trimmed,
    words_after,
)

__all__ = ["in_its_words", "opening"]

# Words before and after the figure that are quoted, and how few before it tell nothing.
_BEFORE, _AFTER, _LEAST = 9, 5, 3
# Words of a sentence's opening that stand for a figure without any clause of its own.
_WORDS = 14
_CLAUSES = 3  # that are tried, from the figure back
# Other numbers, which the points of a series do not share.
_NUMBER = re.compile(r"(?<!\S)(?:US)?[$€£]?\d[\d.,]*(?!\w)(?: (?:percent|million|billion)\b)?")
_OF = re.compile(r"\bof\b.*", re.DOTALL)
_OPENERS = frozenset({"and", "but", "of", "or", "percent", "that", "which", "who"})


def in_its_words(figure: Figure) -> str:
    """The words around a figure: "companies with … employees"; "" where there are too few."""
    before = _before(figure)
    if len(before.split()) < _LEAST - 1:
        return ""
    inside = _inside(figure)
    after = "" if _is_closed(figure) else _after(figure)
    return trimmed(" ".join(w for w in (before, "…", _plain(inside), _plain(after)) if w))


def _before(figure: Figure) -> str:
    words: list[str] = []
    for clauses in range(1, _CLAUSES + 1):
        words = _plain(clause_before(figure, clauses)).split()
        if len([w for w in words if w[0].isalpha()]) >= _LEAST:
            break
    words = words[-_BEFORE:]
    while words and (bare(words[0]) in _OPENERS or not words[0][0].isalpha()):
        words.pop(0)
    return " ".join(words)


def _inside(figure: Figure) -> str:
    """What the figure's own phrase says behind its number: "persons", "of the votes"."""
    if figure.family == "share":
        found = _OF.search(figure.words)
        return found[0] if found else ""
    text = figure.claim.text
    return text[figure.quantity.core.end : figure.quantity.span.end].strip(" -")


def _is_closed(figure: Figure) -> bool:
    """Whether a mark stands right behind the figure."""
    return bool(re.match(r"\s*[,;:.)–—]", words_after(figure)))


def _after(figure: Figure) -> str:
    end = figure.quantity.span.end
    others = (q.span.start for q in figure.claim.quantities if q.span.start >= end)
    stop = min((*others, figure.sentence_start + len(figure.sentence_text)))
    tail = SPACE.sub(" ", BRACKETS.sub(" ", figure.claim.text[end:stop]))
    words = CLAUSE_END.split(tail)[0].split()
    if len(words) > _AFTER:
        cuts = (k for k in range(_AFTER, 1, -1) if words[k] in PREPOSITIONS)
        words = words[: next(cuts, _AFTER)]
    while words and bare(words[-1]) in word_set("small_words") | PREPOSITIONS:
        words.pop()
    return " ".join(words)


def _plain(text: str) -> str:
    """Without other numbers, and without quotation marks, which the label sets itself."""
    text = COUNT.sub("… ", WHEN_INSIDE.sub("", WHEN_LAST.sub("", text)))
    text = _NUMBER.sub("…", text).replace("“", "").replace("”", "")
    return SPACE.sub(" ", text).replace("… …", "…").replace(" ,", ",")


def opening(figure: Figure) -> str:
    """How the sentence starts, with the figure left out."""
    start = figure.quantity.span.start - figure.sentence_start
    end = figure.quantity.span.end - figure.sentence_start
    text = figure.sentence_text
    words = f"{text[:start]} … {text[end:]}".split()
    return trimmed(" ".join(words[:_WORDS]))
