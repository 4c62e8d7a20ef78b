"""Which reports of a corpus are compared, and what is said of those that are not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tests.corpus_fixture import chapter, write_corpus, yearbook_text

from rights_diff.corpus.finding import NAMED
from rights_diff.corpus.pairing import Located, Paired, pair_up
from rights_diff.corpus.running import Work, plan_only
from rights_diff.errors import ReadError
from rights_diff.model import ComparisonKind
from rights_diff.model.corpus import CorpusReport, Plan


def report(
    country: str | None,
    year: int | None,
    organization: str | None = "Amnesty International",
    file: str | None = None,
    sha256: str | None = None,
) -> CorpusReport:
    short = {"Amnesty International": "Amnesty", "Human Rights Watch": "HRW"}
    name = " ".join(filter(None, (short.get(organization or "", "Report"), str(year or ""))))
    file = file or f"{name}/{country}.txt"
    return CorpusReport(
        id="",
        file=file,
        country=country,
        organization=organization,
        edition=str(year) if year else None,
        edition_name=name,
        covered_years=(year - 1,) if year else (),
        sha256=sha256 or file,
    )


def paired(*reports: CorpusReport, across: bool = False, sources: bool = False) -> Paired:
    folders = [n if sources else NAMED for n in range(len(reports))]
    return pair_up(map(Located, reports, folders), across=across)


def editions(found: Paired) -> list[tuple[str, str, str]]:
    return [(p.country, p.old.edition_name, p.new.edition_name) for p in found.pairs]


def reasons(found: Paired | Plan) -> dict[str, str]:
    return {a.report.file: a.reason for a in found.alone}


def plan(*sources: Path, manifest: Path | None = None) -> Plan:
    return plan_only(Work(sources=sources, manifest=manifest), runner="serial")


def test_each_edition_is_compared_with_the_one_before_it() -> None:
    found = paired(report("Fiji", 2013), report("Fiji", 2011), report("Fiji", 2012))
    assert editions(found) == [
        ("Fiji", "Amnesty 2011", "Amnesty 2012"),
        ("Fiji", "Amnesty 2012", "Amnesty 2013"),
    ]
    assert [p.id for p in found.pairs] == [
        "fiji--amnesty-2011--amnesty-2012",
        "fiji--amnesty-2012--amnesty-2013",
    ]
    assert found.alone == ()


def test_a_gap_in_the_years_is_bridged() -> None:
    found = paired(report("Fiji", 2011), report("Fiji", 2017))
    assert editions(found) == [("Fiji", "Amnesty 2011", "Amnesty 2017")]


def test_pairs_stand_by_country_and_then_by_year() -> None:
    reports = [report(c, y) for c in ("Tonga", "Fiji") for y in (2012, 2011, 2013)]
    assert editions(paired(*reports)) == [
        (country, f"Amnesty {year}", f"Amnesty {year + 1}")
        for country in ("Fiji", "Tonga")
        for year in (2011, 2012)
    ]


def test_organizations_meet_on_a_year_only_where_that_is_asked() -> None:
    reports = [
        report("Fiji", 2012),
        report("Fiji", 2012, "Human Rights Watch"),
        report("Fiji", 2013, "Human Rights Watch"),
    ]
    assert editions(paired(*reports)) == [("Fiji", "HRW 2012", "HRW 2013")]
    found = paired(*reports, across=True)
    assert editions(found) == [
        ("Fiji", "Amnesty 2012", "HRW 2012"),
        ("Fiji", "HRW 2012", "HRW 2013"),
    ]
    assert [p.kind for p in found.pairs] == [
        ComparisonKind.CROSS_ORGANIZATION,
        ComparisonKind.YEAR_OVER_YEAR,
    ]
    assert not found.alone


def test_two_reports_for_one_year_are_listed_and_neither_is_guessed() -> None:
    first, second = report("Fiji", 2012, file="a.txt"), report("Fiji", 2012, file="b.txt")
    found = paired(report("Fiji", 2011, file="old.txt"), first, second)
    assert found.pairs == ()
    told = reasons(found)
    assert told["a.txt"].startswith("Amnesty 2012 on Fiji is also told by b.txt")
    assert told["b.txt"].startswith("Amnesty 2012 on Fiji is also told by a.txt")
    assert told["old.txt"].endswith("on Fiji a.txt and b.txt tell one year")


def test_the_same_text_twice_is_one_report() -> None:
    twins = [report("Fiji", 2012, file=f, sha256="same") for f in ("b.txt", "a.txt")]
    found = paired(report("Fiji", 2011), *twins)
    assert [p.new.file for p in found.pairs] == ["a.txt"]
    assert reasons(found) == {"b.txt": "the same text as a.txt"}


def test_what_names_no_country_or_no_year_is_listed() -> None:
    found = paired(report(None, 2012), report("Fiji", None), report("Tonga", 2012))
    assert sorted(reasons(found).values()) == [
        "no country is told; a manifest can name it",
        "no other report by Amnesty International on Tonga is given",
        "no year is told; a manifest can name the edition",
    ]


def test_why_others_could_not_be_put_in_order_is_told() -> None:
    twins = [report("Cuba", 2012, file=f) for f in ("a.txt", "b.txt")]
    told = reasons(paired(report("Cuba", 2011), report("Cuba", None, file="c.txt"), *twins))
    assert told["Amnesty 2011/Cuba.txt"] == (
        "of the other reports by Amnesty International on Cuba c.txt names no year, "
        "a.txt and b.txt tell one year"
    )


def test_reports_kept_apart_because_one_names_no_organization_say_so() -> None:
    told = reasons(paired(report("Fiji", 2011, None, "2011/fiji.txt"), report("Fiji", 2013)))
    assert told["2011/fiji.txt"] == (
        "no other report on Fiji without an organization is given; "
        "others are by Amnesty International: a manifest can name it"
    )
    assert told["Amnesty 2013/Fiji.txt"] == (
        "no other report by Amnesty International on Fiji is given; "
        "2011/fiji.txt names no organization: a manifest can name it"
    )


def test_a_folder_that_cannot_be_read_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = write_corpus(tmp_path)
    closed = tmp_path / "amnesty-2011" / "closed"
    closed.mkdir()
    close(closed, monkeypatch)
    (failure,) = plan(*folders).failures
    assert (failure.what, failure.error) == (closed.as_posix(), "ReadError")
    assert failure.message == "the folder cannot be read: Permission denied"
    assert len(plan(*folders).pairs) == 5


def test_a_source_that_cannot_be_read_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = write_corpus(tmp_path)
    close(folders[0], monkeypatch)
    with pytest.raises(ReadError, match="the folder cannot be read: Permission denied"):
        plan(*folders)


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder one that may not be looked into, also for those who may do everything."""
    scan, stat = os.scandir, os.stat

    def denied(path: Path) -> OSError:
        return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def scandir(path: object) -> object:
        if isinstance(path, str | Path) and Path(path) == folder:
            raise denied(path)
        return scan(path)

    def stat_of(path: object, **how: object) -> object:
        if isinstance(path, str | Path) and folder in Path(path).parents:
            raise denied(path)
        return stat(path, **how)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "stat", stat_of)


def test_the_order_of_folders_counts_where_no_year_is_told_and_that_is_said() -> None:
    found = paired(
        report("Fiji", None, file="new/fiji.txt"),
        report("Fiji", None, file="fiji.txt"),
        sources=True,
    )
    assert [(p.old.file, p.new.file) for p in found.pairs] == [("new/fiji.txt", "fiji.txt")]
    assert found.notes == ("Fiji: not all years are told; ordered as the folders were given",)


def test_the_order_of_folders_is_not_taken_where_a_year_speaks_against_it() -> None:
    reports = report("Fiji", 2013), report("Fiji", None), report("Fiji", 2011)
    found = paired(*reports, sources=True)
    assert editions(found) == [("Fiji", "Amnesty 2011", "Amnesty 2013")]
    assert found.notes == ()


def test_the_order_of_files_counts_nowhere(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Fiji\n\nBackground\nMen fled the north.", encoding="utf-8")
    found = plan(tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.pairs == ()
    assert set(reasons(found).values()) == {"no year is told; a manifest can name the edition"}


def test_an_edition_says_which_came_first_where_no_covered_year_is_known(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Prisoners were freed in the north.\n", encoding="utf-8")
    table = tmp_path / "reports.csv"
    table.write_text(
        "file,organization,country,edition\n"
        "a.txt,Island Monitor,Fiji,Spring 2013\nb.txt,Island Monitor,Fiji,Autumn 2012\n",
        encoding="utf-8",
    )
    found = plan(manifest=table)
    assert [(p.old.file[-5:], p.new.file[-5:]) for p in found.pairs] == [("b.txt", "a.txt")]
    assert found.notes == ()


def test_ids_are_not_shared_and_are_safe_names() -> None:
    found = paired(
        report("Côte d’Ivoire", 2011),
        report("Côte d’Ivoire", 2012),
        report("../../etc", 2011),
        report("../../etc", 2012),
        report("Країна", 2011),
        report("Країна", 2012),
    )
    ids = [p.id for p in found.pairs] + [r.id for r in found.reports]
    assert len(set(ids)) == len(ids)
    assert all(set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for i in ids)
    assert "cote-divoire--amnesty-2011--amnesty-2012" in ids


def test_no_order_of_reports_changes_the_plan() -> None:
    reports = [report(c, y) for c in ("Fiji", "Tonga", "Nauru") for y in (2011, 2012, 2012, 2013)]
    want = paired(*reports, across=True)
    for step in (5, 7, 11):  # none divides the number of reports, so each is reached once
        shuffled = [reports[(n * step) % len(reports)] for n in range(len(reports))]
        assert paired(*shuffled, across=True) == want


# ---------------------------------------------------------------- from files


def test_folders_are_searched_and_other_files_left_aside(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path)
    (folders[0] / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folders[0] / ".hidden.txt").write_text("Fiji", encoding="utf-8")
    found = plan(*folders)
    assert len(found.pairs) == 5
    assert found.alone == ()
    assert found.notes == ("left aside: 1 file with the suffix .png",)


def test_other_spellings_of_a_country_are_one_country(tmp_path: Path) -> None:
    for year, name in ((2011, "Swaziland"), (2012, "Eswatini")):
        folder = tmp_path / f"amnesty-{year}"
        folder.mkdir()
        (folder / f"{name.lower()}.txt").write_text(chapter(name, year), encoding="utf-8")
    found = plan(tmp_path)
    assert [(p.country, p.old.file[-13:]) for p in found.pairs] == [("Eswatini", "swaziland.txt")]


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path, countries=["Fiji"])
    found = plan(*folders, folders[0] / "fiji.txt", tmp_path)
    assert len(found.reports) == 2
    assert len(found.pairs) == 1


def test_a_yearbook_is_as_good_as_a_folder(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path, years=[2011])
    book = tmp_path / "amnesty-2012.md"
    book.write_text(yearbook_text(2012), encoding="utf-8")
    found = plan(folders[0], book)
    assert [(p.country, p.new.chapter) for p in found.pairs] == [
        (c, c) for c in ("Fiji", "Nauru", "Tonga", "Tuvalu", "Vanuatu")
    ]
    assert {p.new.file for p in found.pairs} == {book.as_posix()}
    assert any("left out" in note for note in found.notes)


def test_a_report_with_sections_on_other_countries_is_no_yearbook(tmp_path: Path) -> None:
    text = chapter("Fiji", 2012).replace("Fiji\n", "# Fiji\n", 1)
    text += "".join(f"\n## {c}\n\nThree men fled to it.\n" for c in ("Nauru", "Tonga", "Tuvalu"))
    (tmp_path / "amnesty-2012-fiji.md").write_text(text, encoding="utf-8")
    assert [r.country for r in plan(tmp_path).reports] == ["Fiji"]


def test_a_manifest_names_the_files_and_wins_over_them(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(chapter("Fiji", 2012), encoding="utf-8")
    table = tmp_path / "reports.csv"
    table.write_text(
        "file,organization,country,edition\n"
        "a.txt,Human Rights Watch,Tonga,2012\nb.txt,Human Rights Watch,Tonga,2013\n",
        encoding="utf-8",
    )
    found = plan(manifest=table)
    assert [p.id for p in found.pairs] == ["tonga--hrw-2012--hrw-2013"]
    extra = tmp_path / "c.txt"
    extra.write_text(chapter("Fiji", 2012), encoding="utf-8")
    assert (
        f"the manifest says nothing of {extra.as_posix()}" in plan(tmp_path, manifest=table).notes
    )


def test_a_broken_file_is_a_failure_with_its_reason(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path)
    broken = folders[1] / "fiji.txt"
    broken.write_bytes(b"\x00\x01\x02" * 100)
    (folders[1] / "tonga.txt").write_bytes(b"")
    found = plan(*folders)
    assert [f.what for f in found.failures] == [broken.as_posix(), f"{folders[1]}/tonga.txt"]
    assert [f.error for f in found.failures] == ["ReadError", "Empty"]
    assert len(found.pairs) == 3


def test_a_missing_source_and_none_at_all_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        plan(tmp_path / "nowhere")
    with pytest.raises(ReadError, match="no reports are given"):
        plan(tmp_path)
    with pytest.raises(ReadError, match="save it first"):
        plan_only(Work(sources=["https://example.org/fiji"]), runner="serial")
