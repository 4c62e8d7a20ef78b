"""Report from cron what changed between the newest editions in two folders.

    python monthly_report.py reports/2023 reports/2024 site

Compares the newest report of each country and organization with the one before it, writes a site
of pages, and prints what is worth a mail: a few lines for each country. What it has told before
stands in a file beside the site (site.told) and is not told again.

Exit status, for the line in the crontab to act on:

    0   nothing that was not told before
    1   there is news: the lines say what, and each country has its page
    2   the folders or the site cannot be used: one line on standard error says why
    3   done, but some reports could not be read or compared: standard error names them

A line for the crontab, at six in the morning on the first of each month:

    0 6 1 * *  cd /srv/desk && python3 monthly_report.py reports/2023 reports/2024 site

cron mails what is printed. Where nothing is new the script prints nothing, and no mail is sent.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import rights_diff as rd
from rights_diff.model.corpus import CorpusResult, PairRecord

QUIET, NEWS, UNUSABLE, INCOMPLETE = range(4)
LINES = 3  # for each country; the rest is on its page


def main(words: Sequence[str] | None = None) -> int:
    """Compare, write, print; returns the exit status."""
    parser = argparse.ArgumentParser(description="What changed between two folders of reports?")
    parser.add_argument("old", help="folder of the older reports")
    parser.add_argument("new", help="folder of the newer reports")
    parser.add_argument("site", help="folder for the pages; the next run goes on from it")
    asked = parser.parse_args(words)
    try:
        return report([asked.old, asked.new], Path(asked.site))
    except rd.RightsDiffError as error:
        print(f"monthly_report: {error}", file=sys.stderr)
        return UNUSABLE


def report(folders: Sequence[str], site: Path) -> int:
    """Bring the site up to date, and say what was not said before."""
    result = rd.compare_corpus(folders, site)
    kept = site.with_name(f"{site.name}.told")
    told = set(kept.read_text(encoding="utf-8").split("\n")) if kept.exists() else set()
    fresh = [record for record in newest(result) if mark(record) not in told]
    for record in fresh:
        for line in telling(record, stock_rows(result)):
            print(f"{record.pair.country}: {line}")
        print(f"    {site / record.page}" if record.page else "    (no page)")
    for failure in result.failures:
        print(f"monthly_report: {failure.what}: {failure.message}", file=sys.stderr)
    kept.write_text("\n".join(sorted(told | set(map(mark, fresh)))), encoding="utf-8")
    if result.failures:
        return INCOMPLETE
    return NEWS if fresh else QUIET


def mark(record: PairRecord) -> str:
    """What tells a pair of reports from any other, also from later versions of the same files."""
    return f"{record.pair.id} {record.pair.old.sha256} {record.pair.new.sha256}"


def newest(records: Iterable[PairRecord]) -> list[PairRecord]:
    """Of each country and organization the pair with the newest report, by country."""
    last: dict[tuple[str, str], PairRecord] = {}
    for record in records:  # these come by year
        last[record.pair.country, record.pair.new.organization or ""] = record
    return list(last.values())


def stock_rows(result: CorpusResult) -> set[tuple[str, str]]:
    """Pair and row of what was changed in many countries alike: no news of any of them."""
    return {(place.pair, place.row) for edit in result.template_edits for place in edit.places}


def telling(record: PairRecord, stock: set[tuple[str, str]]) -> Iterator[str]:
    """The lines that matter most, weightiest first, or a word that there are none."""
    own = [line.text for line in record.headlines if (record.pair.id, line.row) not in stock]
    yield from own[:LINES] or ["no figure changed, no claim was dropped or added"]


if __name__ == "__main__":
    sys.exit(main())
