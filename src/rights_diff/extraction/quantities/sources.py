"""What sort of source speaks, and the source that "it" or "the report" stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rights_diff.extraction.dates import dates_in
from rights_diff.extraction.grammar.lexicon import table, words
from rights_diff.extraction.grammar.plurals import is_person, is_plural, singular
from rights_diff.extraction.grammar.tokens import CODE, WORD, Passage, tokenise
from rights_diff.extraction.quantities.attribution import Source, source_of
from rights_diff.extraction.quantities.modality import Sign, signs_in
from rights_diff.model import SourceClass, Span

__all__ = ["Voice", "voice_before", "voice_of"]

# A pronoun is followed back over so many sentences of its paragraph.
_SENTENCES_BACK = 4
# With these a pronoun may skip a sentence that cites nobody ("It also said").
_GOING_ON = frozenset({"also", "added", "further", "furthermore", "additionally"})
# Words that end the head of a source's name: "a report by", "defectors from".
_AFTER_HEAD = frozenset(
    {"of", "by", "from", "in", "on", "for", "with", "to", "who", "published", "released", "("}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its words, where they stand in the whole text, and its class."""

    words: str
    span: Span
    source_class: SourceClass


def voice_of(p: Passage, source: Source, offset: int) -> Voice:
    """The source at some tokens of a sentence that starts at `offset`."""
    span = Span(p.tokens[source.start].start, p.tokens[source.stop - 1].end)
    said = " ".join(p.surface(source.start, source.stop).split())  # the same words in any setting
    return Voice(said, span.shift(offset), _class(p, source.start, source.stop))


def voice_before(
    back: tuple[Passage, Source, Sign], text: str, earlier: Sequence[Span], year: int | None
) -> Voice | None:
    """The source named in the sentences before that a pronoun or "the report" points to.

    Args:
        back: the sentence, its words that point back, and their verb.
        earlier: the sentences of the paragraph before this one.
    """
    p, source, sign = back
    going_on = bool(_GOING_ON & {p.low(k) for k in range(source.stop, sign[0] + 1)})
    noun = p.low(source.stop - 1) if source.stop - source.start > 1 else None
    for span in reversed(earlier[-_SENTENCES_BACK:]):
        passage = tokenise(span.of(text))
        found = source_of(passage, signs_in(passage), dates_in(passage, year))
        if found is None and not going_on:
            return None
        if found is not None and not found[0].back:
            voice = voice_of(passage, found[0], span.start)
            return voice if noun is None or noun in voice.words.lower() else None
    return None


def _class(p: Passage, start: int, stop: int) -> SourceClass:
    """Named, a class of people, or nobody in particular: by the head noun and the names in it."""
    end = next((k for k in range(start + 1, stop) if p.low(k) in _AFTER_HEAD), stop)
    head = p.low(end - 1)
    if head in words("source_documents"):  # "UN report", "NGO reports", "unconfirmed reports"
        others = [k for k in range(start, stop) if k != end - 1]
        if any(_institution(p, k) or _proper(p, k) for k in others):
            return SourceClass.NAMED
        people = any(p.low(k) in words("source_classes") for k in others)
        return SourceClass.CLASS if people else SourceClass.ANONYMOUS
    text = p.tokens[end - 1].text
    name = end - 1 > start and p.capital(end - 1) and text[1:].islower()  # "Prisoners Defenders"
    plural = is_plural(text) and not p.capital(end - 1)
    opens = end - 1 == start == 0 and is_plural(text) and text[1:].islower()
    if not name and (head in words("source_classes") or plural or opens):
        return SourceClass.CLASS
    if any(_institution(p, k) or _proper(p, k) for k in range(start, stop)):
        return SourceClass.NAMED
    if p.capital(start) and p.low(start) not in _common() and stop - start == 1:
        return SourceClass.NAMED
    if is_person(singular(head)):
        return SourceClass.CLASS
    return SourceClass.ANONYMOUS


def _institution(p: Passage, k: int) -> bool:
    return p.low(k) in words("source_institutions")


def _proper(p: Passage, k: int) -> bool:
    """Whether token `k` is a name: a capital inside the sentence, or two in one word."""
    if p.kind(k) != WORD or not p.capital(k) or p.low(k) in _common():
        return False
    text = p.tokens[k].text
    return k > 0 or not text[1:].islower() or p.capital(k + 1) or p.kind(k + 1) == CODE


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that carry a capital only where they open a sentence, and names of peoples' sort."""
    return words("noun_stop") | words("source_classes") | frozenset(table("date_months"))
