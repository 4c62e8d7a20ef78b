"""Words of degree, hedges and lists in sentences where they say little, and where they do."""

from __future__ import annotations

import pytest

from rights_diff.comparison.claims import Claim
from rights_diff.comparison.facets import facets_of
from rights_diff.model import ComparisonKind, Facet, Span

# A facet told of one order of the two sentences, and that of the other order.
MIRRORED = {Facet.SOFTENED: Facet.STRENGTHENED, Facet.STRENGTHENED: Facet.SOFTENED}


def facets(old: str, new: str) -> set[Facet]:
    sides = [Claim(text, [Span(0, len(text))]) for text in (old, new)]
    return {s.facet for s in facets_of(*sides, [], ComparisonKind.YEAR_OVER_YEAR)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a part of the sentence went, with its words of degree
        (
            "The code may not be greatly narrowed, and judges say what a port is.",
            "Judges say what a port is.",
        ),
        (
            "Numerous harsh pamphlets against dockers were printed.",
            "Harsh pamphlets against dockers were printed.",
        ),
        (
            "Floggings continued to be ordered and carried out, although it was not possible to "
            "learn the number.",
            "Floggings continued to be ordered and carried out.",
        ),
        (
            "Penalties for theft are four years in jail, with exile or hard labour as possible "
            "penalties under the law.",
            "Penalties for theft are four years in jail.",
        ),
        # what is graded is another matter, or told in other words
        (
            "Widespread theft within the harbour guard continued.",
            "Widespread theft and waste continued to blight the courts of Ruritania.",
        ),
        (
            "Large numbers of mainly young dockers fled the port.",
            "Dockers continued to flee the port in large numbers.",
        ),
        (
            "In April the port evicted hundreds of dockers from their huts in Zenda.",
            "Hundreds of dockers remained without huts.",
        ),
        (
            "A large majority of dockers must work unpaid at the port.",
            "The union found that dockers do unpaid work at the port each year.",
        ),
        (
            "Dockers, some of them boys, were often beaten and robbed.",
            "Beating and robbing of dockers was widespread.",
        ),
        (
            "Large numbers of dockers were held in cellars and others in ships, many in the heat.",
            "Many dockers were held in ships or cellars, often in the heat.",
        ),
        (
            "Guards refused some traders entry to the trials.",
            "The guards’ practice was to refuse traders entry to trials at will.",
        ),
        # the same persons or things in another order
        (
            "Several union leaders and printers were killed, threatened and beaten.",
            "Several printers and union leaders were killed, attacked or threatened.",
        ),
        (
            "The mayor set safety and health rules, which were current and fit for the docks.",
            "The mayor set safety and health rules, which were up to date and fit for the docks.",
        ),
        (
            "The charter says courts are free and that courts will follow the law.",
            "The charter says courts are free, and courts will follow the law.",
        ),
        # a concession, an aside, a custom
        (
            "Dockers faced beatings and lived in fear.",
            "Despite some pledges by the mayor to stop beatings, dockers faced beatings and lived "
            "in fear.",
        ),
        (
            "There were reports of 30 thefts, mostly in the old harbour.",
            "There were reports of 30 thefts in the old harbour.",
        ),
        (
            "Methods reported included beatings, threats and hunger in the jail.",
            "Commonly reported methods included beatings, threats and hunger in the jail.",
        ),
        (
            "Others tried after the strike remained in jail.",
            "Many, including some tried after the strike, remained in jail.",
        ),
        # a hedge of what is good; a wish beside a deed
        (
            "The mayor closed the shop for legitimate reasons.",
            "The mayor closed the shop for seemingly legitimate reasons.",
        ),
        (
            "Those responsible for the thefts were rarely held to account.",
            "The union called for those responsible for the thefts to be held to account.",
        ),
        (
            "The tribunal ordered the arrest of five leaders of the union for theft.",
            "The union demanded the release of leaders held on theft charges.",
        ),
        (
            "The council kept a ban on floggings that has been in force since 1993.",
            "There were no floggings; the mayor kept a ban on floggings in place since 1993.",
        ),
        (
            "The mayor reported she had heard that 200 dockers were held, at risk of exile once "
            "the port opened.",
            "The mayor said in 2022 that 200 dockers were held in the port awaiting exile.",
        ),
        # the same source, which only one side tells more of
        (
            "The board concluded that a third of dockers held such views.",
            "During the year the board published its report, which concluded that a third of "
            "dockers held such views.",
        ),
        (
            "Observers of the harbour noted the party had undue gains, and the other party and "
            "some unions called the vote unfair.",
            "The observers also noted the main party had an undue gain because of curbs on the "
            "press.",
        ),
    ],
)
def test_words_that_change_nothing_of_what_is_said(old: str, new: str) -> None:
    assert facets(old, new) == facets(new, old) == set()


@pytest.mark.parametrize(
    ("old", "new", "facet"),
    [
        (
            "The charter lets dockers speak, but the council banned the exercise of these rights.",
            "The charter lets dockers speak, but the council widely banned the exercise of these "
            "rights.",
            Facet.STRENGTHENED,
        ),
        (
            "There were reports of beatings in the harbour jail and on ships.",
            "Beatings in the jail remained common, and guards went unpunished.",
            Facet.STRENGTHENED,
        ),
        ("Many dockers fled the port.", "Thousands of dockers fled the port.", Facet.STRENGTHENED),
        (
            "Tens were sent to jail after unfair trials.",
            "Some were sent to jail after unfair trials.",
            Facet.SOFTENED,
        ),
        (
            "Boys were routinely held with men in the harbour jail.",
            "Guards continued to hold boys in the jail with men.",
            Facet.SOFTENED,
        ),
        (
            "Lodgers, tenants and squatters were attacked and killed in the port.",
            "Lodgers, sailors and squatters remained at risk of attack and killing in the port.",
            Facet.SOFTENED,
        ),
        (
            "The HDU reported that dockers were held in cellars.",
            "Dockers were held in cellars.",
            Facet.ATTRIBUTION_CHANGED,
        ),
        (
            "Rapid Port Guard (RPG) men and other guards held more than 50 dockers.",
            "Families said Rapid Port Guard (RPG) men and other guards held more than 50 dockers.",
            Facet.ATTRIBUTION_CHANGED,
        ),
    ],
)
def test_words_that_make_a_claim_firmer_looser_or_of_another(
    old: str, new: str, facet: Facet
) -> None:
    assert facets(old, new) == {facet}
    assert facets(new, old) == {MIRRORED.get(facet, facet)}
