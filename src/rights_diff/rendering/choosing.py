"""Formats by their names: those that are shipped, and those that plug-ins bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.rendering.formats import FORMATS

if TYPE_CHECKING:
    from rights_diff.protocols import Renderer

__all__ = ["renderer_of"]


def renderer_of(kind: Renderer | str) -> Renderer:
    """What writes a format; a plug-in's, or a function of the caller's, is checked.

    Raises:
        PluginError: nothing shipped or installed has that name, or it cannot be loaded.
    """
    if isinstance(kind, str) and kind in FORMATS:
        return FORMATS[kind]
    from rights_diff.plugins.checking import CheckedRenderer, given

    return CheckedRenderer(given("renderer", kind))
