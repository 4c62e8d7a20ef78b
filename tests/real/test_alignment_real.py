"""Alignment of real chapters: laws, time, and that it finds something."""

import time

import pytest

import rights_diff
from rights_diff.alignment import align

pytestmark = pytest.mark.real
COUNTRIES = ("china", "egypt", "kenya", "ukraine")


@pytest.fixture(scope="module", params=COUNTRIES)
def pair(request, reports_dir):
    return tuple(
        rights_diff.load(reports_dir / "amnesty-clean" / year / f"{request.param}.txt")
        for year in ("2011", "2013")
    )


def test_every_chapter_gets_links_and_pairs(pair):
    old, new = pair
    found = align(old, new)
    assert len(found.section_links) >= 3
    assert len(found.pairs) >= 3
    longest = max(len(p.old) + len(p.new) for p in found.pairs)
    assert longest <= 4


def test_swapped_chapters_mirror(pair):
    old, new = pair
    there, back = align(old, new), align(new, old)
    assert {(p.old, p.new, p.score) for p in there.pairs} == {
        (p.new, p.old, p.score) for p in back.pairs
    }


def test_a_chapter_against_itself_is_all_exact(pair):
    for r in pair:
        found = align(r, r)
        assert all(p.exact and p.old == p.new for p in found.pairs)
        assert len(found.pairs) == len(r.sentences)
        assert all(x.old == x.new for x in found.section_links)


def test_long_texts_stay_practical(reports_dir):
    folder = reports_dir / "amnesty-clean"
    texts = [
        "\n\n".join(f.read_text("utf-8") for f in sorted((folder / year).glob("*.txt"))[:8])
        for year in ("2011", "2013")
    ]
    old, new = (rights_diff.parse(text) for text in texts)
    start = time.perf_counter()
    align(old, new)
    assert time.perf_counter() - start < 15
