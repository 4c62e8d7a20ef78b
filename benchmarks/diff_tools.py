"""Programs that compare two texts, behind one way of asking; and one run of one of them.

    python benchmarks/diff_tools.py TOOL OLD NEW [--warm OLD NEW] [--seconds 60]

runs one tool once, on two text files, in this process, and prints what it took as JSON. Before
that the tool compares the two small texts given as `--warm`, so that its tables are loaded.
Processor time is counted, that of its own subprocesses too (below a tenth of a second, the time
on the clock). A run that needs more of it than
allowed is ended by the system. `peers.py` starts such a process for each figure of its tables.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import os
import platform
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, NoReturn

_WORDS = re.compile(r"\w+|[^\w\s]")
# Seconds below which the clock on the wall counts.
_SHORT = 0.1
# A stretch put in or taken out; one that stands in the place of another is one change with it.
_MARKED = re.compile(r"<(ins|del)\b.*?</\1>(?:\s*<(ins|del)\b.*?</\2>)?", re.DOTALL)
_GIT_MARKED = re.compile(r"\[-.*?-\](?:\{\+.*?\+\})?|\{\+.*?\+\}")

# From two texts to the number of changes that come out.
Compare = Callable[[str, str], int]


class Tool(NamedTuple):
    """A program that compares texts.

    Attributes:
        does: what comes out of it, in a few words.
        release: gives its version; raises `LookupError` or `OSError` where it is not installed.
        load: imports it and gives the function that compares.
    """

    name: str
    does: str
    release: Callable[[], str]
    load: Callable[[], Compare]


def _ours() -> Compare:
    import rights_diff as rd

    def compare(old: str, new: str) -> int:
        # Many chapters in a row are no report on one country: `allow_mixed`.
        found = rd.compare(rd.parse(old), rd.parse(new), allow_mixed=True)
        return sum(row.status.value != "unchanged" for row in found.ledger)

    return compare


def _difflib_words(*, autojunk: bool) -> Compare:
    def compare(old: str, new: str) -> int:
        found = difflib.SequenceMatcher(None, _words(old), _words(new), autojunk=autojunk)
        return sum(tag != "equal" for tag, *_ in found.get_opcodes())

    return compare


def _difflib_lines() -> Compare:
    def compare(old: str, new: str) -> int:
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
        return sum(line.startswith("@@") for line in lines)

    return compare


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _redlines() -> Compare:
    from redlines import Redlines

    def compare(old: str, new: str) -> int:
        return len(_MARKED.findall(Redlines(old, new, markdown_style="none").output_markdown))

    return compare


def _diff_match_patch_characters() -> Compare:
    from diff_match_patch import diff_match_patch

    def compare(old: str, new: str) -> int:
        tool = diff_match_patch()
        tool.Diff_Timeout = 0  # else it gives up after a second and calls all of it changed
        found = tool.diff_main(old, new)
        tool.diff_cleanupSemantic(found)
        return _stretches([kind for kind, _ in found])

    return compare


def _diff_match_patch_words() -> Compare:
    from diff_match_patch import diff_match_patch

    def compare(old: str, new: str) -> int:
        tool = diff_match_patch()
        tool.Diff_Timeout = 0
        known: dict[str, str] = {}
        # Each word stands as one character, the way the tool itself does it for lines.
        coded = ["".join(known.setdefault(w, chr(len(known) + 1)) for w in _words(text))
                 for text in (old, new)]  # fmt: skip
        return _stretches([kind for kind, _ in tool.diff_main(*coded, False)])

    return compare


def _stretches(kinds: list[int]) -> int:
    """Changed stretches: a deletion and the insertion in its place are one."""
    changed = [kind != 0 for kind in kinds]
    return sum(now and not before for before, now in zip([False, *changed], changed, strict=False))


def _htmldiff() -> Compare:
    from lxml.html.diff import htmldiff

    def compare(old: str, new: str) -> int:
        return len(_MARKED.findall(htmldiff(_as_html(old), _as_html(new))))

    return compare


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())


def _git() -> Compare:
    def compare(old: str, new: str) -> int:
        with TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("old", "new")]
            for path, text in zip(paths, (old, new), strict=True):
                path.write_text(text, "utf-8")
            done = subprocess.run(
                ["git", "diff", "--no-index", "--no-color", "--word-diff", *map(str, paths)],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
        if done.returncode not in (0, 1):  # 1: they differ
            _end_as(done)
        return len(_GIT_MARKED.findall(done.stdout))

    return compare


def _end_as(done: subprocess.CompletedProcess[str]) -> NoReturn:
    """End this process the way its own ended: by the signal that its time is up, or an error."""
    if done.returncode == -signal.SIGXCPU:
        os.kill(os.getpid(), signal.SIGXCPU)
    raise SystemExit(done.stderr or f"git ended with {done.returncode}")


def _git_release() -> str:
    said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[2]


def _of(package: str) -> Callable[[], str]:
    return lambda: version(package)


_MARKS = "words marked in the running text"
TOOLS = {
    tool.name: tool
    for tool in (
        Tool("rights_diff", "rows of a ledger, with sections, figures and what changed in kind",
             _of("rights-diff"), _ours),
        Tool("difflib, words", "lists of words put in and taken out",
             platform.python_version, lambda: _difflib_words(autojunk=True)),
        Tool("difflib, words, all of them", "the same, without leaving out frequent words",
             platform.python_version, lambda: _difflib_words(autojunk=False)),
        Tool("difflib, lines", "paragraphs put in and taken out",
             platform.python_version, _difflib_lines),
        Tool("redlines", _MARKS, _of("redlines"), _redlines),
        Tool("diff-match-patch, characters", "characters put in and taken out",
             _of("diff-match-patch"), _diff_match_patch_characters),
        Tool("diff-match-patch, words", "words put in and taken out",
             _of("diff-match-patch"), _diff_match_patch_words),
        Tool("lxml htmldiff", _MARKS, _of("lxml"), _htmldiff),
        Tool("git diff --word-diff", _MARKS, _git_release, _git),
    )
}  # fmt: skip


def release_of(tool: Tool) -> str | None:
    """The version of a tool, or None where it is not installed."""
    try:
        return tool.release()
    except (PackageNotFoundError, OSError):
        return None


def main() -> None:
    """Run one tool once and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--warm", nargs=2, type=Path, metavar=("OLD", "NEW"))
    parser.add_argument("--seconds", type=int, default=60, help="processor time allowed")
    a = parser.parse_args()
    compare = TOOLS[a.tool].load()
    if a.warm:
        compare(*(path.read_text("utf-8") for path in a.warm))
    texts = [path.read_text("utf-8") for path in (a.old, a.new)]
    _allow(a.seconds)
    start, spent = time.perf_counter(), _processor_time()
    changes = compare(*texts)
    seconds, spent = time.perf_counter() - start, _processor_time() - spent
    # Where processor time is limited, the system counts it in ticks: a short run is read off
    # the clock on the wall.
    seconds = seconds if seconds < _SHORT else spent
    print(json.dumps({"seconds": seconds, "megabytes": _peak(), "changes": changes}))


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def _allow(seconds: int) -> None:
    """Let this process, and each one that it starts, use so many more seconds."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    until = int(_processor_time()) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _peak() -> float:
    """Most memory this process or one that it started ever held, in MB."""
    ours, theirs = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    scale = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return max(_held() or ours / scale, theirs / scale)


def _held() -> float | None:
    """Linux counts what the parent held before the start as ours; here it tells our own."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1e3 if found else None


if __name__ == "__main__":
    main()
