"""The first page on a whole corpus: its table, its counts, and what its opening says."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from tests.site_fixture import EDITIONS, Page, a_pair, corpus, of_records, pair

from rights_diff.model import Facet, Status
from rights_diff.model.corpus import Headline
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit
from rights_diff.rendering.site import site_pages
from rights_diff.rendering.view.site.index import index_view
from rights_diff.rendering.view.site.runs import Site


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return site_pages(corpus(190))


@pytest.fixture(scope="module")
def chain() -> dict[str, str]:
    return site_pages(corpus(12, EDITIONS, "Other Watch"))


def test_countries_have_anchors_of_their_own(chain):
    ids = Page(chain["index.html"]).ids
    assert "zembla" in ids
    assert "zembla--monitor-2012--monitor-2013" in ids


def test_all_countries_stand_in_the_table_in_order(pages):
    view = index_view(Site(corpus(190)))
    names = [row.country for row in view.tables[0].rows]
    assert len(names) == 190
    assert names.index("Östavia") < names.index("Palavia") < names.index("Zembla")
    assert Page(pages["index.html"]).text.count("Östavia") >= 1


def test_counts_leave_template_edits_out_and_keep_both_numbers():
    site = Site(corpus(40))
    view = index_view(site)
    column = [c.key for c in view.tables[0].columns].index("dropped")
    by_id = {row.id: row.cells[column] for row in view.tables[0].rows}
    touched = {p.pair for e in site.result.template_edits for p in e.places if p.status}
    assert 0 < len(touched) < 40
    for record in site.records:
        cell, dropped = by_id[record.pair.id], record.dropped
        if record.pair.id in touched:
            assert (cell.shown, cell.every) == (f"{dropped - 1:,}", f"{dropped:,}")
        else:
            assert (cell.shown, cell.every) == (f"{dropped:,}", "")


def test_a_row_counts_once_however_many_edits_it_holds_and_only_where_it_is_whole():
    result = corpus(4)
    pair = result.records[0].pair.id
    place = EditPlace(
        pair=pair, row="r1", status=Status.REVISED, facets=(Facet.SOFTENED,), figures=1
    )
    part = EditPlace(pair=pair, row="r2", whole=False, status=Status.DROPPED)
    edit = TemplateEdit(id="a", kind=EditKind.WORDING, count=1, of=4, places=(place, part))
    twice = (edit, dataclasses.replace(edit, id="b", places=(place,)))
    site = Site(dataclasses.replace(result, template_edits=twice))
    record = next(r for r in site.records if r.pair.id == pair)
    own, every = site.counts(record)
    assert own.dropped == every.dropped
    assert own.softened == max(0, every.softened - 1)
    assert own.figures == max(0, every.figures - 1)
    assert own.kept == every.kept - 1


def test_headlines_lead_to_rows_but_not_those_of_template_edits():
    result = corpus(4)
    first = result.records[0]
    told = (Headline(text="Stock sentence gone", row="r9"), Headline(text="News", row="r2"))
    records = (dataclasses.replace(first, headlines=told), *result.records[1:])
    place = EditPlace(pair=first.pair.id, row="r9", status=Status.DROPPED)
    edit = TemplateEdit(id="a", kind=EditKind.DROPPED, count=1, of=4, places=(place,))
    site = Site(dataclasses.replace(result, records=records, template_edits=(edit,)))
    row = next(r for r in index_view(site).tables[0].rows if r.id == first.pair.id)
    assert [(h.text, h.href) for h in row.headlines] == [("News", f"{row.href}#r2")]


def test_the_opening_names_who_leads():
    view = index_view(Site(corpus(190)))
    run = view.runs[0]
    dropped = next(s for s in run.sentences if s.key == "lead_dropped")
    most = max(int(x.shown.split()[0]) for x in dropped.leaders)
    column = [c.key for c in view.tables[0].columns].index("dropped")
    values = [int(r.cells[column].shown.replace(",", "")) for r in view.tables[0].rows]
    assert most == max(values)
    assert [x.shown.split(" of ")[0] for x in dropped.leaders] == [
        str(n) for n in sorted(values, reverse=True)[: len(dropped.leaders)]
    ]


def test_a_place_that_many_share_is_told_as_a_number_not_as_the_first_by_name():
    result = corpus(30)
    records = tuple(
        dataclasses.replace(r, figures_changed=9 if n == 7 else 2)
        for n, r in enumerate(result.records)
    )
    run = index_view(Site(dataclasses.replace(result, records=records))).runs[0]
    told = next(s for s in run.sentences if s.key == "lead_figures")
    assert [x.shown for x in told.leaders] == ["9"]
    assert (told.tied, told.tied_shown, told.href) == (29, "2", "#sort=figures-")


def test_nobody_leads_in_what_did_not_happen():
    result = corpus(5)
    records = tuple(dataclasses.replace(r, facets={}, figures_changed=0) for r in result.records)
    run = index_view(Site(dataclasses.replace(result, records=records))).runs[0]
    keys = {s.key for s in (*run.sentences, *run.leads)}
    assert not keys & {"lead_figures", "lead_softened", "lead_reversed", "list_strengthened"}


@pytest.mark.parametrize(("countries", "named"), [(1, 0), (3, 0), (4, 2), (6, 3)])
def test_few_countries_have_few_leaders_or_none(countries, named):
    run = index_view(Site(corpus(countries))).runs[0]
    told = [s for s in (*run.sentences, *run.leads) if s.key in ("lead_dropped", "list_kept")]
    assert [len(s.leaders) for s in told] == [named] * bool(named) * 2


def test_shares_of_short_chapters_lead_in_nothing():
    result = corpus(8)
    short = {Status.DROPPED: 3}
    records = (
        dataclasses.replace(result.records[0], statuses=short, words_old=40, words_new=4000),
        *result.records[1:],
    )
    site = Site(dataclasses.replace(result, records=records, template_edits=()))
    named = {
        x.name
        for s in index_view(site).runs[0].leads
        if s.key in ("list_kept", "list_longer")
        for x in s.leaders
    }
    assert site.result.records[0].pair.country not in named


def test_runs_stand_by_year_and_the_newest_is_open():
    site = Site(corpus(12, EDITIONS, "Other Watch"))
    view = index_view(site)
    assert [r.label for r in view.runs] == [
        "Northern Rights Monitor 2010 → 2011",
        "Northern Rights Monitor 2011 → 2012",
        "Northern Rights Monitor 2012 → 2013",
        "Northern Rights Monitor 2013 and Other Watch 2013",
    ]
    assert view.chosen == "e3"
    assert [(t.across, len(t.rows)) for t in view.tables] == [(False, 36), (True, 12)]
    assert sum(r.anchor == "zembla" for t in view.tables for r in t.rows) == 1


def test_a_stray_newer_pair_does_not_open_the_site():
    result = corpus(20)
    stray = pair("Zembla", "2013", "2020")
    record = dataclasses.replace(result.records[0], pair=stray)
    site = Site(dataclasses.replace(result, records=(*result.records, record)))
    assert site.chosen == site.run(result.records[0])


def test_two_organizations_are_never_said_to_have_dropped_a_claim(chain):
    table = chain["index.html"].split('id="t-across"')[1].split("</thead>")[0]
    assert "Only in the first" in table
    assert "No longer reported" not in table


def test_one_country_through_the_years_stands_open_as_a_whole():
    years = ["2011", "2012", "2013", "2014"]
    steps = [a_pair("Balland", old, new) for old, new in itertools.pairwise(years)]
    view = index_view(Site(dataclasses.replace(corpus(3), **of_records(steps))))
    assert len(view.runs) == 3
    assert view.chosen == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (1000, 270, "1,000 → 270 words (−73%): the edition was cut"),
        (1000, 1600, "1,000 → 1,600 words (+60%): some of what is new"),
        (1000, 800, ""),
    ],
)
def test_an_edition_that_was_cut_or_grew_is_told(old, new, said):
    made = dataclasses.replace(a_pair("Balland", "2011", "2012"), words_old=old, words_new=new)
    (run,) = index_view(Site(dataclasses.replace(corpus(3), **of_records([made])))).runs
    told = " ".join(run.totals)
    assert said in told
    assert said or "All chapters together" not in told


def test_files_of_data_stand_by_folder():
    files = ["data/corpus.sqlite", "data/csv/alone.csv", "data/csv/pairs.csv"]
    found = index_view(Site(corpus(3)), files).downloads
    assert [len(d.files) for d in found] == [1, 2]
    assert found[1].label == "data/csv: 2 files"
    assert found[1].files[0] == ("data/csv/alone.csv", "alone.csv")


def test_a_corpus_is_called_by_its_first_and_last_editions():
    headline = index_view(Site(corpus(12, EDITIONS, "Other Watch"))).frame.headline
    assert headline.startswith("Northern Rights Monitor 2010 → 2013 · 12 countries · 48 pairs")


def test_a_corpus_of_two_organizations_alone_is_called_by_both():
    result = corpus(4, ("2012", "2013"), "Other Watch")
    both = tuple(r for r in result.records if r.pair.new.organization == "Other Watch")
    view = index_view(Site(dataclasses.replace(result, records=both)))
    assert view.frame.headline.startswith("Northern Rights Monitor 2013 and Other Watch 2013 ·")
    assert view.cite.startswith("Northern Rights Monitor 2013 and Other Watch 2013: 4 pairs")
