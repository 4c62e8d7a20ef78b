"""Small reports for the tests of the comparison room, in our own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rights_diff.extraction.dates import find_dates
from rights_diff.extraction.quantities import quantities
from rights_diff.model import (
    Alignment,
    ClaimPair,
    Metadata,
    Quantity,
    Report,
    Section,
    SectionLink,
    SectionRelation,
    Sentence,
    Source,
    Span,
)


def make_report(
    sections: Mapping[str, Sequence[str]],
    *,
    year: int = 2020,
    organization: str | None = "Watch Group",
    country: str | None = "Ruritania",
    edition: str | None = None,
) -> Report:
    """A report of headings and sentences; figures and dates are read from the sentences."""
    text = ""
    made: list[Section] = []
    sentences: list[Sentence] = []
    for n, (heading, lines) in enumerate(sections.items(), start=1):
        heading_span = Span(len(text), len(text) + len(heading))
        text += heading + "\n"
        start = len(text)
        for k, line in enumerate(lines, start=1):
            span = Span(len(text), len(text) + len(line))
            sentences.append(Sentence(id=f"s{n}.{k}", span=span, section=f"s{n}"))
            text += line + " "
        made.append(
            Section(
                id=f"s{n}", heading=heading, heading_span=heading_span, span=Span(start, len(text))
            )
        )
        text += "\n"
    report = Report(
        text=text,
        metadata=Metadata(
            organization=organization,
            organization_family=organization,
            country=country,
            edition=edition or str(year + 1),
            covered_years=(year,),
            source=Source(sha256="0"),
        ),
        sections=tuple(made),
        sentences=tuple(sentences),
    )
    report = replace(report, dates=find_dates(report))
    return replace(report, quantities=_figures(report, year))


def _figures(report: Report, year: int) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for sentence in report.sentences:
        for quantity in quantities(sentence.span.of(report.text), year=year):
            found.append(
                replace(
                    quantity,
                    id=f"q{len(found) + 1}",
                    span=quantity.span.shift(sentence.span.start),
                    core=quantity.core.shift(sentence.span.start),
                    sentence=sentence.id,
                )
            )
    return tuple(found)


def one_section(*sentences: str, **options: object) -> Report:
    """A report of one section."""
    return make_report({"Detention": sentences}, **options)  # type: ignore[arg-type]


def pair(*pairs: tuple[str, str], exact: bool = False) -> Alignment:
    """An alignment of one sentence with one sentence (several with spaces), sections by id."""
    claims = tuple(
        ClaimPair(old=tuple(a.split()), new=tuple(b.split()), score=0.9, exact=exact)
        for a, b in pairs
    )
    return Alignment(pairs=claims, section_links=(link("s1", "s1"), link("s2", "s2")))


def link(old: str, new: str) -> SectionLink:
    return SectionLink(old=(old,), new=(new,), relation=SectionRelation.SAME, score=1.0)
