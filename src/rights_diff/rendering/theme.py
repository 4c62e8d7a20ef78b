"""What a page looks like: the shipped templates, style and script, or a folder's in their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.errors import RenderError
from rights_diff.rendering.strings import wording

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

__all__ = ["SHIPPED", "Theme", "asset", "environment", "theme_of"]

_PACKAGE = "rights_diff.rendering"
_STRINGS = "strings.toml"
_VARIABLES = "theme.css"  # behind the style sheet, for variables and rules of one's own


@dataclass(frozen=True)
class Theme:
    """Where templates, style, script and words come from.

    Attributes:
        folder: a folder of one's own, whose files stand before the shipped ones, or None.
    """

    folder: Path | None = None

    def style(self, *names: str) -> str:
        """The style sheets of those names, and the folder's `theme.css` behind them."""
        return "\n".join(filter(None, (*map(self._asset, names), self._own(_VARIABLES))))

    def script(self, *names: str) -> str:
        """The scripts of those names, one after the other."""
        return "\n".join(filter(None, map(self._asset, names)))

    @contextmanager
    def words(self) -> Iterator[None]:
        """Within it, the folder's `strings.toml` words the page."""
        own = self.folder / _STRINGS if self.folder else None
        with wording(own if own and own.is_file() else None):
            yield

    def render(self, name: str, **values: object) -> str:
        """A page.

        Raises:
            RenderError: a template of the folder is wrong.
        """
        if self.folder is None:
            return environment().get_template(name).render(**values)
        try:
            return _environment_of(self.folder).get_template(name).render(**values)
        except Exception as trouble:  # a template of one's own may fail in any way
            line = f", line {trouble.lineno}" if hasattr(trouble, "lineno") else ""
            reason = " ".join(str(trouble).split()) or type(trouble).__name__
            told = f"the template cannot be filled: {reason}{line}"
            raise RenderError(told, file=str(self.folder)) from trouble

    def _asset(self, name: str) -> str:
        return self._own(name) or asset(name)

    def _own(self, name: str) -> str:
        path = self.folder / name if self.folder else None
        if path is None or not path.is_file():
            return ""
        try:
            text = path.read_text("utf-8")
        except (OSError, ValueError) as trouble:
            raise RenderError(f"cannot be read: {trouble}", file=str(path)) from trouble
        if "</style" in text.lower() or "</script" in text.lower():
            raise RenderError("would end the element it stands in", file=str(path))
        return text


SHIPPED = Theme()


def theme_of(folder: str | PathLike[str] | None) -> Theme:
    """The theme of a folder, or the shipped one.

    Raises:
        RenderError: there is no such folder.
    """
    if folder is None:
        return SHIPPED
    path = Path(folder)
    if not path.is_dir():
        raise RenderError("is no folder of templates", file=str(path))
    return Theme(path)


@cache
def asset(name: str) -> str:
    """A style sheet or script of the package; empty where it has none of that name."""
    path = files(_PACKAGE).joinpath(f"static/{name}")
    return path.read_text("utf-8") if path.is_file() else ""


@cache
def environment() -> Environment:
    """The template environment; every value is escaped, a missing one is an error."""
    from jinja2 import Environment, PackageLoader

    return _equipped(Environment, PackageLoader(_PACKAGE))


def _environment_of(folder: Path) -> Environment:
    """The same with a folder's templates first, which may only read what they are given."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    loader = ChoiceLoader([FileSystemLoader(folder), PackageLoader(_PACKAGE)])
    return _equipped(ImmutableSandboxedEnvironment, loader)


def _equipped(kind: type[Environment], loader: BaseLoader) -> Environment:
    from jinja2 import StrictUndefined

    from rights_diff.rendering.markup import FILTERS, GLOBALS

    made = kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made
