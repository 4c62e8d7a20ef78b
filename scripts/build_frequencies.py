"""Make the alignment room's frequency table from counts of words.

    python scripts/build_frequencies.py word-frequencies.tsv

The input has a word, the number of sentences that hold it and the number of reports, by tabs.
"""

from __future__ import annotations

import collections
import sys
from pathlib import Path

from rights_diff.alignment.words import stem

TABLE = Path(__file__).parents[1] / "src/rights_diff/alignment/data/frequencies.tsv"
# Below this a word is about as telling as one that is not in the table at all.
RAREST = 25
HEADER = (
    "# Stems and the number of sentences, of 559,440 in 2,984 country reports, that hold one.\n"
)


def main() -> None:
    """Sum the counts of words with one stem, drop the rare ones, and write the table."""
    counts: collections.Counter[str] = collections.Counter()
    for line in Path(sys.argv[1]).read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            word, sentences, _ = line.split("\t")
            counts[stem(word)] += int(sentences)
    rows = [f"{s}\t{n}" for s, n in sorted(counts.items()) if n >= RAREST and s]
    TABLE.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} stems")


if __name__ == "__main__":
    main()
