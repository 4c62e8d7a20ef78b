"""The command line: parse, call, print.

Exit status: 0 done; 1 standard output was closed early; 2 wrong use, or a source or an answer that
cannot be read, compared or written (one line on standard error says which); 3 a corpus is done, but
for reports that are listed as failed; 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.cli.answering import to_screen
from rights_diff.cli.arguments import Run, make_parser
from rights_diff.cli.commands import RUNS
from rights_diff.cli.streams import begin, drop, say
from rights_diff.errors import RightsDiffError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the words after the program's name; those of the process by default.
    Returns:
        the exit status (see the module's text).
    """
    from rights_diff import __version__

    begin()
    try:
        arguments = make_parser(RUNS, __version__).parse_args(argv)
        to_screen(arguments)
        run: Run = arguments.run
        return run(arguments)
    except RightsDiffError as error:
        say(f"rights-diff: {error}")
        return 2
    except KeyboardInterrupt:
        say("rights-diff: interrupted; nothing was written")
        return 130
    except BrokenPipeError:
        drop()  # the reader went away (`| head`)
        return 1
