"""Structure: a `Document` in, a `Report` with metadata, sections, sentences and footnotes out.

The way through this room: `lines` (or `flattened`, for a page saved as one line) cuts the text,
the rules of `RULES` mark each line, `outline` makes sections of the marks, `sentences` splits them,
`metadata` says who reports on what.
"""

from __future__ import annotations

from collections.abc import Mapping

from rights_diff.model import Document, Report
from rights_diff.protocols import SentenceSplitter

__all__ = ["structure"]


def structure(
    document: Document,
    *,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: tuple[int, ...] | None = None,
    told_by: Mapping[str, str] | None = None,
    splitter: SentenceSplitter | None = None,
) -> Report:
    r"""Find the parts of a report.

    Args:
        document: as a reader made it.
        organization, country, edition, published_year, covered_years: what the user knows; an
            argument wins over the text, and the text over the file name.
        told_by: for each of these fields what told it, for the evidence; `argument` where unsaid.
        splitter: what finds the sentences of a paragraph, in place of `sentences`.
    Returns:
        the report, without quantities, dates and topics. Every character that is no white space
        stands in a section, a heading, the title, a fact, a footnote or furniture.

    >>> from rights_diff.reading import read_text
    >>> text = "Tuvalu\n\nBackground\nThe courts were open all year, and judges were paid."
    >>> report = structure(read_text(text))
    >>> report.metadata.country, [s.heading for s in report.sections]
    ('Tuvalu', ['Background'])
    """
    from rights_diff.structure.assembly import assemble, mark_page
    from rights_diff.structure.metadata import Told, describe

    page = mark_page(document)
    told = Told(organization, country, edition, published_year, covered_years, told_by or {})
    return assemble(document, page, describe(document, page, told), splitter)
