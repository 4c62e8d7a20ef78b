"""The formats that are shipped, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights_diff.model import Comparison

__all__ = ["FORMATS"]


def _text(comparison: Comparison) -> str:
    from rights_diff.rendering.text import comparison_text

    return comparison_text(comparison)


#: What each shipped format is written by.
FORMATS: Mapping[str, Callable[[Comparison], str | bytes]] = MappingProxyType(
    {
        "csv": lambda comparison: comparison.to_csv(),
        "docx": lambda comparison: comparison.to_docx(),
        "html": lambda comparison: comparison.to_html(),
        "json": lambda comparison: comparison.to_json(),
        "markdown": lambda comparison: comparison.to_markdown(),
        "text": _text,
    }
)
