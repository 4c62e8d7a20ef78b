"""Template edits on the page of a pair, put in when all pairs are done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit
from rights_diff.rendering.strings import text
from rights_diff.rendering.theme import environment

__all__ = ["Mark", "edits_by_pair", "marked_page"]

# Empty places in the page, made for what only a corpus knows. Text of a report cannot be taken
# for one, or for the start of a row: each `<` of it is escaped.
_NAVIGATION = "<!-- corpus: navigation -->"
_FILTER = "<!-- corpus: filter -->"
_EDITS = "<!-- corpus: edits -->"
_ROW = re.compile(r'(<article class="r [^"]*" id="([^"]+)" data-w=")([^"]*"[^>]*>)')
_GROUP = re.compile(r'<section class="g [^"]*" id="([^"]+)"[^>]*>\s*<header>')

_EDITS_PAGE = "template-edits.html"
_SHOWN = 3  # places of one edit that the list leads to; a phrase may stand in fifty rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A template edit as the page of a pair tells it.

    Attributes:
        says: kind and count in words ("gone from 183 of 192 reports").
        link: where the site tells of it, or "".
        places: ids of the rows or sections on this page; `more` are not listed.
    """

    says: str
    kind: str
    old: str
    new: str
    link: str
    places: tuple[str, ...]
    more: int = 0


def edits_by_pair(edits: Iterable[TemplateEdit]) -> dict[str, tuple[TemplateEdit, ...]]:
    """The template edits of each pair, by its id; each edit with the places in that pair alone."""
    found: dict[str, list[TemplateEdit]] = defaultdict(list)
    for edit in edits:
        places: dict[str, list[EditPlace]] = defaultdict(list)
        for place in edit.places:
            places[place.pair].append(place)
        for pair, own in places.items():
            found[pair].append(_with_places(edit, own))
    return {pair: tuple(own) for pair, own in found.items()}


def marked_page(
    page: str, edits: Sequence[TemplateEdit], pair: str, *, nav: str = "", home: str = ""
) -> str:
    """The page of a pair with its template edits marked, listed, and made a filter.

    Args:
        page: as `Comparison.to_html` gives it.
        edits: the template edits of that pair.
        pair: its id; places of other pairs are passed over.
        nav: markup for the top of the page, such as the ways to other pages.
        home: address of the site's folder from the page ("../"); without one, the marks do not
            lead to the page of template edits.
    Returns:
        the page; its style, script and policy are untouched. Without template edits only `nav`
        is put in.
    """
    page = page.replace(_NAVIGATION, nav, 1)
    own = [_with_places(e, [p for p in e.places if p.pair == pair]) for e in edits]
    own = [edit for edit in own if edit.places]
    if not own:
        return page
    parts: Any = environment().get_template("marks.html.j2").module
    page = _marked(page, own, home, parts)
    known = set(re.findall(r' id="([^"]+)"', page))
    marks = [_mark(edit, home, known) for edit in own]
    whole = {place.row for edit in own for place in edit.places if place.whole and place.status}
    page = page.replace(_FILTER, parts.own_filter(len(whole)) if whole else "", 1)
    return page.replace(_EDITS, parts.listing(marks, home and home + _EDITS_PAGE), 1)


def _with_places(edit: TemplateEdit, places: Sequence[EditPlace]) -> TemplateEdit:
    return replace(edit, places=tuple(places))


def _marked(page: str, edits: Sequence[TemplateEdit], home: str, parts: Any) -> str:
    """The page with a line on top of each row and section that an edit stands in."""
    lines: dict[str, list[str]] = defaultdict(list)
    whole: set[str] = set()
    for edit in edits:
        for place in edit.places:
            line = parts.line(_mark(edit, home), place.whole)
            is_more = edit.kind is EditKind.WORDING and lines[place.row]
            if not is_more and line not in lines[place.row]:
                lines[place.row].append(line)
            if place.whole:
                whole.add(place.row)

    def row(found: re.Match[str]) -> str:
        name = found[2]
        if not lines.get(name):
            return found[0]
        code = "template " if name in whole else ""
        return f"{found[1]}{code}{found[3]}{''.join(lines[name])}"

    page = _ROW.sub(row, page)
    return _GROUP.sub(lambda g: g[0] + "".join(lines.get(g[1], ())), page)


def _mark(edit: TemplateEdit, home: str, known: Iterable[str] | None = None) -> Mark:
    """The edit as its row tells it, or, with the ids known on the page, as the list does."""
    places = dict.fromkeys(p.row for p in edit.places if known is None or p.row in known)
    shown = tuple(places)[:_SHOWN]
    return Mark(
        says=_says(edit, listed=known is not None),
        kind=edit.kind.value,
        old=edit.old,
        new=edit.new,
        link=f"{home}{_EDITS_PAGE}#{edit.id}" if home else "",
        places=shown,
        more=len(places) - len(shown),
    )


def _says(edit: TemplateEdit, *, listed: bool) -> str:
    """What was done and how often: "renamed in 151 of 192 reports"."""
    kind = edit.kind.value
    if edit.kind in (EditKind.HEADING, EditKind.FACT):
        done = "renamed" if edit.old and edit.new else "dropped" if edit.old else "added"
        kind = f"{kind}_{done}"
    elif edit.kind is EditKind.WORDING and listed:
        kind = f"{kind}_listed"
    elif edit.kind is EditKind.DROPPED and edit.held > edit.count:
        kind = f"{kind}_held"
    counts = [f"{n:,}" for n in (edit.count, edit.of, edit.held)]
    told = dict(zip(("pairs", "of", "held"), counts, strict=True))
    return text(kind, name="corpus", count=None, escape=str, old=edit.old, new=edit.new, **told)
