"""Hypothesis strategies for reports, and the laws of the library as functions.

For users who write their own readers, extractors or similarity functions, and for our own tests.
Needs `hypothesis`, which `rights-diff` itself does not install.

    from hypothesis import given
    from rights_diff import testing

    @given(testing.report_pairs())
    def test_my_change_keeps_the_laws(pair):
        old, new = pair
        testing.check_comparison(my_compare(old, new))
"""

from __future__ import annotations

from rights_diff.testing.edits import edited_chapters, missed_edits, missed_links
from rights_diff.testing.planting import (
    EditedChapter,
    EditKind,
    PlantedEdit,
    PlantedLink,
    plant,
)
from rights_diff.testing.reports import (
    chapter_pairs,
    chapters,
    check_comparison,
    check_mirror,
    check_report,
    check_same,
    headings,
    report_pairs,
    reports,
    sentences,
)

__all__ = [
    "EditKind",
    "EditedChapter",
    "PlantedEdit",
    "PlantedLink",
    "chapter_pairs",
    "chapters",
    "check_comparison",
    "check_mirror",
    "check_report",
    "check_same",
    "edited_chapters",
    "headings",
    "missed_edits",
    "missed_links",
    "plant",
    "report_pairs",
    "reports",
    "sentences",
]
