"""What a quantity rule hands back."""

from __future__ import annotations

from dataclasses import dataclass

from rights_diff.extraction.grammar.qualifiers import Hedge, bounds
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["Mention", "mention_of"]

_LOOSE = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure in one sentence, in tokens; ranges of tokens are half-open.

    Attributes:
        start, stop: the smallest readable phrase.
        core_start, core_stop: the number words.
        anaphoric: what is counted was named before ("four of them", "833 had joined").
        pair: two numbers told in one breath, in their order ("61/45 per 1,000"); the bounds are
            the smaller and the larger.
        doubt: why the number may be meant otherwise ("decimal comma"), or None.
    """

    start: int
    stop: int
    core_start: int
    core_stop: int
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    counted: str | None = None
    anaphoric: bool = False
    pair: tuple[float, float] | None = None
    doubt: str | None = None


def mention_of(
    a: Amount,
    hedge: Hedge | None,
    kind: QuantityKind,
    stop: int,
    *,
    unit: str | None = None,
    counted: str | None = None,
    anaphoric: bool = False,
) -> Mention:
    """The mention of an amount, with value and bounds as its hedge makes them."""
    qualifier = _qualifier(a, hedge)
    value, low, high = bounds(qualifier, a.low, a.high)
    return Mention(
        start=min(hedge.edge, a.lead) if hedge else a.lead,
        stop=max(stop, a.stop),
        core_start=a.start,
        core_stop=a.stop,
        kind=kind,
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=unit,
        counted=counted,
        anaphoric=anaphoric,
        doubt=a.doubt,
    )


def _qualifier(a: Amount, hedge: Hedge | None) -> Qualifier:
    if a.paired:
        return Qualifier.EXACT
    if hedge is None or hedge.qualifier is Qualifier.EXACT:
        return Qualifier.BETWEEN if a.ranged else Qualifier.EXACT
    if a.ranged and a.explicit and hedge.qualifier in _LOOSE:
        return Qualifier.BETWEEN
    return hedge.qualifier
