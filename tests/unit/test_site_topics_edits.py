"""The pages on topics and on template edits of a whole corpus."""

from __future__ import annotations

import dataclasses

import pytest
from tests.site_fixture import EDITIONS, a_pair, corpus, of_records

from rights_diff.model import Status
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit
from rights_diff.rendering.site import site_pages
from rights_diff.rendering.view.site.edits import edits_view
from rights_diff.rendering.view.site.runs import Site
from rights_diff.rendering.view.site.topics import topics_view


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return site_pages(corpus(190))


def test_topics_say_words_and_claims_with_and_without_template_edits():
    site = Site(corpus(6))
    view = topics_view(site)
    codes = [c.code for c in view.columns]
    touched = site.result.template_edits[0].places[0]
    record = next(r for r in site.records if r.pair.id == touched.pair)
    row = next(r for r in view.rows if r.country == record.pair.country)
    values = {m: v.split(",") for m, v in row.values}
    assert {len(v) for v in values.values()} == {len(codes)}
    for t in record.topics:
        at = codes.index(t.topic)
        assert values["dropped_every"][at] == str(t.dropped or "")
        gone = t.dropped - (t.topic in touched.topics)
        assert values["dropped"][at] == (str(gone) if gone > 0 else "")
        assert values["added"][at] == str(t.added or "")
        shift = round(t.new_per_thousand) - round(t.old_per_thousand)
        assert values["shift"][at] == str(shift or "")


def test_topics_of_all_countries_add_up():
    result = corpus(9)
    line = topics_view(Site(result)).runs[0].lines[0]
    old = sum(r.words_old for r in result.records)
    words = sum(t.words_old for r in result.records for t in r.topics if t.topic == line.code)
    assert line.old == f"{1000 * words / old:,.0f}"


def test_too_few_pairs_to_share_an_edit_are_told():
    made = [a_pair("Balland", "2011", "2012")]
    view = edits_view(Site(dataclasses.replace(corpus(3), **of_records(made))))
    assert "4 pairs of the same two editions or more, and here there are at most 1" in view.none


def test_background_is_no_news():
    told = [s for r in topics_view(Site(corpus(60))).runs for s in r.sentences]
    assert told
    assert not {"Background", "Overview"} & {x.name for s in told for x in s.leaders}


def test_each_template_edit_stands_once_with_its_places(pages):
    result = corpus(190)
    view = edits_view(Site(result))
    told = {e.id: e for run in view.runs for e in run.edits}
    assert set(told) == {"t1", "t2"}
    assert told["t2"].count == "190 of 190"
    assert [p.kind for p in told["t2"].new] == ["same"]
    assert len(told["t1"].places) == len(result.template_edits[0].places)
    assert told["t1"].places[0].href.endswith(".html#r3")
    markup = pages["template-edits.html"]
    assert markup.index("190 of 190") < markup.index(told["t1"].count)


def test_a_country_with_the_same_edit_twice_is_named_once():
    result = corpus(3)
    pair = result.records[1].pair.id
    places = tuple(EditPlace(pair=pair, row=row, status=Status.ADDED) for row in ("r8", "r9"))
    edit = TemplateEdit(id="x", kind=EditKind.ADDED, new="None.", count=1, of=3, places=places)
    shown = edits_view(Site(dataclasses.replace(result, template_edits=(edit,)))).runs[0].edits[0]
    assert [p.href for p in shown.places] == [f"countries/{pair}.html#r8"]


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        (EditKind.HEADING, "A", "B", "a heading was renamed"),
        (EditKind.HEADING, "A", "", "a heading is gone"),
        (EditKind.FACT, "", "B", "a line of the box at the top is new"),
        (EditKind.WORDING, "provides", "provided", "a phrase was reworded"),
        (EditKind.ADDED, "", "B", "a sentence is new"),
        (EditKind.CHANGED, "A", "B", "a sentence was reworded"),
    ],
)
def test_kinds_of_edits_are_said_in_words(kind, old, new, said):
    edit = TemplateEdit(id="x", kind=kind, old=old, new=new, count=5, of=9, held=6)
    site = Site(dataclasses.replace(corpus(3), template_edits=(edit,)))
    shown = edits_view(site).runs[0].edits[0]
    assert shown.label == said
    assert "6" in shown.held


def test_the_edits_of_the_run_that_stands_open_come_first():
    result = corpus(6, EDITIONS)
    first = next(r for r in result.records if r.pair.new.edition == "2011")
    place = EditPlace(pair=first.pair.id, row="r1", status=Status.ADDED)
    old = TemplateEdit(id="x", kind=EditKind.ADDED, new="None.", count=6, of=6, places=(place,))
    site = Site(dataclasses.replace(result, template_edits=(old, *result.template_edits)))
    assert [r.label[-11:] for r in edits_view(site).runs] == ["2012 → 2013", "2010 → 2011"]
