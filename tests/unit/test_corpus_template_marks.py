"""Template edits on the page of a pair: marked, listed, escaped; nothing else is touched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.rendering_fixture import HOSTILE, make

from rights_diff.corpus.marks import edits_by_pair, marked_page
from rights_diff.model import Status
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit


@pytest.fixture(scope="module")
def page() -> str:
    made: str = make().to_html()
    return made


def edit(**about: object) -> TemplateEdit:
    places = about.pop("places", (EditPlace(pair="zembla", row="r1", status=Status.DROPPED),))
    told = {"id": "t1", "kind": EditKind.DROPPED, "old": "It rained.", "count": 40, "of": 52}
    return TemplateEdit(**{**told, **about, "places": places})  # type: ignore[arg-type]


def row(page: str, name: str) -> str:
    found = re.search(rf'<article class="r [^>]* id="{name}".*?</article>', page, re.S)
    assert found
    return found[0]


def test_without_template_edits_only_the_way_back_is_put_in(page: str) -> None:
    assert marked_page(page, (), "zembla").replace("\n\n", "\n") == page.replace(
        "<!-- corpus: navigation -->", ""
    ).replace("\n\n", "\n")
    assert "<nav>home</nav>" in marked_page(page, (), "zembla", nav="<nav>home</nav>")


def test_a_row_says_what_was_done_and_how_often(page: str) -> None:
    made = marked_page(page, [edit()], "zembla", home="../")
    said = 'Template edit: <a href="../template-edits.html#t1">gone from 40 of 52 reports</a>'
    assert said in row(made, "r1")
    assert 'data-w="template dropped' in row(made, "r1")
    assert row(made, "r2") == row(page, "r2")
    assert "1 change on this page is a template edit" in made
    assert made.count('name="own"') == 1
    assert "template-edits.html" not in marked_page(page, [edit()], "zembla")


def test_a_row_with_more_in_it_is_no_filter(page: str) -> None:
    place = EditPlace(pair="zembla", row="r1", status=Status.REVISED, whole=False)
    made = marked_page(page, [edit(places=(place,))], "zembla")
    assert "Holds a template edit: gone from 40 of 52 reports" in row(made, "r1")
    assert 'data-w="template' not in made
    assert 'name="own"' not in made


def test_policy_style_and_script_stay(page: str) -> None:
    made = marked_page(page, [edit()], "zembla", nav="<nav></nav>", home="../")
    for part in (r"<style>.*?</style>", r"<script>.*?</script>", r'<meta http-equiv="Content.*?>'):
        assert re.findall(part, made, re.S) == re.findall(part, page, re.S)


def test_headings_and_facts_are_told_where_they_stand(page: str) -> None:
    places = (EditPlace(pair="zembla", row="n-s2"), EditPlace(pair="zembla", row="o-s99"))
    heading = edit(id="t2", kind=EditKind.HEADING, new="Ways <out>", places=places)
    fact = edit(id="t3", kind=EditKind.FACT, places=(EditPlace(pair="zembla", row="facts"),))
    made = marked_page(page, [heading, fact], "zembla")
    group = re.search(r'<section class="g [^"]*" id="n-s2"[^>]*>\s*<header>(.*?)</p>', made, re.S)
    assert group
    assert "heading, renamed in 40 of 52 reports" in group[1]
    assert "line of facts, gone from 40 of 52 reports" in made
    listed = made[made.index('id="template-edits"') :]
    assert '<a href="#n-s2">' in listed
    assert '<a href="#facts">' in listed
    assert "#o-s99" not in made
    assert "Ways &lt;out&gt;" in listed


def test_words_of_reports_do_nothing(page: str) -> None:
    made = marked_page(page, [edit(old=HOSTILE, new=HOSTILE)], "zembla", home="../")
    new = made.replace(page[: page.index("<body")], "")
    assert made.count("<script") == page.count("<script")
    assert "<img" not in new
    wording = edit(kind=EditKind.WORDING, old="<b>is", new="was</q>")
    assert "“&lt;b&gt;is” became “was&lt;/q&gt;” in 40" in marked_page(page, [wording], "zembla")


def test_a_report_cannot_write_the_places_of_marks() -> None:
    made = make()
    bait = '<!-- corpus: edits --><article class="r x" id="r1" data-w="">'
    first = made.old.sentences[0].span
    text = made.old.text
    words = bait.ljust(first.length)[: first.length]
    old = replace(made.old, text=text[: first.start] + words + text[first.end :])
    page = replace(made, old=old).to_html()
    marked = marked_page(page, [edit()], "zembla")
    assert marked.count('id="template-edits"') == 1
    assert marked.count('class="te"') == 1
    assert words.split()[0] not in marked


def test_edits_are_looked_up_by_pair() -> None:
    places = tuple(EditPlace(pair=p, row="r1") for p in ("a", "b", "a"))
    found = edits_by_pair([edit(places=places), edit(id="t2", places=places[1:2])])
    assert {pair: [e.id for e in own] for pair, own in found.items()} == {
        "a": ["t1"],
        "b": ["t1", "t2"],
    }
    assert [len(e.places) for e in found["a"]] == [2]
