"""Compact HTML for notebooks."""

from __future__ import annotations

from rights_diff.model import Comparison, Report

__all__ = ["comparison_html", "report_html"]


def comparison_html(comparison: Comparison) -> str:  # placeholder
    """A comparison in a notebook cell."""
    from markupsafe import escape

    return f"<pre>{escape(repr(comparison))}</pre>"


def report_html(report: Report) -> str:  # placeholder
    """A report in a notebook cell."""
    from markupsafe import escape

    return f"<pre>{escape(repr(report))}</pre>"
