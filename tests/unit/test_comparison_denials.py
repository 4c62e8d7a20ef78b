"""What befell nobody, what there is none of, other years and other bodies: told or kept silent."""

from __future__ import annotations

import pytest

from rights_diff.comparison.claims import Claim
from rights_diff.comparison.facets import facets_of
from rights_diff.model import ComparisonKind, Facet, Quantity, QuantityKind, Signal, Span

DIRECTED = {Facet.STRENGTHENED, Facet.SOFTENED, Facet.CONTRADICTED, Facet.STATUS_CHANGED}
MIRRORED = {Facet.SOFTENED: Facet.STRENGTHENED, Facet.STRENGTHENED: Facet.SOFTENED}


def signals(old: str, new: str, kind: str = "year_over_year") -> tuple[Signal, ...]:
    sides = [Claim(text, [Span(0, len(text))]) for text in (old, new)]
    return facets_of(*sides, [], ComparisonKind(kind))


def directed(old: str, new: str, kind: str = "year_over_year") -> set[Facet]:
    return {s.facet for s in signals(old, new, kind)} & DIRECTED


TOLD = [
    ("Three dockers were killed by guards at the harbour.",
     "Nobody was killed by guards at the harbour.", Facet.CONTRADICTED),
    ("No one was killed by guards at the harbour.",
     "Three dockers were killed by guards at the harbour.", Facet.CONTRADICTED),
    ("No executions were carried out in Zenda.", "Two men were executed in Zenda.",
     Facet.CONTRADICTED),
    ("Smuggling of tea was not a crime.",
     "In May the council made smuggling of tea a criminal offence.", Facet.STATUS_CHANGED),
    ("Dockers' meetings were banned in the port.",
     "Dockers' meetings were no longer banned in the port.", Facet.CONTRADICTED),
    ("Food in the jail was poor.", "Food in the jail was very poor.", Facet.STRENGTHENED),
    ("There were no legal or local tolls at the quay for dockers.",
     "There were no legal tolls at the quay for dockers.", Facet.SOFTENED),
    ("Prices rose in the port.", "Prices fell in the port.", Facet.CONTRADICTED),
    ("Dockers in Zenda faced threats of eviction by the port.",
     "Dockers in Zenda were evicted by the port.", Facet.STRENGTHENED),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "facet"), TOLD)
def test_it_is_told_in_both_orders(old: str, new: str, facet: Facet) -> None:
    assert directed(old, new) == {facet}
    assert directed(new, old) == {MIRRORED.get(facet, facet)}


SILENT = [
    ("There was no torture, killing or arson in the jail of the port of Zenda.",
     "There was no torture or killing in the jail of the port of Zenda."),
    # nobody here, somebody there, but of another place, a law or a fear
    ("Nobody was killed by guards at the harbour.", "Three farmers were killed in a far village."),
    ("No executions were carried out in Zenda.",
     "The law of Zenda says how men were executed in Zenda."),
    ("No executions were carried out in Zenda.", "Two men may have been executed in Zenda."),
    ("Nobody was killed or beaten at the harbour.", "Three were killed at the harbour."),
    ("Smuggling of tea was not a crime.", "The council made theft of tea a criminal offence."),
    # rises and falls of other years
    ("In 2019 prices rose in the port.", "In 2020 prices fell in the port."),
    # what people do of their own accord
    ("Strikes took place in the docks of Zenda.",
     "Widespread strikes took place in the docks of Zenda."),
    # a review is no inquiry
    ("The council promised an inquiry into the fire at the Zenda dock.",
     "A review of the fire at the Zenda dock found that guards had slept."),
    # stages that but tell which body is meant
    ("The vote establishing a commission on the Zenda fire was hailed by dockers.",
     "Dockers pressed the port to heed the commission on the Zenda fire, which found fault."),
    # something came and something went
    ("Dockers were arbitrarily detained for songs sung at the quay.",
     "Dockers were routinely detained for songs sung at the quay."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SILENT)
def test_it_is_kept_silent_in_both_orders(old: str, new: str) -> None:
    assert not directed(old, new)
    assert not directed(new, old)


def test_one_body_goes_on_where_it_is_named_on_both_sides() -> None:
    old = "The council promised an inquiry into the fire at the Zenda dock."
    new = "The inquiry into the fire at the Zenda dock found that guards had slept."
    assert directed(old, new) == {Facet.STATUS_CHANGED}


def test_what_became_a_crime_is_reversed_across_organizations() -> None:
    old, new, _ = TOLD[3]
    assert directed(old, new, "cross_organization") == {Facet.CONTRADICTED}


def test_the_words_of_a_denial_are_shown() -> None:
    old, new, _ = TOLD[2]
    told = next(s for s in signals(old, new) if s.rule == "nobody")
    assert (told.old_words, told.new_words) == ("No executions", "executed")


def test_two_counts_of_people_are_no_risk_come_true() -> None:
    sides = []
    for text, number in (
        ("Some 900 dockers in Zenda faced threats of eviction by the port.", 900.0),
        ("Some 40 dockers in Zenda were evicted by the port.", 40.0),
    ):
        digits = f"{number:.0f}"
        start = text.index(digits)
        span = Span(start, start + len(digits))
        count = Quantity(
            id="q1", span=span, core=span, kind=QuantityKind.COUNT, value=number, counted="dockers"
        )
        sides.append(Claim(text, [Span(0, len(text))], quantities=(count,)))
    found = facets_of(*sides, [], ComparisonKind.YEAR_OVER_YEAR)
    assert not {s.facet for s in found} & {Facet.STRENGTHENED, Facet.SOFTENED}
