"""Time the finding of figures, and the best other tools beside it on the same texts.

    python benchmarks/quantities.py [FILE OR FOLDER …] [--kilobytes 100] [--runs 5]

Prints, for each tool that is installed, the megabytes it reads in a second on one core, how many
figures it found, and how many times our time it takes. Processor time is counted, so a busy
machine does not matter. Every tool gets the same paragraphs, one at a time, after a short warm-up;
the best run counts. Without files the shipped samples are read. Texts shorter than the stated size
are read again from the start, longer ones are cut.

Finding more is not finding right: docs/quantities.md says how much of it is.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

from number_tools import Tool, tools

import rights_diff as rd

SUFFIXES = frozenset({".txt", ".html", ".htm", ".md"})
# Paragraphs that each tool reads before it is timed, so that models and tables are loaded.
WARM_UP = 20


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, default=list(map(Path, rd.samples.ALL)))
    parser.add_argument("--kilobytes", type=float, default=100.0)
    parser.add_argument("--runs", type=int, default=5, help="of ours; the peers run once")
    a = parser.parse_args()
    texts = paragraphs(a.paths, int(1000 * a.kilobytes))
    size = sum(len(t.encode()) for t in texts)
    print(f"{size:,} bytes in {len(texts):,} paragraphs")
    print(f"{'tool':18} {'version':10} {'MB/s':>8} {'figures':>8} {'time ×':>8}")
    ours = 0.0
    for tool in tools():
        if isinstance(tool, str):
            print(tool)
            continue
        seconds, figures = timed(tool, texts, 1 if ours else a.runs)
        ours = ours or seconds
        speed, ratio = size / seconds / 1e6, seconds / ours
        print(f"{tool.name:18} {tool.version:10} {speed:8.3f} {figures:8,} {ratio:8.1f}")


def paragraphs(paths: Iterable[Path], size: int) -> list[str]:
    """The paragraphs of the files, from the start again where they are too short, up to a size."""
    files = sorted(chain.from_iterable(_files(path) for path in paths))
    once = [line for file in files for line in rd.load(file).text.splitlines() if line.strip()]
    if not once:
        raise SystemExit("no file with text among the paths")
    return list(_up_to(size, chain.from_iterable(repeat(once))))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        return (p for p in path.rglob("*") if p.suffix in SUFFIXES)
    return iter([path])


def _up_to(size: int, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if size <= 0:
            return
        yield text
        size -= len(text.encode())


def timed(tool: Tool, texts: list[str], runs: int) -> tuple[float, int]:
    """The seconds of the best run, and the figures found in it."""
    for text in islice(texts, WARM_UP):
        tool.find(text)
    best, figures = float("inf"), 0
    for _ in range(runs):
        seconds, figures = 0.0, 0
        for text in texts:
            tool.forget()  # a text that is read again is read as if for the first time
            start = time.process_time()
            found = tool.find(text)
            seconds += time.process_time() - start
            figures += len(found)
        best = min(best, seconds)
    return best, figures


if __name__ == "__main__":
    main()
