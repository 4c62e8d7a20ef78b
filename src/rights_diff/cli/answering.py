"""What the command line answers: in which format, to a file or the screen, and notes beside it."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.cli.plugins import is_brought
from rights_diff.cli.streams import answer
from rights_diff.errors import RenderError

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Report

__all__ = [
    "SUFFIXES",
    "format_asked",
    "put",
    "refuse_overwriting",
    "to_screen",
    "write",
]

SUFFIXES = {
    ".csv": "csv",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".txt": "text",
}


def to_screen(arguments: argparse.Namespace) -> None:
    """Take `-o -` for standard output, as other programs do.

    Raises:
        RenderError: the command writes a folder.
    """
    if arguments.output != "-":
        return
    if not hasattr(arguments, "format"):
        raise RenderError("a folder is wanted, not standard output", file="-")
    arguments.output = None
    if not (arguments.format or arguments.table):
        arguments.format = "text"


def format_asked(arguments: argparse.Namespace, formats: Collection[str] | None = None) -> str:
    """What to write: as named, else by the suffix of the file, else text.

    Args:
        formats: those there are; all shipped ones, and those that packages bring, by default.
    Raises:
        RenderError: it cannot be told, or does not go with the other options.
    """
    named: str | None = arguments.format
    kind = named or _by_suffix(arguments.output, formats) or ("csv" if arguments.table else "text")
    if arguments.table and kind != "csv":
        raise RenderError(f"--table is for CSV only, not for {kind}", file=arguments.output)
    if arguments.template_dir and kind != "html":
        told = f"--template-dir is for the page only, not for {kind}"
        raise RenderError(told, file=arguments.output)
    if kind == "docx" and arguments.output is None:
        raise RenderError("a Word document is no text for the screen: name a file with -o")
    return kind


def _by_suffix(output: str | None, formats: Collection[str] | None) -> str | None:
    if output is None:
        return None
    if Path(output).is_dir():
        raise RenderError("is a folder: name the file to write", file=output)
    suffix = Path(output).suffix.lower()
    kind = SUFFIXES.get(suffix)
    if kind and (formats is None or kind in formats):
        return kind
    if formats is None and is_brought(suffix.removeprefix(".")):
        return suffix.removeprefix(".")
    what = f"the suffix {suffix}" if suffix else "a name without suffix"
    raise RenderError(f"{what} does not tell what to write: give --format", file=output)


def refuse_overwriting(arguments: argparse.Namespace, sources: Sequence[str]) -> None:
    """Raise `RenderError` where the answer would replace a file that is read.

    Args:
        sources: the reports; the manifest and the review are looked at as well.
    """
    from rights_diff.rendering.saving import refuse_overwriting as refuse

    if arguments.output is None:
        return
    refuse(arguments.output, sources, "a report that is being read")
    for name in ("manifest", "review"):
        refuse(arguments.output, filter(None, [getattr(arguments, name, None)]), f"the {name}")


def write(subject: Report | Comparison, kind: str, arguments: argparse.Namespace) -> None:
    """Write a report or a comparison as asked: to a file, else to standard output."""
    from rights_diff.model import Comparison

    output: str | None = arguments.output
    if kind == "csv":
        table = {"table": arguments.table} if arguments.table else {}
        if output is None:
            return put(subject.to_csv(**table), None)
        subject.to_csv(output, **table)
        return _wrote(output)
    if not isinstance(subject, Comparison):
        return put(_render_report(subject, kind, arguments.template_dir), output)
    if kind == "html":
        return put(subject.to_html(template_dir=arguments.template_dir), output)
    if output is not None:
        subject.render(kind, output)
        return _wrote(output)
    content = subject.render(kind)
    if isinstance(content, bytes):
        raise RenderError(f"{kind} is no text for the screen: name a file with -o")
    return put(content if kind in SUFFIXES.values() else _harmless(content), None)


def _harmless(text: str) -> str:
    """A plug-in's text for the screen: what it quotes of a report must not act on a terminal."""
    from rights_diff.rendering.view.plain import shown

    return shown(text)


def _render_report(report: Report, kind: str, template_dir: str | None) -> str:
    if kind == "json":
        return report.to_json()
    if kind == "html":
        return report.to_html(template_dir=template_dir)
    if kind == "markdown":
        return report.to_markdown()
    from rights_diff.rendering.text import report_text

    return report_text(report)


def put(text: str, output: str | None) -> None:
    """Write the answer to the file, else to standard output."""
    if output is None:
        answer(text, end="", needed=True)
        return
    from rights_diff.rendering.output import write_text

    write_text(output, text)
    _wrote(output)


def _wrote(output: str) -> None:
    from rights_diff.rendering.output import is_stream

    # Behind `-o /dev/stdout` it would stand in the answer itself.
    if not is_stream(Path(output)):
        answer(f"wrote {output}")
