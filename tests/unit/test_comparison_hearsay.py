"""What one report has from an unnamed source and the other says in its own name."""

from __future__ import annotations

import pytest

from rights_diff.comparison.claims import Claim
from rights_diff.comparison.facets import facets_of
from rights_diff.model import ComparisonKind, Span

PLAIN = "Guards beat detainees in the northern prison."
TOLD = [
    "Reports stated that guards beat detainees in the northern prison.",
    "According to reports, guards beat detainees in the northern prison.",
    "Sources said that guards beat detainees in the northern prison.",
    "Observers said guards beat detainees in the northern prison.",
]


def facets(old: str, new: str) -> set[str]:
    sides = (Claim(text, [Span(0, len(text))]) for text in (old, new))
    return {s.facet.value for s in facets_of(*sides, [], ComparisonKind.YEAR_OVER_YEAR)}


@pytest.mark.parametrize("told", TOLD)
def test_hearsay_is_softer_than_ones_own_word(told: str) -> None:
    assert facets(told, PLAIN) == {"strengthened", "attribution_changed"}
    assert facets(PLAIN, told) == {"softened", "attribution_changed"}


@pytest.mark.parametrize(
    "other",
    [
        "Guards allegedly beat detainees in the northern prison.",  # no plain statement either
        "Guards continued to report beatings of detainees in the northern prison.",
        "Rain fell on the harbour of the southern province for many weeks.",
    ],
)
def test_where_the_other_side_is_not_plain_nothing_is_said_of_certainty(other: str) -> None:
    for pair in ((TOLD[3], other), (other, TOLD[3])):
        assert not facets(*pair) & {"strengthened", "softened"}
