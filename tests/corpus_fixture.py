"""Small corpora of our own: two editions of chapters on a few countries."""

from __future__ import annotations

import json
import os
import signal
import zlib
from collections.abc import Iterable
from pathlib import Path

COUNTRIES = ("Fiji", "Nauru", "Tonga", "Tuvalu", "Vanuatu")

# Seconds after which a run counts as hung; a quiet machine needs two, a crowded one minutes.
PATIENCE = 900

_CHAPTER = """\
{title}

Background
Elections were held in {month}. At least {dead} people died in a ferry accident off {title}, and
the owner of the vessel was fined.

Prison conditions
The prison held {held} inmates in cells built for 40. Guards were reportedly seldom trained.
{more}

Freedom of expression
Two journalists were charged with sedition in {month}. Their trial had not begun by December.
"""


def chapter(country: str, year: int, n: int = 0) -> str:
    """A chapter whose figures and last lines differ from year to year."""
    more = (
        "A new wing was promised to the families."
        if year % 2
        else f"No independent visitor was let in during {year - 1}."
    )
    return _CHAPTER.format(
        title=country,
        month=("March", "June")[year % 2],
        dead=10 + n + year % 7,
        held=60 + 3 * n + year % 5,
        more=more,
    )


def write_corpus(
    home: Path, years: Iterable[int] = (2011, 2012), countries: Iterable[str] = COUNTRIES
) -> list[Path]:
    """A folder of chapters for each year, as `amnesty-YEAR/COUNTRY.txt`; returns the folders."""
    folders = []
    for year in years:
        folder = home / f"amnesty-{year}"
        folder.mkdir(parents=True, exist_ok=True)
        for n, country in enumerate(countries):
            name = f"{country.lower().replace(' ', '-')}.txt"
            (folder / name).write_text(chapter(country, year, n), encoding="utf-8")
        folders.append(folder)
    return folders


def yearbook_text(year: int, countries: Iterable[str] = COUNTRIES) -> str:
    """A yearbook in Markdown with a heading for each country."""
    parts = [f"# Amnesty International Report {year}\n\nA foreword of some lines.\n"]
    for n, country in enumerate(countries):
        title, _, body = chapter(country, year, n).partition("\n")
        lines = [f"### {line}" if line in _HEADINGS else line for line in body.strip().split("\n")]
        parts.append(f"## {title}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


_HEADINGS = frozenset({"Background", "Prison conditions", "Freedom of expression"})


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Each file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# ---------------------------------------------------------------- work for crews of processes


def unpacked(data: bytes) -> dict[str, bytes]:
    """All parts of packed bytes, read as the file is described: a line, a list, the parts."""
    _, index, body = data.split(b"\n", 2)
    parts, start = {}, 0
    for name, length in json.loads(index).items():
        parts[name] = zlib.decompress(body[start : start + length])
        start += length
    assert start == len(body)
    return parts


def double(number: int) -> int:
    """Twice the number; a worker's task that does no harm."""
    return 2 * number


def die_on_negative(number: int) -> int:
    """Twice the number; a negative one ends the process, as a lack of memory would."""
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def die_once(task: tuple[int, str]) -> int:
    """Twice the number; the first time that a task has a mark to leave, the process ends."""
    number, mark = task
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def fail_on_odd(number: int) -> int:
    """Twice the number, of even ones."""
    if number % 2:
        raise ValueError(f"{number} is odd")
    return 2 * number


def ctrl_c_is_held_back(_: object) -> bool:
    """Whether this process was started so that Ctrl-C does not reach it."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def hide_files() -> None:
    """Make this process one that cannot read reports, as a machine elsewhere."""
    from rights_diff.errors import ReadError
    from rights_diff.reading import files

    def load_bytes(name: str, _: int) -> bytes:
        raise ReadError("no such file", file=name)

    files.load_bytes = load_bytes
