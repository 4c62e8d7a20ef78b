"""Fuzz each target for some seconds with Atheris, and say what was found.

    python fuzz/run.py [TARGET …] [--seconds 60] [--seed 1] [--folder build/fuzz]

Prints a line for each target: inputs tried, places of our code reached, and its findings (inputs
that end otherwise than promised, take over 20 seconds or 3 GB), kept below the folder; exit
status 1 where there is any. `python fuzz/run.py html --replay FILE` runs one input again.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from seeds import SEEDS

_SLOWEST = 20  # seconds for one input; the laws of `compare` on a page of text take under one
_MEMORY = 3_000  # megabytes
# Bytes of an input where its target says nothing else; what a rule looks at together is shorter.
_LONGEST = 6_000
_STATUS = re.compile(r"^#(\d+)\s.*?\bft: (\d+)", re.MULTILINE)


def main() -> int:
    """Fuzz what was asked for; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(SEEDS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1, help="another one goes other ways")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--replay", type=Path, metavar="FILE")
    parser.add_argument("--inside", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    a = parser.parse_args()
    if unknown := sorted(set(a.targets) - set(SEEDS)):
        parser.error(f"no target {unknown[0]}; there are {', '.join(SEEDS)}")
    if a.inside is not None:
        _fuzz(a.targets[0], a.inside)
    if a.replay:
        from targets import TARGETS

        TARGETS[a.targets[0]](a.replay.read_bytes())
        return 0
    return max([_watched(target, a.seconds, a.seed, a.folder) for target in a.targets or SEEDS])


def _fuzz(target: str, flags: list[str]) -> None:
    """Never returns: the fuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["rights_diff"]):
        from targets import LONGEST, TARGETS

        import rights_diff

        # also what is imported late: only what is imported here tells the fuzzer where it came
        for module in pkgutil.walk_packages(rights_diff.__path__, "rights_diff."):
            if "__main__" not in module.name:
                importlib.import_module(module.name)

    longest = f"-max_len={LONGEST.get(target, _LONGEST)}"
    atheris.Setup([sys.argv[0], longest, *flags], _keeping(TARGETS[target], flags))
    atheris.Fuzz()


def _keeping(target: Callable[[bytes], None], flags: list[str]) -> Callable[[bytes], None]:
    """The target; what it ends at is kept here, as the fuzzer does not always come to do it."""
    found = next(f.partition("=")[2] for f in flags if f.startswith("-artifact_prefix="))

    def watched(data: bytes) -> None:
        try:
            target(data)
        except BaseException:
            Path(found, f"input-{hashlib.sha1(data).hexdigest()}").write_bytes(data)  # noqa: S324
            raise

    return watched


def _watched(target: str, seconds: int, seed: int, folder: Path) -> int:
    """Fuzz in a process of its own, which a finding ends."""
    corpus, found = folder / target / "corpus", folder / target / "found"
    for place in (corpus, found):
        place.mkdir(parents=True, exist_ok=True)
    for n, data in enumerate(SEEDS[target]):
        (corpus / f"seed-{n}").write_bytes(data)
    limits = [f"-timeout={_SLOWEST}", f"-rss_limit_mb={_MEMORY}"]
    flags = [*limits, f"-max_total_time={seconds}", f"-seed={seed}", f"-artifact_prefix={found}/"]
    command = [sys.executable, __file__, target, "--inside", *flags, str(corpus)]
    with (folder / target / "log.txt").open("w", encoding="utf-8") as log:
        status = subprocess.run(command, check=False, stdout=log, stderr=log).returncode
    log_text = (folder / target / "log.txt").read_text(encoding="utf-8", errors="replace")
    tried = _STATUS.findall(log_text) or [("0", "0")]
    findings = sorted(found.iterdir())
    print(f"{target:12} {int(tried[-1][0]):9,} inputs {int(tried[-1][1]):7,} features ", end="")
    print("nothing found" if not status and not findings else f"FOUND, see {folder / target}")
    sys.stdout.flush()
    return int(bool(status or findings))


if __name__ == "__main__":
    sys.exit(main())
