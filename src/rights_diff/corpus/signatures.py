"""The changes of one pair, named so that the same change in another country has the same name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from rapidfuzz.distance import Indel

from rights_diff.corpus.figures import changed_figures
from rights_diff.corpus.keys import Keys, keys_for
from rights_diff.corpus.phrases import phrase_edits
from rights_diff.model import (
    Comparison,
    ComparisonKind,
    Facet,
    LedgerRow,
    Report,
    Section,
    SectionKind,
    SectionRelation,
    Status,
)
from rights_diff.model.template_edits import EditCandidate, EditKind
from rights_diff.rendering.view.plain import shown_line

__all__ = ["APART", "FACTS", "FACT_MARK", "HARMLESS", "HEADING_MARK", "candidates_of", "mark_of"]

APART = "\t"  # between the older and the newer part of a key
# Headings, labels of facts and sentences of the same words are marked apart.
HEADING_MARK, FACT_MARK = "h", "f"
FACTS = "facts"  # where the facts stand on the page
# Why a box of facts was set aside whose lines and values came apart.
_UNREAD_FACTS = "fact_box"
_ALIKE = 0.6  # share of words in common of two sentences, in a row of several
_FEWEST_WORDS = 2  # of a sentence: a single word is a scrap of layout
# What a row may be besides a change of words without telling something of the country.
HARMLESS = frozenset({Facet.MOVED, Facet.NUMBER_AGREES, Facet.SPLIT, Facet.MERGED})
_RENAMED = (SectionRelation.RENAMED, SectionRelation.SAME, SectionRelation.PARTIAL)
_HEADED = (SectionKind.BODY, SectionKind.CONTAINER, SectionKind.RUN_IN, SectionKind.LEAD)


def mark_of(key: str, kind: str = "") -> str:
    """A short name of a key, for counting."""
    return hashlib.blake2b(f"{kind}:{key}".encode(), digest_size=8).hexdigest()


def candidates_of(comparison: Comparison) -> tuple[EditCandidate, ...]:
    r"""The changes of one pair that may be made in many countries, and what was not changed.

    A sentence that only one report has (wherever it stands) is `dropped` or `added`, one put in
    the place of another is `changed` too, one phrase in the place of another in a sentence
    that is otherwise the same is `wording`; a section renamed, gone or new is `heading`, a
    line of facts gone or new is `fact`.
    What stands in both reports is `kept`: only its mark is told. Reports of two organizations
    have no common template: they give none.

    >>> import rights_diff as rd
    >>> old = rd.parse("Amnesty Report 2012: Cuba\n\nNo visits to Cuba were allowed. It rained.")
    >>> new = rd.parse("Amnesty Report 2013: Cuba\n\nIt rained. It snowed.")
    >>> [(c.kind.value, c.key) for c in candidates_of(rd.compare(old, new)) if c.row]
    [('dropped', 'no visits to @ were allowed'), ('added', 'it snowed')]
    """
    if comparison.kind is ComparisonKind.CROSS_ORGANIZATION:
        return ()
    return tuple(dict.fromkeys(_Pair(comparison).candidates()))


class _Pair:
    """A comparison with the keys of its sentences and headings."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        countries = (r.metadata.country for r in (comparison.old, comparison.new))
        self.keys = keys_for(countries)
        self.old = _Side(comparison.old, self.keys)
        self.new = _Side(comparison.new, self.keys)
        self.figures = changed_figures(comparison)

    def candidates(self) -> Iterator[EditCandidate]:
        """Changes in the order of the ledger, then of the sections, then what was kept."""
        for row in self.comparison.ledger:
            if row.status is not Status.UNCHANGED:
                yield from self._row(row)
        yield from self._headings()
        yield from self._facts()
        for key in sorted(self.old.words & self.new.words):
            yield EditCandidate(row="", kind=EditKind.KEPT, key=mark_of(key))
        for key in sorted(self.old.headings & self.new.headings):
            yield EditCandidate(row="", kind=EditKind.KEPT, key=mark_of(key, HEADING_MARK))

    def _row(self, row: LedgerRow) -> Iterator[EditCandidate]:
        about = self._about(row)
        gone = [s for s in row.old if self.old.keys[s] not in self.new.words]
        came = [s for s in row.new if self.new.keys[s] not in self.old.words]
        if row.old and row.new and (gone or came):
            yield from self._changed(row, gone, came, about)
        for kind, side, ids, whole in (
            (EditKind.DROPPED, self.old, gone, len(row.old) == 1 and not row.new),
            (EditKind.ADDED, self.new, came, len(row.new) == 1 and not row.old),
        ):
            for sentence in ids:
                key = side.keys[sentence]
                if key.count(" ") + 1 < _FEWEST_WORDS:
                    continue
                words = self.keys.shown(side.text[sentence])
                old, new = (words, "") if kind is EditKind.DROPPED else ("", words)
                yield EditCandidate(
                    row=row.id, kind=kind, key=key, old=old, new=new, whole=whole, **about
                )

    def _changed(
        self, row: LedgerRow, gone: list[str], came: list[str], about: dict[str, Any]
    ) -> Iterator[EditCandidate]:
        """One sentence in the place of another, as a whole and by its phrases."""
        counts = about["figures"] or Facet.NUMBER_CHANGED in row.facets
        whole = len(gone) == len(came) == 1 and not counts
        for before, after in self._exchanged(row, gone, came):
            old, new = self.old.keys[before], self.new.keys[after]
            if min(old.count(" "), new.count(" ")) + 1 < _FEWEST_WORDS:
                continue
            yield EditCandidate(
                row=row.id,
                kind=EditKind.CHANGED,
                key=f"{old}{APART}{new}",
                old=self.keys.shown(self.old.text[before]),
                new=self.keys.shown(self.new.text[after]),
                whole=whole,
                **about,
            )
            phrases, is_all = phrase_edits(old.split(), new.split())
            for one, other in phrases:
                yield EditCandidate(
                    row=row.id,
                    kind=EditKind.WORDING,
                    key=f"{one}{APART}{other}",
                    old=one,
                    new=other,
                    whole=whole and is_all and HARMLESS.issuperset(row.facets),
                    **about,
                )

    def _exchanged(
        self, row: LedgerRow, gone: list[str], came: list[str]
    ) -> Iterator[tuple[str, str]]:
        """Sentences of a row that stand for each other: the only two, or the most alike.

        Where one became two, none of them stands for it alone.
        """
        if len(row.old) == len(row.new) == 1:
            yield from zip(gone, came, strict=False)
            return
        if len(gone) != len(came):
            return
        left = list(came)
        for before in gone:
            words = self.old.keys[before].split()
            likeness = [Indel.normalized_similarity(words, self.new.keys[s].split()) for s in left]
            if likeness and max(likeness) >= _ALIKE:
                yield before, left.pop(likeness.index(max(likeness)))

    def _about(self, row: LedgerRow) -> dict[str, Any]:
        return {
            "status": row.status,
            "facets": () if row.is_unsure else row.facets,
            "topics": row.topics,
            "figures": self.figures[row.id],
        }

    def _headings(self) -> Iterator[EditCandidate]:
        """Sections that were renamed, then those whose heading is gone or new."""
        told: set[str] = set()
        for link in self.comparison.section_links:
            if len(link.old) != 1 or len(link.new) != 1 or link.relation not in _RENAMED:
                continue
            old, new = self.old.heading(link.old[0]), self.new.heading(link.new[0])
            if old and new and old not in self.new.headings and new not in self.old.headings:
                told |= {f"o-{link.old[0]}", f"n-{link.new[0]}"}
                yield self._heading(f"n-{link.new[0]}", link.old[0], link.new[0])
        for side, other in ((self.old, self.new), (self.new, self.old)):
            for section in side.sections.values():
                key = side.heading(section.id)
                if not key or key in other.headings:
                    continue
                place = f"{'o' if side is self.old else 'n'}-{section.id}"
                if place not in told:
                    ids = (section.id, None) if side is self.old else (None, section.id)
                    yield self._heading(place, *ids)

    def _facts(self) -> Iterator[EditCandidate]:
        """Lines of facts that are gone or new; none where a box of them could not be read."""
        reports = (self.comparison.old, self.comparison.new)
        if any(f.reason == _UNREAD_FACTS for report in reports for f in report.furniture):
            return
        for change in self.comparison.fact_changes:
            label = self.keys.sentence(change.label)
            if change.status is Status.DROPPED:
                yield _fact(f"{label}{APART}", old=shown_line(change.label))
            elif change.status is Status.ADDED:
                yield _fact(f"{APART}{label}", new=shown_line(change.label))
            else:
                yield EditCandidate(row="", kind=EditKind.KEPT, key=mark_of(label, FACT_MARK))

    def _heading(self, place: str, old: str | None, new: str | None) -> EditCandidate:
        before = self.old.sections[old] if old else None
        after = self.new.sections[new] if new else None
        return EditCandidate(
            row=place,
            kind=EditKind.HEADING,
            key=APART.join(
                side.heading(section) if section else ""
                for side, section in ((self.old, old), (self.new, new))
            ),
            old=self.keys.shown((before and before.heading) or ""),
            new=self.keys.shown((after and after.heading) or ""),
        )


def _fact(key: str, *, old: str = "", new: str = "") -> EditCandidate:
    return EditCandidate(row=FACTS, kind=EditKind.FACT, key=key, old=old, new=new)


class _Side:
    """One report: keys and words of its sentences, keys of its headings."""

    def __init__(self, report: Report, keys: Keys) -> None:
        self.text = {s.id: s.span.of(report.text) for s in report.sentences}
        self.keys = {name: keys.sentence(words) for name, words in self.text.items()}
        self.words = set(self.keys.values())
        self.sections: dict[str, Section] = {s.id: s for s in report.sections if s.kind in _HEADED}
        self._headings = {s.id: keys.heading(s.heading) for s in self.sections.values()}
        self.headings = set(self._headings.values()) - {""}

    def heading(self, section: str) -> str:
        """The key of a section's heading; empty for none, and for a list of related items."""
        return self._headings.get(section, "")
