"""What the site calls countries, organizations, editions, files and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath
from posixpath import commonpath
from urllib.parse import quote

from rights_diff.model.corpus import CorpusReport
from rights_diff.rendering.strings import table, text
from rights_diff.rendering.view.plain import shown_line

__all__ = [
    "common_folder",
    "country_name",
    "edition_words",
    "file_words",
    "page_address",
    "short_name",
]

_SAFE_PART = re.compile(r"[^\W_][\w.~-]*\.html|[^\W_][\w~-]*")


def country_name(name: str | None) -> str:
    """A country as the site writes it."""
    return shown_line(name or "") or text("no_country", name="site")


def short_name(organization: str | None) -> str:
    """An organization as readers call it for short."""
    name = shown_line(organization or "")
    said = table("short").get(name, name)
    return str(said) or text("no_organization", name="site")


def page_address(page: str | None) -> str:
    """The address of a page below the site's folder; "" for none and for one that leaves it.

    >>> page_address("pages/cuba--amnesty-2011--amnesty-2013.html")
    'pages/cuba--amnesty-2011--amnesty-2013.html'
    >>> page_address("../../etc/passwd"), page_address("javascript:alert(1)"), page_address(None)
    ('', '', '')
    """
    parts = (page or "").split("/")
    if not parts[-1].endswith(".html") or not all(_SAFE_PART.fullmatch(p) for p in parts):
        return ""
    return quote("/".join(parts))


def edition_words(report: CorpusReport) -> str:
    """What tells an edition from others of the same organization."""
    said = report.edition or (str(report.published_year) if report.published_year else "")
    return shown_line(said) or text("no_edition", name="site")


def file_words(report: CorpusReport) -> str:
    """The file of a report; of a chapter of a yearbook also which one, and its pages.

    >>> book = CorpusReport(id="", file="book.pdf", chapter="Fiji", pages=("7", "9"), sha256="")
    >>> file_words(book)
    'book.pdf: Fiji, pages 7–9'
    """
    if not report.chapter:
        return report.file
    first, last = report.pages or ("", "")
    pages = f"{first}–{last}" if first != last else first
    count = 1 if first == last else 2
    told = text("chapter_pages", name="site", count=count, pages=pages) if pages else ""
    return f"{report.file}: {', '.join(filter(None, (report.chapter, told)))}"


def common_folder(files: Iterable[str]) -> str:
    """The folder that all files lie below that are named from the top of a disk; "" for none.

    >>> common_folder(["/home/me/reports/2011/cuba.txt", "/home/me/reports/2013/cuba.txt"])
    '/home/me/reports/'
    >>> common_folder(["reports/2011/cuba.txt", "reports/2013/cuba.txt"])
    ''
    """
    folders = {str(PurePosixPath(f).parent) for f in files if _is_absolute(f)}
    if not folders or len({f.startswith("/") for f in folders}) > 1:  # as of two systems
        return ""
    common = commonpath(folders)
    return f"{common}/" if len(PurePosixPath(common).parts) > 1 else ""


def _is_absolute(file: str) -> bool:
    return PurePosixPath(file).is_absolute() or PureWindowsPath(file).is_absolute()
