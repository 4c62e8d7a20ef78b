"""Formats by their names: those that are shipped, and those that plug-ins bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike, fspath
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights_diff.model import Comparison
    from rights_diff.protocols import Renderer

__all__ = ["FORMATS", "rendered", "renderer_of"]


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


def rendered(
    comparison: Comparison, kind: Renderer | str, path: str | PathLike[str] | None = None
) -> str | bytes:
    """The comparison in a format; written to `path` where given.

    Raises:
        PluginError: nothing shipped or installed has that name, or it fails.
        RenderError: `path` cannot be written.
    """
    from rights_diff.rendering.output import write_bytes, write_text

    if kind == "csv" and path is not None:
        return comparison.to_csv(path)  # there with a byte order mark
    content = renderer_of(kind)(comparison)
    if path is not None and isinstance(content, bytes):
        write_bytes(fspath(path), content)
    elif path is not None and isinstance(content, str):
        write_text(path, content)
    return content


def renderer_of(kind: Renderer | str) -> Renderer:
    """What writes a format; a plug-in's, or a function of the caller's, is checked.

    Raises:
        PluginError: nothing shipped or installed has that name, or it cannot be loaded.
    """
    if isinstance(kind, str) and kind in FORMATS:
        return FORMATS[kind]
    from rights_diff.plugins.checking import CheckedRenderer, given

    return CheckedRenderer(given("renderer", kind))
