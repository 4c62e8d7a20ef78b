"""The first page of a site: its opening, and the table of countries."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.model.corpus import Headline
from rights_diff.rendering.strings import table, text
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.site.names import country_name, page_address
from rights_diff.rendering.view.site.numbers import (
    COUNTED,
    COUNTED_ACROSS,
    GROWTH,
    KEPT,
    LENGTH,
    SAME,
    Numbers,
    bar,
    shown_number,
)
from rights_diff.rendering.view.site.opening import run_view
from rights_diff.rendering.view.site.records import (
    Cell,
    Column,
    CountryRow,
    Downloads,
    HeadlineView,
    IndexPage,
    SiteTable,
)
from rights_diff.rendering.view.site.runs import Site, is_across

__all__ = ["index_view"]

_HEADLINES = 3  # of a country, in the table
_HEADLINE_SHOWN = 160  # characters
# What a number leads to on the country's page: its own filters, sure pairs only.
_FRAGMENTS = {
    "agreeing": "figures",
    "figures": "figures",
    "reversed": "what=contradicted&sure=1",
    "outcome": "what=status_changed&sure=1",
    "softened": "what=softened&sure=1",
    "strengthened": "what=strengthened&sure=1",
    "dropped": "what=dropped&sure=1",
    "added": "what=added&sure=1",
}
_COLUMNS = (LENGTH, GROWTH, *COUNTED, KEPT, SAME)
_COLUMNS_ACROSS = (*COUNTED_ACROSS, LENGTH, GROWTH)


def index_view(site: Site, downloads: Sequence[str] = ()) -> IndexPage:
    """All that the first page shows."""
    numbers = {r.pair.id: Numbers(r, *site.counts(r)) for r in site.records}
    return IndexPage(
        frame=site.frame("index", _headline(site)),
        runs=tuple(
            run_view(site, key, [numbers[r.pair.id] for r in site.of_run(key)]) for key in site.runs
        ),
        chosen=site.chosen,
        tables=tuple(
            _table(site, across, found)
            for across in (False, True)
            if (found := [n for n in numbers.values() if is_across(n.record.pair) is across])
        ),
        has_template_edits=any(n.own != n.every for n in numbers.values()),
        notes=tuple(site.told(n) for n in site.result.plan.notes),
        downloads=_downloads(downloads),
        cite=_cite(site),
    )


def _downloads(files: Sequence[str]) -> tuple[Downloads, ...]:
    """Data sets by the folder they lie in; a file beside no other by its own name."""
    by_folder: dict[str, list[str]] = {}
    for file in map(shown_line, files):
        by_folder.setdefault(file.rpartition("/")[0], []).append(file)
    return tuple(
        Downloads(
            label=text("download_files", name="site", count=len(found), folder=folder),
            files=tuple((file, file.rpartition("/")[2]) for file in found),
        )
        for folder, found in by_folder.items()
    )


def _headline(site: Site) -> str:
    countries = len({r.pair.country for r in site.records})
    pairs = len(site.records)
    told = [
        *(site.spans() or map(site.label, site.runs)),
        text("countries", name="site", count=countries),
    ]
    if pairs != countries:
        told.append(text("pairs", name="site", count=pairs))
    if site.result.failures:
        told.append(text("failed", name="site", count=len(site.result.failures)))
    return " · ".join(told)


def _cite(site: Site) -> str:
    import rights_diff

    if not site.records:
        return ""
    labels = site.spans() or tuple(map(site.label, site.runs))
    return text(
        "cite_corpus",
        name="site",
        runs="; ".join(labels),
        pairs=text("pairs", name="site", count=len(site.records)),
        version=rights_diff.__version__,
    )


def _table(site: Site, across: bool, numbers: Sequence[Numbers]) -> SiteTable:
    name = "site_column_across" if across else "site_column"
    said, about = table(name), table("site_column_about")
    keys = _COLUMNS_ACROSS if across else _COLUMNS
    most = {k: max((n.of(k) or 0.0 for n in numbers), default=0.0) for k in keys}
    anchors = site.anchors()
    return SiteTable(
        id="across" if across else "editions",
        across=across,
        title=text("table_across" if across else "table", name="site"),
        columns=tuple(
            Column(
                key=k,
                label=said[k],
                about=about.get(k, ""),
                fragment=_FRAGMENTS.get(k, ""),
                bar=k != GROWTH,
            )
            for k in keys
        ),
        rows=tuple(_row(site, n, keys, most, anchors) for n in numbers),
    )


def _row(
    site: Site,
    numbers: Numbers,
    keys: Sequence[str],
    most: dict[str, float],
    anchors: dict[str, str],
) -> CountryRow:
    record = numbers.record
    page = page_address(record.page)
    aside = {p.row for p in site.places.get(record.pair.id, ())}
    own = [h for h in record.headlines if h.row not in aside]
    return CountryRow(
        id=record.pair.id,
        anchor=anchors.get(record.pair.id, ""),
        country=country_name(record.pair.country),
        href=page,
        run=site.run(record),
        edition=site.label(site.keys[record.pair.id]),
        cells=tuple(_cell(numbers, k, most[k]) for k in keys),
        headlines=tuple(_headline_view(h, page) for h in own[:_HEADLINES]),
    )


def _headline_view(headline: Headline, page: str) -> HeadlineView:
    told = clip(shown_line(headline.text), _HEADLINE_SHOWN)
    return HeadlineView(text=told, href=f"{page}#{headline.row}" if page and headline.row else page)


def _cell(numbers: Numbers, key: str, most: float) -> Cell:
    own = numbers.of(key)
    shown, every = shown_number(key, own), shown_number(key, numbers.of(key, every=True))
    return Cell(
        shown=shown,
        every="" if every == shown else every,
        width=0 if key == GROWTH else bar(own or 0.0, most),
    )
