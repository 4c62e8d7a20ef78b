"""The comparison section by section, in the order of the newer report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from rights_diff.comparison.reading_order import Outline, outline_of
from rights_diff.model import Comparison, Facet, LedgerRow, SectionKind, SectionLink, Status
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.pieces import joined
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.records import Fold, Ghost, Group, Row, Run
from rights_diff.rendering.view.rows import Rows
from rights_diff.rendering.view.sides import Index

__all__ = ["group_views"]

_FOLD_FROM = 3  # unchanged rows in a row; fewer are not worth a click
_ALSO_NAMED = 0.6  # score from which a second link gives the group its name too
_GHOST_SHOWN = 90  # characters of a claim in the place it left


@dataclass
class _Draft:
    """A group being filled."""

    new: str | None
    old: list[str] = field(default_factory=list)
    links: list[SectionLink] = field(default_factory=list)
    rows: list[LedgerRow | Ghost] = field(default_factory=list)

    @property
    def key(self) -> str:
        """A stable name for the group: the section it shows."""
        return f"n-{self.new}" if self.new else f"o-{self.old[0]}"


def group_views(rows: Rows) -> tuple[Group, ...]:
    """Groups with their rows; each ledger row stands in exactly one group."""
    drafts = _drafts(rows.comparison)
    left = _place(rows, drafts)
    return tuple(_finish(d, rows, left) for d in drafts.ordered if d.rows or _tells(d, rows))


class _Drafts:
    """Groups in page order, found by the sections they show."""

    def __init__(self, outline: Outline) -> None:
        by_place = {
            (new, old): _Draft(new=new, old=[old] if old else []) for new, old in outline.places
        }
        self.ordered = list(by_place.values())
        self.by_new = {new: draft for (new, _), draft in by_place.items() if new}
        self.by_old = {old: by_place[home] for old, home in outline.old_homes.items()}


def _drafts(comparison: Comparison) -> _Drafts:
    """One group a section of the newer report, and one for each old section without a link."""
    links = comparison.section_links
    drafts = _Drafts(outline_of(comparison.old, comparison.new, links))
    for link in sorted(links, key=lambda k: -k.score):
        for draft in filter(None, map(drafts.by_new.get, link.new)):
            draft.links.append(link)
            draft.old += [old for old in link.old if old not in draft.old]
    return drafts


def _place(rows: Rows, drafts: _Drafts) -> dict[str, str]:
    """Rows into groups, in ledger order; a ghost where a moved claim used to stand.

    Returns:
        for each row with a ghost, the id of that place.
    """
    old, new = rows.old, rows.new
    ghosts: dict[str, list[tuple[int, Ghost]]] = defaultdict(list)
    for row in rows.comparison.ledger:
        draft = _home(row, drafts, old, new)
        draft.rows.append(row)
        if Facet.MOVED in row.facets and row.old:
            left = drafts.by_old.get(old.sentences[row.old[0]].section)
            if left is not None and left is not draft:
                words = clip(shown_line(joined(old, row.old)), _GHOST_SHOWN)
                says = rows.say("ghost", "moved").replace("{place}", _heading(draft, old, new))
                ghost = Ghost(row.id, words, says)
                ghosts[left.key].append((old.order[row.old[0]], ghost))
    for draft in drafts.ordered:
        for place, ghost in ghosts.get(draft.key, ()):
            draft.rows.insert(_slot(draft.rows, place, old), ghost)
    return {ghost.row: ghost.id for placed in ghosts.values() for _, ghost in placed}


def _home(row: LedgerRow, drafts: _Drafts, old: Index, new: Index) -> _Draft:
    if row.new:
        found = drafts.by_new.get(new.sentences[row.new[0]].section)
    else:
        found = drafts.by_old.get(old.sentences[row.old[0]].section)
    if found is None:
        found = drafts.ordered[-1] if drafts.ordered else _Draft(new=None, old=[""])
        if not drafts.ordered:
            drafts.ordered.append(found)
    return found


def _slot(rows: Sequence[LedgerRow | Ghost], place: int, old: Index) -> int:
    """Behind the last row whose old sentences stand before `place`."""
    slot = 0
    for n, row in enumerate(rows):
        if isinstance(row, LedgerRow) and row.old and old.order[row.old[0]] < place:
            slot = n + 1
    return slot


def _heading(draft: _Draft, old: Index, new: Index) -> str:
    return new.heading(draft.new) if draft.new else old.heading(draft.old[0])


def _tells(draft: _Draft, rows: Rows) -> bool:
    """Whether a group without rows is worth a line: a section one report alone has."""
    index, section = (rows.new, draft.new) if draft.new else (rows.old, draft.old[0])
    found = index.sections.get(section or "")
    if found is None or found.kind is SectionKind.CONTAINER:
        return False
    return found.heading is not None and not draft.links


def _finish(draft: _Draft, rows: Rows, left: Mapping[str, str]) -> Group:
    entries = tuple(_folded(_views(draft, rows, left)))
    old, new = rows.old, rows.new
    section = new.sections.get(draft.new) if draft.new else old.sections.get(draft.old[0])
    path = new.path(draft.new) if draft.new else old.path(draft.old[0])
    return Group(
        id=draft.key,
        old_headings=tuple(dict.fromkeys(old.heading(s) for s in _main(draft))),
        new_heading=new.heading(draft.new) if draft.new else "",
        path=path,
        relation=_relation(draft),
        note=_note(draft, rows),
        entries=entries,
        changed=sum(1 for r in draft.rows if _is_changed(r)),
        topics=section.topics if section else (),
    )


def _is_changed(row: LedgerRow | Ghost) -> bool:
    return isinstance(row, LedgerRow) and (row.status is not Status.UNCHANGED or bool(row.facets))


def _relation(draft: _Draft) -> str:
    if draft.new is None:
        return "dropped"
    return draft.links[0].relation.value if draft.links else "added"


def _main(draft: _Draft) -> Sequence[str]:
    """The old sections a group is named after; others lent a part and stand in its note."""
    strong = [k for k in draft.links[1:] if k.score >= _ALSO_NAMED]
    return [s for k in draft.links[:1] + strong for s in k.old] if draft.links else draft.old


def _note(draft: _Draft, rows: Rows) -> str:
    """What became of the section, in words; nothing where it just went on."""
    if draft.new is None:
        return text("only", name="place", report=rows.old.named)
    if not draft.links:
        return text("only", name="place", report=rows.new.named)
    relation = draft.links[0].relation.value
    lent = [rows.old.heading(s) for s in draft.old if s not in _main(draft)]
    said = "" if relation == "same" else say("section_relation", relation)
    also = text("also", name="place", headings=", ".join(dict.fromkeys(lent))) if lent else ""
    return "; ".join(x for x in (said, also) if x)


def _views(draft: _Draft, rows: Rows, left: Mapping[str, str]) -> Iterable[Row | Ghost]:
    for row in draft.rows:
        if isinstance(row, Ghost):
            yield row
            continue
        view = rows.row(row, draft.old)
        yield replace(view, left=left[row.id]) if row.id in left else view


def _folded(entries: Iterable[Row | Ghost]) -> Iterable[Row | Fold | Run]:
    """Entries with like neighbours together: one-sided claims in runs, unchanged ones folded."""
    for kind, run in groupby(entries, key=_kind):
        if kind == "alone":
            yield _run(tuple(run))
        elif kind == "unchanged":
            yield from _fold([e for e in run if isinstance(e, Row)])
        else:
            yield from (e for e in run if isinstance(e, Row))


def _kind(entry: Row | Ghost) -> str:
    if isinstance(entry, Ghost) or entry.shape in ("old", "new"):
        return "alone"
    return "unchanged" if entry.shape == "same" and not entry.tags else "paired"


def _run(entries: Sequence[Row | Ghost]) -> Run:
    old = tuple(e for e in entries if isinstance(e, Ghost) or e.shape == "old")
    return Run(old, tuple(e for e in entries if isinstance(e, Row) and e.shape == "new"))


def _fold(run: Sequence[Row]) -> Iterable[Row | Fold]:
    if len(run) < _FOLD_FROM:
        yield from run
    else:
        yield Fold(tuple(run), len(run))
