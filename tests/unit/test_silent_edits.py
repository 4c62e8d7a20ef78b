"""Two captures of one edition: what was edited in silence is shown, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.comparison.kinds import kind_of
from rights_diff.model import Comparison, ComparisonKind, Facet, Metadata, Source, Status

EDITS = (
    ("held without lawful grounds in", "held in"),
    ("Only a small elite could use the internet.", "Only a tiny elite could use the internet."),
    (" The government denied that the camps exist.", ""),
)


@pytest.fixture(scope="module")
def captures() -> Comparison:
    first = Path(rd.samples.OLD).read_text(encoding="utf-8")
    second = first
    for before, after in EDITS:
        assert second.count(before) == 1
        second = second.replace(before, after)
    second = second.replace("’", "'").replace("\n\n", "\n\n\n")
    name = Path(rd.samples.OLD).name
    return rd.compare(rd.parse(first, name=name), rd.parse(second, name=name))


def test_two_captures_are_called_so(captures: Comparison) -> None:
    assert captures.kind is ComparisonKind.SAME_EDITION
    assert [w for w in captures.warnings if "same edition, two captures" in w]
    assert "two copies of 2017/18" in captures.to_html()


def test_the_planted_edits_and_only_they_are_rows_that_changed(captures: Comparison) -> None:
    changed = [row for row in captures.ledger if row.status is not Status.UNCHANGED]
    assert len(changed) == len(EDITS)
    assert not any(Facet.MOVED in row.facets for row in captures.ledger)
    said = [
        [(edit.old_words, edit.new_words) for edit in captures.explain(row).edits]
        for row in changed
        if row.old and row.new
    ]
    assert sorted(said) == [[("small", "tiny")], [("without lawful grounds", None)]]
    (lost,) = (row for row in changed if row.status is Status.DROPPED)
    assert "denied" in captures.explain(lost).quotes[0].words


def test_the_copies_are_not_called_older_and_newer(captures: Comparison) -> None:
    page = captures.to_html()
    assert "First copy" in page
    assert "Older report" not in page


def metadata(**known: object) -> Metadata:
    return replace(
        Metadata(source=Source(sha256="0"), organization="Watch", organization_family="Watch"),
        **known,
    )


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ({"edition": "2018"}, {"edition": "2018"}, True),
        ({"edition": "2018"}, {"edition": "2019"}, False),
        ({"covered_years": (2017,)}, {"covered_years": (2017,), "edition": "2018"}, True),
        ({"covered_years": (2017,)}, {"covered_years": (2017,), "published_year": 2018}, True),
        ({"covered_years": (2017,)}, {"covered_years": (2016,), "published_year": 2017}, False),
        (
            {"covered_years": (2017,), "published_year": 2018},
            {"covered_years": (2017,), "published_year": 2019},
            False,
        ),
        ({"title": "Ruritania"}, {"title": "Ruritania"}, True),
        ({"title": "Ruritania"}, {"title": "Sylvania"}, False),
        ({}, {}, False),
        ({"title": "Ruritania"}, {"title": "Ruritania", "published_year": 2018}, False),
    ],
)
def test_what_counts_as_one_edition(
    old: dict[str, object], new: dict[str, object], same: bool
) -> None:
    kinds = {kind_of(metadata(**a), metadata(**b)) for a, b in ((old, new), (new, old))}
    expected = ComparisonKind.SAME_EDITION if same else ComparisonKind.YEAR_OVER_YEAR
    assert kinds == {expected}
