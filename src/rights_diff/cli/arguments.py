"""The words that the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from rights_diff.arguments import calendar_year
from rights_diff.cli.answering import SUFFIXES
from rights_diff.cli.corpus import add_corpus
from rights_diff.cli.examples import EXAMPLES
from rights_diff.cli.plugins import ListPlugins, add_encoder, add_reader, add_tools, format_named
from rights_diff.cli.streams import say
from rights_diff.cli.timeline import add_timeline

__all__ = ["Run", "make_parser"]

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Complaints are one line: what is wrong would be lost under twenty lines of usage.

    They quote what was typed, or the file names that a shell put in for `*`.
    """

    def error(self, message: str) -> NoReturn:
        say(f"{self.prog}: {message}; see {self.prog} --help")
        self.exit(2)


def make_parser(runs: Mapping[str, Run], version: str) -> argparse.ArgumentParser:
    """The parser of `rights-diff`.

    Args:
        runs: what each command does.
    """
    parser = _Parser(
        prog="rights-diff",
        description="What changed between two human-rights reports?",
        epilog=EXAMPLES[""],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"rights-diff {version}")
    parser.add_argument(
        "--plugins", action=ListPlugins, nargs=0, help="list what installed packages add, and exit"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (about, add) in _COMMANDS.items():
        command = _command(commands, name, about)
        add(command)
        command.set_defaults(run=runs[name])
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, about: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=EXAMPLES[name],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_output(parser: argparse.ArgumentParser, otherwise: str = "text") -> None:
    shipped = sorted(set(SUFFIXES.values()))
    parser.add_argument(
        "--format",
        metavar="NAME",
        type=lambda name: format_named(name, shipped),
        help=f"{', '.join(shipped)}, or a plug-in's "
        f"(default: by the suffix of -o, else {otherwise})",
    )
    _add_file(parser)
    parser.add_argument(
        "--table", metavar="NAME", help="which table to write as CSV (docs/exports.md lists them)"
    )
    parser.add_argument(
        "--template-dir",
        metavar="FOLDER",
        help="templates, styles and words of your own for the page (see docs/page.md)",
    )


def _add_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument(
        "--format",
        choices=sorted(set(formats)),
        help="what to write (default: by the suffix of -o, else text)",
    )
    _add_file(parser)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, not to the screen")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--manifest", metavar="FILE", help="a CSV or JSON file that says who reports on what, when"
    )
    parser.add_argument(
        "--tracked-changes",
        choices=("accepted", "refused"),
        default="accepted",
        help="how the tracked changes of a Word document are read (default: accepted)",
    )
    add_tools(parser)


def _year(word: str) -> int:
    try:
        return calendar_year(int(word))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a year such as 2018 is wanted, not {word!r}") from None


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT", help="a report: a file, or an address")
    parser.add_argument("--organization", metavar="NAME", help="who published it")
    parser.add_argument("--country", metavar="NAME", help="which country it is about")
    parser.add_argument("--edition", metavar="NAME", help="what the publisher calls it: 2017/18")
    parser.add_argument("--published-year", metavar="YEAR", type=_year)
    parser.add_argument("--covered-year", metavar="YEAR", type=_year, action="append")
    _add_reading(parser)
    _add_output(parser)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    _add_pair(parser)
    _add_reading(parser)
    _add_output(parser)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    _add_pair(parser)
    parser.add_argument("row", metavar="ROW", help="a row as compare names it: r12")
    _add_reading(parser)
    _add_format(parser, ("json", "text"))
    parser.set_defaults(table=None, template_dir=None)


def _add_pair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the earlier report")
    parser.add_argument("new", metavar="NEW", help="the later report, or the other organization's")
    parser.add_argument("--country", metavar="NAME", help="which country both are about")
    for side in ("old", "new"):
        parser.add_argument(f"--{side}-organization", metavar="NAME")
        parser.add_argument(f"--{side}-edition", metavar="NAME")
        parser.add_argument(f"--{side}-covered-year", metavar="YEAR", type=_year, action="append")
    parser.add_argument(
        "--allow-mixed", action="store_true", help="compare reports on different countries too"
    )
    add_encoder(parser)
    parser.add_argument(
        "--review",
        metavar="FILE",
        help="what readers decided about these reports (docs/review.md; the page writes one)",
    )


def _add_split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("yearbook", metavar="YEARBOOK", help="a file that holds many reports")
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="where files go")
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    parser.add_argument("--organization", metavar="NAME", help="who published it")
    parser.add_argument("--edition", metavar="NAME", help="what the publisher calls it: 2017/18")
    add_reader(parser)


def _add_demo(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, "the page, as rights-diff-demo.html")


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "inspect": ("show what is read from one report", _add_inspect),
    "compare": ("say what changed from one report to another", _add_compare),
    "explain": ("say what one row of a comparison rests on", _add_explain),
    "timeline": ("follow figures and claims through many reports on one country", add_timeline),
    "corpus": ("compare the reports of many countries, and write a site", add_corpus),
    "split": ("write each country's report in a yearbook to files", _add_split),
    "demo": ("compare the shipped samples and write the page", _add_demo),
}
