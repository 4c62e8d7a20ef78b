"""Write docs/accuracy.md from the figures of a scoring run.

    python scripts/accuracy_page.py FIGURES.json [--printed SCORER.txt] [--out docs/accuracy.md]

FIGURES.json maps a labelled set to its measures: `{"cuba": {"headings": 0.97, …}, "all": {…}}`, as the scorer that we
measure with writes it. SCORER.txt is what the same run printed: there a measure without labels is "absent", which the
JSON has as 0, and precision and recall stand beside F1. Figures are between 0 and 1: F1 where a measure counts misses
and false alarms, else the share right.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import NamedTuple

HEAD = """\
# How far to trust it

*Written by `scripts/accuracy_page.py` from a scoring run; do not edit by hand.*

One expert reader labelled real reports: sections, figures, corresponding sections, and claims that are kept, changed, dropped
or added. The program's JSON is scored against the labels. F1 combines what is missed with what is falsely found;
"share right" counts only what was found. The labels are one person's reading: another careful reader would differ on some claims.

"""

LIMITS = """
## What the figures mean for you

- **Figures, sections and metadata** are found about as well as by a careful reader in reports of these organizations. Look
  twice at what is counted where a sentence holds several figures.
- **Pairs of claims** are the hard part. In chapters that were written anew each edition, a claim that both reports make can stand
  in words that share little; such a pair is missed, and both sentences then read "no longer reported" and "new". The row says
  "possibly" where a near miss was seen. Before you write that a claim was dropped, search the newer report for it. Fewest are
  found between two organizations, where one tells in a line what the other spreads over a section.
- **Stronger, softer, contradicted** rest on words that the row shows. They are hints where to look, no findings.
- **Figures that changed** are linked sparingly: two figures that only look alike stay apart, and some that do measure the same
  thing are missed.
- Reports in other languages than English, and of other organizations, were not measured.

## Weights that were learned

The weights for pairing claims and sections were learned on these same labels. The scores above are therefore of the fit
kind for these two measures; figures with whole countries left out are in [alignment.md](alignment.md), and they are what to expect
of a country that nobody here has read about.
"""

MEASURES = {
    "headings": "headings (F1)",
    "heading levels right when found": "heading levels (share right)",
    "body characters": "body against page furniture, characters (F1)",
    "metadata fields": "metadata fields (share right)",
    "section topics: a main topic named": "a main topic named (share right)",
    "quantities found (must-find)": "figures found (F1)",
    "quantities: value right when found": "value (share right)",
    "quantities: counted noun right when found": "what is counted (share right)",
    "quantities: qualifier right when found": "qualifier (share right)",
    "quantities: as-of year right when found": "year (share right)",
    "quantities: modality right when found": "certainty (share right)",
    "dates found with the right ISO": "dates (share right)",
    "section links": "sections that correspond (F1)",
    "same-claim pairs": "same-claim pairs (F1)",
    "number pairs (changed or agreeing)": "figures that measure the same (F1)",
    "number pairs: changed/agrees right": "changed or agreeing (share right)",
    "false friends kept apart": "look-alikes kept apart (share right)",
    "dropped/added reported (importance 3)": "important claims on one side only (share right)",
    "facets (stronger, softer, reversed)": "stronger, softer, reversed (F1)",
    "series points": "points of figures followed over the years (F1)",
}


def cell(figures: dict[str, float], measure: str) -> str:
    """A figure with two decimals, or a dash where the set has no such labels."""
    return f"{figures[measure]:.2f}" if measure in figures else "–"


def without_absent(figures: dict[str, dict[str, float]], printed: str) -> None:
    """Take out the measures that a set has no labels for."""
    home = ""
    for line in printed.splitlines():
        if line and not line.startswith(" "):
            home = line.strip()
        elif line.endswith(" absent"):
            figures.get(home, {}).pop(line.removesuffix(" absent").strip(), None)


# What users quote: how often it is right where it speaks, and how much of what is there it finds.
QUOTED = {
    "quantities found (must-find)": "figures in a report",
    "section links": "sections that correspond",
    "same-claim pairs": "pairs of sentences that make one claim",
    "number pairs (changed or agreeing)": "figures of both reports that measure the same thing",
    "facets (stronger, softer, reversed)": "claims that became stronger, softer or the contrary",
    "series points": "points of a figure followed over the years",
}
QUOTED_HEAD = """\
## In short

| all sets together | right, of those it gives | found, of those that are there |
| --- | --- | --- |
"""
QUOTED_TAIL = """

Rules and weights were made with these reports at hand. Expect somewhat less on others: [what was measured with whole
countries left out](alignment.md#figures).

## Set by set

"""
SCORED = re.compile(
    r"^  (?P<name>.+?)  +P .* \(tp (?P<hit>\d+) fp (?P<false>\d+) fn (?P<missed>\d+)\)$"
)
CLAIMS, TOGETHER = "same-claim pairs", "all sets together"


class Counts(NamedTuple):
    """What was found rightly, found falsely, and missed."""

    hit: int
    false: int
    missed: int

    def shares(self) -> tuple[str, str]:
        """Of those given the right ones, of those there the found ones."""
        given, there = self.hit + self.false, self.hit + self.missed
        return share(self.hit, given), share(self.hit, there)


def share(part: int, whole: int) -> str:
    """A share in words: a per cent of few says little without the few."""
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "–"


def counts(printed: str) -> dict[str, dict[str, Counts]]:
    """Counts by set and measure, as the scorer prints them."""
    found: dict[str, dict[str, Counts]] = {}
    home = ""
    for line in printed.splitlines():
        scored = SCORED.match(line)
        if scored:
            told = Counts(*(int(scored[k]) for k in Counts._fields))
            found.setdefault(home, {})[scored["name"]] = told
        elif line and not line.startswith(" "):
            home = line.strip()
    return found


def in_short(together: dict[str, Counts]) -> str:
    """What users quote, over all sets."""
    rows = [
        f"| {label} | " + " | ".join(together[name].shares()) + " |"
        for name, label in QUOTED.items()
        if name in together
    ]
    return QUOTED_HEAD + "\n".join(rows) + QUOTED_TAIL if rows else ""


def claim_rows(found: dict[str, dict[str, Counts]], sets: list[str]) -> list[str]:
    """Pairs of claims set by set: right of those given, found of those there."""
    pairs = [found.get(name, {}).get(CLAIMS, Counts(0, 0, 0)) for name in (TOGETHER, *sets)]
    labels = (f"{CLAIMS}: right, of those given", f"{CLAIMS}: found, of those there")
    told = zip(labels, *(pair.shares() for pair in pairs), strict=True)
    return ["| " + " | ".join(row) + " |" for row in told] if any(map(sum, pairs)) else []


def main() -> None:
    """Read, tabulate, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--printed", type=Path)
    parser.add_argument("--out", type=Path, default=Path("docs/accuracy.md"))
    a = parser.parse_args()
    figures = json.loads(a.figures.read_text(encoding="utf-8"))
    printed = a.printed.read_text(encoding="utf-8") if a.printed else ""
    without_absent(figures, printed)
    found = counts(printed)
    sets = [s for s in figures if s not in {"all", "typeface"}]
    lines = [
        "| measure | together | " + " | ".join(s.replace("-", " ") for s in sets) + " |",
        "| --- |" + " --- |" * (len(sets) + 1),
    ]
    for measure, label in MEASURES.items():
        row = [cell(figures[s], measure) for s in ("all", *sets)]
        lines.append(f"| {label} | " + " | ".join(row) + " |")
        lines += claim_rows(found, sets) if measure == CLAIMS else []
    typeface = figures.get("typeface", {}).get("headings, printed chapters")
    tail = f"\nHeadings of 52 printed chapters, known from their typeface: F1 {typeface:.3f}.\n"
    table = "\n".join(lines) + "\n" + (tail if typeface else "")
    a.out.write_text(HEAD + in_short(found.get(TOGETHER, {})) + table + LIMITS, "utf-8")
    print(f"wrote {a.out}")


if __name__ == "__main__":
    main()
