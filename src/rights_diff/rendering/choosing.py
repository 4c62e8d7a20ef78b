"""Formats by their names: those that are shipped, and those that plug-ins bring."""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING

from rights_diff.rendering.formats import FORMATS

if TYPE_CHECKING:
    from rights_diff.model import Comparison
    from rights_diff.protocols import Renderer

__all__ = ["rendered", "renderer_of"]


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
