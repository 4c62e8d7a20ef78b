"""Structure on real reports: laws, and headings known from the printed page."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from rights_diff.model import Report, SectionKind, Span
from rights_diff.reading import read, read_text
from rights_diff.structure import structure
from rights_diff.structure.flattened import is_flattened
from rights_diff.structure.sentences import split_sentences

pytestmark = pytest.mark.real


def spans_of(report: Report) -> list[Span]:
    spans = [s.span for s in report.sections]
    spans += [s.heading_span for s in report.sections if s.heading_span]
    spans += [f.span for f in report.facts] + [f.span for f in report.furniture]
    spans += [n.span for n in report.footnotes] + [s.span for s in report.sentences]
    spans += [report.metadata.title_span] if report.metadata.title_span else []
    return sorted((s for s in spans if s.length), key=lambda s: (s.start, -s.end))


def test_no_character_is_lost_and_spans_nest(reports_dir: Path) -> None:
    files = sorted(reports_dir.rglob("*.txt"))
    assert files
    for path in files:
        report = structure(read(path))
        covered = bytearray(len(report.text))
        above: list[Span] = []
        for span in spans_of(report):
            covered[span.start : span.end] = b"\1" * span.length
            while above and above[-1].end <= span.start:
                above.pop()
            assert not above or span.end <= above[-1].end, path
            above.append(span)
        left = {c for c, seen in zip(report.text, covered, strict=True) if not seen}
        assert not "".join(left).strip(), path


def test_headings_and_facts_of_printed_chapters(reports_dir: Path) -> None:
    right = wrong = levels = 0
    for path in sorted((reports_dir / "amnesty-clean").rglob("*.json")):
        printed = json.loads(path.read_text(encoding="utf-8"))
        report = structure(read(path.with_suffix(".txt")))
        ours = [(s.heading, s.level) for s in report.sections if s.heading]
        theirs = [(s["heading"], s["level"]) for s in printed["sections"] if s["heading"]]
        right += sum((Counter(h for h, _ in ours) & Counter(h for h, _ in theirs)).values())
        wrong += abs(len(ours) - len(theirs))
        levels += sum((Counter(ours) & Counter(theirs)).values())
        assert [f"{f.label}: {f.value}" for f in report.facts] == printed["facts"], path
        assert report.metadata.covered_years == (printed["year"] - 1,)
        assert report.metadata.country
    assert right
    assert wrong <= 0.01 * right
    assert levels >= 0.95 * right


def test_flattened_printed_chapters(reports_dir: Path) -> None:
    found = missed = 0
    for path in sorted((reports_dir / "amnesty-clean").rglob("*.json")):
        printed = json.loads(path.read_text(encoding="utf-8"))
        sections = [s for s in printed["sections"] if "visits/reports" not in s["heading"]]
        contents = "".join(s["heading"] for s in sections)
        body = "".join(s["heading"] + "".join(s["paragraphs"]) for s in sections)
        top = f"Report {printed['year']}: {printed['title'].title()}Skip to main contentDonate Now"
        text = f"{top}{contents}Share this via Email{printed['summary']}{body}Contact UsSign UpJoin"
        assert is_flattened(text), path
        ours = [s.heading for s in structure(read_text(text)).sections if s.heading]
        theirs = [s["heading"] for s in sections]
        found += sum((Counter(ours) & Counter(theirs)).values())
        missed += len(theirs) + len(ours) - 2 * sum((Counter(ours) & Counter(theirs)).values())
    assert found
    assert missed <= 0.03 * found


def test_sentences_of_clean_chapters_end_as_sentences(reports_dir: Path) -> None:
    odd = total = 0
    for path in sorted((reports_dir / "amnesty-clean").rglob("*.txt")):
        report = structure(read(path))
        for sentence in report.sentences:
            words = sentence.span.of(report.text)
            total += 1
            odd += words[0].islower() or words.rstrip("”\"’')")[-1] not in ".!?:"
        assert any(s.kind == SectionKind.LEAD for s in report.sections), path
    assert odd <= 0.005 * total


def test_golden_rules_of_sentence_splitting(specs_dir: Path) -> None:
    """Another project's cases; ours differ on purpose where bullets stand outside sentences."""
    cases = json.loads((specs_dir / "pysbd" / "golden_rules.json").read_text(encoding="utf-8"))
    passed = 0
    for case in cases:
        text = case["text"]
        found = [s.of(text) for s in split_sentences(text, 0, len(text))]
        passed += found == [s.strip() for s in case["sentences"]]
    assert passed >= 0.8 * len(cases)
