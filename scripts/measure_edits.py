"""Measure word edits against sentence pairs that an editor marked.

    python scripts/measure_edits.py [--pairs FILE] [--show 20]

An edit counts as found where both of its ranges are exactly those marked. Beside ours stand
difflib, and diff-match-patch on words with its semantic clean-up. Files are those of tests/data;
of the first, figures are given for every other pair apart: those were looked at while rules were
made, the rest were only counted.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import diff_match_patch as dmp

from rights_diff.comparison.edits import Edit, word_edits, words

DATA = Path(__file__).parent.parent / "tests" / "data"
PAIRS = DATA / "word_edits.txt"
OTHER = DATA / "word_edits_other.txt"
MARK = re.compile(r"\[(.*?)=>(.*?)\]")
Method = Callable[[Sequence[str], Sequence[str]], Sequence[Edit]]
Pair = tuple[list[str], list[str], list[Edit]]


def read_pairs(path: Path) -> list[Pair]:
    """Old words, new words and the marked edits of each line."""
    lines = path.read_text("utf-8").splitlines()
    return [read_pair(line) for line in lines if line and not line.startswith("#")]


def read_pair(line: str) -> Pair:
    """One marked line.

    >>> read_pair("It [is=>was] [=>not] here.")[2]
    [((1, 2), (1, 2)), (None, (2, 3))]
    """
    old: list[str] = []
    new: list[str] = []
    edits: list[Edit] = []
    at = 0
    for m in MARK.finditer(line):
        same = _words(line[at : m.start()])
        gone, come = _words(m[1]), _words(m[2])
        old, new = old + same, new + same
        a, b = (len(old), len(old) + len(gone)), (len(new), len(new) + len(come))
        edits.append((a if gone else None, b if come else None))
        old, new = old + gone, new + come
        at = m.end()
    rest = _words(line[at:])
    return old + rest, new + rest, edits


def _words(text: str) -> list[str]:
    return [w.strip() for w in words(text) if w.strip()]


def by_difflib(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """What `difflib` says of the words."""
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_edit(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]


def by_dmp(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """What diff-match-patch says of the words, after its semantic clean-up."""
    code = {w: chr(0x4E00 + n) for n, w in enumerate(dict.fromkeys([*old, *new]))}
    engine = dmp.diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main("".join(code[w] for w in old), "".join(code[w] for w in new), False)
    engine.diff_cleanupSemantic(diffs)
    edits: list[Edit] = []
    i = j = a = b = 0
    for op, part in [*diffs, (0, "")]:
        if op == 0:
            if i > a or j > b:
                edits.append(_edit(a, i, b, j))
            i, j = i + len(part), j + len(part)
            a, b = i, j
        elif op < 0:
            i += len(part)
        else:
            j += len(part)
    return edits


def _edit(a: int, b: int, c: int, d: int) -> Edit:
    return ((a, b) if b > a else None, (c, d) if d > c else None)


def score(pairs: Sequence[Pair], method: Method) -> tuple[float, float, float]:
    """Precision, recall and F1 over all edits."""
    right = said = wanted = 0
    for old, new, edits in pairs:
        found = method(old, new)
        right += len(set(found) & set(edits))
        said, wanted = said + len(found), wanted + len(edits)
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _show(pairs: Sequence[Pair], most: int) -> None:
    for old, new, edits in pairs:
        found = word_edits(old, new)
        if most and set(found) != set(edits):
            most -= 1
            print("wanted", *(_said(old, new, e) for e in edits), sep="\n   ")
            print("found ", *(_said(old, new, e) for e in found), sep="\n   ")


def _said(old: Sequence[str], new: Sequence[str], edit: Edit) -> str:
    a, b = (" ".join(w[slice(*r)]) if r else "" for w, r in zip((old, new), edit, strict=True))
    return f"[{a} => {b}]"


def main() -> None:
    """Print precision, recall and F1 of each method on each half."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=Path, help="a file of marked pairs")
    parser.add_argument("--show", type=int, default=0, help="differences shown, of the first")
    arguments = parser.parse_args()
    if arguments.pairs:
        parts = {"pairs": read_pairs(arguments.pairs)}
    else:
        pairs, other = read_pairs(PAIRS), read_pairs(OTHER)
        parts = {"looked at": pairs[::2], "only counted": pairs[1::2], "other kinds": other}
        parts["all"] = [*pairs, *other]
    methods: dict[str, Method] = {"difflib": by_difflib, "dmp": by_dmp, "ours": word_edits}
    for name, method in methods.items():
        for part, chosen in parts.items():
            figures = "  ".join(f"{x:.3f}" for x in score(chosen, method))
            print(f"{name:8} {part:13} P R F1  {figures}")
    _show(next(iter(parts.values())), arguments.show)


if __name__ == "__main__":
    main()
