"""The pages on a whole corpus: what they count, what they say, what they never do."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import itertools
import random
import re
import runpy
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rights_diff.errors import RenderError
from rights_diff.model import Facet, Status
from rights_diff.model.corpus import Alone, CorpusResult, Headline, PairRecord, Plan
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit
from rights_diff.rendering.site import site_pages, write_site
from rights_diff.rendering.view.site.edits import edits_view
from rights_diff.rendering.view.site.index import index_view
from rights_diff.rendering.view.site.names import page_address
from rights_diff.rendering.view.site.nav import navigation
from rights_diff.rendering.view.site.runs import Site
from rights_diff.rendering.view.site.topics import topics_view

fixture = runpy.run_path(str(Path(__file__).parents[1] / "site_fixture.py"))
corpus = fixture["corpus"]

NAMES = {"index.html", "topics.html", "template-edits.html", "alone.html", "failures.html"}
LARGEST = 400_000  # bytes of the first page of 190 countries
EDITIONS = ("2010", "2011", "2012", "2013")


class Page(HTMLParser):
    """Ids, addresses, attributes and text of a page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return site_pages(corpus(190))


@pytest.fixture(scope="module")
def chain() -> dict[str, str]:
    return site_pages(corpus(12, EDITIONS, "Other Watch"))


def test_the_pages_are_always_the_same_five(pages):
    assert set(pages) == NAMES
    assert set(site_pages(CorpusResult(plan=Plan()))) == NAMES


def test_the_same_corpus_gives_the_same_bytes_in_any_order(pages):
    result = corpus(190)
    turned = dataclasses.replace(
        result,
        records=tuple(reversed(result.records)),
        template_edits=tuple(reversed(result.template_edits)),
    )
    assert site_pages(result) == pages
    assert site_pages(turned) == pages


def test_the_first_page_stays_small(pages):
    assert len(pages["index.html"].encode()) < LARGEST


@pytest.mark.parametrize("name", sorted(NAMES))
def test_nothing_is_fetched_or_run_but_its_own_script(pages, name):
    page = pages[name]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    found = Page(page)
    assert not {a for a in found.attributes if a.startswith("on") or a in ("style", "src")}
    assert not [a for a in found.links if ":" in a.split("#")[0] or a.startswith(("/", ".."))]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_names_and_quotes_are_shown_not_run(pages, name):
    page = pages[name]
    assert "<script>alert" not in page
    assert Page(page).tags["script"] == 1
    assert "<b>Zembla" not in page
    assert "<i>Ys" not in page


def test_ids_are_unique_and_anchors_exist(pages, chain):
    for site in (pages, chain):
        for name, markup in site.items():
            page = Page(markup)
            assert len(page.ids) == len(set(page.ids)), name
            inner = {a[1:] for a in page.links if a.startswith("#") and "=" not in a}
            assert inner <= set(page.ids), name


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
    stray = fixture["pair"]("Zembla", "2013", "2020")
    record = dataclasses.replace(result.records[0], pair=stray)
    site = Site(dataclasses.replace(result, records=(*result.records, record)))
    assert site.chosen == site.run(result.records[0])


def test_two_organizations_are_never_said_to_have_dropped_a_claim(chain):
    table = chain["index.html"].split('id="t-across"')[1].split("</thead>")[0]
    assert "Only in the first" in table
    assert "No longer reported" not in table


def test_the_site_does_not_judge(pages):
    words = " ".join(Page(p).text for p in pages.values()).lower()
    assert "does not say that things got better" in words
    for word in ("improved", "removed", "worsened", "progress"):
        assert word not in words


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


def test_too_few_pairs_to_share_an_edit_are_told():
    made = [a_pair("Balland", "2011", "2012")]
    view = edits_view(Site(dataclasses.replace(corpus(3), **of_records(made))))
    assert "4 pairs of the same two editions or more, and here there are at most 1" in view.none


def test_files_of_data_stand_by_folder():
    files = ["data/corpus.sqlite", "data/csv/alone.csv", "data/csv/pairs.csv"]
    found = index_view(Site(corpus(3)), files).downloads
    assert [len(d.files) for d in found] == [1, 2]
    assert found[1].label == "data/csv: 2 files"
    assert found[1].files[0] == ("data/csv/alone.csv", "alone.csv")


def a_pair(country: str, old: str, new: str) -> PairRecord:
    return fixture["record"](fixture["pair"](country, old, new), random.Random(old + new))  # noqa: S311 - nothing secret


def of_records(records: list[PairRecord]) -> dict[str, object]:
    return {"records": tuple(records), "template_edits": ()}


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


def test_what_was_left_out_is_told_with_its_reason(pages):
    alone, failures = Page(pages["alone.html"]).text, Page(pages["failures.html"]).text
    assert "<i>Ys</i>" in alone
    assert "it stands alone" in alone
    assert "One chapter was left out." in alone
    assert "reports/2013/x.pdf" in failures
    assert "asks for a password" in failures
    assert "1 failure" in Page(pages["index.html"]).text


def test_the_disk_of_whoever_made_the_site_is_nobodys_business():
    result = corpus(3)
    report = dataclasses.replace(result.plan.alone[0].report, file="/home/me/secret/2011/ys.txt")
    other = dataclasses.replace(report, file="/home/me/secret/2013/ys.txt")
    alone = Alone(report=report, reason="the same text as /home/me/secret/2013/ys.txt")
    failure = dataclasses.replace(result.failures[0], what="/home/me/secret/2013/x.pdf")
    plan = dataclasses.replace(
        result.plan,
        reports=(other,),
        alone=(alone,),
        notes=("left aside: /home/me/secret/notes.json",),
    )
    made = site_pages(dataclasses.replace(result, plan=plan, failures=(failure,)))
    assert not [name for name, page in made.items() if "/home/me" in page]
    assert "the same text as 2013/ys.txt" in Page(made["alone.html"]).text
    assert "2013/x.pdf" in Page(made["failures.html"]).text


def test_nothing_to_tell_is_said_in_words():
    empty = {n: Page(p).text for n, p in site_pages(CorpusResult(plan=Plan())).items()}
    assert "No two reports could be compared." in empty["index.html"]
    assert "How to cite" not in empty["index.html"]
    assert "Nothing failed." in empty["failures.html"]
    assert "Every report that was read has a partner." in empty["alone.html"]
    assert "No change was made alike in several countries." in empty["template-edits.html"]


@pytest.mark.parametrize(
    "page",
    [
        "../secret.html",
        "/etc/passwd.html",
        "javascript:alert(1)//x.html",
        "//evil.example/x.html",
        "countries/../../x.html",
        "countries/x.html#a",
        "x.html?y",
        "..",
        "",
        "x.txt",
        "a b.html",
        "countries\\x.html",
    ],
)
def test_a_page_outside_the_site_is_no_link(page):
    assert page_address(page) == ""
    result = corpus(2)
    records = tuple(dataclasses.replace(r, page=page) for r in result.records)
    site = site_pages(dataclasses.replace(result, records=records))
    links = Page(site["index.html"]).links
    assert page not in links or not page
    assert "countries/" not in "".join(links)


def test_a_page_of_a_country_leads_back_and_on():
    result = corpus(5, EDITIONS)
    records = [r for r in Site(result).records if r.pair.new.edition == "2013"]
    made = navigation(result)
    first, second = Page(made(records[0])), Page(made(records[1]))
    assert "../index.html#balavia" in second.links or "../index.html" in second.links[0]
    assert f"../{records[0].page}" in second.links
    assert f"../{records[2].page}" in second.links
    assert sum("--monitor-2010--" in a or "--monitor-2011--" in a for a in second.links) == 2
    assert "../template-edits.html" in second.links
    assert f"../{records[1].page}" in first.links
    assert "<script>alert" not in "".join(made(r) for r in records)


def test_many_other_editions_of_a_country_fold():
    few, many = corpus(2, ("2010", "2011", "2012")), corpus(2, ("2009", "2010", *EDITIONS[1:]))
    assert "<details>" not in navigation(few)(few.records[0])
    folded = navigation(many)(many.records[0])
    assert "3 other comparisons" in Page(folded).text
    assert len([a for a in Page(folded).links if "countries/" in a]) >= 3


def test_a_corpus_is_called_by_its_first_and_last_editions():
    headline = index_view(Site(corpus(12, EDITIONS, "Other Watch"))).frame.headline
    assert headline.startswith("Northern Rights Monitor 2010 → 2013 · 12 countries · 48 pairs")


def test_a_corpus_of_two_organizations_alone_is_called_by_both():
    result = corpus(4, ("2012", "2013"), "Other Watch")
    both = tuple(r for r in result.records if r.pair.new.organization == "Other Watch")
    view = index_view(Site(dataclasses.replace(result, records=both)))
    assert view.frame.headline.startswith("Northern Rights Monitor 2013 and Other Watch 2013 ·")
    assert view.cite.startswith("Northern Rights Monitor 2013 and Other Watch 2013: 4 pairs")


def test_the_edits_of_the_run_that_stands_open_come_first():
    result = corpus(6, EDITIONS)
    first = next(r for r in result.records if r.pair.new.edition == "2011")
    place = EditPlace(pair=first.pair.id, row="r1", status=Status.ADDED)
    old = TemplateEdit(id="x", kind=EditKind.ADDED, new="None.", count=6, of=6, places=(place,))
    site = Site(dataclasses.replace(result, template_edits=(old, *result.template_edits)))
    assert [r.label[-11:] for r in edits_view(site).runs] == ["2012 → 2013", "2010 → 2011"]


def test_the_way_back_leads_to_the_country():
    result = corpus(5)
    ids = Page(site_pages(result)["index.html"]).ids
    made = navigation(result)
    for record in result.records:
        anchor = Page(made(record)).links[0].partition("#")[2]
        assert anchor in ids


def test_a_site_is_written_whole_and_again(tmp_path):
    (tmp_path / "index.html").write_text("older", "utf-8")
    written = write_site(corpus(3), tmp_path, downloads=("data/corpus.sqlite",))
    assert {p.name for p in written} == NAMES == {p.name for p in tmp_path.iterdir()}
    assert "data/corpus.sqlite" in Page((tmp_path / "index.html").read_text("utf-8")).links


def test_a_missing_folder_is_one_clear_error(tmp_path):
    with pytest.raises(RenderError, match="is no folder to write a site into"):
        write_site(corpus(3), tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_ones_own_words_and_style(tmp_path):
    (tmp_path / "strings.toml").write_text('[site]\ntab_topics = "Themen"\n', "utf-8")
    (tmp_path / "theme.css").write_text(":root{--accent:#00594c}", "utf-8")
    page = site_pages(corpus(3), template_dir=tmp_path)["index.html"]
    assert "Themen" in page
    assert "--accent:#00594c" in page


def test_every_word_of_the_site_can_be_translated(tmp_path):
    """With each wording of the site in guillemets, no word of ours stands outside them."""
    import tomllib
    from importlib.resources import files

    shipped = tomllib.loads(
        files("rights_diff.rendering").joinpath("data/strings.toml").read_text("utf-8")
    )
    lines = []
    for table in (
        "site",
        "site_across",
        "site_column",
        "site_column_across",
        "site_glance",
        "site_glance_across",
        "site_edit",
        "site_edit_one",
        "site_stage",
    ):
        lines.append(f"[{table}]")
        for key, said in shipped[table].items():
            forms = [
                f'"«{form}»"'.replace('\\"', "'")
                for form in (said if isinstance(said, list) else [said])
            ]
            lines.append(
                f"{key} = [{', '.join(forms)}]" if isinstance(said, list) else f"{key} = {forms[0]}"
            )
    (tmp_path / "strings.toml").write_text("\n".join(lines), "utf-8")
    for name, markup in site_pages(
        corpus(4, EDITIONS, "Other Watch"), template_dir=tmp_path
    ).items():
        body = markup.split('<a class="skip"')[1].split("<script>")[0]
        main = Page(f"<a {body}").text
        while (inner := re.sub(r"«[^«»]*»", " ", main)) != main:
            main = inner
        ours = re.findall(
            r"\b(?:claims?|counted?|countr\w+|editions?|figures?|words|topics?)\b", main
        )
        assert not ours, name
