"""Memory does not grow with the corpus: results go to the folder, and are fetched one at a time."""

from __future__ import annotations

import hashlib
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from tests.corpus_fixture import unpacked, write_corpus

import rights_diff as rd
from rights_diff.corpus.packing import pack
from rights_diff.corpus.units import Unit, compare_pair

NOISE = 300_000  # bytes added to each page, as a long report's has
# Of a pair more, a run holds its place in the plan, its record and its line of the index.
HELD = 40_000


def long_pages(made: dict[str, bytes], unit: Unit) -> bytes:
    """The result of a pair with a page that hardly can be compressed; each is made once."""
    if unit.pair.id not in made:
        answer = compare_pair(unit)
        assert isinstance(answer, bytes)
        parts = unpacked(answer)
        noise = hashlib.shake_256(unit.pair.id.encode()).hexdigest(NOISE // 2).encode()
        made[unit.pair.id] = pack({**parts, "page": parts["page"] + noise})
    return made[unit.pair.id]


def peak(corpus: list[Path], output: Path) -> int:
    tracemalloc.start()
    try:
        rd.compare_corpus(corpus, output, executor="serial", data=["sqlite"])
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_run_holds_little_of_each_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = write_corpus(tmp_path / "in", years=range(1950, 1975), countries=["Fiji", "Tonga"])
    # made before memory is traced, which slows all down: a run itself is what is measured
    monkeypatch.setattr("rights_diff.corpus.running.compare_pair", partial(long_pages, {}))
    rd.compare_corpus(corpus, tmp_path / "warm", executor="serial", data=["sqlite"])
    few, many = peak(corpus[:5], tmp_path / "few"), peak(corpus, tmp_path / "many")
    pages = list((tmp_path / "many" / "countries").iterdir())
    assert len(pages) == 48
    assert min(page.stat().st_size for page in pages) > NOISE
    assert many - few < 40 * HELD
