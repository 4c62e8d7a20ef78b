"""Who says so: one source written in two ways, no source at all, and people of another case."""

from __future__ import annotations

import pytest

from rights_diff.comparison.claims import Claim
from rights_diff.comparison.claims.contrast import flip
from rights_diff.comparison.facets import facets_of
from rights_diff.model import ComparisonKind, DateMention, Facet, Signal, Span

_KIND = ComparisonKind.YEAR_OVER_YEAR


def claim(sentence: str, *, before: str = "", year: int | None = None) -> Claim:
    text = before + sentence
    return Claim(text, [Span(len(before), len(text))], year=year)


def told(old: Claim, new: Claim, *, moved: bool = False) -> tuple[Signal, ...]:
    return facets_of(old, new, [], _KIND, moved=moved)


SAME_SOURCE = [
    ("According to the 2018 HDU white paper, wages fell at the quay.",
     "According to HDU's white paper for 2018, wages fell at the quay."),
    ("The Harbour Dockers Union reported that wages fell at the quay.",
     "HDU reported that wages fell at the quay."),
    ("The charter states dockers have a right to rest.",
     "The charter stated dockers had a right to rest."),
    ("Dockers reported that wages fell at the quay.",
     "Dockers continued to report that wages fell at the quay."),
    ("Escapees reported that wages fell at the quay.",
     "Defectors reported that wages fell at the quay."),
    ("The panel noted that wages fell at the quay.",
     "The panel noted, however, that wages fell at the quay."),
    ("The harbour ran according to a classic Ruritanian model, with a duty to load ships.",
     "The harbour had a duty to load ships."),
    ("Wage data are at https://harbour.test/reports/said/wages.html.",
     "Wage data are at https://harbour.test/reports/wages.html."),
    ("Many trials concluded quickly behind closed doors.",
     "Trials often concluded quickly behind closed doors."),
    ("The harbour raised the fees.", "The harbour raised the fees, but unions reported no change."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAME_SOURCE)
def test_one_source_in_other_words_is_no_change(old: str, new: str) -> None:
    for a, b in ((old, new), (new, old)):
        facets = {s.facet for s in told(claim(a), claim(b))}
        assert Facet.ATTRIBUTION_CHANGED not in facets


def test_an_abbreviation_of_other_letters_is_known_from_the_brackets_of_its_report() -> None:
    before = "The Archive Centre for Ruritanian Dockers (RDAC) counts wages. "
    old = claim("The Archive Centre for Ruritanian Dockers said wages fell.", before=before)
    new = claim("According to the RDAC, wages fell.")
    assert told(old, new) == ()
    assert told(new, old) == ()


SPEAKERS = [
    ("In May 2016 the Harbour Union also said wages fell.", "the Harbour Union"),
    ("Priests, bakers, and union officials said wages fell.",
     "Priests, bakers, and union officials"),
    ("According to a Harbour Union 2016 estimate, wages fell.",
     "a Harbour Union 2016 estimate"),
    ("It was noted by the Harbour Union that wages fell.", "the Harbour Union"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_a_source_is_named_in_full_and_without_the_time(sentence: str, speaker: str) -> None:
    signals = told(claim(sentence), claim("Wages fell."))
    named = [s.old_words for s in signals if s.facet is Facet.ATTRIBUTION_CHANGED]
    assert [name.removesuffix(" that wages fell") for name in named if name] == [speaker]


REVERSED = [
    ("There was a rise in the number of dockers hurt by cranes.",
     "The number of dockers hurt by cranes fell.", Facet.CONTRADICTED),
    ("The council urged the harbour to withhold the funds of the dock school.",
     "The council urged the harbour to release the funds of the dock school.",
     Facet.CONTRADICTED),
    ("A moratorium on executions continued.",
     "The army carried out its first execution since the war.", Facet.STATUS_CHANGED),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "facet"), REVERSED)
def test_movements_the_other_way_are_told(old: str, new: str, facet: Facet) -> None:
    assert facet in {s.facet for s in told(claim(old), claim(new))}
    assert flip(facet) in {s.facet for s in told(claim(new), claim(old))}


def test_the_moratorium_that_ended_is_told_wherever_it_stands() -> None:
    old, new, facet = REVERSED[2]
    assert facet in {s.facet for s in told(claim(old), claim(new), moved=True)}


def test_people_of_whom_the_other_side_tells_nothing_are_not_compared() -> None:
    old = claim("The journalists were reportedly beaten or otherwise ill-treated in the jail.")
    new = claim("Wardens beat or otherwise ill-treated many dockers held in the jail after May.")
    assert told(old, new) == ()
    assert told(new, old) == ()


def test_a_separate_case_is_not_the_next_stage_of_the_first() -> None:
    old = claim("Mr Dow and three other dockers were convicted of libel under the press law.")
    new = claim("Mr Dow was acquitted in two separate cases of libel under the press law.")
    same = claim("Mr Dow was acquitted of libel under the press law.")
    assert Facet.STATUS_CHANGED not in {s.facet for s in told(old, new)}
    assert Facet.STATUS_CHANGED in {s.facet for s in told(old, same)}


def test_what_had_been_done_years_before_is_no_next_stage() -> None:
    old = claim("The cabinet announced an inquiry into the dock fire.", year=2011)
    new = claim("The inquiry into the dock fire had been established in 2009.", year=2013)
    assert Facet.STATUS_CHANGED not in {s.facet for s in told(old, new)}


def test_what_is_lacking_is_the_same_with_and_without_its_own_denial() -> None:
    old = claim("Dockers reported lack of access to clean water and inadequate care in the jail.")
    new = claim("Dockers reported lack of access to clean water and adequate care in the jail.")
    assert told(old, new) == ()
    assert told(new, old) == ()


def test_a_year_compared_with_is_no_changed_date() -> None:
    text = "In contrast with 2018, dockers had more rest."
    year = DateMention(span=Span(17, 21), iso="2018")
    new = Claim(text, [Span(0, len(text))], dates=(year,), year=2019)
    text = "In 2016 dockers had more rest."
    old = Claim(
        text, [Span(0, len(text))], dates=(DateMention(span=Span(3, 7), iso="2016"),), year=2017
    )
    assert told(old, new) == ()
