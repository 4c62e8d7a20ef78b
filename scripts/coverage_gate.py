"""Fail where lines or branches are covered less than they should be, each counted by itself.

    python -m coverage json -o FIGURES.json && python scripts/coverage_gate.py FIGURES.json

`fail_under` of coverage counts both together, where many lines hide a few branches.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

LEAST = 95.0  # percent, of lines and of branches


def main(figures: str) -> int:
    """Print a line for each kind; 1 where one of them falls short, else 0."""
    totals = json.loads(Path(figures).read_text("utf-8"))["totals"]
    counted = {
        "lines": (totals["covered_lines"], totals["num_statements"]),
        "branches": (totals["covered_branches"], totals["num_branches"]),
    }
    short = False
    for kind, (covered, of) in counted.items():
        reached = covered * 100 >= LEAST * of
        short = short or not reached
        print(
            f"{kind}: {covered:,} of {of:,} covered, {100 * covered / max(of, 1):.1f} %"
            f"{'' if reached else f', less than the {LEAST:g} % wanted'}"
        )
    return int(short)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
