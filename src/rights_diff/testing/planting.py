"""Chapters of an invented country, and the same chapters after edits that are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from random import Random

__all__ = ["EditKind", "EditedChapter", "PlantedEdit", "PlantedLink", "plant"]


class EditKind(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    TYPOGRAPHY = "typography"
    REWORDED = "reworded"
    NUMBER = "number"
    NEGATED = "negated"
    HEDGED = "hedged"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class PlantedEdit:
    """What became of a sentence: its words in either chapter, none where it is not there.

    A sentence that was split, or two that were merged, are several on one side.
    """

    kind: EditKind
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlantedLink:
    """A section's heading in the older chapter, and those it has in the newer one."""

    old: str
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditedChapter:
    """Two chapters and the truth about them.

    Attributes:
        edits: one for every sentence of either chapter but the leads.
        links: one for every section of the older chapter.
    """

    old: str
    new: str
    edits: tuple[PlantedEdit, ...]
    links: tuple[PlantedLink, ...]


_LINES_A_SECTION = 5
_FEWEST_SECTIONS, _MOST_SECTIONS = 4, 7
_SECTION_CHANGED = 0.3
# Far more than editors do, so that edits stand beside each other.
_EDITED = 0.7
_LARGEST_NUMBER = 900
_SMALLEST_NUMBER = 12
_LEAD = "The year brought little relief to the people of the islands."


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence to be written: its pattern, another wording of it, and what fills the gaps."""

    pattern: str
    other: str
    number: int
    town: str
    name: str
    body: str

    def write(self, *, mark: str = "", apart: bool = False) -> tuple[str, ...]:
        """The sentence; the two clauses of it as two sentences where `apart`."""
        filled = self.pattern.replace("^", mark).format(
            n=f"{self.number:,}", town=self.town, name=self.name, body=self.body
        )
        first, plus, second = filled.partition(" + ")
        if not plus:
            return (_sentence(filled),)
        if apart:
            return _sentence(f"{first}."), _sentence(second)
        return (_sentence(f"{first}, and {second}"),)


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    lines: tuple[PlantedEdit, ...]


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def plant(rng: Random) -> EditedChapter:
    """A chapter and its edited copy, as `rng` decides.

    >>> chapter = plant(Random(1))
    >>> chapter == plant(Random(1)), {len(e.old) for e in chapter.edits} <= {0, 1, 2}
    (True, True)
    """
    headings = sorted({heading for heading, *_ in _table("lines")})
    chosen = rng.sample(headings, rng.randint(_FEWEST_SECTIONS, _MOST_SECTIONS))
    spare = [h for h in headings if h not in chosen]
    sections = [_Section(h, tuple(_edited(_lines(h, rng), rng))) for h in chosen]
    after = _added(_moved(sections, rng), _lines(rng.choice(spare), rng), rng)
    return _written(sections, after, rng)


def _lines(heading: str, rng: Random) -> list[_Line]:
    rows = [row for row in _table("lines") if row[0] == heading]
    rng.shuffle(rows)
    return [
        _Line(
            pattern=row[1],
            other=row[2] if len(row) > 2 else "",
            number=rng.randint(_SMALLEST_NUMBER, _LARGEST_NUMBER),
            town=rng.choice(_names("town")),
            name=rng.choice(_names("name")),
            body=rng.choice(_names("body")),
        )
        for row in rows[:_LINES_A_SECTION]
    ]


def _edited(lines: Sequence[_Line], rng: Random) -> list[PlantedEdit]:
    return [
        _edit(rng.choice(_fitting(line)) if rng.random() < _EDITED else EditKind.KEPT, line)
        for line in lines
    ]


def _fitting(line: _Line) -> list[EditKind]:
    kinds = [EditKind.DROPPED, EditKind.MOVED, EditKind.TYPOGRAPHY]
    if "{n}" in line.pattern:
        kinds.append(EditKind.NUMBER)
    if "^" in line.pattern:
        kinds += [EditKind.NEGATED, EditKind.HEDGED]
    if " + " in line.pattern:
        kinds += [EditKind.SPLIT, EditKind.MERGED]
    return [*kinds, EditKind.REWORDED] if line.other else kinds


def _edit(kind: EditKind, line: _Line) -> PlantedEdit:
    plain = line.write()
    new = {
        EditKind.TYPOGRAPHY: tuple(_retyped(s) for s in plain),
        EditKind.REWORDED: replace(line, pattern=line.other or line.pattern).write(),
        EditKind.NUMBER: replace(line, number=line.number * 3 + 7).write(),
        EditKind.NEGATED: line.write(mark=" not"),
        EditKind.HEDGED: line.write(mark=" reportedly"),
        EditKind.SPLIT: line.write(apart=True),
        EditKind.DROPPED: (),
    }
    old = line.write(apart=True) if kind is EditKind.MERGED else plain
    return PlantedEdit(kind, old, new.get(kind, plain))


def _retyped(sentence: str) -> str:
    return sentence.replace("'", "’").replace(" ", "\u00a0", 1)


def _moved(sections: Sequence[_Section], rng: Random) -> list[_Section]:
    """The newer chapter's sections: moved sentences stand at the end of another one."""
    staying = [[e for e in s.lines if e.kind is not EditKind.MOVED] for s in sections]
    for n, section in enumerate(sections):
        for edit in section.lines:
            if edit.kind is EditKind.MOVED:
                staying[rng.choice([k for k in range(len(sections)) if k != n])].append(edit)
    return [_Section(s.heading, tuple(e)) for s, e in zip(sections, staying, strict=True)]


def _added(sections: list[_Section], lines: Sequence[_Line], rng: Random) -> list[_Section]:
    """The sections with sentences put in that the older chapter has not."""
    for line in lines[: rng.randint(0, 3)]:
        k = rng.randrange(len(sections))
        at = rng.randint(0, len(sections[k].lines))
        edits = list(sections[k].lines)
        edits.insert(at, PlantedEdit(EditKind.ADDED, (), line.write()))
        sections[k] = replace(sections[k], lines=tuple(edits))
    return sections


def _written(before: Sequence[_Section], after: Sequence[_Section], rng: Random) -> EditedChapter:
    links: list[PlantedLink] = []
    parts: list[_Section] = []
    for section in after:
        new = _outlined(section, rng)
        links.append(PlantedLink(section.heading, tuple(part.heading for part in new)))
        parts += new
    edits = [e for s in before for e in s.lines]
    edits += [e for s in after for e in s.lines if e.kind is EditKind.ADDED]
    return EditedChapter(
        old=_text("2019/20", [(s.heading, [t for e in s.lines for t in e.old]) for s in before]),
        new=_text("2020/21", [(s.heading, [t for e in s.lines for t in e.new]) for s in parts]),
        edits=tuple(edits),
        links=tuple(links),
    )


def _outlined(section: _Section, rng: Random) -> list[_Section]:
    """The section under its heading, under another one, or its second half under a third."""
    if rng.random() >= _SECTION_CHANGED:
        return [section]
    other, part = next(row[1:] for row in _table("headings") if row[0] == section.heading)
    standing = [e for e in section.lines if e.new]
    if rng.random() < 0.5 or len(standing) < _LINES_A_SECTION - 1:
        return [replace(section, heading=other)]
    half = len(section.lines) // 2
    return [
        replace(section, lines=section.lines[:half]),
        _Section(part, section.lines[half:]),
    ]


def _text(edition: str, sections: Sequence[tuple[str, Sequence[str]]]) -> str:
    parts = [f"Amnesty International Report {edition}: Ruritania", _LEAD]
    for heading, lines in sections:
        parts += [heading, " ".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"


def _names(what: str) -> list[str]:
    return [name for kind, name in _table("names") if kind == what]


@cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    source = files("rights_diff.testing").joinpath("data", f"{name}.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(re.split(r"\t+", line)) for line in lines if line and line[0] != "#")
