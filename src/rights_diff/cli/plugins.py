"""What the command line says of plug-ins: `--plugins`, and options that name one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from rights_diff.cli.streams import answer
from rights_diff.errors import RightsDiffError

if TYPE_CHECKING:
    from rights_diff.plugins.finding import Plugin

__all__ = [
    "ListPlugins",
    "add_encoder",
    "add_reader",
    "add_tools",
    "format_named",
    "is_brought",
    "tools_named",
]


class ListPlugins(argparse.Action):
    """`--plugins`: print what installed packages bring, and exit."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - the action's signature
        values: str | Sequence[object] | None,  # noqa: ARG002 - the same
        option_string: str | None = None,  # noqa: ARG002 - the same
    ) -> None:
        """Print and exit."""
        answer(plugins_text())
        parser.exit()


def plugins_text() -> str:
    """A line for each plug-in: kind, name, package, place, and why it is not used if it is not."""
    from rights_diff.plugins.finding import installed
    from rights_diff.protocols import GROUPS
    from rights_diff.rendering.view.plain import shown_line

    lines = [_line(kind, plugin) for kind in GROUPS for plugin in installed(kind)]
    if not lines:
        return "no plug-ins are installed"
    return "\n".join(shown_line(line) for line in lines)


def _line(kind: str, plugin: Plugin) -> str:
    from rights_diff.plugins.finding import named

    said = f"{kind} {plugin.name}: {plugin.package} ({plugin.place})"
    try:
        named(kind, plugin.name).load()
    except RightsDiffError as error:
        return f"{said} NOT USED: {error.message}"
    return said


def add_reader(parser: argparse.ArgumentParser) -> None:
    """The option that names a reader."""
    parser.add_argument(
        "--reader", metavar="NAME", help="read with this plug-in, whatever the file's suffix is"
    )


def add_tools(parser: argparse.ArgumentParser) -> None:
    """The options that name plug-ins for loading a report."""
    add_reader(parser)
    parser.add_argument("--splitter", metavar="NAME", help="find sentences with this plug-in")
    parser.add_argument("--topics", metavar="NAME", help="find topics with this plug-in")


def add_encoder(parser: argparse.ArgumentParser) -> None:
    """The option that names an encoder."""
    parser.add_argument(
        "--encoder", metavar="NAME", help="let this plug-in tell how alike sentences are, too"
    )


class ToolsNamed(TypedDict):
    """Arguments of `load` that name plug-ins."""

    reader: str | None
    splitter: str | None
    topics: str | None


def tools_named(arguments: argparse.Namespace) -> ToolsNamed:
    """What the options of `add_tools` named."""
    return {
        "reader": arguments.reader,
        "splitter": arguments.splitter,
        "topics": arguments.topics,
    }


def is_brought(name: str) -> bool:
    """Whether an installed package brings a format of that name."""
    from rights_diff.plugins.finding import installed

    return any(plugin.name == name for plugin in installed("renderer"))


def format_named(name: str, shipped: Sequence[str]) -> str:
    """The name of a format that can be written.

    Args:
        name: as given.
        shipped: those that need no look at what is installed.
    Raises:
        ArgumentTypeError: neither shipped nor brought by a package.
    """
    if name in shipped:
        return name
    if is_brought(name):
        return name  # whether it can be used is told when it is
    from rights_diff.plugins.finding import installed

    brought = [plugin.name for plugin in installed("renderer")]
    choices = ", ".join(dict.fromkeys((*sorted(shipped), *brought)))
    raise argparse.ArgumentTypeError(f"there is no format {name!r} (choose from {choices})")
