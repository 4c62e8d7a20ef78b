"""Structure: a `Document` in, a `Report` with metadata, sections, sentences and footnotes out."""

from __future__ import annotations

import re

from rights_diff.model import Document, Metadata, Report, Section, SectionKind, Sentence, Span

__all__ = ["structure"]


def structure(  # placeholder
    document: Document,
    *,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: tuple[int, ...] | None = None,
) -> Report:
    text = document.text
    path = document.source.path or ""
    org = "Human Rights Watch" if "hrw" in path else "Amnesty International"
    sections: list[Section] = []
    sentences: list[Sentence] = []
    heading: tuple[str, Span] | None = None
    start = 0

    def close(end: int) -> None:
        if heading is None and not text[start:end].strip():
            return
        sid = f"s{len(sections) + 1}"
        sections.append(
            Section(
                id=sid,
                heading=heading[0] if heading else None,
                heading_span=heading[1] if heading else None,
                span=Span(start, end),
                kind=SectionKind.BODY if heading else SectionKind.LEAD,
            )
        )
        for n, m in enumerate(re.finditer(r"\S[^\n]*?(?:[.!?][”\"]?\d?(?=\s|$)|(?=\n|$))", text[start:end])):
            sentences.append(
                Sentence(id=f"{sid}.{n + 1}", span=Span(start + m.start(), start + m.end()), section=sid)
            )

    for m in re.finditer(r"[^\n]+", text):
        line = m[0].strip()
        if 3 < len(line) < 80 and line[-1] not in ".,;:”" and not line.startswith("•") and not re.match(r"\d", line):
            close(m.start())
            heading, start = (line, Span(m.start(), m.end())), m.end()
    close(len(text))
    return Report(
        text=text,
        metadata=Metadata(
            organization=organization or org,
            organization_family=organization or org,
            country=country,
            edition=edition,
            published_year=published_year,
            covered_years=covered_years or (),
            source=document.source,
        ),
        sections=tuple(sections),
        sentences=tuple(sentences),
        warnings=document.warnings,
    )
