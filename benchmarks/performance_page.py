"""The page of a run of `peers.py`."""

from __future__ import annotations

import platform
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diff_tools import Tool
from measuring import Command, Run, growth

OURS = "rights_diff"
WIDTH = 120

HEAD = """\
# How fast

*Written by `benchmarks/peers.py`; do not edit by hand.*

What `rights_diff` takes for two texts, and what other programs that compare texts take for the same two, in one run. They do
not do the same work. The peers mark words that were put in or taken out, from the first line to the last; a paragraph that was
moved is, to them, a loss and a gain. `rights_diff` finds sections and sentences, figures and dates, pairs the claims wherever they stand,
and says what kind of change each pair is. Who only wants words marked in two drafts of one text is well served by `git diff --word-diff`.
"""

METHOD = """\

Each figure comes from a process of its own, which first compares two other texts of 3 kB. Seconds are processor time (below a tenth of a second, time on the clock), the best
of {runs} (where one takes more than five seconds, that one); memory is the most that the process held, Python itself included. The texts are
{texts}, one after another, as if they were one report. For the HTML peer each paragraph
is a `<p>`. A tool that needs more than {allowed} s is stopped and not tried on longer texts.
diff-match-patch runs without the time-out of one second after which, left alone, it calls the rest changed.
"""
REAL = "reports on many countries, each edition beside the next one at hand"
INVENTED = "invented chapters beside edited copies of them, which repeat a few hundred sentences with other names and numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A tool, its version (None: not installed) and its runs by size in kB."""

    tool: Tool
    release: str | None
    runs: Mapping[int, Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A run over many pairs, from the start of the command to its end."""

    workers: int
    pairs: int
    took: Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that was measured. Sizes are kB a side, imports milliseconds."""

    sizes: Sequence[int]
    allowed: int
    runs: int
    real: bool
    machine: str
    date: str
    tools: Sequence[Measured]
    imports: Mapping[str, float | None]
    starts: Mapping[str, Command]
    corpus: Sequence[Corpus]


def page(figures: Figures) -> str:
    """The page, in Markdown."""
    method = METHOD.format(
        runs=figures.runs, allowed=figures.allowed, texts=REAL if figures.real else INVENTED
    )
    where = f"\n{figures.date}; {figures.machine}; Python {platform.python_version()}.\n"
    parts = [_filled(HEAD), _filled(method), where, _tools(figures), _seconds(figures)]
    parts += [_memory(figures), _starts(figures), _corpus(figures), _again(figures)]
    return "".join(parts).lstrip("\n")


def _filled(text: str) -> str:
    """Paragraphs in lines of one width, an empty line before each."""
    paragraphs = text.strip("\n").split("\n\n")
    return "".join(
        f"\n{textwrap.fill(p, WIDTH, break_long_words=False, break_on_hyphens=False)}\n"
        for p in paragraphs
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _size(kilobytes: int) -> str:
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{kilobytes / 1000:g} MB"


def _tools(figures: Figures) -> str:
    """What each tool is, and how many changes it tells of in texts that all of them finish."""
    done = [{s for s in m.runs if _finished(m.runs, s)} for m in figures.tools if m.release]
    size = max(set.intersection(*done), default=None) if done else None
    rows = []
    for m in figures.tools:
        changes = f"{m.runs[size].changes:,}" if size in m.runs else "–"
        rows.append((m.tool.name, m.release or "not installed", m.tool.does, changes))
    head = (
        "program",
        "version",
        "what comes out",
        f"changes in {_size(size)}" if size else "changes",
    )
    return (
        "\n## What was compared\n"
        + _table(head, rows)
        + _filled(
            "Fewer changes are not fewer mistakes: where a program finds no common words it calls a whole stretch one"
            " change, and `difflib` left to itself does not look at words that a long text has often."
        )
    )


def _seconds(figures: Figures) -> str:
    ours = next((m.runs for m in figures.tools if m.tool.name == OURS), {})
    rows = []
    for m in figures.tools:
        cells = [_cell(m, s, figures.allowed) for s in figures.sizes]
        rows.append((m.tool.name, *cells, _growth(m), _ratio(m.runs, ours)))
    head = ("program", *map(_size, figures.sizes), "growth", "beside ours")
    return (
        "\n## Seconds\n"
        + _filled(
            "Each side has the size that stands above its column. Growth is the exponent of time against size, from 30"
            " kB and 10 ms on: 1 is in proportion, 2 is four times the time for twice the text. The last column is that"
            " program's time as a multiple of ours, on the longest texts that both finished."
        )
        + _table(head, rows)
    )


def _cell(measured: Measured, size: int, allowed: int) -> str:
    run = measured.runs.get(size)
    if run is None:
        return "–"
    return f"> {allowed}" if run.seconds is None else _short(run.seconds)


def _short(seconds: float) -> str:
    digits = 4 if seconds < 0.01 else 3 if seconds < 0.1 else 2 if seconds < 10 else 0
    return f"{seconds:.{digits}f}"


def _growth(measured: Measured) -> str:
    exponent = growth(measured.runs)
    return "–" if exponent is None else f"{exponent:.2f}"


def _ratio(theirs: Mapping[int, Run], ours: Mapping[int, Run]) -> str:
    """Their time as a multiple of ours, at the largest size that both finished."""
    both = [s for s in ours if _finished(ours, s) and _finished(theirs, s)]
    if not both or theirs is ours:
        return "–"
    size = max(both)
    ratio = (theirs[size].seconds or 0.0) / (ours[size].seconds or 1.0)
    return f"{ratio:.{1 if ratio >= 1 else 3}f} × ({_size(size)})"


def _finished(runs: Mapping[int, Run], size: int) -> bool:
    return size in runs and runs[size].seconds is not None


def _memory(figures: Figures) -> str:
    rows = [
        (m.tool.name, *(_megabytes(m.runs, size) for size in figures.sizes)) for m in figures.tools
    ]
    return "\n## Most memory held, MB\n" + _table(("program", *map(_size, figures.sizes)), rows)


def _megabytes(runs: Mapping[int, Run], size: int) -> str:
    return f"{runs[size].megabytes:.0f}" if _finished(runs, size) else "–"


def _starts(figures: Figures) -> str:
    rows = [
        (f"`import {name}`", "not installed" if ms is None else f"{ms:.0f}", "")
        for name, ms in figures.imports.items()
    ]
    rows += [
        (f"`{name}`", f"{1000 * took.clock:.0f}", f"{1000 * took.processor:.0f}")
        for name, took in figures.starts.items()
    ]
    head = ("what", "on the clock", "processor time")
    return "\n## From a cold start, milliseconds\n" + _table(head, rows)


def _corpus(figures: Figures) -> str:
    if not figures.corpus:
        return ""
    first = figures.corpus[0]
    rows = [
        (
            str(c.workers),
            f"{c.took.clock:.1f}",
            f"{60 * c.pairs / c.took.clock:.0f}",
            f"{first.took.clock / c.took.clock:.2f} ×",
        )
        for c in figures.corpus
    ]
    head = (
        "processes",
        "seconds",
        "pairs in a minute",
        f"beside {first.workers}",
    )
    return (
        "\n## A corpus\n"
        + _filled(
            f"{first.pairs} pairs of reports, from files to the finished index, by `rights-diff corpus --no-pages`."
            " Seconds are those on the clock, so other work on the machine shows."
        )
        + _table(head, rows)
    )


def _again(figures: Figures) -> str:
    sizes = " ".join(map(str, figures.sizes))
    return (
        "\n## To measure again\n\n"
        "```sh\npip install --group bench\n"
        f"python benchmarks/peers.py --sizes {sizes} --seconds {figures.allowed} --out docs/performance.md\n```\n\n"
        "`RIGHTS_DIFF_REPORTS` names a folder of reports; without it chapters are invented. `--date` and `--machine` say when and where.\n"
        "`benchmarks/pair.py` times the stages of one pair in a warm process, `benchmarks/quantities.py` the finding of figures\n"
        "([quantities.md](quantities.md)).\n"
    )
