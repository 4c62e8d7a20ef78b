"""Reports and comparisons as tables of plain values; what CSV files and frames are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rights_diff.model import Comparison, Quantity, QuantityLink, SectionKind, Status
from rights_diff.rendering.view.columns import COMPARISON_TABLES, LIST_MARK
from rights_diff.rendering.view.figures import link_figures
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.pieces import joined
from rights_diff.rendering.view.plain import change_words, shown_line
from rights_diff.rendering.view.records import Figure, Row
from rights_diff.rendering.view.report_tables import records
from rights_diff.rendering.view.rows import Rows
from rights_diff.rendering.view.sides import Index, index_of, side_view
from rights_diff.rendering.view.table import Record, Table, filled, shape_of

__all__ = ["change_line", "comparison_table"]


def comparison_table(comparison: Comparison, name: str = "ledger") -> Table:
    """One table of a comparison; `COMPARISON_TABLES` lists them.

    Raises:
        RenderError: there is no table of that name.
    """
    shape = shape_of(name, COMPARISON_TABLES)
    old, new = index_of(comparison)
    return filled(name, shape, _BUILDERS[name](comparison, old, new))


def change_line(row: Row, sides: tuple[str, str] | None = None) -> str:
    """What became of a claim, in a line: status, facets, and the words these rest on.

    Args:
        row: the row as a reader meets it.
        sides: the names of two organizations.
    """
    parts = [row.label] if row.show_status or row.shape in ("old", "new") else []
    for tag in row.tags:
        words = change_words(tag.old, tag.new, sides, tag.doubt)
        parts.append(f"{tag.label} ({words})" if words else tag.label)
    if row.unsure:
        parts.append(f"unsure pair ({row.unsure} of 1)")
    return "; ".join(parts)


def _named(old: Index, new: Index) -> Record:
    before, after = side_view(old, 0), side_view(new, 0)
    country = after.country or before.country or None
    return {"country": country, "old_report": before.cite, "new_report": after.cite}


def _ledger(comparison: Comparison, old: Index, new: Index) -> Iterator[Record]:
    rows = Rows(comparison, old, new)
    named = _named(old, new)
    for row in comparison.ledger:
        view = rows.row(row, ())
        near = view.candidates[0] if view.candidates else None
        yield {
            "id": row.id,
            "status": row.status.value,
            "facets": _list(f.value for f in row.facets),
            "change": change_line(view, rows.sides),
            "score": row.score if row.old and row.new else None,
            "unsure": row.is_unsure,
            "unsure_figure": any(tag.unsure for tag in view.tags),
            "topics": _list(row.topics),
            **_ledger_side("old", old, row.old, view.old_page),
            **_ledger_side("new", new, row.new, view.new_page),
            "told_in": row.told_in,
            "possibly": near.row if near else None,
            "possibly_score": float(near.score) if near else None,
            **named,
        }


def _ledger_side(side: str, index: Index, ids: tuple[str, ...], page: str) -> Record:
    section = index.sentences[ids[0]].section if ids else None
    return {
        f"{side}_section": index.heading(section) or None,
        f"{side}_page": page or None,
        side: shown_line(joined(index, ids)) if ids else None,
        f"{side}_sentences": _list(ids),
    }


def _figures(comparison: Comparison, old: Index, new: Index) -> Iterator[Record]:
    named = _named(old, new)
    for link, figure in link_figures(comparison, old, new):
        before, after = old.quantities[link.old], new.quantities[link.new]
        yield {
            **_linked(link, figure),
            **_bounds("old", before),
            **_bounds("new", after),
            "old_year": before.as_of,
            "new_year": after.as_of,
            "unit": after.unit or before.unit,
            "old_quote": _sentence(old, before.sentence),
            "new_quote": _sentence(new, after.sentence),
            **named,
        }


def _linked(link: QuantityLink, figure: Figure) -> Record:
    return {
        "id": f"{link.old}:{link.new}",
        "relation": link.relation.value,
        "counted": figure.counted or None,
        "event": figure.event or None,
        "old_figure": figure.old,
        "new_figure": figure.new,
        "absolute": link.absolute,
        "percent": link.percent,
        "caveat": figure.caveat or None,
        "unsure": figure.unsure,
        "row": link.row,
        "section": figure.place or None,
    }


def _bounds(side: str, quantity: Quantity) -> Record:
    ends = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    return {f"{side}_{name}": value for name, value in ends.items()}


def _sentence(index: Index, sentence: str | None) -> str | None:
    return shown_line(index.quote(sentence)) if sentence in index.sentences else None


def _sections(comparison: Comparison, old: Index, new: Index) -> Iterator[Record]:
    named = _named(old, new)
    for link in comparison.section_links:
        yield {
            **_section_sides(old, link.old, new, link.new),
            "relation": link.relation.value,
            "score": link.score,
            "topics": _list(link.topics),
            "evidence": _list(map(shown_line, link.evidence)),
            **named,
        }
    for status, index, linked in (
        (Status.DROPPED, old, {s for k in comparison.section_links for s in k.old}),
        (Status.ADDED, new, {s for k in comparison.section_links for s in k.new}),
    ):
        for section in index.report.sections:
            if section.id in linked or section.kind in _NEVER_LINKED:
                continue
            ids = ((section.id,), ()) if index is old else ((), (section.id,))
            yield {
                **_section_sides(old, ids[0], new, ids[1]),
                "relation": status.value,
                "score": None,
                "topics": _list(section.topics),
                "evidence": None,
                **named,
            }


_NEVER_LINKED = (SectionKind.CONTAINER, SectionKind.RELATED_ITEMS)


def _section_sides(
    old: Index, old_ids: tuple[str, ...], new: Index, new_ids: tuple[str, ...]
) -> Record:
    return {
        "id": f"{LIST_MARK.join(old_ids)}:{LIST_MARK.join(new_ids)}",
        "old": " + ".join(old.heading(s) for s in old_ids) or None,
        "new": " + ".join(new.heading(s) for s in new_ids) or None,
        "old_words": _words(old, old_ids),
        "new_words": _words(new, new_ids),
    }


def _words(index: Index, sections: Iterable[str]) -> int:
    text = index.report.text
    spans = (index.sections[s].span for s in sections if s in index.sections)
    return sum(len(span.of(text).split()) for span in spans)


def _topics(comparison: Comparison, _old: Index, _new: Index) -> Iterator[Record]:
    for topic in comparison.summary.topics:
        yield {
            "topic": topic.topic,
            "label": topic_label(topic.topic),
            "old_words": topic.old_words,
            "new_words": topic.new_words,
            "old_per_thousand": topic.old_per_thousand,
            "new_per_thousand": topic.new_per_thousand,
        }


def _of_both(name: str) -> Callable[[Comparison, Index, Index], Iterator[Record]]:
    def build(comparison: Comparison, old: Index, new: Index) -> Iterator[Record]:
        homes = {
            side: {s: row for row in comparison.ledger for s in getattr(row, side)}
            for side in ("old", "new")
        }
        for side, index in (("old", old), ("new", new)):
            for record in records(index, name):
                row = homes[side].get(str(record["id"]))
                more = {"row": row.id if row else None, "status": row.status.value if row else None}
                yield {"side": side, **record, **more}

    return build


def _list(items: Iterable[str]) -> str | None:
    return LIST_MARK.join(items) or None


_BUILDERS: Mapping[str, Callable[[Comparison, Index, Index], Iterator[Record]]] = {
    "ledger": _ledger,
    "figures": _figures,
    "sections": _sections,
    "topics": _topics,
    "sentences": _of_both("sentences"),
    "quantities": _of_both("quantities"),
    "dates": _of_both("dates"),
}
