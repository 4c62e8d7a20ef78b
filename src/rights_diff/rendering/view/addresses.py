"""The address of a quote in its source: a text fragment in a web page, a page of a PDF."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

from rights_diff.model import Report, Span

__all__ = ["quote_address"]

_WHOLE_UP_TO = 10  # words; a longer quote is given by its first and last ones
_FIRST, _LAST = 5, 4
_PDF = "application/pdf"


def quote_address(url: str, report: Report, span: Span) -> str:
    """Where a stretch of the report stands in its source; empty without a web address.

    Args:
        url: a safe address, or nothing.
    """
    if not url:
        return ""
    base = urldefrag(url).url
    if report.metadata.source.media_type == _PDF:
        page = report.page_of(span)
        return f"{base}#page={page.number}" if page else base
    return f"{base}#:~:text={_directive(span.of(report.text).split())}"


def _directive(words: list[str]) -> str:
    """The text directive of a quote (WICG Scroll To Text Fragment).

    >>> _directive("Ten well-known people, all told".split())
    'Ten%20well%2Dknown%20people%2C%20all%20told'
    """
    if len(words) <= _WHOLE_UP_TO:
        return _encoded(words)
    return f"{_encoded(words[:_FIRST])},{_encoded(words[-_LAST:])}"


def _encoded(words: list[str]) -> str:
    # a dash, a comma and an ampersand are syntax in a text directive
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
