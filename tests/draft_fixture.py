"""A report being written by hand, for tests: text grows, and the spans in it are noted."""

from __future__ import annotations

from dataclasses import dataclass, field

from rights_diff.model import (
    Fact,
    Footnote,
    Furniture,
    Metadata,
    Quantity,
    QuantityKind,
    Report,
    Section,
    SectionKind,
    Sentence,
    Span,
)


@dataclass
class Draft:
    """A report being written: text grows, spans are noted."""

    text: str = ""
    sections: list[Section] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def section(
        self,
        heading: str | None,
        *sentences: str,
        topics: tuple[str, ...] = (),
        level: int = 1,
        parent: str | None = None,
    ) -> None:
        number = len(self.sections) + 1
        heading_span = self.put(heading) if heading else None
        self.put("\n\n")
        start = len(self.text)
        for n, words in enumerate(sentences, 1):
            span = self.put(words)
            self.sentences.append(
                Sentence(id=f"s{number}.{n}", span=span, section=f"s{number}", topics=topics)
            )
            self.put(" ")
        self.sections.append(
            Section(
                id=f"s{number}",
                heading=heading,
                heading_span=heading_span,
                level=level,
                parent=parent,
                span=Span(start, len(self.text)),
                kind=SectionKind.BODY if sentences else SectionKind.CONTAINER,
                topics=topics,
            )
        )
        self.put("\n\n")

    def quantity(self, phrase: str, core: str, **about: object) -> str:
        start = self.text.index(phrase)
        inside = start + phrase.index(core)
        name = f"q{len(self.quantities) + 1}"
        sentence = next(s.id for s in self.sentences if s.span.start <= start < s.span.end)
        self.quantities.append(
            Quantity(
                id=name,
                span=Span(start, start + len(phrase)),
                core=Span(inside, inside + len(core)),
                kind=about.pop("kind", QuantityKind.COUNT),  # type: ignore[arg-type]
                sentence=sentence,
                **about,  # type: ignore[arg-type]
            )
        )
        return name

    def report(self, **metadata: object) -> Report:
        source = metadata.pop("source")
        return Report(
            text=self.text,
            metadata=Metadata(source=source, **metadata),  # type: ignore[arg-type]
            sections=tuple(self.sections),
            sentences=tuple(self.sentences),
            quantities=tuple(self.quantities),
            facts=tuple(self.facts),
            furniture=tuple(self.furniture),
            footnotes=tuple(self.footnotes),
        )
