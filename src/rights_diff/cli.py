"""The command line: parse, call, print.

Exit status: 0 done; 1 standard output was closed early; 2 wrong use, or a source that cannot be
read, compared or written (one line on standard error says which); 3 a corpus is done, but for
reports that are listed as failed; 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.cli_arguments import SUFFIXES, Run, make_parser
from rights_diff.cli_plugins import is_brought, tools_named
from rights_diff.errors import CompareError, RenderError, RightsDiffError
from rights_diff.progress import Progress

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Report
    from rights_diff.reading.options import ReadOptions

DEMO_FILE = "rights-diff-demo.html"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the words after the program's name; those of the process by default.
    Returns:
        the exit status (see the module's text).
    """
    from rights_diff import __version__

    arguments = make_parser(_RUNS, __version__).parse_args(argv)
    run: Run = arguments.run
    try:
        return run(arguments)
    except RightsDiffError as error:
        _say(f"rights-diff: {error}")
        return 2
    except KeyboardInterrupt:
        _say("rights-diff: interrupted; nothing was written")
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`): what is left cannot be flushed either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _options(arguments: argparse.Namespace) -> ReadOptions:
    from rights_diff.reading.options import ReadOptions

    return ReadOptions(tracked_changes=arguments.tracked_changes)


def _inspect(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load

    kind = _format(arguments)
    _refuse_overwriting(arguments.output, [arguments.report])
    with Progress() as progress:
        progress.say(f"reading {arguments.report}")
        report = load(
            arguments.report,
            organization=arguments.organization,
            country=arguments.country,
            edition=arguments.edition,
            published_year=arguments.published_year,
            covered_years=arguments.covered_year,
            manifest=arguments.manifest,
            options=_options(arguments),
            **tools_named(arguments),
        )
    _warn(report.warnings)
    _write(report, kind, arguments)
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    kind = _format(arguments)
    comparison = _compared(arguments)
    _warn((*comparison.old.warnings, *comparison.new.warnings, *comparison.warnings))
    _write(comparison, kind, arguments)
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    kind = _format(arguments)
    if kind not in ("json", "text"):
        raise RenderError("a row is explained as text or JSON only", file=arguments.output)
    comparison = _compared(arguments)
    try:
        explanation = comparison.explain(arguments.row)
    except KeyError:
        ids = [row.id for row in comparison.ledger]
        there = f"its rows are {ids[0]} to {ids[-1]}" if ids else "it has no rows"
        raise CompareError(f"no row {arguments.row} in this comparison: {there}") from None
    _put(explanation.to_json() if kind == "json" else f"{explanation}\n", arguments.output)
    return 0


def _compared(arguments: argparse.Namespace) -> Comparison:
    from rights_diff.pipeline import compare

    review = [arguments.review] if arguments.review else []
    _refuse_overwriting(arguments.output, [arguments.old, arguments.new, *review])
    with Progress() as progress:
        progress.say(f"reading {arguments.old}")
        old = _load_side(arguments, "old")
        progress.say(f"reading {arguments.new}")
        new = _load_side(arguments, "new")
        progress.say("comparing")
        return compare(
            old,
            new,
            allow_mixed=arguments.allow_mixed,
            review=arguments.review,
            encoder=arguments.encoder,
        )


def _timeline(arguments: argparse.Namespace) -> int:
    from rights_diff.cli_timeline import run_timeline

    return run_timeline(arguments, _put, _warn)


def _corpus(arguments: argparse.Namespace) -> int:
    from rights_diff.cli_corpus import run_corpus

    return run_corpus(arguments, _say)


def _split(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load_all
    from rights_diff.splitting import write_yearbook

    with Progress() as progress:
        progress.say(f"reading {arguments.yearbook}")
        yearbook = load_all(
            arguments.yearbook,
            organization=arguments.organization,
            edition=arguments.edition,
            reader=arguments.reader,
        )
        progress.say("writing")
        write_yearbook(yearbook, arguments.output, force=arguments.force)
    _warn((*yearbook.warnings, *(part.sentence() for part in yearbook.left_over)))
    reports = "1 report" if len(yearbook) == 1 else f"{len(yearbook)} reports"
    print(f"wrote {reports} to {arguments.output}")  # noqa: T201 - the answer of the command
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from rights_diff import samples
    from rights_diff.pipeline import compare, load

    if not arguments.format and not arguments.output:
        arguments.format, arguments.output = "html", DEMO_FILE
    kind = _format(arguments)
    _write(compare(load(samples.OLD), load(samples.NEW)), kind, arguments)
    return 0


def _load_side(arguments: argparse.Namespace, side: str) -> Report:
    from rights_diff.pipeline import load

    return load(
        getattr(arguments, side),
        country=arguments.country,
        organization=getattr(arguments, f"{side}_organization"),
        edition=getattr(arguments, f"{side}_edition"),
        covered_years=getattr(arguments, f"{side}_covered_year"),
        manifest=arguments.manifest,
        options=_options(arguments),
        **tools_named(arguments),
    )


def _format(arguments: argparse.Namespace) -> str:
    """What to write; refused where it cannot be done, before anything is read."""
    named: str | None = arguments.format
    kind = named or _by_suffix(arguments.output) or ("csv" if arguments.table else "text")
    if arguments.table and kind != "csv":
        raise RenderError(f"--table is for CSV only, not for {kind}", file=arguments.output)
    if arguments.template_dir and kind != "html":
        told = f"--template-dir is for the page only, not for {kind}"
        raise RenderError(told, file=arguments.output)
    if kind == "docx" and arguments.output is None:
        raise RenderError("a Word document is no text for the screen: name a file with -o")
    if kind == "docx" and arguments.command == "inspect":
        raise RenderError("only a comparison can be written as a Word document")
    if kind not in SUFFIXES.values() and arguments.command == "inspect":
        raise RenderError(f"only a comparison can be written as {kind}")
    return kind


def _by_suffix(output: str | None) -> str | None:
    if output is None:
        return None
    if Path(output).is_dir():
        raise RenderError("is a folder: name the file to write", file=output)
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        if is_brought(suffix.removeprefix(".")):
            return suffix.removeprefix(".")
        what = f"the suffix {suffix}" if suffix else "a name without suffix"
        raise RenderError(f"{what} does not tell what to write: give --format", file=output)
    return SUFFIXES[suffix]


def _refuse_overwriting(output: str | None, sources: list[str]) -> None:
    if output is None:
        return
    for source in sources:
        if Path(output).resolve() == Path(source).resolve():
            raise RenderError("would overwrite a report that is being read", file=output)


def _write(subject: Report | Comparison, kind: str, arguments: argparse.Namespace) -> None:
    """Write a report or a comparison as asked: to a file, else to standard output."""
    from rights_diff.model import Comparison

    output: str | None = arguments.output
    if kind == "csv":
        table = {"table": arguments.table} if arguments.table else {}
        text = subject.to_csv(output, **table)
        return _wrote(output) if output else _put(text, None)
    if not isinstance(subject, Comparison):
        return _put(_render_report(subject, kind, arguments.template_dir), output)
    if kind == "html":
        return _put(subject.to_html(template_dir=arguments.template_dir), output)
    content = subject.render(kind, output)
    if output:
        return _wrote(output)
    if isinstance(content, bytes):
        raise RenderError(f"{kind} is no text for the screen: name a file with -o")
    return _put(content if kind in SUFFIXES.values() else _harmless(content), None)


def _harmless(text: str) -> str:
    """A plug-in's text for the screen: what it quotes of a report must not act on a terminal."""
    from rights_diff.rendering.view.plain import shown

    return shown(text)


def _render_report(report: Report, kind: str, template_dir: str | None) -> str:
    if kind == "json":
        return report.to_json()
    if kind == "html":
        from rights_diff.rendering.html import report_html_page

        return report_html_page(report, template_dir)
    if kind == "markdown":
        from rights_diff.rendering.markdown import report_markdown

        return report_markdown(report)
    from rights_diff.rendering.text import report_text

    return report_text(report)


def _put(text: str, output: str | None) -> None:
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):  # not so under a test's capture
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from rights_diff.rendering.output import write_text

    write_text(output, text)
    _wrote(output)


def _wrote(output: str) -> None:
    print(f"wrote {output}")  # noqa: T201 - the answer of the command


def _warn(sentences: Sequence[str]) -> None:
    for sentence in dict.fromkeys(sentences):
        _say(f"rights-diff: note: {sentence}")


def _say(line: str) -> None:
    from rights_diff.rendering.view.plain import shown_line

    # A warning may quote a report, and an error names a file: neither may act on the terminal.
    print(shown_line(line), file=sys.stderr)  # noqa: T201 - this is where the command line speaks


_RUNS: dict[str, Run] = {
    "inspect": _inspect,
    "compare": _compare,
    "explain": _explain,
    "timeline": _timeline,
    "corpus": _corpus,
    "split": _split,
    "demo": _demo,
}
