"""Lines and branches are held to their figure each by itself."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "coverage_gate.py"
FINE = "lines: 970 of 1,000 covered, 97.0 %"
FEW_LINES = "lines: 949 of 1,000 covered, 94.9 %, less than the 95 % wanted"
FEW_BRANCHES = "branches: 187 of 200 covered, 93.5 %, less than the 95 % wanted"


@pytest.mark.parametrize(
    ("covered", "code", "told"),
    [
        ((970, 190), 0, [FINE, "branches: 190 of 200 covered, 95.0 %"]),
        ((970, 187), 1, [FINE, FEW_BRANCHES]),
        ((949, 200), 1, [FEW_LINES, "branches: 200 of 200 covered, 100.0 %"]),
        ((949, 187), 1, [FEW_LINES, FEW_BRANCHES]),
    ],
)
def test_each_kind_falls_short_by_itself(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    covered: tuple[int, int],
    code: int,
    told: list[str],
) -> None:
    figures = tmp_path / "figures.json"
    totals = {
        "covered_lines": covered[0],
        "num_statements": 1000,
        "covered_branches": covered[1],
        "num_branches": 200,
    }
    figures.write_text(json.dumps({"totals": totals}), "utf-8")
    assert runpy.run_path(str(SCRIPT))["main"](str(figures)) == code
    assert capsys.readouterr().out.splitlines() == told
