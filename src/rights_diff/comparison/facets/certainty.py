"""How surely a thing is said: hedges put in or out, hearsay told as fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.anchors import has_any, kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import clause
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit, both
from rights_diff.comparison.facets.attribution import Source, sources
from rights_diff.comparison.facets.lone import CONCESSIONS, EDITED, is_surely_told, meets, says
from rights_diff.comparison.facets.praise import is_accused
from rights_diff.comparison.figures.relations import COUNTS
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.model import Facet, Signal

__all__ = ["certainty_signals"]

# A claim without any hedge stands on this rung of the certainty ladder.
_FIRM = 7
# Hedges up to this rung hand on what others say.
_HEARD = 2
# From this share of common words on the two sides are one sentence, edited.
_ALIKE = 0.45
# Share of what a source tells, and words looked at, that the other side says in its own voice.
_TOLD_SHARE = 0.6
_TOLD_WORDS = 12
# Words after a hedge in a kept sentence, and the share of them that has to be there too.
_HEADS = 5
_HEADS_SHARE = 0.7
# What the law threatens is always but possible.
_ATTRIBUTES = frozenset({"possible", "potential"})
# Words before a verb among which "was" or "have" makes it a thing told as done.
_FINITE_REACH = 3
_FINITE = frozenset({"are", "be", "been", "being", "had", "has", "have", "is", "was", "were"})
# A verb after these is not told as done.
_UNDONE = frozenset({"can", "could", "may", "might", "must", "shall", "should", "to", "would"})
_NOUNS = ("ion", "ions", "ment", "ments")
# A modal in such a clause permits or provides.
_LEGAL = frozenset(
    {"act", "allow", "allowed", "allows", "article", "code", "constitution", "decree", "law",
     "laws", "legislation", "permit", "permits", "provision", "provisions", "regulation",
     "regulations", "statute"}
)  # fmt: skip


def certainty_signals(contrast: Contrast) -> Iterable[Signal]:
    """The loosest hedge of each side decides; a side without one is firm."""
    if not is_surely_told(contrast) or _counts_others(contrast):
        return
    old, new = both("certainty", contrast.old, contrast.new)
    told = sources(contrast.old), sources(contrast.new)
    if all(told):
        old, new = _unspoken(old), _unspoken(new)
    elif any(told) and not old and not new:
        yield from _hearsay(contrast, *told)
    hedged = bool(old), bool(new)
    old = [h for h in old if _bears(h, contrast.old, contrast)]
    new = [h for h in new if _bears(h, contrast.new, contrast)]
    if (bool(old), bool(new)) != hedged and all(hedged):
        return  # both hedge, and not plainly the same thing
    a, b = _loosest(old), _loosest(new)
    if a == b or _softly_told(old, contrast.old, contrast):
        return
    if not _softly_told(new, contrast.new, contrast):
        facet = Facet.STRENGTHENED if b > a else Facet.SOFTENED
        yield contrast.signal(facet, "certainty", _words(old), _words(new))


def _counts_others(contrast: Contrast) -> bool:
    """Whether two unlike sentences count people, and not the same number: two incidents."""
    if contrast.likeness >= _ALIKE:
        return False
    old, new = (
        {(q.value, q.low, q.high) for q in side.quantities if q.kind in COUNTS}
        for side in (contrast.old, contrast.new)
    )
    return bool(old and new and not old & new)


def _words(hits: Sequence[Hit]) -> tuple[Word, ...]:
    return hits[0].words if hits else ()


def _softly_told(hits: Sequence[Hit], side: Claim, contrast: Contrast) -> bool:
    """Whether a side without a hedge of its own is no plain statement either ("accused of")."""
    return not hits and contrast.likeness < EDITED and has_any(side, word_set("soft_words"))


def _hearsay(contrast: Contrast, old: Sequence[Source], new: Sequence[Source]) -> Iterable[Signal]:
    """What one side has from an unnamed source the other says in its own name."""
    heard = [s for s in (*old, *new) if s.anonymous and not s.passive]
    if len(heard) < len(old) + len(new) or contrast.likeness < _ALIKE:
        return
    side, other = (contrast.old, contrast.new) if old else (contrast.new, contrast.old)
    if _has_voice(other) or not _is_told(heard[0], side, other):
        return
    facet = Facet.STRENGTHENED if old else Facet.SOFTENED
    yield contrast.signal(
        facet, "hearsay", old[0].words if old else (), new[0].words if new else ()
    )


def _has_voice(claim: Claim) -> bool:
    """Whether a side hands on what others say, if in other forms ("continued to report")."""
    return has_any(claim, word_set("soft_words") | word_set("voice_words"))


def _is_told(source: Source, side: Claim, other: Claim) -> bool:
    """Whether most of what follows a source stands on the other side, and the source does not."""
    there = {kindred(w) for w in other.words}
    own = [w for w in source.words if telling(w)]
    if own and all(kindred(w) in there for w in own):
        return False
    start = source.words[-1].place + 1
    if any(w.key in CONCESSIONS for w in side.words[start : start + 1]):
        return False
    after = [w for w in side.words[start:] if w.sentence == source.words[0].sentence]
    told = [w for w in after if telling(w)][:_TOLD_WORDS]
    return sum(kindred(w) in there for w in told) >= max(1, _TOLD_SHARE * len(told))


def _bears(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether a hedge is about what both sides say; of a modal that is asked for more."""
    other = contrast.new if side is contrast.old else contrast.old
    if is_accused(hit.words, side) or _is_aside(hit, side, contrast):
        return False
    if _leaves_good_open(hit, side):
        return False
    if hit.cells[1] == "modal" and not says(hit, other):
        return _is_lifted(hit, side, contrast)
    if says(hit, other) or _is_said_there(hit, other) or (_is_heard(hit) and _hands_on(other)):
        return False
    if hit.cells[1] == "told":
        return _is_of_all(hit, side, other)
    if contrast.likeness < _ALIKE and hit.words[0].key == "there":
        return False  # "there were reports that" opens any such sentence
    kept = contrast.likeness >= _ALIKE or _in_brackets(hit, side)
    if kept and not _stands_there(hit, side, contrast):
        return False
    if contrast.likeness >= EDITED:
        return True
    return not mood(hit.words[0], side)[0] and meets(hit, "hedge", side, contrast) > 0


def _leaves_good_open(hit: Hit, side: Claim) -> bool:
    """Whether a hedge stands right before what is good ("seemingly legitimate reasons")."""
    after = side.words[hit.words[-1].place + 1 :][:1]
    return any(w.key in word_set("praise") for w in after)


def _is_aside(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether a hedge stands in brackets of a sentence that was not merely edited."""
    return contrast.likeness < _ALIKE and _in_brackets(hit, side)


def _in_brackets(hit: Hit, side: Claim) -> bool:
    """Whether a hedge stands in brackets, and so is about no more than what they hold."""
    start = hit.words[0].span.start
    home = side.spans[hit.words[0].sentence].start
    before = side.text[home:start]
    return before.rfind("(") > before.rfind(")")


def _is_said_there(hit: Hit, other: Claim) -> bool:
    """Whether the other side has the same verb of saying, or for "argued that" any other."""
    first = hit.words[0].key
    if hit.words[-1].key == "that":
        return _has_voice(other)
    return first in word_set("voice_words") and first in other.keys


def _is_of_all(hit: Hit, side: Claim, other: Claim) -> bool:
    """Whether what a closing hedge leaves open ("were reported") stands on the other side."""
    first = hit.words[0].place
    before = side.words[max(0, first - _TOLD_WORDS) : first]
    told = [w for w in before if w.sentence == hit.words[0].sentence and telling(w)]
    there = {kindred(w) for w in other.words}
    return bool(told) and kindred(told[0]) in there and not mood(hit.words[0], side)[0]


def _is_heard(hit: Hit) -> bool:
    """Whether a hedge tells that others say so ("reportedly", "allegedly")."""
    return int(hit.cells[0]) <= _HEARD


def _hands_on(other: Claim) -> bool:
    """Whether a side tells of reports or allegations of its own."""
    return has_any(other, word_set("soft_words"))


def _stands_there(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether the words right after a hedge stand on the other side too."""
    other = contrast.new if side is contrast.old else contrast.old
    around = clause(hit.words[0], side)
    there = {kindred(w) for w in other.words}
    heads = [w for w in around if telling(w) and w.place > hit.words[-1].place][:_HEADS]
    if hit.phrase in _ATTRIBUTES and any(w.key in word_set("statute_words") for w in around):
        return False
    return not heads or (
        any(kindred(w) in there for w in heads[:2])
        and sum(kindred(w) in there for w in heads) >= _HEADS_SHARE * len(heads)
    )


def _is_lifted(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether the verb after a modal is told as done on the other side, and no law permits it."""
    other = contrast.new if side is contrast.old else contrast.old
    around = (w for w in side.words if w.sentence == hit.words[0].sentence)
    if contrast.likeness < _ALIKE or any(w.key in _LEGAL for w in around):
        return False
    end = hit.words[-1].place + 1
    if mood(hit.words[0], side)[0] or meets(hit, "hedge", side, contrast) == 0:
        return False
    verb = next((w for w in side.words[end : end + 3] if not w.key.endswith("ly")), None)
    if verb is None:
        return False
    passive = hit.words[-1].key in _FINITE
    return verb.small or any(
        _is_done(w, other, passive=passive)
        for w in other.words
        if w.stem == verb.stem and not w.key.endswith(_NOUNS)
    )


def _is_done(verb: Word, claim: Claim, *, passive: bool) -> bool:
    """Whether a verb is told as done: no bare "to go", no participle that only describes."""
    before = claim.words[max(0, verb.place - _FINITE_REACH) : verb.place]
    keys = {w.key for w in before if w.sentence == verb.sentence}
    if keys & _UNDONE:
        return False
    return bool(keys & _FINITE) if passive else True


def _unspoken(hits: Sequence[Hit]) -> list[Hit]:
    """Without verbs of saying ("alleged"): between two sources they are a matter of style."""
    return [h for h in hits if h.words[0].key not in word_set("reporting_verbs")]


def _loosest(hits: Sequence[Hit]) -> int:
    return min((int(h.cells[0]) for h in hits), default=_FIRM)
