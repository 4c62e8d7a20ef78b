"""What is different, or agrees, inside a row: the rules, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rights_diff.comparison.claims.claim import Claim, Word, other_time
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.facets.attribution import attribution_signals
from rights_diff.comparison.facets.denials import denial_signals
from rights_diff.comparison.facets.duties import duty_signals
from rights_diff.comparison.facets.ladders import ladder_signals
from rights_diff.comparison.facets.lists import list_signals
from rights_diff.comparison.facets.modifiers import intensity_signals, modifier_signals
from rights_diff.comparison.facets.other_matter import is_other_matter
from rights_diff.comparison.facets.polarity import polarity_signals
from rights_diff.comparison.facets.risks import risk_signals
from rights_diff.comparison.facets.stages import NATIONAL, named_stage_signals, stage_signals
from rights_diff.comparison.facets.timing import date_signals
from rights_diff.comparison.figures.relations import is_boundless
from rights_diff.comparison.words.lexicon import lines
from rights_diff.model import (
    ComparisonKind,
    Facet,
    QuantityLink,
    QuantityRelation,
    Signal,
    Span,
)

__all__ = ["facets_of"]

_RULES: tuple[Callable[[Contrast], Iterable[Signal]], ...] = (
    polarity_signals,
    denial_signals,
    stage_signals,
    ladder_signals,
    list_signals,
    duty_signals,
    risk_signals,
    modifier_signals,
    intensity_signals,
    attribution_signals,
    date_signals,
)
# From this share of common words on a sentence was kept and edited.
_KEPT = 0.7
_OF_ONE_MATTER = frozenset(
    {Facet.STRENGTHENED, Facet.SOFTENED, Facet.CONTRADICTED, Facet.STATUS_CHANGED,
     Facet.ATTRIBUTION_CHANGED}
)  # fmt: skip
_AGREE = frozenset(
    {QuantityRelation.EQUAL, QuantityRelation.OVERLAPS, QuantityRelation.REQUALIFIED}
)


def facets_of(
    old: Claim,
    new: Claim,
    links: Sequence[QuantityLink],
    kind: ComparisonKind,
    *,
    score: float = 1.0,
    moved: bool = False,
) -> tuple[Signal, ...]:
    """The signals of a row, each with the words that it rests on.

    Swapping the sides swaps strengthened and softened and leaves the other facets. `score` is
    how sure it is that the sides make the same claim: where it is not, fewer words decide;
    `moved` says that they stand under headings that are not linked.
    """
    contrast = Contrast(old, new, kind, score=score)
    signals = [*_number_signals(old, new, links), *_numeral_signals(contrast, links)]
    if not other_time(old, new) or contrast.likeness >= _KEPT:
        for rule in _RULES:
            signals.extend(rule(contrast))
    else:
        signals.extend(named_stage_signals(contrast))
    if is_other_matter(contrast, moved=moved):
        national = f"stage {NATIONAL}"
        signals = [s for s in signals if s.facet not in _OF_ONE_MATTER or s.rule == national]
    return tuple(_settled(signals, contrast))


def _settled(signals: list[Signal], contrast: Contrast) -> list[Signal]:
    """Without stronger and softer said of one row: the words then cancel out."""
    said = {s.facet for s in signals}
    if Facet.STRENGTHENED in said and _has_lost(
        contrast.old, contrast.new, [s.old for s in signals]
    ):
        said.add(Facet.SOFTENED)
    if Facet.SOFTENED in said and _has_lost(contrast.new, contrast.old, [s.new for s in signals]):
        said.add(Facet.STRENGTHENED)
    if {Facet.STRENGTHENED, Facet.SOFTENED} <= said:
        return [s for s in signals if s.facet not in (Facet.STRENGTHENED, Facet.SOFTENED)]
    return signals


def _has_lost(side: Claim, other: Claim, spans: Sequence[Span | None]) -> bool:
    """Whether a word that weighs ("arbitrarily") stands on one side and in no signal."""
    told = [span for span in spans if span]
    return any(
        key.startswith(start) and not any(k.startswith(start) for k in other.keys)
        for start in lines("gravity")
        for key in (w.key for w in side.words if not any(w.span.overlaps(t) for t in told))
    )


def _number_signals(old: Claim, new: Claim, links: Sequence[QuantityLink]) -> Iterable[Signal]:
    figures = [{q.id: q for q in side.quantities} for side in (old, new)]
    for link in links:
        a, b = figures[0][link.old], figures[1][link.new]
        if link.relation is QuantityRelation.INCOMPARABLE:
            continue  # a refusal says neither
        if link.relation is QuantityRelation.OVERLAPS and (is_boundless(a) or is_boundless(b)):
            continue  # "some" against 16 neither agrees nor differs
        agrees = link.relation in _AGREE
        yield Signal(
            facet=Facet.NUMBER_AGREES if agrees else Facet.NUMBER_CHANGED,
            rule=f"figure {link.relation.value}",
            old=a.span,
            new=b.span,
            old_words=a.span.of(old.text),
            new_words=b.span.of(new.text),
        )


def _numeral_signals(contrast: Contrast, links: Sequence[QuantityLink]) -> Iterable[Signal]:
    """Digits that differ in a sentence otherwise kept, outside dates and linked figures."""
    if contrast.likeness < _KEPT or not contrast.one_to_one:
        return
    old = _free_numerals(contrast.old_only, contrast.old, {link.old for link in links})
    new = _free_numerals(contrast.new_only, contrast.new, {link.new for link in links})
    for a, b in zip(old, new, strict=False):
        yield contrast.signal(Facet.NUMBER_CHANGED, "numeral", (a,), (b,))


def _free_numerals(words: Sequence[Word], claim: Claim, linked: set[str]) -> list[Word]:
    taken = [d.span for d in claim.dates]
    taken += [q.core for q in claim.quantities if q.id in linked]
    return [w for w in words if w.key[0].isdigit() and not any(w.span.overlaps(t) for t in taken)]
