"""The two reports of a comparison, indexed, and what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from rights_diff.model import (
    Comparison,
    ComparisonKind,
    Metadata,
    Quantity,
    Report,
    Section,
    SectionKind,
    Sentence,
)
from rights_diff.rendering.strings import table, text
from rights_diff.rendering.view.plain import clip, shown, shown_line, thousands
from rights_diff.rendering.view.records import Side

__all__ = ["Index", "index_of", "is_across", "labels", "safe_url", "side_view"]

_SHA_SHOWN = 12  # characters of a sha256 that people compare by eye
_TITLE_CITED = 200  # characters: a citation has the whole title, if it is no nuisance
_OLDER, _NEWER, _UNDATED = "Older report", "Newer report", "Undated report"
_FIRST, _SECOND = "First copy", "Second copy"
_PLAIN = frozenset({_OLDER, _NEWER, _UNDATED, _FIRST, _SECOND})
_SAFE_SCHEMES = ("http", "https")


@dataclass(frozen=True)
class Index:
    """A report with look-ups by id."""

    report: Report
    label: str

    @property
    def named(self) -> str:
        """The label inside a sentence: "2019", "the undated report"."""
        if self.label not in _PLAIN:
            return self.label
        return f"the {self.label[0].lower()}{self.label[1:]}"

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Sentences by id."""
        return {s.id: s for s in self.report.sentences}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Sections by id."""
        return {s.id: s for s in self.report.sections}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Quantities by id."""
        return {q.id: q for q in self.report.quantities}

    @cached_property
    def order(self) -> dict[str, int]:
        """Places of the sentences in the report."""
        return {s.id: n for n, s in enumerate(self.report.sentences)}

    def quote(self, sentence_id: str) -> str:
        """The words of a sentence, as they stand in the text."""
        return self.sentences[sentence_id].span.of(self.report.text)

    def heading(self, section_id: str | None) -> str:
        """A section's heading; the lead's is "Opening"."""
        section = self.sections.get(section_id or "")
        if section is None:
            return ""
        return shown_line(section.heading or "") or self._unheaded(section)

    def _unheaded(self, section: Section) -> str:
        first = self.report.sections[0]
        is_lead = section is first or section.kind is SectionKind.LEAD
        return text("opening" if is_lead else "no_heading", name="place")

    def path(self, section_id: str) -> tuple[str, ...]:
        """Headings above a section, outermost first."""
        above: list[str] = []
        seen = {section_id}
        parent = self.sections[section_id].parent if section_id in self.sections else None
        while parent and parent not in seen and parent in self.sections:
            seen.add(parent)
            above.append(self.heading(parent))
            parent = self.sections[parent].parent
        return tuple(reversed(above))


def index_of(comparison: Comparison) -> tuple[Index, Index]:
    """Both reports, indexed and named."""
    old, new = labels(comparison)
    return Index(comparison.old, old), Index(comparison.new, new)


def labels(comparison: Comparison) -> tuple[str, str]:
    """Short names that tell the two reports apart: editions, or organizations, or both."""
    if comparison.kind is ComparisonKind.SAME_EDITION:
        return _FIRST, _SECOND
    old, new = comparison.old.metadata, comparison.new.metadata
    names = _short(old), _short(new)
    years = _year(old), _year(new)
    if comparison.kind is ComparisonKind.CROSS_ORGANIZATION and any(names):
        # one unnamed: still two organizations; and an edition beside a covered year misleads
        unnamed = text("unnamed", name="place")
        names = names[0] or unnamed, names[1] or unnamed
        covered = _covered(old), _covered(new)
        if not (old.edition and new.edition) and all(covered):
            years = covered
    if names[0] != names[1] and all(names):
        if all(years):
            return f"{names[0]} {years[0]}", f"{names[1]} {years[1]}"
        return names
    if years[0] != years[1]:
        return years[0] or _UNDATED, years[1] or _UNDATED
    return _OLDER, _NEWER


def _short(metadata: Metadata) -> str:
    name = metadata.organization_family or metadata.organization or ""
    return shown_line(str(table("short").get(name, name)))


def _year(metadata: Metadata) -> str:
    if metadata.edition:
        return shown_line(metadata.edition)
    return str(metadata.published_year) if metadata.published_year else _covered(metadata)


def _covered(metadata: Metadata) -> str:
    years = metadata.covered_years
    if not years:
        return ""
    run = list(range(years[0], years[-1] + 1))
    if len(years) > 1 and list(years) == run:
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years))


def is_across(comparison: Comparison) -> bool:
    """Whether neither report follows the other: two organizations, or one of them undated."""
    if comparison.kind is ComparisonKind.CROSS_ORGANIZATION:
        return True
    dated = [bool(r.metadata.covered_years) for r in (comparison.old, comparison.new)]
    return dated[0] != dated[1]


def side_view(index: Index, words: int) -> Side:
    """How the header names one report."""
    m = index.report.metadata
    organization = shown_line(m.organization or "")
    edition = _year(m)
    parts = [organization, clip(shown_line(m.title or ""), _TITLE_CITED)]
    if not m.title:
        parts = [organization, edition, shown_line(m.country or "")]
    elif edition and edition not in m.title:
        parts.append(edition)
    return Side(
        label=index.label,
        organization=organization,
        country=shown_line(m.country or ""),
        edition=edition,
        covered=_covered(m),
        title=clip(shown_line(m.title or ""), 160),
        file=shown(_file_name(m.source.path or "")),
        url=safe_url(m.source.url),
        sha256=m.source.sha256[:_SHA_SHOWN],
        digest=m.source.sha256,
        published=str(m.published_year or ""),
        media_type=m.source.media_type,
        words=thousands(words),
        cite=", ".join(p for p in parts if p) or index.label,
    )


def _file_name(path: str) -> str:
    """The last part of a path: the folders above are the reader's own business."""
    return re.split(r"[/\\]", path)[-1]


def safe_url(url: str | None) -> str:
    """The address where it may be a link, else nothing."""
    try:
        good = url is not None and urlsplit(url).scheme.lower() in _SAFE_SCHEMES
    except ValueError:
        return ""
    return url if good and url is not None else ""
