"""What a series measures, as a person would write it: what is counted and what befell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.lexicon import word_set
from rights_diff.comparison.stemming import stem
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.model import QuantityKind
from rights_diff.timelines.mentions import Mention

__all__ = ["label_of"]

_CLAUSE_END = re.compile(r",(?!\d)|[;:()]|\s[–—-]\s|—|\.(?:\s|$)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# A new clause without a comma before it; what comes after says something else.
_NEW_CLAUSE = re.compile(
    r"\s(?:although|because|but|despite|even|if|though|unless|whereas|while)\s"
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_SPACE = re.compile(r"\s+")
# Words of a clause after and before a figure that a label takes.
_AFTER, _BEFORE = 9, 6
_JOINTS = frozenset({"and", "but", "or", "than", "to"})
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}


def label_of(mentions: Sequence[Mention]) -> str:
    """What is counted, and the words of the clause that most of the mentions share.

    The clause is that of one mention: the one whose words recur most in the others'.
    """
    figures = [f for m in mentions for f in m.figures]
    if figures[0].quantity.kind is QuantityKind.RANK:
        words = " ".join(figures[-1].words.split())
        return _YEAR.sub("…", words[:1].upper() + words[1:])
    counted = _counted(figures)
    if counted and figures[0].quantity.kind is QuantityKind.ORDINAL:
        return f"{counted} so far"
    shared = Counter(s for f in figures for s in f.context)
    clauses = [(_worth(f, shared), -n, c) for n, f in enumerate(figures) if (c := _clause(f))]
    clause = max(clauses)[2] if clauses else ""
    if not counted:
        return clause or figures[0].words
    return f"{counted}: {clause}" if clause else counted


def _worth(figure: Figure, shared: Counter[str]) -> int:
    """How many words of the figure's clause stand near other figures of the series too."""
    words = {stem(w.strip(".,’'“”").lower()) for w in _clause(figure).split()}
    return sum(shared[w] > 1 for w in words)


def _counted(figures: Sequence[Figure]) -> str:
    """The noun that most of the figures count, in the plural; the longer of equals."""
    nouns = Counter(f.quantity.counted for f in figures if f.quantity.counted)
    if not nouns:
        return ""
    noun = max(nouns, key=lambda n: (nouns[n], len(n), n))
    share = any(f.quantity.unit == "percent" for f in figures)
    plural = _plural(noun)
    plural = plural[:1].upper() + plural[1:]
    return f"Share of {plural[0].lower()}{plural[1:]}" if share else plural


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    first, _, last = head.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif not is_plural(last) and last:
        if last.endswith("y") and last[-2:-1] not in "aeiou":
            last = f"{last[:-1]}ies"
        else:
            last += "es" if last.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{first} {last}".strip() + of + rest


def _clause(figure: Figure) -> str:
    """The clause after the figure, else the words that lead up to it."""
    span, text = figure.quantity.span, figure.sentence_text
    start = span.start - figure.sentence_start
    tail = _BRACKETS.sub(" ", text[span.end - figure.sentence_start :])
    after = _NEW_CLAUSE.split(_CLAUSE_END.split(tail)[0])[0].split()[:_AFTER]
    if after and _bare(after[0]) in _JOINTS:
        after = []
    while after and _bare(after[-1]) in word_set("small_words"):
        after.pop()
    if len(after) > 1:
        return _SPACE.sub(" ", " ".join(after)).strip(" .,;:“”\"'")
    before = _CLAUSE_END.split(_BRACKETS.sub(" ", text[:start]))[-1].split()[-_BEFORE:]
    while before and _bare(before[0]) in word_set("small_words"):
        before.pop(0)
    return " ".join([*before, "…"]) if len(before) > 1 else ""


def _bare(word: str) -> str:
    return word.strip(".,;:“”\"'’").lower()
