"""The change report as a Word document: a comparative table with a title block (extra `docx`)."""

from __future__ import annotations

from rights_diff.errors import RenderError
from rights_diff.model import Comparison
from rights_diff.rendering.view import comparison_view

__all__ = ["comparison_docx"]


def comparison_docx(comparison: Comparison) -> bytes:
    """The change report as a Word document.

    Returns:
        the file: landscape, a title block with both sources, counts, figures, and the
        comparison as a table of section, old words, new words (insertions underlined, deletions
        struck) and kind of change. The same comparison gives the same bytes.
    Raises:
        RenderError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as missing:
        message = 'Word documents need python-docx: pip install "rights-diff[docx]"'
        raise RenderError(message) from missing
    from rights_diff.rendering.docx_page import ending, figures, footer, glance, title
    from rights_diff.rendering.docx_parts import file_bytes, lay_out
    from rights_diff.rendering.docx_table import comparison_table

    page = comparison_view(comparison)
    document = docx.Document()
    between = " · " if page.across else " → "
    sides = f"{page.old.label}{between}{page.new.label}"
    lay_out(document, header=f"{page.country} · {sides}".strip(" ·"))
    footer(document, page)
    title(document, page, comparison)
    glance(document, page)
    figures(document, page)
    comparison_table(document, page, comparison)
    ending(document, page)
    return file_bytes(
        document, title=page.title, author=f"rights-diff {page.version}", subject=page.headline
    )
