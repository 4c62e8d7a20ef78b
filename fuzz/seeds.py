"""What each target starts from: small sound inputs, which the fuzzer then damages."""

from __future__ import annotations

import io
import zipfile

__all__ = ["SEEDS"]

_PROSE = (
    "Tuvalu 2014\n\nBackground\n\nAt least 12 people were held in May, three of them women.\n\n"
    "Courts\n\nMr. Ode was jailed for two years. Between 40 and 60 boats (some 5%) sank.[1]\n\n"
    "[1] A diary, 3 May 2014.\n"
)
_CHANGED = _PROSE.replace("12 people", "more than 20 people").replace("Courts", "Judges")
_HTML = (
    "<!doctype html><meta charset=utf-8><title>Tuvalu 2014</title><nav>Home</nav><h1>Tuvalu</h1>"
    "<h2>Courts</h2><p>At least <b>12</b> people were held<sup>1</sup> &amp; tried.</p>"
    "<ul><li>nets<li>boats</ul><table><tr><th>Who<td>5</table><ol><li id=fn1>A diary.</ol>"
)
_MARKDOWN = (
    "---\ntitle: Tuvalu\n---\n\n# Tuvalu\n\n## Courts\n\nAt least *12* people were held.[^1]\n\n"
    "- nets\n  1. boats\n\n| a | b |\n| - | - |\n| 5 | 6 |\n\n> quoted\n\n[^1]: A diary.\n"
)
_MHTML = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/tuvalu\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="--b"\n\n'
    b"----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<h1>Tuvalu</h1><p>At least 12 people were held=2E\n\n----b--\n"
)
_LEAST = "At least 12 people were held in May, three of them women. No boat sank."
_MORE = "More than 20 people were held in May, and reportedly tried. Hundreds of boats sank."
_NONE = "Courts\n\nNo one was held in May. Some 15% of the boats sank.[1]\n\n[1] A diary."
_FACTS = "Head of state: Ada Byron\nPopulation: 1.2 million\n\nMr. Ode got two years in prison."
_MANIFEST = (
    b"file,organization,country,edition,covered_years\na.txt,Harbour Watch,Tuvalu,2014,2013\n"
)
_MANIFEST_JSON = b'[{"file": "a.txt", "country": "Tuvalu", "covered_years": [2013]}]'
_REVIEW = (
    b'{"schema": "rights-diff/review/1"}\n'
    b'{"decision": "note", "old": "It rained.", "note": "Did it?", "when": "2024-05-03"}\n'
)
_REVIEW_TOML = b'[[decisions]]\ndecision = "note"\nold = "It rained."\nnote = "Did it?"\n'
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Tuvalu</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>At least 12 people were held.</w:t></w:r></w:p></w:body></w:document>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 500]/Contents 4 0 R/Resources<</Font<</F "
    b"5 0 R>>>>>>endobj\n4 0 obj<</Length 74>>stream\nBT /F 12 Tf 40 400 Td (Tuvalu) Tj 0 -20 Td "
    b"(At least 12 people were held.) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"
)


def _stored(members: dict[str, str]) -> bytes:
    """A zip archive without compression, so that damage reaches the text in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


_DOCX = _stored(
    {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": _WORD}
)
_EPUB = _stored(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="b.opf"/></container>',
        "b.opf": '<package><manifest><item id="a" href="a.html" media-type="text/html"/>'
        '</manifest><spine><itemref idref="a"/></spine></package>',
        "a.html": "<h1>Tuvalu</h1><p>At least 12 people were held.</p>",
    }
)


def _pair(*texts: str) -> bytes:
    """Texts with the edge of `targets.py` between them."""
    return b"\xff\n".join(text.encode() for text in texts)


SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (_PROSE.encode(), _CHANGED.encode("utf-16")),
    "html": (_HTML.encode(),),
    "markdown": (_MARKDOWN.encode(),),
    "docx": (_DOCX,),
    "epub": (_EPUB,),
    "pdf": (_PDF,),
    "mhtml": (_MHTML,),
    "sniffed": (b"\0" + _PROSE.encode(), b"\1" + _HTML.encode(), b"\5" + _PDF, b"\6" + _MHTML),
    "manifest": (_MANIFEST, _MANIFEST_JSON),
    "review": (_REVIEW, _REVIEW_TOML),
    "quantities": (_PROSE.encode(), b"$5.78 million; 61/45; two-thirds of the 364, up by 12%"),
    "edits": (b"Courts were shut , \xff\nCourts were not shut .",),
    "compare": (_pair(_LEAST, _MORE), _pair(_MORE, _NONE), _pair(_FACTS, _LEAST)),
    "outputs": (_pair(_LEAST, _MORE), _pair(_FACTS, _NONE)),
    "timeline": (_pair(_LEAST, _MORE, _NONE), _pair(_FACTS, _FACTS, _MORE)),
}
