"""Laws of the timeline, for any reports in any order."""

from __future__ import annotations

import itertools

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.comparison_fixture import make_report

from rights_diff.model import QuantityKind, Report
from rights_diff.model.timeline import ThreadStatus, Timeline
from rights_diff.rendering.timeline_html import timeline_html
from rights_diff.rendering.timeline_text import timeline_text
from rights_diff.timelines.building import build
from rights_diff.timelines.editions import without_copies

FIGURES = [
    "at least 40",
    "12",
    "more than 3,000",
    "up to 900",
    "thousands of",
    "between 20 and 30",
    "several",
    "one",
    "no",
    "1,127",
]
COUNTED = ["people", "prisoners", "activists", "homes", "camps", "North Ruritanians"]
ENDS = [
    "were held without charge in camps near the border.",
    "arrived in Freedonia during the year.",
    "were destroyed by the army in the valley.",
    "remained in detention at the end of the year.",
    "were living in Freedonia.",
    "left the country, compared to 808 in 2012 and 1,127 in 2013.",
]
SHARES = [
    "About 40 percent of women owned a telephone.",
    "Officials earned 300 won per month ($12).",
    "The sixth nuclear test was held in 2017.",
    "The number of refugees fell from 2015 (1,127) to 2016 (808).",
    "It was the lowest number since 2003.",
]


def _lines() -> st.SearchStrategy[str]:
    told = st.tuples(st.sampled_from(FIGURES), st.sampled_from(COUNTED), st.sampled_from(ENDS))
    said = told.map(lambda t: f"{t[0][:1].upper()}{t[0][1:]} {t[1]} {t[2]}")
    return st.one_of(said, st.sampled_from(SHARES))


@st.composite
def _reports(draw: st.DrawFn, least: int = 2, most: int = 5) -> list[Report]:
    count = draw(st.integers(least, most))
    return [
        make_report(
            {"Detention": draw(st.lists(_lines(), min_size=1, max_size=5, unique=True))},
            year=draw(st.integers(2012, 2017)),
            organization=draw(st.sampled_from(["Watch Group", "Rights Office"])),
        )
        for _ in range(count)
    ]


def _points(timeline: Timeline) -> set[tuple[str, int | None, int, int]]:
    """The points of all series, by report and place."""
    reports = {e.id: e.report for e in timeline.editions}
    return {
        (
            reports[p.report].text,
            reports[p.report].metadata.published_year,
            p.span.start,
            p.span.end,
        )
        for s in timeline.series
        for p in s.points
    }


@given(_reports(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(reports, random):
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert build(reports).to_json() == build(shuffled).to_json()


@given(_reports(3))
def test_another_report_never_takes_a_point_away(reports):
    assume(not without_copies(reports)[1])  # a copy of a report is left out
    assert _points(build(reports[:-1])) <= _points(build(reports))


@given(_reports())
def test_a_series_has_one_unit_and_quotes_its_reports(reports):
    timeline = build(reports)
    quantities = {(e.id, q.id): q for e in timeline.editions for q in e.report.quantities}
    for series in timeline.series:
        assert len({p.report for p in series.points}) > 1
        assert len({(p.report, p.quantity) for p in series.points}) == len(series.points)
        for point in series.points:
            quantity = quantities[point.report, point.quantity]
            assert quantity.unit == series.unit or quantity.kind is QuantityKind.RANK
            report = timeline.edition(point.report).report
            assert point.span.of(report.text) == point.quote
            assert report.sentence(point.sentence).span.contains(point.span)


@given(_reports())
def test_ids_are_unique_and_points_stand_by_year(reports):
    timeline = build(reports)
    for ids in (
        [e.id for e in timeline.editions],
        [s.id for s in timeline.series],
        [t.id for t in timeline.threads],
    ):
        assert len(set(ids)) == len(ids)
    for series in timeline.series:
        years = [9999 if p.as_of is None else p.as_of for p in series.points]
        assert years == sorted(years)
        assert series.label.strip()


@given(_reports())
def test_threads_quote_their_reports_and_no_sentence_is_in_two(reports):
    timeline = build(reports)
    for thread in timeline.threads:
        told = [p for p in thread.points if p.sentences]
        bodies = [timeline.edition(p.report).organization for p in told]
        assert len(told) > 1
        perhaps = set(thread.perhaps)
        assert thread.organizations == tuple(b for b in dict.fromkeys(bodies) if b not in perhaps)
        assert {j.organization for j in thread.joins} == set(bodies) - {bodies[0]}
        for point in told:
            report = timeline.edition(point.report).report
            quotes = [report.sentence(s).span.of(report.text) for s in point.sentences]
            assert point.quote == " ".join(quotes)
    homes = [(p.report, s) for t in timeline.threads for p in t.points for s in p.sentences]
    assert len(set(homes)) == len(homes)


@given(_reports())
def test_each_status_follows_from_the_points_before(reports):
    timeline = build(reports)
    order = {e.id: n for n, e in enumerate(timeline.editions)}
    for thread in timeline.threads:
        assert [order[p.report] for p in thread.points] == sorted(
            {order[p.report] for p in thread.points}
        )
        last: dict[str | None, ThreadStatus] = {}
        for n, point in enumerate(thread.points):
            who = timeline.edition(point.report).organization
            before = last.get(who)
            assert (point.status is ThreadStatus.BORN) == (n == 0)
            joins = point.status in {ThreadStatus.JOINED, ThreadStatus.PERHAPS}
            assert joins == (n > 0 and before is None)
            assert (point.status is ThreadStatus.PERHAPS) == (joins and who in thread.perhaps)
            if point.status is ThreadStatus.RETURNED:  # not each claim after a gap is the same
                assert before is ThreadStatus.DROPPED
            assert (point.status is ThreadStatus.DROPPED) == (not point.sentences)
            assert (point.score is None) == (not point.sentences)
            last[who] = point.status


@given(_reports())
def test_a_stale_claim_ends_word_for_word_in_the_newest_edition(reports):
    timeline = build(reports)
    for thread in timeline.threads:
        if thread.stale_since is None:
            continue
        own = [e for e in timeline.editions if e.organization == thread.stale_by]
        run = [p for e in own for p in thread.points if p.report == e.id and p.sentences]
        run = [p for p in run if (timeline.edition(p.report).year or 0) >= thread.stale_since]
        assert run[-1].report == own[-1].id
        assert run[-1].status is ThreadStatus.REPEATED
        assert set(run[-1].quote.split(". ")) <= {
            part for p in run[:-1] for part in p.quote.split(". ")
        } | {run[-1].quote}


@given(_reports(3))
def test_another_report_never_parts_what_stands_word_for_word(reports):
    """Of sentences that are the only ones with their words in their reports."""

    def together(timeline: Timeline) -> set[tuple[str, ...]]:
        texts = {e.id: e.report.text for e in timeline.editions}
        return {
            (texts[p.report], texts[q.report], p.quote)
            for t in timeline.threads
            for p, q in itertools.combinations([p for p in t.points if p.sentences], 2)
            if p.quote == q.quote and len(p.sentences) == 1
        }

    assume(not without_copies(reports)[1])
    assert together(build(reports[:-1])) <= together(build(reports))


@given(_reports())
def test_the_page_leads_each_mark_to_its_row_and_the_text_stays_plain(reports):
    timeline = build(reports)
    page = timeline_html(timeline)
    ids = {part.split('"', 1)[0] for part in page.split(' id="')[1:]}
    targets = {part.split('"', 1)[0] for part in page.split('href="#')[1:]}
    # An address with "=" is a state of the filters, not a place.
    assert {t for t in targets if "=" not in t} <= ids
    assert page == timeline_html(timeline)
    assert all(
        f'id="{s.id}-{n}"' in page for s in timeline.series for n, _ in enumerate(s.points, 1)
    )
    assert all(c == "\n" or c.isprintable() for c in timeline_text(timeline))


@given(_reports(2, 3))
def test_what_meets_is_of_one_year_and_two_organizations(reports):
    timeline = build(reports)
    for meeting in timeline.meetings:
        a, b = timeline.edition(meeting.old), timeline.edition(meeting.new)
        assert a.year == b.year == meeting.year
        assert a.organization != b.organization
    pairs = [(m.old, m.new) for m in timeline.meetings]
    expected = {
        frozenset((a.id, b.id))
        for a, b in itertools.combinations(timeline.editions, 2)
        if a.year == b.year and a.organization != b.organization
    }
    assert {frozenset(p) for p in pairs} == expected
