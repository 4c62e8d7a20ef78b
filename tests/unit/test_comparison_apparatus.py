from __future__ import annotations

from dataclasses import replace

from tests.comparison_fixture import one_section

from rights_diff.comparison.apparatus import fact_changes, footnote_changes
from rights_diff.model import Fact, Footnote, Report, Span


def with_facts(*facts: tuple[str, str]) -> Report:
    made = tuple(Fact(label=a, value=b, span=Span(0, 1)) for a, b in facts)
    return replace(one_section("It rained."), facts=made)


def with_notes(*notes: str) -> Report:
    report, made = one_section("It rained."), []
    for n, note in enumerate(notes, start=1):
        start = len(report.text)
        report = replace(report, text=report.text + note + "\n")
        made.append(Footnote(marker=str(n), span=Span(start, start + len(note))))
    return replace(report, footnotes=tuple(made))


def test_facts_are_matched_by_label() -> None:
    old = with_facts(("Head of state", "A. Dow"), ("Population", "24 million"), ("Army", "none"))
    new = with_facts(("Head of State:", "A. Dow"), ("Population", "25 million"), ("Navy", "none"))
    found = [(c.label, c.status.value, c.absolute) for c in fact_changes(old, new)]
    assert found == [
        ("Head of State:", "unchanged", None),
        ("Population", "revised", 1_000_000),
        ("Navy", "added", None),
        ("Army", "dropped", None),
    ]


def test_footnotes_are_matched_by_words() -> None:
    old = with_notes("Letter to the king, May.", "Report on the mill and its workers, page 4.")
    new = with_notes("Report on the mill and its workers, page 9.", "A new treaty.")
    found = [(c.status.value, c.old_marker, c.new_marker) for c in footnote_changes(old, new)]
    assert found == [("revised", "2", "1"), ("added", None, "2"), ("dropped", "1", None)]
