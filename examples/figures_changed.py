"""Fail when a figure changed: for continuous integration (`ci-recipe.yml`).

    python figures_changed.py reports/published reports/latest --pages changed

Compares each report of the second folder with that of the same name in the first, prints each
figure that is another now or that is no longer told, and writes the page of each report in which
there is one.

Exit status: 0 no figure changed; 1 some did; 2 a report is missing or cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import rights_diff as rd

SAME, CHANGED, UNUSABLE = range(3)
# A link that says so is no change: `incomparable` figures do not measure the same thing.
HARMLESS = ("equal", "incomparable")


def main(words: Sequence[str] | None = None) -> int:
    """Compare, print, write; returns the exit status."""
    parser = argparse.ArgumentParser(description="Did a figure change in any of these reports?")
    parser.add_argument("published", type=Path, help="folder of the reports that were quoted")
    parser.add_argument("latest", type=Path, help="folder of the same reports, downloaded anew")
    parser.add_argument("--pages", type=Path, help="folder for a page of each that changed")
    asked = parser.parse_args(words)
    try:
        return check(asked.published, asked.latest, asked.pages)
    except rd.RightsDiffError as error:
        print(f"figures_changed: {error}", file=sys.stderr)
        return UNUSABLE


def check(published: Path, latest: Path, pages: Path | None) -> int:
    """Compare file by file; a report that is missing in `latest` is an error, not a change."""
    names = sorted(path.name for path in published.glob("*") if path.is_file())
    if not names:
        raise rd.ReadError("holds no reports", file=str(published))
    status = SAME
    for name in names:
        comparison = rd.compare(rd.load(published / name), rd.load(latest / name))
        lines = list(changes(comparison))
        for line in lines:
            print(f"{name}: {line}")
        if lines:
            status = CHANGED
            if pages is not None:
                pages.mkdir(parents=True, exist_ok=True)
                comparison.to_html(pages / f"{name}.html")
    return status


def changes(comparison: rd.Comparison) -> Iterator[str]:
    """A line for each figure that is another now, or that is no longer told."""
    old, new = comparison.old, comparison.new
    for link in comparison.quantity_links:
        if link.relation not in HARMLESS:
            before = old.quantity(link.old).span.of(old.text)
            after = new.quantity(link.new).span.of(new.text)
            yield f"“{before}” → “{after}” ({link.relation})"
    gone = {s for row in comparison.ledger if row.status == "dropped" for s in row.old}
    for figure in old.quantities:
        if figure.sentence in gone:
            yield f"“{figure.span.of(old.text)}” is no longer told"


if __name__ == "__main__":
    sys.exit(main())
