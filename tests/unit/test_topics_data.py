"""The data files of the taxonomy are what their first lines promise."""

from __future__ import annotations

from importlib.resources import files

import pytest

from rights_diff.extraction.topics_lexicon import exact_terms, heading_key, headings, places, terms
from rights_diff.extraction.topics_words import stem, words

DATA = files("rights_diff.extraction").joinpath("data")


def _rows(name: str) -> list[list[str]]:
    lines = DATA.joinpath(name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    "name", ["topics.tsv", "topics_terms.tsv", "topics_headings.tsv", "topics_sentences.tsv"]
)
def test_says_what_belongs_in_it(name: str) -> None:
    assert DATA.joinpath(name).read_text(encoding="utf-8").startswith("# ")


def test_terms_are_sorted_and_told_once_a_topic() -> None:
    seen: set[tuple[str, str]] = set()
    for code, _, listed in _rows("topics_terms.tsv"):
        items = listed.split("; ")
        assert items == sorted(items, key=lambda t: (t.lstrip("=").lower(), t)), code
        assert not seen & {(code, item) for item in items}, code
        seen |= {(code, item) for item in items}


def test_term_rows_go_by_topic_and_falling_weight() -> None:
    order = [(code, -int(weight)) for code, weight, _ in _rows("topics_terms.tsv")]
    assert order == sorted(order)
    assert {-weight for _, weight in order} <= {0, 1, 2, 3, 4}


def test_terms_of_sentences_are_sorted_and_have_one_kind_a_topic() -> None:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for code, _, listed in _rows("topics_sentences.tsv"):
        items = listed.split("; ")
        assert items == sorted(items, key=str.lower), code
        for item in items:
            key = code, tuple(map(stem, words(item)))
            assert key not in seen, item
            seen.add(key)


def test_rows_of_sentences_name_topics_and_go_by_topic_and_kind() -> None:
    rows = [(code, kind) for code, kind, _ in _rows("topics_sentences.tsv")]
    assert rows == sorted(set(rows))
    assert {code for code, _ in rows} <= set(places())


def test_a_topic_sorted_into_kinds_has_two_that_support_it() -> None:
    kinds: dict[str, set[str]] = {}
    for code, kind, _ in _rows("topics_sentences.tsv"):
        kinds.setdefault(code, set()).add(kind)
    for code, told in kinds.items():
        assert len(told - {"alone", "-"}) != 1, code


def test_each_topic_has_a_term_or_a_heading() -> None:
    named = {code for code, _, _ in _rows("topics_terms.tsv")}
    named |= {
        code.strip(" ?") for codes, _ in _rows("topics_headings.tsv") for code in codes.split(",")
    }
    assert named - {"-"} == set(places())


def test_headings_are_sorted_and_told_once() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for codes, listed in _rows("topics_headings.tsv"):
        items = listed.split("; ")
        assert items == sorted(items, key=str.lower), codes
        for item in items:
            assert seen.setdefault(heading_key(item), codes) == codes, item
    assert set(seen) == set(headings())


def test_no_term_is_lost_on_the_way_into_the_index() -> None:
    for _, _, listed in _rows("topics_terms.tsv"):
        for item in listed.split("; "):
            first = words(item)[0]
            assert first in exact_terms() if item.startswith("=") else stem(first) in terms()


@pytest.mark.parametrize(
    "family",
    [
        ("detain", "detains", "detained", "detaining"),
        ("country", "countries"),
        ("deny", "denied", "denies", "denying"),
        ("jam", "jammed", "jamming"),
        ("kill", "killed", "killing", "killings"),
        ("woman", "women", "women’s"),
        ("organization", "organisations"),
        ("labour", "labor"),
        ("abuse", "abused", "abusing", "abuses"),
    ],
)
def test_inflections_fall_together(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize("pair", [("housing", "house"), ("mining", "mines"), ("arms", "army")])
def test_other_words_stay_apart(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])
