"""Run-in headings of a web page that lost their bold face are told by their colons."""

from __future__ import annotations

from pathlib import Path

import rights_diff as rd
from rights_diff.model import SectionKind

TEXT = "Guards in the harbour jail slept in shifts, and so did those they guarded."


def page(label: str) -> str:
    parts = [
        f"<h2>Section {n}. {name}</h2><p>{label.format(head)}: {TEXT}</p>"
        for n, (name, head) in enumerate(
            [("Person", "Prison Visits"), ("Press", "Licence Fees"), ("Travel", "Exit Papers")], 1
        )
    ]
    return (
        f"<html><head><title>Tuvalu</title></head><body><main>{''.join(parts)}</main></body></html>"
    )


def run_ins(tmp_path: Path, label: str) -> list[str | None]:
    source = tmp_path / "state-2020-tuvalu.html"
    source.write_text(page(label), encoding="utf-8")
    return [s.heading for s in rd.load(source).sections if s.kind is SectionKind.RUN_IN]


def test_labels_without_a_face_are_found(tmp_path: Path) -> None:
    expected = ["Prison Visits", "Licence Fees", "Exit Papers"]
    assert run_ins(tmp_path, "{}") == run_ins(tmp_path, "<strong>{}</strong>") == expected
