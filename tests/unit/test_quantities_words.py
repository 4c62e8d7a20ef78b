"""Figures told by words: ordinals, ranks, multipliers, zeros, vague words."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities


def seen(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(q.kind.value, q.value, q.counted) for q in quantities(text)]


@pytest.mark.parametrize(
    ("sentence", "value", "counted"),
    [
        ("It held its sixth rocket test.", 6, "rocket test"),
        ("Exports fell for the fourth consecutive year.", 4, "year"),
        ("It was the 14th year in a row.", 14, "year"),
        ("It ran a rocket test, the sixth in its history.", 6, "rocket test"),
        ("She came for the first time.", 1, "time"),
        ("It was the twenty-first attempt.", 21, "attempt"),
        ("It was the third such attempt.", 3, "attempt"),
    ],
)
def test_ordinals_that_count(sentence: str, value: float, counted: str) -> None:
    assert seen(sentence) == [("ordinal", value, counted)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Third Committee met.",
        "He attended the 22nd Congress.",
        "They left for a third country.",
        "The song was first sung at sea.",
        "First, the harbour was shut.",
        "The 19th century was calm.",
    ],
)
def test_ordinals_that_name(sentence: str) -> None:
    assert seen(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "core"),
    [
        ("It was the lowest number since 2002.", "lowest number since 2002"),
        ("It was the worst hunger in a decade.", "worst hunger in a decade"),
        ("Fear reached the highest level in decades.", "highest level in decades"),
        ("It was the hottest summer on record.", "hottest summer on record"),
        ("It was the largest fire in 30 years.", "largest fire in 30 years"),
    ],
)
def test_ranks_carry_their_baseline(sentence: str, core: str) -> None:
    (q,) = quantities(sentence)
    assert (q.kind.value, q.core.of(sentence)) == ("rank", core)


def test_ranks_among_few() -> None:
    assert seen("It was the only harbour in the bay.") == [("rank", 1, "harbour")]
    assert [v for _, v, _ in seen("It is one of only two states without a port.")] == [2]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Rice prices tripled.", 3),
        ("Rice prices doubled.", 2),
        ("Rice prices halved.", 0.5),
        ("Rice prices saw a fivefold rise.", 5),
        ("Rice cost three times more than bread.", 3),
    ],
)
def test_multipliers(sentence: str, value: float) -> None:
    assert [(k, v) for k, v, _ in seen(sentence)] == [("multiplier", value)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met the envoy once.", [("frequency", 1, "time")]),
        ("They met the envoy twice.", [("frequency", 2, "time")]),
        ("They met the envoys three times each.", [("frequency", 3, "time")]),
        ("Once there, they met the envoy.", []),
        ("It once was a port.", []),
        ("At once they left.", []),
    ],
)
def test_frequencies(sentence: str, expected: list[tuple[str, float | None, str | None]]) -> None:
    assert seen(sentence) == expected


def test_zero_counts_what_reports_count() -> None:
    assert seen("No executions were carried out.") == [("zero", 0, "execution")]
    assert seen("There was no doubt about the law.") == []
    assert seen("Article No. 7 applies.") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "counted"),
    [
        ("Several fishers drowned.", "vague_count", "fisher"),
        ("Many fishers drowned.", "vague_count", "fisher"),
        ("Numerous short- and long-range tests followed.", "vague_count", None),
        ("Most fishers drowned.", "vague_proportion", "fisher"),
        ("A vast majority of fishers drowned.", "vague_proportion", "fisher"),
        ("A number of fishers drowned.", "vague_count", "fisher"),
        ("Larger numbers of fishers drowned.", "vague_count", "fisher"),
        ("They waited several weeks.", "vague_duration", "week"),
        ("They say the number of wrecks is much higher.", "vague_count", "wreck"),
    ],
)
def test_vague_words(sentence: str, kind: str, counted: str | None) -> None:
    ((found, value, noun),) = seen(sentence)
    assert (found, value) == (kind, None)
    assert counted is None or noun == counted


@pytest.mark.parametrize(
    "sentence",
    [
        "The most recent visit was short.",
        "There was some progress.",
        "How many came is unknown.",
        "Few, if any, came.",
    ],
)
def test_words_of_degree_are_no_figures(sentence: str) -> None:
    assert seen(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was the two hundredth parade.", [("ordinal", 200, "parade")]),
        ("It was the one hundred and fifth parade.", [("ordinal", 105, "parade")]),
        ("The team finished second.", [("ordinal", 2, None)]),
        ("It was the smallest catch in more than 20 years.", [("rank", None, "catch")]),
        ("Fewer than a thousand herons breed there.", [("count", None, "heron")]),
        ("Nobody may enter.", []),
        ("They met at least once.", [("frequency", None, "time")]),
    ],
)
def test_ordinals_ranks_and_rules(
    sentence: str, expected: list[tuple[str, float | None, str | None]]
) -> None:
    assert seen(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "1. The courts stayed closed.",
        "(2) The courts stayed closed.",
        "Article 43(1) applies.",
        "Articles 1,3 and 5 apply.",
        "The violence of 2007-8 was over.",
        "The court sat at 9am, 1 a.m. and 10:30 p.m.",
        "The firm 4iG and the paper 14ymedio closed.",
        "The One Million Flowers Campaign closed.",
        "Under-five mortality fell.",
    ],
)
def test_more_numbers_that_name(sentence: str) -> None:
    assert seen(sentence) == []
