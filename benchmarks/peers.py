"""Time rights_diff and other programs that compare texts, in one run and on the same texts.

    python benchmarks/peers.py [--reports FOLDER] [--sizes 10 30 100 300 1300] [--seconds 60]
                               [--runs 3] [--tools NAME …] [--workers 1 2]
                               [--machine TEXT] [--date DATE] [--out docs/performance.md]

Writes a page of tables: seconds by size of the texts, how time grows, most memory held, import and
cold start, and pairs of a corpus in a minute by number of workers. Each figure comes from a process
of its own, whose processor time is counted, so that a busy machine matters little; one that needs
more than the seconds allowed is stopped, and its tool is not tried on longer texts. A folder of
reports holds editions that differ in the year of their path alone; without one (the environment
variable RIGHTS_DIFF_REPORTS names it too) chapters are invented. The peers are optional:
`pip install --group bench`. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from random import Random

from diff_tools import TOOLS, Tool, release_of
from measuring import Command, Run, import_time, run_command, run_tool
from performance_page import Corpus, Figures, Measured, page
from report_pairs import ReportPair, files_of, invented_pairs, real_pairs, texts_of_size

KILOBYTE = 1000
# Both sides of the texts that each tool compares before it is timed (kB).
WARM_UP = 3
MODULES = ("rights_diff", "difflib", "redlines", "diff_match_patch", "lxml.html.diff")


def main() -> None:
    """Measure, print the page and write it."""
    a = _arguments()
    tools = [TOOLS[name] for name in a.tools]
    pairs = list(_pairs(a.reports, max(a.sizes)))
    warm = texts_of_size(_others(), WARM_UP * KILOBYTE)
    texts = {size: texts_of_size(pairs, size * KILOBYTE) for size in a.sizes}

    def run(tool: Tool, size: int) -> Run:
        old, new = texts[size]
        return run_tool(tool.name, old, new, warm, seconds=a.seconds, runs=a.runs)

    figures = Figures(
        sizes=tuple(a.sizes),
        allowed=a.seconds,
        runs=a.runs,
        real=a.reports is not None,
        machine=a.machine,
        date=a.date,
        tools=tuple(_measured(tool, a.sizes, run) for tool in tools),
        imports={name: import_time(name, a.starts) for name in MODULES},
        starts=_starts(a.starts),
        corpus=tuple(_corpus(pairs[: a.pairs], a.workers)),
    )
    text = page(figures)
    print(text)
    if a.out:
        a.out.write_text(text, "utf-8")


def _arguments() -> argparse.Namespace:
    named = os.environ.get("RIGHTS_DIFF_REPORTS")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--reports", type=Path, default=Path(named) if named else None, metavar="FOLDER")
    add("--sizes", type=int, nargs="+", default=[10, 30, 100, 300, 1300], help="kB a side")
    add("--seconds", type=int, default=60, help="processor time allowed for each run")
    add("--runs", type=int, default=3, help="the best counts; runs over 5 s are not repeated")
    add("--starts", type=int, default=5, help="imports and cold starts; the best counts")
    add("--tools", nargs="+", choices=TOOLS, default=list(TOOLS), metavar="NAME")
    add("--workers", type=int, nargs="*", default=[1, 2], help="processes of the corpus runs")
    add("--pairs", type=int, default=40, help="most pairs of the corpus")
    add("--machine", default=f"{platform.machine()}, {os.cpu_count()} cores")
    add("--date", default="not dated")
    add("--out", type=Path, metavar="PAGE")
    return parser.parse_args()


def _pairs(folder: Path | None, kilobytes: int) -> Iterable[ReportPair]:
    """The pairs of a folder, or as many invented ones as the longest text takes."""
    if folder is not None:
        return real_pairs(folder)
    return islice(invented_pairs(), kilobytes + len(MODULES))  # a pair has more than 1 kB a side


def _others() -> Iterable[ReportPair]:
    """Invented chapters that no other text is made of."""
    from rights_diff.testing.planting import plant

    chapters = (plant(Random(f"warm-up {n}")) for n in range(2 * WARM_UP))
    return (ReportPair("", "", c.old, c.new) for c in chapters)


def _measured(tool: Tool, sizes: Sequence[int], run: Callable[[Tool, int], Run]) -> Measured:
    """A tool's runs by size, up to the first one that did not finish."""
    release = release_of(tool)
    runs: dict[int, Run] = {}
    for size in sorted(sizes) if release else ():
        print(f"{tool.name}, {size} kB …", file=sys.stderr)
        runs[size] = run(tool, size)
        if runs[size].seconds is None:
            break
    return Measured(tool=tool, release=release, runs=runs)


def _starts(runs: int) -> Mapping[str, Command]:
    ours = str(Path(sys.executable).with_name("rights-diff"))
    return {
        "python -c pass": run_command([sys.executable, "-c", "pass"], runs),
        "rights-diff --version": run_command([ours, "--version"], runs),
        "git --version": run_command(["git", "--version"], runs),
    }


def _corpus(pairs: Sequence[ReportPair], workers: Sequence[int]) -> Iterable[Corpus]:
    """Whole runs of `rights-diff corpus` over the pairs, by number of processes."""
    for count in workers:
        print(f"a corpus, {count} at work …", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            files = files_of(pairs, len(pairs), Path(folder))
            took = run_command(_corpus_command(files, Path(folder, "site"), count))
            yield Corpus(workers=count, pairs=len(pairs), took=took)


def _corpus_command(files: Iterable[str], site: Path, workers: int) -> list[str]:
    how = ["--serial"] if workers == 1 else ["--workers", str(workers)]
    command = [sys.executable, "-m", "rights_diff", "corpus"]
    return list(chain(command, files, ["-o", str(site), "--no-pages"], how))


if __name__ == "__main__":
    main()
