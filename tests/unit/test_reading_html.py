"""Pages of several sites: the report's outline and text come through, the site's does not."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest
from tests.html_fixture import (
    COURTS,
    NETS,
    RADIO,
    document_of,
    outline_of,
    page,
    report_of,
    surfaces,
)

from rights_diff.model import HintKind, SectionKind
from rights_diff.reading import read

SITE = (
    '<div class="cookie-consent" role="dialog"><p>We use cookies to count visits. Accept?</p></div>'
    '<a class="skip-link" href="#main">Skip to content</a>'
    '<header role="banner"><h1 class="logo"><a href="/">Islet Monitor</a></h1>'
    '<nav><ul><li><a href="/donate">Donate</a><li><a href="/news">News</a></ul></nav></header>'
)
FOOT = (
    '<aside class="newsletter"><h2>Stay informed</h2><p>Sign up for our letters.</p></aside>'
    "<footer><h3>About us</h3><p>© Islet Monitor 2031. Terms and conditions apply.</p></footer>"
)
CHROME = ("cookies", "Skip", "Donate", "News", "informed", "Sign up", "About us", "Terms", "Share")


def test_a_page_with_main_article_and_blocks_around_it() -> None:
    report = report_of(
        page(
            f"""{SITE}<main id="main"><article class="country-chapter">
            <div class="breadcrumbs"><a href="/">Home</a> / <a href="/reports">Reports</a></div>
            <header><h1>Tuvalu</h1><div class="subtitle">Events of 2030</div></header>
            <div class="share"><span>Share</span><a href="//x.example">X</a></div>
            <figure><img src="a.jpg" alt=""><figcaption>Boats in the harbour, May 2030. © 2030
            A. Fisher</figcaption></figure>
            <div class="body"><p>{COURTS}</p>
            <h2 id="freedom-of-media">Freedom of Media</h2><p>{RADIO}</p>
            <h3>Night Programmes</h3><p>{NETS}</p>
            <h2>Property, Social and Economic Rights</h2><p>{NETS}</p><ul><li>Forty-two nets
            <li>Nine boats</ul></div>
            <section class="related-content"><h2>Related Content</h2><ul><li><a href="/a">Nets</a>
            <li><a href="/b">Boats</a></ul></section></article></main>{FOOT}""",
            '<title>Tuvalu | Islet Monitor</title><link rel="canonical" href='
            '"https://monitor.example/world-report/2031/country-chapters/tuvalu">',
        )
    )
    assert outline_of(report) == [
        (1, None, "lead"),
        (1, "Freedom of Media", "body"),
        (2, "Night Programmes", "body"),
        (1, "Property, Social and Economic Rights", "body"),
    ]
    assert report.metadata.title == "Tuvalu: Events of 2030"
    assert report.metadata.country == "Tuvalu"
    assert report.metadata.covered_years == (2030,)
    assert not [word for word in CHROME if word in report.text]
    assert [f.reason for f in report.furniture] == ["photo_caption"]
    assert "• Forty-two nets\n• Nine boats" in report.text


def test_facts_beside_the_text_and_lists_of_reports() -> None:
    report = report_of(
        page(
            f"""<div class="site">{SITE}<div id="content"><h1>Tuvalu 2030</h1>
            <aside class="country-facts"><dl><dt>Head of state<dd>Ada Byron<dt>Death penalty
            <dd>abolitionist for all crimes</dl></aside>
            <aside><ul><li><strong>Capital</strong>: Funafuti</ul></aside>
            <h2>Background</h2><p>{COURTS}</p><p>{NETS}</p>
            <h2>Amnesty International visits/reports</h2>
            <ul><li>Delegates visited the islets in May.<li>Nets on the shore (ABC 12/034/2030)</ul>
            </div>{FOOT}</div>"""
        )
    )
    assert [(f.label, f.value) for f in report.facts] == [
        ("Head of state", "Ada Byron"),
        ("Death penalty", "abolitionist for all crimes"),
        ("Capital", "Funafuti"),
    ]
    assert [(s.heading, s.kind) for s in report.sections] == [
        ("Background", SectionKind.BODY),
        ("Amnesty International visits/reports", SectionKind.RELATED_ITEMS),
    ]
    assert not [word for word in CHROME if word in report.text]


def test_one_tag_for_two_levels_and_numbers_of_their_own() -> None:
    chapter = (
        '<section class="inner"><a href="#"><h4 class="n">Section {n}.</h4>'
        '<h3 class="title">{title}<span class="icon"><svg></svg></a></h3></a><div>{parts}</div>'
        "</section>"
    )
    part = '<section><h3 class="sub">{title}</h3><p>{text}</p>{more}</section>'
    first = part.format(title="a. Nets", text=NETS, more="<h4>Boats</h4><h5>Oars</h5>")
    second = part.format(title="b. Radio", text=RADIO, more=f"<h4></h4><p>{COURTS}</p>")
    report = report_of(
        page(
            '<main><article><h1>Tuvalu</h1><nav class="toc"><a href="#s1">Nets</a></nav>'
            f'<section class="inner"><h2 class="title">Summary</h2><p>{COURTS}</p></section>'
            + chapter.format(n=1, title="Property", parts=first)
            + chapter.format(n=2, title="Speech", parts=second)
            + "</article></main>"
        )
    )
    assert outline_of(report) == [
        (1, "Summary", "body"),
        (1, "Section 1. Property", "container"),
        (2, "a. Nets", "body"),
        (3, "Boats", "container"),
        (4, "Oars", "body"),
        (1, "Section 2. Speech", "container"),
        (2, "b. Radio", "body"),
    ]


@pytest.mark.parametrize(
    ("opening", "head"),
    [
        ("<b>Nets and Boats:</b> ", "Nets and Boats"),
        ("<b>Nets</b><b> and Boats</b><b>:</b> ", "Nets and Boats"),
        ("<strong><span>Nets and Boats</span></strong>: ", "Nets and Boats"),
        ("<u>Nets</u><u>&nbsp;and  Boats</u>: ", "Nets and Boats"),
        ("<b>N</b>ets <b>and Boats:</b> ", "Nets and Boats"),
        ('<span style="font-weight:bold">Nets.</span> ', "Nets."),
        ("<em>Nets and Boats</em>: ", "Nets and Boats"),
        ("<b>The judge who sat alone for nine days resigned in May.</b> ", None),
        ("Fishers asked: ", None),
        ("<b>At 10:30</b> ", None),
    ],
)
def test_bold_words_that_open_a_paragraph(opening: str, head: str | None) -> None:
    report = report_of(
        page(f"<h1>Tuvalu</h1><h2>Property</h2><p>{RADIO}</p><p>{opening}{NETS}</p>")
    )
    found = [s.heading for s in report.sections if s.kind == SectionKind.RUN_IN]
    assert found == ([head] if head else [])
    if head:
        assert report.sections[-1].span.of(report.text) == NETS


def test_bold_lines_are_headings_where_a_page_has_no_others() -> None:
    body = f"<h1>Tuvalu</h1><p>{COURTS}</p><p><strong>Radio</strong></p><p>{RADIO}</p>"
    assert outline_of(report_of(page(body))) == [(1, None, "lead"), (1, "Radio", "body")]
    headed = page(f"{body}<h2>Nets</h2><p><b>Seasons</b></p><p>{NETS}</p>")
    assert outline_of(report_of(headed)) == [
        (1, None, "lead"),
        (2, "Radio", "run_in"),
        (1, "Nets", "container"),
        (2, "Seasons", "run_in"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        '<ol class="notes"><li id="fn1"><p>A letter. <a href="#r1">↩</a></p></li>'
        '<li id="fn2">A map.</li></ol>',
        '<footer><h2>Notes</h2><p><a id="fn1" href="#r1">[1]</a> A letter.</p>'
        '<p><a name="fn2" href="#r2">[2]</a> A map.</p></footer>',
        '<div class="footnotes" role="doc-endnotes"><p id="fn1">1. A letter.</p>'
        '<p id="fn2"><sup>2</sup> A map.</p></div>',
    ],
)
def test_footnotes_and_their_marks(notes: str) -> None:
    report = report_of(
        page(
            f"<main><h1>Tuvalu</h1><h2>Courts</h2><p>{COURTS}"
            f'<sup id="r1"><a href="#fn1">1</a></sup>'
            f' {NETS}<sup><a id="r2" href="#fn2">[2]</a></sup></p>{notes}</main>'
        )
    )
    assert [n.marker for n in report.footnotes] == ["1", "2"]
    texts = [n.span.of(report.text) for n in report.footnotes]
    assert texts == ["[1] A letter.", "[2] A map."]
    marks = [n.marker_span.of(report.text) for n in report.footnotes if n.marker_span]
    assert marks == ["[1]", "[2]"]
    assert [s.heading for s in report.sections] == ["Courts"]
    assert len(report.sentences) == 2


def test_tables_keep_their_rows_and_layout_tables_do_not_count() -> None:
    document = document_of(
        page(
            f"<table><tr><td><ul><li><a href=/a>News</a><li><a href=/b>Film</a><li><a href=/c>Map"
            f"</a></ul><td><h1>Tuvalu</h1><h2>Nets</h2><p>{NETS}</p><table><caption>Nets taken"
            f"</caption><tr><th>Islet<th>2029<th>2030<tr><td>Nui<td>12<td>30</table><p>{COURTS}"
            "</table>"
        )
    )
    assert document.text.split("\n\n") == [
        "Tuvalu", "Nets", NETS, "Nets taken", "Islet | 2029 | 2030", "Nui | 12 | 30", COURTS,
    ]  # fmt: skip


def test_a_list_of_contents_is_left_out_with_and_without_links() -> None:
    entries = ("Radio", "Nets", "Courts")
    sections = "".join(
        f"<h2 id=s{n}>{entry}</h2><p>{COURTS}</p>" for n, entry in enumerate(entries)
    )
    linked = "".join(f"<li><a href=#s{n}>{entry}</a>" for n, entry in enumerate(entries))
    plain = "".join(f"<p>{entry}</p>" for entry in entries)
    for contents in (f"<ul>{linked}</ul>", plain):
        report = report_of(page(f"<main><h1>Tuvalu</h1>{contents}{sections}</main>"))
        assert [s.heading for s in report.sections] == list(entries)
        assert report.text.count("Radio") == 1


def test_white_space_marks_and_line_breaks() -> None:
    document = document_of(
        page(
            "<h1>Tuvalu\u00a0 \n 2030</h1><p>Fi\u00adshers\u200b were\tout<br>at sea.<br>They&nbsp;"
            "came  back.<br><br>late<p>A<b>B</b>C &amp; &lt;d&gt; &#8217;"
        )
    )
    assert document.text.split("\n\n") == [
        "Tuvalu 2030",
        "Fishers were out at sea.",
        "They came back.",
        "late",
        "ABC & <d> ’",
    ]


def test_metadata_of_the_head() -> None:
    head = """<title>Ignored</title><meta property="og:title" content="Tuvalu: nets and courts">
    <meta property="og:site_name" content="Human Rights Watch">
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x",
    "datePublished": "1999"}, {"@type": ["WebPage"], "datePublished": "2031-01-14T06:00",
    "inLanguage": "en-GB", "publisher": {"name": "Human Rights Watch"}}]}</script>
    <script type="application/ld+json">{broken</script>
    <link rel=canonical href="https://site.example/2031/01/14/tuvalu-nets">"""
    document = document_of(page(f"<div><p>{COURTS}</p><p>{NETS}</p></div>", head))
    assert {**document.told, "left_out": ""} == {
        "canonical": "https://site.example/2031/01/14/tuvalu-nets",
        "language": "en-GB",
        "left_out": "",
        "published": "2031-01-14",
        "site_name": "Human Rights Watch",
        "title": "Tuvalu: nets and courts",
    }
    told = report_of(page(f"<div><p>{COURTS}</p></div>", head)).metadata
    assert (told.organization, told.country) == ("Human Rights Watch", "Tuvalu")
    assert (told.title, told.title_span) == ("Tuvalu: nets and courts", None)
    assert (told.edition, told.covered_years) == (None, ())  # the day it went online tells nothing
    assert dict(told.evidence)["organization"] == "page metadata"


def test_titles_above_the_part_that_holds_the_report() -> None:
    for site_title in ("", "<nav><h1>Islet Monitor</h1></nav>"):
        document = document_of(
            page(
                f'{site_title}<div class="hero"><h1>Tuvalu 2030</h1></div><main><h2>Nets</h2>'
                f"<p>{NETS}</p></main>",
                "<title>Tuvalu 2030 - Islet Monitor</title>",
            )
        )
        assert surfaces(document, HintKind.TITLE) == ["Tuvalu 2030"]
        assert document.text.startswith("Tuvalu 2030\n\nNets")


def test_names_of_sections_are_no_names_of_site_parts() -> None:
    """An id made from a heading may hold the words that sites use for their boxes."""
    report = report_of(
        page(
            f"<main><h1>Tuvalu</h1><p>{COURTS}</p><section id='media-and-social-rights'><h2 "
            "id='share'>Share of the Catch</h2><p>There were no reports of seizures by port "
            f"officials.</p></section><div class='banner'><h2>Radio</h2><p>{RADIO}</p></div>"
            "<div class='tags'><a href='/t'>Fishing</a></div></main>"
        )
    )
    assert [s.heading for s in report.sections] == [None, "Share of the Catch", "Radio"]
    assert "Fishing" not in report.text
    assert "no reports of seizures" in report.text


def test_headings_in_headers_buttons_and_collapsed_parts() -> None:
    short = "There were no reports of seizures by port officials."
    report = report_of(
        page(
            f"""<main><h1>Tuvalu</h1><h2 class="visually-hidden">Content</h2><p>{COURTS}</p>
            <section><header class="section-header"><h2>Radio</h2></header><p>{RADIO}</p></section>
            <div class="accordion"><button aria-expanded="false"><h2>Nets</h2></button>
            <div class="panel" hidden><p>{short}</p></div></div>
            <h2><button type="button">Boats</button></h2><div aria-hidden="true"><p>{NETS}</p></div>
            <h3>Oars <a class="anchor" aria-hidden="true" href="#oars">#</a></h3><p>{short}</p>
            <div class="modal" style="display: none"><a href="/x">Close this window</a></div>
            <header><time>3 May 2030</time></header></main>"""
        )
    )
    assert [s.heading for s in report.sections] == [None, "Radio", "Nets", "Boats", "Oars"]
    assert report.text.count(short) == 2
    assert "Close" not in report.text
    assert "3 May" not in report.text


def test_what_was_left_out_is_told() -> None:
    told = document_of(page(f"<main><nav>Menu</nav><p>{COURTS}</p><footer>©</footer></main>")).told
    assert told["left_out"] == "footer, navigation"
    beside = f"<main><h1>Tuvalu</h1><p>{COURTS * 3}</p><aside><p>{NETS}</p></aside></main>"
    assert document_of(page(beside)).warnings == (
        "page.html: running text left out beside the report: 1 × (sidebar)",
    )


def test_an_old_page_without_structure() -> None:
    bar = "<p><a href=i.html>Home</a> | <a href=n.html>Next</a></p>"
    report = report_of(
        f"<html><body bgcolor=white><center><font size=5><b>Tuvalu</b></font></center>{bar}"
        f"<p><font color=red><b>Courts</b></font></p><p>{COURTS}<p>The end of May was calm."
        f"<p><b>Nets</b><p>{NETS}<hr>{bar}<p>Copyright 2031, Islet Monitor"
    )
    assert outline_of(report) == [(1, "Courts", "body"), (1, "Nets", "body")]
    assert report.metadata.title == "Tuvalu"
    assert "Home" not in report.text
    assert [f.reason for f in report.furniture] == ["footer"]


def test_a_page_with_the_name_of_the_site_as_its_first_heading() -> None:
    report = report_of(
        page(
            f"""<div id="wrap"><div id="top"><h1><a href="/">Islet Monitor</a></h1></div>
            <div id="text"><h2>Tuvalu in 2030</h2><p><i>Posted on 3 May 2031</i></p>
            <h3>1. Courts</h3><p>{COURTS}</p><h4>1.1 Judges</h4><p>There were two.</p>
            <h3>2. Nets</h3><p>{NETS}</p><h3>Send this</h3><ul><li><a href="//x">X</a>
            <li><a href="//y">Y</a></ul><h3>Leave a word</h3><form><textarea></textarea></form>
            </div><div id="right"><h3>Latest posts</h3><ul><li><a href="/1">A</a><li>
            <a href="/2">B</a></ul></div>
            <div id="foot">Copyright 2031 Islet Monitor. All rights reserved.</div></div>"""
        )
    )
    assert report.metadata.title == "Tuvalu in 2030"
    assert outline_of(report) == [
        (1, "1. Courts", "body"),
        (2, "1.1 Judges", "body"),
        (1, "2. Nets", "body"),
    ]


def test_saved_pages_name_their_address() -> None:
    saved = f"<!-- saved from url=(0042)https://site.example/reports/2031/tuvalu -->{page(COURTS)}"
    assert document_of(saved).told["canonical"] == "https://site.example/reports/2031/tuvalu"


def test_web_archives(tmp_path: Path) -> None:
    path = tmp_path / "tuvalu.mht"
    body = quopri.encodestring(page(f"<h1>Tuvalu</h1><p>Fongafalé. {COURTS}").encode()).decode()
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://site.example/tuvalu\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--b"\n\n'
        "----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"{body}\n----b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
        "----b--\n"
    )
    document = read(path)
    assert document.text == f"Tuvalu\n\nFongafalé. {COURTS}"
    assert document.told["canonical"] == "https://site.example/tuvalu"
    assert document.source.media_type == "multipart/related"
