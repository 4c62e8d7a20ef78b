"""What the fitting of weights asks for: how far the sentences around two sentences agree."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.alignment.context import CONTEXT
from rights_diff.alignment.scoring import claim_features, gather
from rights_diff.errors import CompareError

BESIDE = "Wardens starved inmates in the quarry jail."
FINED = "The harbour court fined two editors over a cartoon in June."
FINED_SO = "In June two editors were fined by the harbour court over a cartoon."
# Nothing of it stands beside the fined editors of the old text.
APART = "Ferries were too dear for most of the islanders."


def window(beside: str, idle: tuple[str, ...] = ()) -> float:
    """The likeness of what stands beside the editors, where the new text has `beside` there."""
    old = rd.parse(f"Prisons\n\n{BESIDE} {FINED}\n", country="Georgia")
    new = rd.parse(f"Prisons\n\n{beside} {FINED_SO}\n", country="Georgia")
    material = gather(old, new)
    found = dict(claim_features(material, dict.fromkeys(material.own, 0.5), {}, idle))
    at = -len(CONTEXT) + CONTEXT.index("window")
    return found[len(old.sentences) - 1, len(new.sentences) - 1][at]


def test_sentences_in_like_company_have_like_windows() -> None:
    assert window("Inmates were starved by wardens of the quarry jail.") > 0.5 > window(APART) >= 0


def test_windows_that_nobody_asks_for_are_not_made() -> None:
    assert window(BESIDE, idle=("window",)) == 0


def test_vectors_of_another_length_on_each_side_are_one_clear_line() -> None:
    old = rd.parse(f"Prisons\n\n{BESIDE} {FINED}\n", country="Georgia")
    new = rd.parse(f"Prisons\n\n{BESIDE} {APART} {FINED_SO}\n", country="Georgia")
    with pytest.raises(CompareError, match="gives vectors of different lengths"):
        rd.compare(old, new, encoder=lambda texts: [[1.0] * len(texts)] * len(texts))


def test_an_encoder_is_not_asked_about_a_text_without_sentences() -> None:
    old, new = (rd.parse(t, country="Georgia") for t in ("Prisons\n", f"Prisons\n\n{FINED}\n"))
    asked: list[str] = []

    def encoder(texts: list[str]) -> list[list[float]]:
        asked.extend(texts)
        return [[1.0]] * len(texts)

    comparison = rd.compare(old, new, encoder=encoder)
    assert asked == [s.span.of(new.text) for s in new.sentences]
    assert [row.status.value for row in comparison.ledger] == ["added"]
