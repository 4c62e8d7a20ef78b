"""The command line: parse, call, print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:  # placeholder
    from rights_diff.pipeline import compare, load

    parser = argparse.ArgumentParser(prog="rights-diff")
    sub = parser.add_subparsers(dest="command", required=True)
    p = sub.add_parser("inspect")
    p.add_argument("report")
    p.add_argument("--format", default="json")
    p = sub.add_parser("compare")
    p.add_argument("old")
    p.add_argument("new")
    p.add_argument("--format", default="json")
    a = parser.parse_args(argv)
    if a.command == "inspect":
        sys.stdout.write(load(a.report).to_json())
    else:
        sys.stdout.write(compare(load(a.old), load(a.new)).to_json())
    return 0
