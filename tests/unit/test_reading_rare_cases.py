"""Code blocks and labels in Markdown, and what is kept of downloads on each system."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rights_diff.model import HintKind
from rights_diff.reading.markdown import read_markdown
from rights_diff.reading.web_cache import Download, cache_folder, keep, kept

ADDRESS = "https://monitor.example/tuvalu"
LIMIT = 1_000


@pytest.mark.parametrize(
    ("opening", "label"),
    [
        ("**Boats:** They sank.", "Boats:"),
        ("**Boats**: They sank.", "Boats:"),
        ("**Boats.** They sank.", "Boats."),
        ("**Boats** sank.", None),
        (f"**{'Boats and nets ' * 9}**: They sank.", None),  # a sentence, no label
    ],
)
def test_bold_words_are_a_label_where_a_colon_or_stop_parts_them(
    opening: str, label: str | None
) -> None:
    document = read_markdown("report.md", f"# Tuvalu\n\n{opening}\n".encode())
    hints = [h.span.of(document.text) for h in document.hints if h.kind is HintKind.RUN_IN]
    assert hints == ([label] if label else [])


def test_code_blocks_are_text() -> None:
    document = read_markdown("report.md", b"# Tuvalu\n\n```\nboats = 9\n```\n\n    nets: 4\n")
    assert document.text == "Tuvalu\n\nboats = 9\n\nnets: 4"


@pytest.mark.parametrize(
    ("system", "local", "folder"),
    [
        ("win32", "/local", Path("/local")),
        ("win32", "", Path("/home/me/AppData/Local")),
        ("darwin", "", Path("/home/me/Library/Caches")),
        ("linux", "", Path("/home/me/.cache")),
    ],
)
def test_each_system_has_its_cache_folder(
    monkeypatch: pytest.MonkeyPatch, system: str, local: str, folder: Path
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    monkeypatch.setenv("LOCALAPPDATA", local)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache_folder() == folder / "rights_diff"


def test_a_kept_download_over_the_limit_is_not_read(tmp_path: Path) -> None:
    download = Download(
        data=b"x" * LIMIT, url=ADDRESS, media_type="text/plain", retrieved="2031-05-06"
    )
    keep(tmp_path, ADDRESS, download)
    assert kept(tmp_path, ADDRESS, LIMIT) == replace(download, from_cache=True)
    assert kept(tmp_path, ADDRESS, LIMIT - 1) is None
