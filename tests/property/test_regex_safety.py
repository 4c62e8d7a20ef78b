"""No pattern of ours backtracks without end: worst cases of its own kind of text stay quick."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest

# Runs in a process of its own, where `re.compile` is watched from before the first import on.
PROBE = textwrap.dedent("""
    import importlib, json, pkgutil, re, sys

    found, compile_ = {}, re.compile

    def watched(pattern, flags=0):
        made = compile_(pattern, flags)
        home = sys._getframe(1).f_code.co_filename
        if "rights_diff" in home and isinstance(made.pattern, str):
            found[made.pattern, made.flags] = home.rpartition("rights_diff")[2]
        return made

    re.compile = watched
    import rights_diff as rd

    for module in pkgutil.walk_packages(rd.__path__, "rights_diff."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    rd.timeline([rd.load(path) for path in rd.samples.ALL])
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    comparison.to_html(), comparison.to_markdown(), comparison.to_json(), comparison.to_csv()
    print(json.dumps([[p, f, home] for (p, f), home in found.items()]))
""")
# Repeated, they make the strings on which a careless pattern tries every way to divide a run.
CHUNKS = [
    " ", "\n", " \n", "\t", "a", "A", "A ", "a ", "1", "1,", "1 ", "1.", "1-", "(", "((", ". ",
    "-", "– ", "“", "”", "a-", "a\n", "A. ", "at least ", "the ", " and ", "1 and ", "1,000 ",
    "2017 ", "January 1, ", "of the ", "'s ", "$", "%", "$1 ", "[1]", "[", "*", "#", "| ", "_",
    "<", ">", "&amp;", ": ", "Mr. ", "U.S. ", "xx,", "no ", "to ", "million ", "/", "a/",
    "http://", "\u00a0", "one hundred ", "and/or ", "-\n", "A\n", "1\n", "; ",
]  # fmt: skip
LENGTH = 3000  # characters: a pattern of quadratic time needs a tenth of a second or more
# Modules that only match at a place they know, or search in a label or phrase of bounded length.
ANCHORED = [
    "/comparison/figures/surroundings.py",
    "/extraction/topics_lexicon.py",
    "/reading/html/notes.py",
    "/reading/pdf/margins.py",
    "/timelines/claim_labels.py",
    "/timelines/claim_words.py",
    "/timelines/threads.py",
]
BUDGET = 0.12  # seconds of processor time for one pattern on one string; linear ones need 0.002


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int, str]]:
    run = subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True)
    found: list[tuple[str, int, str]] = json.loads(run.stdout)
    assert len(found) > 150
    return found


MEASURE = textwrap.dedent("""
    import json, re, signal, sys, time

    patterns, anchored, chunks, length, budget = json.load(sys.stdin)
    for text, flags, home in patterns:
        pattern = re.compile(text, flags)
        for chunk in chunks:
            whole = (chunk * (length // len(chunk) + 1))[:length] + "!"
            signal.alarm(20)  # the process dies on a pattern that never ends
            start = time.process_time()
            pattern.fullmatch(whole)
            if home not in anchored:
                for _ in pattern.finditer(whole):
                    pass
            if time.process_time() - start > budget:
                print(json.dumps([home, chunk, text[:90]]))
""")


def _slow(patterns: list[tuple[str, int, str]], length: int = LENGTH) -> list[list[str]]:
    job = json.dumps([patterns, ANCHORED, CHUNKS, length, BUDGET])
    run = subprocess.run(
        [sys.executable, "-c", MEASURE], input=job, check=True, capture_output=True, text=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_the_measure_sees_a_careless_pattern() -> None:
    assert _slow([(r"(?:a|\s)+\d", 32, "here")], length=3 * LENGTH)


def test_every_pattern_stays_linear(patterns: list[tuple[str, int, str]]) -> None:
    assert _slow(patterns) == []
