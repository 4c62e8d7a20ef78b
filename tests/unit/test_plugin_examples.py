"""The packages of examples/plugins do what their pages say, as if they were installed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from tests.plugin_fixture import EXAMPLES, add_example

import rights_diff as rd
from rights_diff import samples, testing
from rights_diff.cli import main
from rights_diff.protocols import GROUPS

NAMES = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())

LINES = (
    {
        "kind": "report",
        "organization": "Amnesty International",
        "country": "Tuvalu",
        "covered_years": [2020, 2021],
    },
    {"kind": "heading", "level": 1, "text": "Background"},
    {"text": "The courts were open all year. Judges were paid."},
    {"kind": "heading", "level": 1, "text": "Prisons"},
    {"text": "At least 12 people were held in one cell."},
    {"kind": "furniture", "text": "Page 4"},
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in NAMES:
        add_example(name, folder, monkeypatch)
    return folder


def lines(folder: Path) -> Path:
    path = folder / "tuvalu.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    return path


def test_there_is_an_example_of_each_kind() -> None:
    groups = [
        group
        for name in NAMES
        for group in tomllib.loads((EXAMPLES / name / "pyproject.toml").read_text("utf-8"))[
            "project"
        ]["entry-points"]
    ]
    assert sorted(groups) == sorted(GROUPS.values())


@pytest.mark.usefixtures("site")
def test_all_are_listed_and_none_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--plugins"])
    assert capsys.readouterr().out.splitlines() == [
        "reader jsonl: rights-diff-jsonlines 0.1.0 (rights_diff_jsonlines:read_jsonlines)",
        "splitter clauses: rights-diff-clauses 0.1.0 (rights_diff_clauses:split)",
        "topics themes: rights-diff-themes 0.1.0 (rights_diff_themes:themes)",
        "encoder trigrams: rights-diff-trigrams 0.1.0 (rights_diff_trigrams:encode)",
        "renderer resumen: rights-diff-resumen 0.1.0 (rights_diff_resumen:resumen)",
    ]


@pytest.mark.usefixtures("site")
def test_json_lines_are_read_with_their_headings(tmp_path: Path) -> None:
    report = rd.load(lines(tmp_path))
    assert (report.metadata.country, report.metadata.covered_years) == ("Tuvalu", (2020, 2021))
    assert [s.heading for s in report.sections] == ["Background", "Prisons"]
    assert 12.0 in [q.low for q in report.quantities]
    assert [f.reason for f in report.furniture] == ["set_aside"]
    (note,) = report.warnings
    assert note.endswith("made with the reader plug-in 'jsonl' of rights-diff-jsonlines 0.1.0")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1 is no JSON"),
        ('{"text": "Tuvalu"}\n7', "line 2 is no JSON object"),
        ('{"kind": "report"}', "holds no text"),
        ('{"kind": "heading", "level": "top", "text": "Tuvalu"}', "wanted a level from 1 to 9"),
        ('{"kind": "report", "published_year": "soon"}\n{"text": "Tuvalu"}', "which is no year"),
    ],
)
def test_json_lines_that_are_none_are_one_clear_error(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(rd.RightsDiffError, match=said) as caught:
        rd.load(path)
    assert str(path) in str(caught.value)


@pytest.mark.usefixtures("site")
def test_clauses_are_sentences_of_their_own() -> None:
    text = "Tuvalu\n\nCourts\nThe court closed; judges left in March; nobody came. It rained."
    report = rd.parse(text, splitter="clauses")
    assert [s.span.of(report.text) for s in report.sentences] == [
        "The court closed;",
        "judges left in March;",
        "nobody came.",
        "It rained.",
    ]
    assert report.warnings == (
        "made with the splitter plug-in 'clauses' of rights-diff-clauses 0.1.0",
    )
    testing.check_report(report)
    testing.check_comparison(rd.compare(report, rd.parse(text, splitter="clauses")))


@pytest.mark.usefixtures("site")
def test_themes_stand_in_place_of_the_taxonomy() -> None:
    old, new = (rd.load(path, topics="themes") for path in (samples.OLD, samples.NEW))
    codes = {code for s in new.sentences for code in s.topics}
    assert codes == {"leaving_the_country", "hunger", "camps", "messages"}
    comparison = rd.compare(old, new)
    assert {t.topic for t in comparison.summary.topics} <= codes
    assert 'value="leaving_the_country" data-label="Leaving the country"' in comparison.to_html()
    testing.check_comparison(comparison)
    testing.check_mirror(comparison, rd.compare(new, old))
    testing.check_same(rd.compare(new, new))


@pytest.mark.usefixtures("site")
def test_an_encoder_is_named_and_its_sign_counts() -> None:
    old, new = rd.load(samples.OLD), rd.load(samples.NEW)
    plain, encoded = rd.compare(old, new), rd.compare(old, new, encoder="trigrams")
    assert encoded.warnings == (
        *plain.warnings,
        "made with the encoder plug-in 'trigrams' of rights-diff-trigrams 0.1.0",
    )
    scores = [[row.score for row in c.ledger] for c in (plain, encoded)]
    assert scores[0] != scores[1]


@pytest.mark.usefixtures("site")
def test_the_spanish_page_counts_claims_and_quotes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "cambios.txt"
    pair = ["compare", samples.OLD, samples.NEW]
    assert main([*pair, "--format", "resumen", "-o", str(target)]) == 0
    page = target.read_text(encoding="utf-8")
    comparison = rd.compare(rd.load(samples.OLD), rd.load(samples.NEW))
    assert page == comparison.render("resumen")
    counts = {status.value: n for status, n in comparison.summary.statuses}
    assert f"{counts['added']:>5} afirmaciones nuevas" in page
    assert "otro desenlace" in page or "firme" in page
    assert main([*pair, "--format", "resumen"]) == 0
    assert capsys.readouterr().out.endswith(page)


@pytest.mark.usefixtures("site")
def test_each_command_takes_the_plug_ins_it_can_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools = ["--splitter", "clauses", "--topics", "themes"]
    pair = [samples.OLD, samples.NEW]
    assert main(["inspect", str(lines(tmp_path)), *tools]) == 0
    assert main(["compare", *pair, *tools, "--encoder", "trigrams"]) == 0
    assert main(["explain", *pair, "r1", *tools, "--encoder", "trigrams"]) == 0
    assert main(["timeline", *pair, *tools]) == 0
    renamed = tmp_path / "tuvalu.txt"
    lines(tmp_path).rename(renamed)
    assert main(["inspect", str(renamed), "--reader", "jsonl"]) == 0
    assert main(["split", str(renamed), "--reader", "jsonl", "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "made with the splitter plug-in 'clauses'" in said
    assert "made with the encoder plug-in 'trigrams'" in said
    assert main(["compare", *pair, "--encoder", "absent"]) == 2
    assert "no package brings the encoder plug-in 'absent' (installed: trigrams)" in (
        capsys.readouterr().err
    )


@pytest.mark.usefixtures("site")
def test_a_corpus_takes_the_files_that_a_plug_in_reads(tmp_path: Path) -> None:
    folders = []
    for year in (2020, 2021):
        folder = tmp_path / str(year)
        folder.mkdir()
        told = {"kind": "report", "organization": "HRW", "country": "Cuba", "covered_years": year}
        rest = [{**r, "text": f"{r['text']} In {year}."} for r in LINES[1:]]
        (folder / "cuba.jsonl").write_text("\n".join(map(json.dumps, [told, *rest])), "utf-8")
        (folder / "cuba.jpg").write_bytes(b"no report")
        folders.append(folder)
    result = rd.compare_corpus(folders, executor="serial")
    (record,) = result.records
    assert (record.pair.country, result.failures) == ("Cuba", ())
    assert any("2 files with the suffix .jpg" in note for note in result.plan.notes)
    assert any("reader plug-in 'jsonl'" in warning for warning in record.warnings)


@pytest.mark.usefixtures("site")
def test_what_a_corpus_run_kept_is_not_used_with_another_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from rights_diff.corpus.build import build

    with_examples = build()
    assert build() == with_examples
    without = [p for p in sys.path if not p.endswith(("site", "jsonlines"))]
    monkeypatch.setattr(sys, "path", without)
    assert build() != with_examples
    assert build()[0] == with_examples[0]


def test_the_examples_import_nothing_but_what_users_have() -> None:
    for name in NAMES:
        module = f"rights_diff_{name}"
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", f"import {module}"],
            check=False,
            capture_output=True,
            text=True,
            cwd=EXAMPLES / name,
        )
        assert (done.returncode, done.stderr) == (0, ""), name


@pytest.mark.usefixtures("site")
def test_the_examples_keep_the_laws(tmp_path: Path) -> None:
    data = lines(tmp_path).read_bytes()
    report = testing.check_reader(import_module("rights_diff_jsonlines").read_jsonlines, data)
    assert len(report.sentences) == 3
    text = rd.load(samples.NEW).text
    testing.check_splitter(import_module("rights_diff_clauses").split, text)
    testing.check_topics(import_module("rights_diff_themes").themes, text)
    testing.check_encoder(import_module("rights_diff_trigrams").encode, text.splitlines()[:20])
    comparison = rd.compare(rd.load(samples.OLD), rd.load(samples.NEW))
    testing.check_renderer(import_module("rights_diff_resumen").resumen, comparison)
