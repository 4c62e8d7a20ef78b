"""Claims followed from edition to edition, and two organizations on one year."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.alignment import align
from rights_diff.comparison.claims import ReportIndex
from rights_diff.errors import CompareError
from rights_diff.model.timeline import Agreement, ClaimThread, ThreadStatus
from rights_diff.timelines.building import build
from rights_diff.timelines.claim_joins import joins_of
from rights_diff.timelines.claim_labels import shortened
from rights_diff.timelines.claim_ties import ClaimTies, claim_ties, editions_compared
from rights_diff.timelines.claim_turns import Turns
from rights_diff.timelines.claim_words import Beside
from rights_diff.timelines.editions import editions_of

S = ThreadStatus
STANDING = "Guards beat detainees with sticks in the cells of the northern prison."
CHANGED = "Guards beat most detainees with sticks in the cells of the northern prison."
HEDGED = "Guards reportedly beat detainees with sticks in the cells of the northern prison."
OTHER = "The government signed a treaty on the rights of children in the autumn."


def told(year: int, *lines: str, organization: str = "Watch Group") -> rd.Report:
    return make_report({"Torture": lines}, year=year, organization=organization)


def thread(label: str, *reports: rd.Report) -> ClaimThread:
    return next(t for t in build(reports).threads if t.label == label.rstrip("."))


def steps(found: ClaimThread) -> list[tuple[str, ThreadStatus]]:
    return [(p.report, p.status) for p in found.points]


def test_a_claim_repeated_word_for_word_is_stale_since_its_first_year() -> None:
    found = thread(STANDING, *(told(y, STANDING, OTHER) for y in (2014, 2015, 2016)))
    assert [p.status for p in found.points] == [S.BORN, S.REPEATED, S.REPEATED]
    assert found.stale_since == 2014


def test_a_claim_that_is_edited_is_not_stale() -> None:
    found = thread(CHANGED, told(2014, STANDING, OTHER), told(2015, CHANGED, OTHER))
    assert found.points[-1].status not in {S.REPEATED, S.DROPPED, S.BORN}
    assert found.stale_since is None


def test_a_claim_is_dropped_and_told_again() -> None:
    reports = told(2014, STANDING, OTHER), told(2015, OTHER), told(2016, STANDING, OTHER)
    found = thread(STANDING, *reports)
    assert [p.status for p in found.points] == [S.BORN, S.DROPPED, S.RETURNED]
    assert found.points[1].quote == ""


def test_a_claim_comes_back_after_any_absence() -> None:
    years = {2012: (STANDING, OTHER), 2013: (OTHER,), 2014: (OTHER,), 2018: (STANDING, OTHER)}
    found = thread(STANDING, *(told(y, *lines) for y, lines in years.items()))
    assert [p.status for p in found.points] == [S.BORN, S.DROPPED, S.RETURNED]
    assert [p.report[-4:] for p in found.points] == ["2013", "2014", "2019"]
    assert found.stale_since is None


def test_years_without_a_report_drop_nothing() -> None:
    found = thread(STANDING, told(2010, STANDING, OTHER), told(2017, STANDING, OTHER))
    assert [p.status for p in found.points] == [S.BORN, S.REPEATED]
    assert found.stale_since == 2010


def test_another_organization_joins_and_is_compared_with_itself() -> None:
    office = {"organization": "Rights Office"}
    found = thread(
        STANDING,
        told(2014, STANDING, OTHER),
        told(2015, STANDING, OTHER, **office),
        told(2016, CHANGED, OTHER),
        told(2017, STANDING, OTHER, **office),
    )
    assert steps(found) == [
        ("watch-group-2015", S.BORN),
        ("rights-office-2016", S.JOINED),
        ("watch-group-2017", found.points[2].status),
        ("rights-office-2018", S.REPEATED),
    ]
    assert found.points[2].status not in {S.REPEATED, S.JOINED, S.RETURNED}
    assert found.organizations == ("Watch Group", "Rights Office")
    assert (found.stale_since, found.stale_by) == (2015, "Rights Office")


def test_what_one_organization_drops_the_other_may_still_tell() -> None:
    office = {"organization": "Rights Office"}
    found = thread(
        STANDING,
        told(2014, STANDING, OTHER),
        told(2014, STANDING, OTHER, **office),
        told(2015, OTHER),
        told(2015, STANDING, OTHER, **office),
    )
    assert [(p.report, p.status) for p in found.points if p.report.endswith("2016")] == [
        ("rights-office-2016", S.REPEATED),
        ("watch-group-2016", S.DROPPED),
    ]


def test_a_report_without_a_year_stands_last_and_drops_nothing() -> None:
    page = told(2014, STANDING)
    page = replace(
        page, metadata=replace(page.metadata, covered_years=(), published_year=None, edition=None)
    )
    found = thread(STANDING, page, told(2014, STANDING, OTHER), told(2015, OTHER))
    assert [p.status for p in found.points] == [S.BORN, S.DROPPED, S.UNDATED]
    assert all(OTHER not in p.quote for p in found.points)


def test_claims_of_one_matter_are_kept_apart() -> None:
    reports = [
        told(2014, "Guards beat detainees in the northern prison.", OTHER),
        told(2014, "The northern prison was built by detainees.", OTHER, organization="Office"),
    ]
    assert {len(t.points) for t in build(reports).threads} == {2}
    assert all("Guards" not in t.points[0].quote for t in build(reports).threads)


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ((STANDING, STANDING), (STANDING,), S.REPEATED),
        ((STANDING,), (STANDING, CHANGED), S.UPDATED),
        ((HEDGED,), (STANDING,), S.STRENGTHENED),
        ((STANDING,), (HEDGED,), S.SOFTENED),
        (("Guards did not beat detainees.",), ("Guards beat detainees.",), S.CONTRADICTED),
    ],
)
def test_turns(old: tuple[str, ...], new: tuple[str, ...], status: ThreadStatus) -> None:
    assert turn(old, new) is status


def turn(old: tuple[str, ...], new: tuple[str, ...]) -> ThreadStatus:
    editions = editions_of([told(2014, *old), told(2015, *new)])
    indexes = [ReportIndex(e.report) for e in editions]
    ids = [tuple(s.id for s in e.report.sentences) for e in editions]
    ties = claim_ties(editions, lambda a, b: align(a.report, b.report))
    turns = Turns(editions, indexes, ties, Beside(editions, indexes))
    return turns.between(0, ids[0], 1, ids[1]).status


def test_a_sentence_that_was_split_or_cut_short_is_no_turn() -> None:
    long = HEDGED[:-1] + ", where forty men shared two rooms without light, water or a stove."
    assert turn((long,), ("Guards beat detainees.",)) is S.UPDATED
    assert turn((STANDING,), (HEDGED, "The cells of the northern prison were cold.")) is S.UPDATED


class Words:
    """How much two sentences' common words tell."""

    def __init__(
        self,
        telling: dict[tuple[tuple[int, int], tuple[int, int]], float],
        one_phrase: frozenset[tuple[tuple[int, int], tuple[int, int]]] = frozenset(),
    ) -> None:
        self._telling, self._one_phrase = telling, one_phrase

    def telling(self, a: tuple[int, int], b: tuple[int, int]) -> float:
        return self._telling[min(a, b), max(a, b)]

    def share_one_phrase(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        return (min(a, b), max(a, b)) in self._one_phrase


@pytest.mark.parametrize(
    ("likely", "telling", "sure"),
    [(0.95, 0.0, True), (0.7, 0.1, False), (0.7, 2.0, True), (0.3, 2.0, False)],
)
def test_an_organization_whose_words_are_no_sure_pair_tells_it_perhaps(
    likely: float, telling: float, *, sure: bool
) -> None:
    editions = editions_of([told(2014, STANDING), told(2015, HEDGED, organization="Rights Office")])
    pair = (0, 0), (1, 0)
    ties = ClaimTies(
        compared=frozenset({(0, 1)}),
        strengths={pair: likely},
        paired=frozenset({pair}),
        exact=frozenset(),
        together=frozenset(),
        organizations=tuple(e.organization for e in editions),
    )
    (join,) = joins_of(pair, editions, ties, Words({pair: telling}))
    assert (join.organization, join.sure) == ("Rights Office", sure)
    assert (join.other, join.report) == ("watch-group-2015", "rights-office-2016")


def test_a_thread_counts_only_organizations_that_surely_tell_it() -> None:
    lines = (told(2014, STANDING), told(2015, STANDING, organization="Rights Office"))
    found = thread(STANDING, *lines)
    assert (found.organizations, found.perhaps) == (("Watch Group", "Rights Office"), ())
    assert [p.status for p in found.points] == [S.BORN, S.JOINED]


def test_a_report_that_speaks_of_itself_makes_no_claim() -> None:
    itself = "(This chapter is a sample written for the readers of this small library.)"
    reports = [told(2014, itself, STANDING), told(2015, itself, STANDING)]
    assert [t.label for t in build(reports).threads] == [STANDING.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (STANDING, STANDING[:-1]),
        ("In addition, guards beat the men.", "Guards beat the men"),
        (
            "Officials held hundreds of farmers in cells below the northern prison without charge"
            " for months on end, although the law allows no more than three days in any case.",
            "Officials held hundreds of farmers in cells below the northern prison without charge"
            " for months on end …",
        ),
        (
            "Officials of the ministry told the farmers of the northern valley that their entire"
            " land had long ago been sold by the council to the army of the neighbouring state.",
            "Officials of the ministry told the farmers of the northern valley that their entire"
            " land had long ago been sold by the council …",
        ),
    ],
)
def test_labels_end_where_a_clause_does(sentence: str, label: str) -> None:
    assert shortened(sentence) == label


def test_a_label_can_be_read_alone() -> None:
    first = "Guards of the northern prison beat the farmer Anno Brandt every night in May."
    again = "They beat the farmer Anno Brandt of the northern prison every night in May."
    found = thread(first, told(2014, first, OTHER), told(2015, again, OTHER))
    assert found.points[-1].quote == again


@pytest.mark.parametrize(
    ("first", "second", "threads"),
    [
        (
            "On 3 March soldiers shot a fisher at the pier of the old harbour.",
            "On 9 November soldiers shot a student at the gate of the old harbour.",
            0,
        ),
        (
            "As of March courts had sentenced 40 fishers of the old harbour to prison.",
            "As of November courts had sentenced 90 fishers of the old harbour to prison.",
            1,
        ),
    ],
)
def test_two_events_of_a_kind_are_two_claims_and_a_new_count_is_one(
    first: str, second: str, threads: int
) -> None:
    assert len(build([told(2014, first), told(2015, second)]).threads) == threads


def test_a_pointer_to_another_text_is_no_claim() -> None:
    pointers = "See the annual report on prisons.", "For details, please see section 6."
    found = build([told(2014, STANDING, *pointers), told(2015, STANDING, *pointers)]).threads
    assert [t.label for t in found] == [STANDING[:-1]]


def test_few_reports_are_all_compared_and_many_long_ones_by_nearness() -> None:
    few = editions_of([told(y, STANDING) for y in range(2010, 2016)])
    assert len(editions_compared(few)) == 15
    long = [f"Guards beat detainee number {n} in the cells." for n in range(500)]
    many = editions_of([told(y, *long) for y in range(2004, 2020)])
    compared = editions_compared(many)
    assert {(n, n + 1) for n in range(15)} <= set(compared)
    assert {j - i for i, j in compared} == {1, 2}
    assert sum(len(e.report.sentences) for pair in compared for e in (many[n] for n in pair)) < 26e3


def test_two_bodies_on_one_year_agree_or_differ() -> None:
    def say(number: str, who: str) -> rd.Report:
        line = f"Police killed {number} protesters in the northern capital in May 2016."
        return told(2016, line, OTHER, organization=who)

    for number, expected in (("40", Agreement.AGREE), ("75", Agreement.DIFFER)):
        (meeting,) = build([say("40", "Watch Group"), say(number, "Rights Office")]).meetings
        assert meeting.year == 2016
        assert [f[3] for f in meeting.figures] == [expected]


def test_compare_many_pairs_editions_and_bodies() -> None:
    reports = [
        told(2014, STANDING),
        told(2016, STANDING),
        told(2016, STANDING, organization="Rights Office"),
        told(2017, STANDING, organization="Rights Office"),
    ]
    found = rd.compare_many(list(reversed(reports)))

    def name(report: rd.Report) -> tuple[str | None, int | None]:
        return report.metadata.organization, report.metadata.covered_years[-1]

    assert [(name(c.old), name(c.new)) for c in found] == [
        (("Watch Group", 2014), ("Watch Group", 2016)),
        (("Rights Office", 2016), ("Watch Group", 2016)),
        (("Rights Office", 2016), ("Rights Office", 2017)),
    ]


@pytest.mark.parametrize("make", [rd.timeline, rd.compare_many])
def test_one_report_is_too_few_and_countries_do_not_mix(make) -> None:
    with pytest.raises(CompareError, match="at least two"):
        make([told(2014, STANDING)])
    elsewhere = make_report({"Torture": [STANDING]}, year=2015, country="Freedonia")
    with pytest.raises(CompareError):
        make([told(2014, STANDING), elsewhere])
