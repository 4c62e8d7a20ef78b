"""The change report as Markdown."""

from __future__ import annotations

from rights_diff.model import Comparison

__all__ = ["comparison_markdown"]


def comparison_markdown(comparison: Comparison) -> str:  # placeholder
    """The change report as Markdown."""
    return f"# {comparison!r}\n"
