"""Time the main job: two chapters from file to HTML, in a warm process.

    python benchmarks/pair.py [OLD NEW] [--runs 30]

Prints the best, the median and the slowest run of each stage in milliseconds, and the size of the
texts. Processor time is counted, so a busy machine matters little. `ledger` is all up to the
comparison, from file to ledger. Without arguments the shipped samples are compared.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rights_diff import samples
from rights_diff.alignment import align
from rights_diff.comparison import build
from rights_diff.extraction import extract
from rights_diff.reading import read
from rights_diff.structure import structure


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", nargs="?", default=samples.OLD)
    parser.add_argument("new", nargs="?", default=samples.NEW)
    parser.add_argument("--runs", type=int, default=30)
    a = parser.parse_args()
    runs = [run(a.old, a.new) for _ in range(a.runs + 3)][3:]  # the first three warm caches
    sizes = [Path(p).stat().st_size for p in (a.old, a.new)]
    print(f"{sizes[0]:,} and {sizes[1]:,} bytes, {a.runs} runs after 3 warm ones")
    print(f"{'stage':12} {'best ms':>10} {'median ms':>10} {'slowest ms':>11}")
    for stage in runs[0]:
        times = [1000 * r[stage] for r in runs]
        print(f"{stage:12} {min(times):10.1f} {statistics.median(times):10.1f} {max(times):11.1f}")


def run(old_path: str, new_path: str) -> dict[str, float]:
    """Seconds per stage of one run, both reports together."""
    took: dict[str, float] = {}

    def timed(stage: str, function: Callable[..., Any], *arguments: Any) -> Any:
        start = time.process_time()
        result = function(*arguments)
        took[stage] = took.get(stage, 0.0) + time.process_time() - start
        return result

    reports = []
    for path in (old_path, new_path):
        document = timed("read", read, path)
        report = timed("structure", structure, document)
        reports.append(timed("extract", extract, report))
    alignment = timed("align", align, *reports)
    comparison = timed("compare", build, *reports, alignment)
    took["ledger"] = sum(took.values())
    timed("html", comparison.to_html)
    took["in all"] = took["ledger"] + took["html"]
    return took


if __name__ == "__main__":
    main()
