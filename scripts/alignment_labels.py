"""Labelled pairs of reports, as the training of the alignment room needs them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rights_diff
from rights_diff.extraction import extract
from rights_diff.model import (
    Metadata,
    Report,
    Section,
    SectionKind,
    Sentence,
    Source,
    Span,
)

# Good enough where a format is not read yet and the labels give the sections.
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][”\"’')]*\d{0,2}(?=\s+[“\"‘'(]?[A-Z•]|\s*$)|(?=\n|$))")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One labelled pair of claims: positions of the sentences that hold it, on either side."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    further: bool


@dataclass(frozen=True, kw_only=True)
class Case:
    """A labelled pair of reports.

    Attributes:
        name: the label folder and both documents.
        country: what is left out together in cross-validation.
        links, weak: section positions that correspond (strong), or may.
        rows: sentence positions of a full sentence ledger, or None.
    """

    name: str
    country: str
    old: Report
    new: Report
    claims: tuple[Claim, ...]
    every: tuple[Claim, ...]
    links: frozenset[tuple[int, int]]
    weak: frozenset[tuple[int, int]]


def load_cases(labels: Path, base: Path) -> list[Case]:
    """All pairs under `labels`, reports found under `base`."""
    return [
        c for folder in sorted(labels.iterdir()) if folder.is_dir() for c in _folder(folder, base)
    ]


def _folder(folder: Path, base: Path) -> Iterator[Case]:
    sections = {d["doc"]: d for d in _read(folder / "sections.json")}
    links = _read(folder / "section_alignment.json")
    reports = {doc: _report(d, base) for doc, d in sections.items()}
    for pair in _read(folder / "changes.json"):
        a, b = pair["old_doc"], pair["new_doc"]
        linked = next(p for p in links if (p["old_doc"], p["new_doc"]) == (a, b))
        old, new = reports[a], reports[b]
        ids = (_section_ids(sections[a], old), _section_ids(sections[b], new))
        strong = _section_pairs(linked, ids, weak=False)
        yield Case(
            name=f"{folder.name}: {a} – {b}",
            country=_country(folder.name),
            old=old,
            new=new,
            claims=tuple(c for g in pair["changes"] if (c := _claim(g, old, new))),
            every=tuple(_every(folder, pair, old, new)),
            links=frozenset(strong),
            weak=frozenset(_section_pairs(linked, ids, weak=True) - strong),
        )


def _country(name: str) -> str:
    return (
        "north-korea"
        if name.startswith(("north-korea", "nk-"))
        else re.sub(r"^state-|-\d.*", "", name)
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _report(doc: dict[str, Any], base: Path) -> Report:
    if not doc.get("text_file"):
        return rights_diff.load(base / doc["file"])
    return _from_labels(doc, (base / doc["text_file"]).read_bytes().decode("utf-8"))


def _from_labels(doc: dict[str, Any], text: str) -> Report:
    m = doc["metadata"]
    sections, sentences = [], []
    for n, s in enumerate(doc["sections"], 1):
        span = Span(
            s.get("body_start") or s.get("heading_end") or 0,
            s.get("body_end") or s.get("heading_end") or 0,
        )
        heading = s.get("heading")
        sections.append(
            Section(
                id=f"s{n}",
                heading=heading,
                heading_span=Span(s["heading_start"], s["heading_end"])
                if heading and s.get("heading_start") is not None
                else None,
                level=s.get("level") or 1,
                span=span,
                kind=SectionKind.BODY if heading else SectionKind.LEAD,
            )
        )
        for k, found in enumerate(_SENTENCE.finditer(text, *span), 1):
            sentences.append(Sentence(id=f"s{n}.{k}", span=Span(*found.span()), section=f"s{n}"))
    report = Report(
        text=text,
        metadata=Metadata(
            organization=m.get("organization"),
            organization_family=re.sub(r" USA$", "", m.get("organization") or ""),
            country=m.get("country"),
            source=Source(sha256=hashlib.sha256(text.encode()).hexdigest()),
        ),
        sections=tuple(sections),
        sentences=tuple(sentences),
    )
    return extract(report)


def _touching(report: Report, spots: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(
        n for n, s in enumerate(report.sentences) if any(_touches(x, s.span) for x in spots)
    )


def _touches(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Half of the shorter span is shared."""
    short = min(a[1] - a[0], b[1] - b[0])
    return short > 0 and 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= short


def _spots(g: dict[str, Any], side: str) -> list[tuple[int, int]]:
    also = g.get(f"{side}_also") or []
    also = [also] if isinstance(also, dict) else also
    return [(g[f"{side}_start"], g[f"{side}_end"]), *((x["start"], x["end"]) for x in also)]


def _claim(g: dict[str, Any], old: Report, new: Report) -> Claim | None:
    if not g["old_quote"] or not g["new_quote"] or g.get("outside_body"):
        return None
    return Claim(
        old=_touching(old, _spots(g, "old")),
        new=_touching(new, _spots(g, "new")),
        further=g.get("rank") == "further",
    )


def _every(folder: Path, pair: dict[str, Any], old: Report, new: Report) -> Iterator[Claim]:
    rows = pair.get("sentence_ledger") or []
    alone = folder / "sentence_ledger.json"
    if not rows and alone.exists():
        rows = _read(alone)["rows"]
    for r in rows:
        if r.get("old_start") is not None and r.get("new_start") is not None:
            yield Claim(
                old=_touching(old, [(r["old_start"], r["old_end"])]),
                new=_touching(new, [(r["new_start"], r["new_end"])]),
                further=True,
            )


def _section_ids(doc: dict[str, Any], report: Report) -> dict[str, list[int]]:
    """Label id → positions of the report's sections that lie over that label's body."""
    found: dict[str, list[int]] = {g["id"]: [] for g in doc["sections"]}
    bodies = [
        (g["id"], Span(g["body_start"], g["body_end"]))
        for g in doc["sections"]
        if g.get("body_start") is not None
    ]
    for n, s in enumerate(report.sections):
        shared = [
            (min(b.end, s.span.end) - max(b.start, s.span.start), i, b.length) for i, b in bodies
        ]
        covered = [i for size, i, length in shared if length and 2 * size >= length]
        best = max(shared, default=(0, "", 0))
        for i in covered or ([best[1]] if best[0] > 0 else []):
            found[i].append(n)
    return found


def _section_pairs(
    linked: dict[str, Any], ids: tuple[dict[str, list[int]], dict[str, list[int]]], *, weak: bool
) -> set[tuple[int, int]]:
    return {
        (x, y)
        for link in linked["links"]
        if (link.get("strength", "strong") != "strong") == weak
        for a in link["old_ids"]
        for b in link["new_ids"]
        for x in ids[0].get(a, [])
        for y in ids[1].get(b, [])
    }
