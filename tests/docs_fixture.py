"""The files that a reader of the documents has at hand: samples, and invented reports."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import rights_diff as rd

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# Names that the pages use for files of a reader's own, and the sample that stands in for each.
FILES = {
    "amnesty-2017-18.txt": rd.samples.OLD,
    "amnesty-2021-22.txt": rd.samples.NEW,
    "hrw-2014.txt": rd.samples.HRW_2014,
    "hrw-2019.txt": rd.samples.HRW_2019,
}


def lay_out(folder: Path) -> None:
    """Put the files into a folder."""
    for name, sample in FILES.items():
        shutil.copy(sample, folder / name)
    invented = runpy.run_path(str(ROOT / "examples" / "invented.py"))
    invented["ten_years"](folder / "reports" / "vessaly")
    invented["whole_edition"](folder / "reports" / "editions")
    (folder / "house").mkdir()
    (folder / "house" / "theme.css").write_text(":root { --accent: #00594c }", encoding="utf-8")
