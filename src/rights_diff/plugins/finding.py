"""Plug-ins that other packages bring: found by their entry points, loaded when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from rights_diff.errors import PluginError
from rights_diff.protocols import GROUPS

__all__ = ["Plugin", "installed", "named", "shipped_names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """One entry point of a package.

    Attributes:
        kind: `reader`, `splitter`, `topics`, `encoder` or `renderer`.
        name: what users call it; of a reader the suffix, of a renderer the format.
        package: the package that brings it, with its version.
        place: where it is (`module:function`).
    """

    kind: str
    name: str
    package: str
    place: str
    _entry: EntryPoint = field(repr=False, compare=False)

    def __str__(self) -> str:
        return f"the {self.kind} plug-in {self.name!r} of {self.package}"

    def load(self) -> Callable[..., Any]:
        """Import it.

        Raises:
            PluginError: it cannot be imported, or cannot be called.
        """
        try:
            loaded = self._entry.load()
        # A foreign module may fail in any way, even by leaving; a batch of others must go on.
        except (Exception, SystemExit) as error:
            trouble = f"cannot be loaded from {self.place}: {told(error)}"
            raise PluginError(trouble, plugin=str(self)) from error
        if not callable(loaded):
            raise PluginError(f"cannot be called: see {self.place}", plugin=str(self))
        function: Callable[..., Any] = loaded
        return function


def told(error: BaseException) -> str:
    """An error as part of one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def installed(kind: str) -> tuple[Plugin, ...]:
    """The plug-ins of a kind that are installed, by name and package; none is loaded."""
    found = (_plugin(kind, entry) for entry in entry_points(group=GROUPS[kind]))
    return tuple(sorted(found, key=lambda p: (p.name, p.package, p.place)))


def _plugin(kind: str, entry: EntryPoint) -> Plugin:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown package"
    name = entry.name.removeprefix(".").lower() if kind == "reader" else entry.name
    return Plugin(kind=kind, name=name, package=package, place=entry.value, _entry=entry)


def shipped_names(kind: str) -> frozenset[str]:
    """Names that no plug-in can take: suffixes that are read, formats that are written."""
    if kind == "reader":
        from rights_diff.reading.formats import suffixes_read

        return suffixes_read()
    if kind == "renderer":
        from rights_diff.rendering.formats import FORMATS

        return frozenset(FORMATS)
    return frozenset()


def named(kind: str, name: str) -> Plugin:
    """The one plug-in of that kind and name.

    Raises:
        PluginError: there is none, there are two, or the name is that of something shipped.
    """
    wanted = name.removeprefix(".").lower() if kind == "reader" else name
    every = installed(kind)
    found = [plugin for plugin in every if plugin.name == wanted]
    trouble = why_not(kind, wanted, found)
    if trouble is None:
        return found[0]
    if not found:
        names = ", ".join(dict.fromkeys(plugin.name for plugin in every)) or "none"
        trouble = f"{trouble} (installed: {names})"
    raise PluginError(trouble)


def why_not(kind: str, name: str, found: list[Plugin]) -> str | None:
    """Why the plug-ins of one name cannot be used, or None where one can."""
    if not found:
        return f"no package brings the {kind} plug-in {name!r}"
    if name in shipped_names(kind):
        whose = ", ".join(plugin.package for plugin in found)
        return f"the {kind} plug-in {name!r} of {whose} has the name of one that is shipped"
    if len(found) > 1:
        whose = " and ".join(plugin.package for plugin in found)
        return f"{whose} both bring the {kind} plug-in {name!r}: uninstall one"
    return None
