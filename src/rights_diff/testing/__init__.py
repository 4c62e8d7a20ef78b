"""Hypothesis strategies for reports and figures, and the laws of the library as functions.

For users who write their own readers, extractors or similarity functions, and for our own tests.
Needs the extra `testing`, which brings `hypothesis`::

    from hypothesis import given
    from rights_diff import testing

    @given(testing.report_pairs())
    def test_my_change_keeps_the_laws(pair):
        old, new = pair
        testing.check_comparison(my_compare(old, new))

    @given(testing.written_figures())
    def test_my_extractor_reads_what_is_written(figure):
        testing.check_reads_back(figure, my_quantities(figure.text))

    @given(testing.chapters())
    def test_my_splitter_leaves_no_word_out(text):
        testing.check_splitter(my_split, text)
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 - only whether it is there
except ImportError as missing:
    message = (
        "rights_diff.testing needs hypothesis; install the extra: "
        'pip install "rights-diff[testing]"'
    )
    raise ImportError(message) from missing

if not __debug__:
    raise ImportError("the laws are assertions, which python -O leaves out: run without it")

from rights_diff.testing.edits import edited_chapters, missed_edits, missed_links
from rights_diff.testing.figure_laws import (
    check_addition,
    check_linear_time,
    check_paragraphs,
    check_quantities,
    check_reads_back,
)
from rights_diff.testing.figures import Written, written_figures
from rights_diff.testing.numbers import in_words
from rights_diff.testing.planting import (
    EditedChapter,
    EditKind,
    PlantedEdit,
    PlantedLink,
    plant,
)
from rights_diff.testing.plugin_laws import (
    check_encoder,
    check_reader,
    check_renderer,
    check_splitter,
    check_topics,
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
from rights_diff.testing.traps import hostile_texts, not_figures

__all__ = [
    "EditKind",
    "EditedChapter",
    "PlantedEdit",
    "PlantedLink",
    "Written",
    "chapter_pairs",
    "chapters",
    "check_addition",
    "check_comparison",
    "check_encoder",
    "check_linear_time",
    "check_mirror",
    "check_paragraphs",
    "check_quantities",
    "check_reader",
    "check_reads_back",
    "check_renderer",
    "check_report",
    "check_same",
    "check_splitter",
    "check_topics",
    "edited_chapters",
    "headings",
    "hostile_texts",
    "in_words",
    "missed_edits",
    "missed_links",
    "not_figures",
    "plant",
    "report_pairs",
    "reports",
    "sentences",
    "written_figures",
]
