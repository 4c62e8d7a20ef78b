"""How much two reports may hold to be compared: what would take all day is refused at once."""

from __future__ import annotations

from rights_diff.errors import CompareError
from rights_diff.model import Report

__all__ = ["check_sizes"]

# Every section is compared with every section. The longest report met has 220 sections, a whole
# yearbook some 1,500: two of these as single reports (2 million pairs) can still be compared.
MOST_SECTION_PAIRS = 4_000_000


def check_sizes(old: Report, new: Report) -> None:
    """Refuse reports with too many sections.

    Raises:
        CompareError: more than `MOST_SECTION_PAIRS` pairs of sections.
    """
    sizes = len(old.sections), len(new.sections)
    if sizes[0] * sizes[1] > MOST_SECTION_PAIRS:
        raise CompareError(
            f"the reports have {sizes[0]:,} and {sizes[1]:,} sections, too many to compare each"
            " with each (a book of many reports is read by load_all)"
        )
