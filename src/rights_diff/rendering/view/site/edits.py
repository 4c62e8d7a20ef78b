"""Template edits: the same change in many countries, each shown once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.edits import words
from rights_diff.model.corpus import PairRecord
from rights_diff.model.template_edits import FEWEST_PAIRS, EditKind, TemplateEdit
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.pieces import diff_pieces, whole
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.records import Piece
from rights_diff.rendering.view.site.names import country_name, page_address
from rights_diff.rendering.view.site.numbers import BARS, bar
from rights_diff.rendering.view.site.records import EditsPage, EditsRun, EditView, Place
from rights_diff.rendering.view.site.runs import Site

__all__ = ["edits_view"]

_NAMED = (EditKind.HEADING, EditKind.FACT)


def edits_view(site: Site) -> EditsPage:
    """All that the page shows."""
    edits = site.result.template_edits
    records = {r.pair.id: r for r in site.records}
    chosen_first = sorted(site.runs, key=lambda key: site.runs[key] != site.chosen)
    by_label: dict[str, list[TemplateEdit]] = {site.label(key): [] for key in chosen_first}
    for edit in edits:
        by_label.setdefault(_label(site, edit), []).append(edit)
    kinds = Counter(e.kind for e in edits)
    return EditsPage(
        frame=site.frame("edits", text("edits_headline", name="site", count=len(edits))),
        kinds=tuple((k.value, say("site_edit", k.value), kinds[k]) for k in EditKind if kinds[k]),
        runs=tuple(
            EditsRun(label=label, edits=tuple(_edit(e, records) for e in _ranked(found)))
            for label, found in by_label.items()
            if found
        ),
        none=_none(site),
    )


def _none(site: Site) -> str:
    """Why there may be no template edit at all: too few pairs to share one."""
    most = max((len(site.of_run(key)) for key in site.runs), default=0)
    if 0 < most < FEWEST_PAIRS:
        return text("no_edits_few", name="site", minimum=FEWEST_PAIRS, most=most)
    return text("no_edits", name="site")


def _label(site: Site, edit: TemplateEdit) -> str:
    """The run of its places; of an edit without places the editions it names."""
    for place in edit.places:
        if place.pair in site.keys:
            return site.label(site.keys[place.pair])
    return f"{shown_line(edit.old_edition)} → {shown_line(edit.new_edition)}"


def _ranked(edits: Sequence[TemplateEdit]) -> list[TemplateEdit]:
    return sorted(edits, key=lambda e: (-e.count, e.kind, e.old, e.new, e.id))


def _edit(edit: TemplateEdit, records: dict[str, PairRecord]) -> EditView:
    old, new = _wording(shown_line(edit.old), shown_line(edit.new))
    return EditView(
        id=edit.id,
        kind=edit.kind.value,
        label=_said(edit),
        count=text("edit_count", name="site", some=f"{edit.count:,}", of=f"{edit.of:,}"),
        held=_held(edit),
        width=bar(edit.count, edit.of) if edit.of else BARS,
        old=old,
        new=new,
        places=_places(edit, records),
    )


def _said(edit: TemplateEdit) -> str:
    """What sort of change it is: of headings and facts whether one was renamed, is gone or new."""
    if edit.kind not in _NAMED:
        return say("site_edit_one", edit.kind.value)
    became = "renamed" if edit.old and edit.new else "gone" if edit.old else "new"
    return say("site_edit_one", f"{edit.kind.value}_{became}")


def _held(edit: TemplateEdit) -> str:
    """How many had the wording at all, where that says more than how many there are."""
    if not edit.held or edit.held == edit.of:
        return ""
    key = "edit_held" if edit.old else "edit_held_new"
    return text(key, name="site", count=edit.held)


def _wording(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if not old or not new:
        return (whole(old) if old else ()), (whole(new) if new else ())
    before, after, _ = diff_pieces(words(old), words(new))
    return before, after


def _places(edit: TemplateEdit, records: dict[str, PairRecord]) -> tuple[Place, ...]:
    """Each pair once, with its first row."""
    rows: dict[str, str] = {}
    for place in edit.places:
        if place.pair in records:
            rows.setdefault(place.pair, place.row)
    return tuple(_place(records[pair], row) for pair, row in rows.items())


def _place(record: PairRecord, row: str) -> Place:
    page = page_address(record.page)
    return Place(
        country=country_name(record.pair.country),
        href=f"{page}#{row}" if page and row else page,
    )
