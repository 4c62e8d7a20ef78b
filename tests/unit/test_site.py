"""The pages on a whole corpus as files: whole, inert, and never more than they say."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re

import pytest
from tests.site_fixture import EDITIONS, NAMES, Page, corpus

from rights_diff.errors import RenderError
from rights_diff.model.corpus import Alone, CorpusResult, Plan
from rights_diff.rendering.site import site_pages, write_site
from rights_diff.rendering.view.site.names import page_address
from rights_diff.rendering.view.site.nav import navigation
from rights_diff.rendering.view.site.runs import Site

LARGEST = 400_000  # bytes of the first page of 190 countries


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


def test_the_site_does_not_judge(pages):
    words = " ".join(Page(p).text for p in pages.values()).lower()
    assert "does not say that things got better" in words
    for word in ("improved", "removed", "worsened", "progress"):
        assert word not in words


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
