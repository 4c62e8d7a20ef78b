"""What a figure is measured in: shares, sums, lengths of time, ages, punishments."""

from __future__ import annotations

import pytest
from tests.quantities_fixture import only

from rights_diff.extraction.quantities import quantities
from rights_diff.model import QuantityKind


@pytest.mark.parametrize(
    ("words", "kind", "value", "unit"),
    [
        ("30%", "percent", 30, "percent"),
        ("30 per cent", "percent", 30, "percent"),
        ("30 percent of households", "percent", 30, "percent"),
        ("30 percentage points", "percent", 30, "percentage point"),
        ("US$5.78 million", "money", 5_780_000, "USD"),
        ("$40", "money", 40, "USD"),
        ("€1,200", "money", 1200, "EUR"),
        ("£5m", "money", 5_000_000, "GBP"),
        ("EUR 20 million", "money", 20_000_000, "EUR"),
        ("3,000 won", "money", 3000, "won"),
        ("40,000 Jordanian dinars", "money", 40_000, "JOD"),
        ("40,000 dinars", "money", 40_000, "dinar"),
        ("six days", "duration", 6, "day"),
        ("three decades", "duration", 30, "year"),
        ("a 200-day campaign", "duration", 200, "day"),
        ("12 hours a day", "duration", 12, "hour"),
        ("15 miles", "measure", 15, "mile"),
        ("a 50-foot wave", "measure", 50, "foot"),
        ("100m", "measure", 100, "metre"),
        ("20 square kilometres", "measure", 20, "square kilometre"),
        ("61.5 per 1,000", "rate", 61.5, "per 1,000"),
        ("three times", "frequency", 3, None),
        ("twice a year", "frequency", 2, "per year"),
        ("a 12-member panel", "count", 12, None),
    ],
)
def test_units(words: str, kind: str, value: float, unit: str | None) -> None:
    q = only(f"They said it was {words}, as before.")
    assert (q.kind.value, q.value, q.unit) == (kind, value, unit)


def test_two_rates_make_bounds() -> None:
    q = only("Child mortality stood at 61/45 per 1,000.")
    assert (q.kind, q.low, q.high, q.unit) == (QuantityKind.RATE, 45, 61, "per 1,000")


def test_an_amount_in_brackets_takes_over_the_hedge() -> None:
    won, dollars = quantities("They kept approximately 90,000 won ($100) a month.")
    assert (won.qualifier, dollars.qualifier, dollars.value) == ("about", "about", 100)


def test_lengths_of_time_share_their_unit() -> None:
    found = quantities("They were jailed for three, five and 10 years respectively.")
    assert [(q.value, q.unit) for q in found] == [(3, "year"), (5, "year"), (10, "year")]


def test_a_range_over_two_units_is_in_days() -> None:
    q = only("They were kept between one week and two months.")
    assert (q.low, q.high, q.unit) == (7, 60, "day")


@pytest.mark.parametrize(
    ("sentence", "low", "high", "value"),
    [
        ("Boys aged between 10 and 16 worked.", 10, 16, None),
        ("Pupils ages 15 to 49 answered.", 15, 49, None),
        ("A girl, age 18, complained.", None, None, 18),
        ("A 70-year-old farmer complained.", None, None, 70),
        ("Children as young as 15 marry.", 15, None, None),
        ("Children under 14 worked.", None, 14, None),
        ("Prisoners over 65 years of age rested.", 65, None, None),
        ("Children age 12 or older worked.", 12, None, None),
        ("Ada Lind, 34, was freed.", None, None, 34),
    ],
)
def test_ages(sentence: str, low: float | None, high: float | None, value: float | None) -> None:
    q = only(sentence)
    assert (q.kind, q.low, q.high, q.value) == (QuantityKind.AGE, low, high, value)


def test_ages_stand_beside_counts() -> None:
    found = quantities("Police held three 12-year-old girls, aged as their friends are.")
    assert [(q.kind.value, q.value, q.counted) for q in found] == [
        ("count", 3, "girl"),
        ("age", 12, "year"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was sentenced to two years in a labour camp.",
        "He got a two-year prison term.",
        "The penalty is imprisonment of up to two years.",
        "She received two years’ imprisonment.",
        "She received a suspended sentence of two years.",
    ],
)
def test_punishments(sentence: str) -> None:
    q = only(sentence)
    assert (q.kind, q.unit) == (QuantityKind.SENTENCE_LENGTH, "year")
    assert 2 in {q.value, q.high}


@pytest.mark.parametrize(
    "sentence",
    ["He waited two years for a visa.", "She left after two years in prison."],
)
def test_durations_are_no_punishments(sentence: str) -> None:
    assert only(sentence).kind is QuantityKind.DURATION


@pytest.mark.parametrize(
    "sentence",
    [
        "He got life imprisonment.",
        "Three judges gave him life in prison.",
        "He was jailed for life.",
    ],
)
def test_life_is_a_punishment(sentence: str) -> None:
    q = quantities(sentence)[-1]
    assert (q.kind, q.unit, q.value) == (QuantityKind.SENTENCE_LENGTH, "life", None)


@pytest.mark.parametrize(
    ("words", "pair", "unit"),
    [
        ("61/45 per 1,000", (61, 45), "per 1,000"),
        ("45/61 per 1,000", (45, 61), "per 1,000"),
        ("9/8 (m/f)", (9, 8), "m/f"),
    ],
)
def test_a_pair_keeps_its_order(words: str, pair: tuple[float, float], unit: str) -> None:
    q = only(f"The ratio was {words}.")
    assert (q.kind.value, q.pair, q.unit) == ("rate", pair, unit)
    assert (q.low, q.high) == (min(pair), max(pair))


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("300 Swiss francs", 300, "CHF"),
        ("20 €", 20, "EUR"),
        ("US $5 million", 5_000_000, "USD"),
        ("CAD$ 15", 15, "CAD"),
        ("75 USD million", 75_000_000, "USD"),
        ("30 MUSD", 30_000_000, "USD"),
        ("thirteen dollars and forty-five cents", 13.45, "USD"),
        ("15 dollars 50", 15.5, "USD"),
        ("₾100", 100, "GEL"),
        ("470 pence", 470, "GBP penny"),
        ("35 lakh rupees", 3_500_000, "rupee"),
        ("200 Brunei dollars", 200, "BND"),
        ("200 Utopian dollars", 200, "dollar"),
    ],
)
def test_sums_of_money(words: str, value: float, unit: str) -> None:
    q = only(f"The bill was {words}.")
    assert (q.kind, q.value, q.unit) == (QuantityKind.MONEY, value, unit)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("11 years and three months", 11.25, "year"),
        ("an hour and a half", 1.5, "hour"),
        ("two years and a half", 2.5, "year"),
        ("a two-and-a-half-year spell", 2.5, "year"),
        ("half an hour", 0.5, "hour"),
        ("3 days, 12 hours", 3.5, "day"),
        ("3 h", 3, "hour"),
    ],
)
def test_a_length_of_time_in_several_units_is_one(words: str, value: float, unit: str) -> None:
    q = only(f"It took them {words}.")
    assert (q.kind, q.value, q.unit) == (QuantityKind.DURATION, value, unit)


def test_lengths_side_by_side_stay_apart() -> None:
    text = "They were held for five hours three days later, or for one week and 60 days."
    assert [q.value for q in quantities(text)] == [5, 3, 1, 60]


@pytest.mark.parametrize(
    "text",
    [
        "Sentences included ten years for arson, nine years for theft.",
        "Penalties range from one year in prison to 15 years.",
        "They extended prison terms for theft to three years.",
        "He was ordered to serve 18 months.",
    ],
)
def test_every_length_of_a_list_of_sentences_is_a_punishment(text: str) -> None:
    found = quantities(text)
    assert {q.kind for q in found} == {QuantityKind.SENTENCE_LENGTH}
