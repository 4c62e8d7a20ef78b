"""Quantities and dates."""

from __future__ import annotations

import re

from rights_diff.model import DateMention, Quantity, QuantityKind, Report, Span

__all__ = ["find_dates", "find_quantities", "quantities"]


def quantities(text: str, *, year: int | None = None) -> tuple[Quantity, ...]:  # placeholder
    return tuple(
        Quantity(
            id=f"q{n + 1}",
            span=Span(*m.span()),
            core=Span(*m.span()),
            kind=QuantityKind.COUNT,
            value=float(m[0].replace(",", "")),
        )
        for n, m in enumerate(re.finditer(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{2,3}\b", text))
    )


def find_quantities(report: Report, dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:  # placeholder
    return ()


def find_dates(report: Report) -> tuple[DateMention, ...]:  # placeholder
    return ()
