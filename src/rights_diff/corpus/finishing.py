"""The site and the data set of a run, written from what is kept, one pair at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from rights_diff.corpus.folder import Folder
from rights_diff.model.corpus import CorpusResult, PairRecord
from rights_diff.rendering.output import write_bytes

__all__ = ["finish"]

_HOME = "../"  # the folder of the site, from a page of a pair


def finish(
    result: CorpusResult,
    folder: Folder,
    pages: Iterable[tuple[PairRecord, bytes]] | None,
    *,
    data: tuple[Sequence[str], Iterable[dict[str, Any]]],
    progressed: Callable[[str, int, int], None],
) -> None:
    """Write everything; the index last, so that it never leads to a page that is not there.

    Args:
        pages: each record with its page as it was made, without marks of template edits; None
            where no pages are wanted.
        data: kinds of data sets, and the rows of each pair in the order of the records.
    Raises:
        RenderError: something cannot be written.
    """
    from rights_diff.rendering.site import write_site

    written = _write_pages(result, folder, pages, progressed) if pages is not None else []
    folder.keep_only(written)
    files = _write_data(result, folder, *data)
    write_site(
        result, folder.path, downloads=[f.relative_to(folder.path).as_posix() for f in files]
    )


def _write_pages(
    result: CorpusResult,
    folder: Folder,
    pages: Iterable[tuple[PairRecord, bytes]],
    progressed: Callable[[str, int, int], None],
) -> list[str]:
    from rights_diff.corpus.marks import edits_by_pair, marked_page
    from rights_diff.rendering.view.site.nav import navigation

    edits = edits_by_pair(result.template_edits)
    nav = navigation(result)
    names = []
    for n, (record, page) in enumerate(pages, 1):
        pair = record.pair.id
        made = marked_page(page.decode(), edits.get(pair, ()), pair, nav=nav(record), home=_HOME)
        name = f"{pair}.html"
        write_bytes(folder.pages / name, made.encode())
        names.append(name)
        progressed("writing", n, len(result))
    return names


def _write_data(
    result: CorpusResult, folder: Folder, data: Sequence[str], tables: Iterable[dict[str, Any]]
) -> tuple[Path, ...]:
    folder.clear_data()
    if not data:
        return ()
    from rights_diff.corpus.stores import write_data

    return write_data(
        data,
        folder.data,
        plan=result.plan,
        records=result.records,
        kept=tables,
        failures=result.failures,
        template_edits=result.template_edits,
    )
