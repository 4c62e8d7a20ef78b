"""The scripts of `examples/`: a report from cron, and a check for continuous integration."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.corpus_fixture import write_corpus

EXAMPLES = Path(__file__).parents[2] / "examples"
RECIPE = EXAMPLES / "ci-recipe.yml"


def run(
    script: str, *words: str | Path, home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=home)


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return write_corpus(tmp_path / "reports", years=(2011, 2012), countries=("Fiji", "Tonga"))


def test_the_docs_name_each_example() -> None:
    page = (EXAMPLES.parent / "docs" / "guides" / "notebooks.md").read_text(encoding="utf-8")
    there = {path.name for path in EXAMPLES.iterdir() if path.suffix in {".ipynb", ".py", ".yml"}}
    assert set(re.findall(r"`(?:examples/)?([\w-]+\.(?:ipynb|py|yml))`", page)) == there


# ---------------------------------------------------------------- monthly_report.py


def test_the_first_report_tells_what_changed_and_where_its_page_is(
    folders: list[Path], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    done = run("monthly_report.py", *folders, site)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert any(line.startswith("Fiji: Figure changed: ") for line in lines)
    assert any(line.startswith("Tonga: ") for line in lines)
    pages = [Path(line.strip()) for line in lines if line.startswith("    ")]
    assert len(pages) == 2
    assert all(page.is_file() for page in pages)


def test_what_was_told_is_not_told_again_and_what_is_new_is(
    folders: list[Path], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    run("monthly_report.py", *folders, site)
    again = run("monthly_report.py", *folders, site)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    report = folders[1] / "tonga.txt"
    text = report.read_text(encoding="utf-8")
    report.write_text(text + "\nPolice shot dead 14 fishermen in May.\n", encoding="utf-8")
    third = run("monthly_report.py", *folders, site)
    assert third.returncode == 1
    assert "Tonga: " in third.stdout
    assert "Fiji" not in third.stdout


def test_only_the_newest_edition_of_a_country_is_told(tmp_path: Path) -> None:
    three = write_corpus(tmp_path / "old", years=(2010, 2011), countries=("Fiji",))
    (newest,) = write_corpus(tmp_path / "new", years=(2012,), countries=("Fiji",))
    done = run("monthly_report.py", three[0].parent, newest, tmp_path / "site")
    assert done.returncode == 1
    pages = [line for line in done.stdout.splitlines() if line.startswith("    ")]
    assert [Path(page).stem for page in pages] == ["fiji--amnesty-2011--amnesty-2012"]


def test_a_broken_report_is_named_and_the_rest_is_told(folders: list[Path], tmp_path: Path) -> None:
    (folders[1] / "nauru.txt").write_text("", encoding="utf-8")
    done = run("monthly_report.py", *folders, tmp_path / "site")
    assert done.returncode == 3
    assert "nauru.txt" in done.stderr
    assert "Fiji: " in done.stdout


def test_a_missing_folder_is_one_line_and_makes_no_page(tmp_path: Path) -> None:
    done = run("monthly_report.py", tmp_path / "none", tmp_path / "nor", tmp_path / "site")
    assert done.returncode == 2
    assert done.stderr.startswith("monthly_report: ")
    assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.rglob("*.html"))
    assert not (tmp_path / "site.told").exists()


# ---------------------------------------------------------------- figures_changed.py


@pytest.fixture
def downloads(folders: list[Path], tmp_path: Path) -> tuple[Path, Path]:
    published, latest = tmp_path / "reports" / "published", tmp_path / "reports" / "latest"
    shutil.copytree(folders[1], published)
    shutil.copytree(folders[1], latest)
    return published, latest


def edit(report: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, report.read_text(encoding="utf-8"))
    assert count == 1
    report.write_text(text, encoding="utf-8")


def test_the_same_figures_pass_whatever_else_was_edited(downloads: tuple[Path, Path]) -> None:
    edit(downloads[1] / "fiji.txt", "Guards were reportedly seldom", "Guards were seldom")
    done = run("figures_changed.py", *downloads)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_changed_figure_fails_and_has_a_page(
    downloads: tuple[Path, Path], tmp_path: Path
) -> None:
    edit(downloads[1] / "tonga.txt", r"At least \d+ people died", "At least 40 people died")
    done = run("figures_changed.py", *downloads, "--pages", tmp_path / "changed")
    assert done.returncode == 1
    assert re.fullmatch(
        r"tonga\.txt: “At least \d+ people” → “At least 40 people” \(increased\)\n", done.stdout
    )
    assert [page.name for page in (tmp_path / "changed").iterdir()] == ["tonga.txt.html"]


def test_a_figure_that_is_no_longer_told_fails(downloads: tuple[Path, Path]) -> None:
    edit(downloads[1] / "fiji.txt", r"The prison held (.|\n)*?cells built for 40\. ", "")
    done = run("figures_changed.py", *downloads)
    assert done.returncode == 1
    assert "inmates” is no longer told" in done.stdout


def test_a_report_that_is_gone_is_an_error_not_a_change(downloads: tuple[Path, Path]) -> None:
    (downloads[1] / "fiji.txt").unlink()
    done = run("figures_changed.py", *downloads)
    assert done.returncode == 2
    assert re.fullmatch(r"figures_changed: .*fiji\.txt.*\n", done.stderr)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert run("figures_changed.py", tmp_path, tmp_path).returncode == 2


# ---------------------------------------------------------------- ci-recipe.yml


def steps() -> list[dict[str, object]]:
    (job,) = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))["jobs"].values()
    found: list[dict[str, object]] = job["steps"]
    return found


def test_the_recipes_command_fails_when_a_figure_changed(
    downloads: tuple[Path, Path], tmp_path: Path
) -> None:
    (command,) = (str(s["run"]) for s in steps() if "figures_changed" in str(s.get("run")))
    python, script, *words = shlex.split(command)
    assert python == "python"
    assert run(script, *words, home=tmp_path).returncode == 0
    edit(downloads[1] / "tonga.txt", r"At least \d+ people died", "At least 40 people died")
    assert run(script, *words, home=tmp_path).returncode == 1
    (kept,) = (s["with"] for s in steps() if "upload" in str(s.get("uses")))
    assert isinstance(kept, dict)
    assert list((tmp_path / kept["path"]).iterdir())
