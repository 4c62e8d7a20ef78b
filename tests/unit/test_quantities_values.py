"""What a figure is worth: numbers, ranges, bounds, units."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity, QuantityKind

YEAR = 2019


def only(text: str) -> Quantity:
    found = quantities(text, year=YEAR)
    assert len(found) == 1, [q.core.of(text) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,127 villagers", 1127),
        ("1 127 villagers", 1127),
        ("1\u00a0127 villagers", 1127),
        ("1\u202f250\u202f000 villagers", 1250000),
        ("3.5 million villagers", 3500000),
        ("279.4 million villagers", 279400000),
        ("2bn villagers", 2000000000),
        ("ninety-three villagers", 93),
        ("ninety three villagers", 93),
        ("two hundred and six villagers", 206),
        ("two hundred six villagers", 206),
        ("six thousand four hundred and two villagers", 6402),
        ("twelve hundred villagers", 1200),
        ("a dozen villagers", 12),
        ("two dozen villagers", 24),
        ("half a million villagers", 500000),
        ("a half million villagers", 500000),
        ("two and a half million villagers", 2500000),
        ("a million villagers", 1000000),
        ("thirty (30) villagers", 30),
        ("two-thirds of the villagers", 0.6667),
        ("a third of the villagers", 0.3333),
        ("one in five villagers", 0.2),
        ("one in every five villagers", 0.2),
        ("three out of four villagers", 0.75),
        ("half of the villagers", 0.5),
        ("three quarters of the villagers", 0.75),
        ("no deaths", 0),
    ],
)
def test_numbers_in_every_custom(words: str, value: float) -> None:
    assert only(f"The committee counted {words} there.").value == value


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("tens of thousands of villagers", 20_000, 99_999),
        ("hundreds of thousands of villagers", 200_000, 999_999),
        ("thousands of villagers", 2_000, 9_999),
        ("hundreds of villagers", 200, 999),
        ("hundreds of millions of villagers", 200_000_000, 999_999_999),
        ("millions of villagers", 2_000_000, None),
        ("dozens of villagers", 24, 99),
        ("scores of villagers", 40, 99),
        ("several hundred villagers", 200, 999),
        ("several thousand villagers", 2_000, 9_999),
        ("hundreds, possibly thousands, of villagers", 200, 9_999),
        ("dozens or hundreds of villagers", 24, 999),
    ],
)
def test_vague_magnitudes_are_ranges(words: str, low: float, high: float | None) -> None:
    q = only(f"The committee counted {words} there.")
    assert (q.kind, q.low, q.high) == (QuantityKind.VAGUE_MAGNITUDE, low, high)
    assert q.counted == "villager"


@pytest.mark.parametrize(
    ("words", "qualifier", "value", "low", "high"),
    [
        ("40 boats", "exact", 40, None, None),
        ("only 40 boats", "exact", 40, None, None),
        ("at least 40 boats", "at_least", None, 40, None),
        ("no fewer than 40 boats", "at_least", None, 40, None),
        ("40 or more boats", "at_least", None, 40, None),
        ("more than 40 boats", "more_than", None, 40, None),
        ("more than the 40 boats", "more_than", None, 40, None),
        ("over 40 boats", "more_than", None, 40, None),
        ("up to 40 boats", "up_to", None, None, 40),
        ("as many as 40 boats", "up_to", None, None, 40),
        ("a maximum of 40 boats", "up_to", None, None, 40),
        ("fewer than 40 boats", "less_than", None, None, 40),
        ("nearly 40 boats", "almost", 40, None, None),
        ("about 40 boats", "about", 40, None, None),
        ("some 40 boats", "about", 40, None, None),
        ("an estimated 40 boats", "about", 40, None, None),
        ("between 40 and 60 boats", "between", None, 40, 60),
        ("from 40 to 60 boats", "between", None, 40, 60),
        ("40 to 60 boats", "between", None, 40, 60),
        ("40–60 boats", "between", None, 40, 60),
        ("40-60 boats", "between", None, 40, 60),
        ("four or five boats", "between", None, 4, 5),
        ("two to three million boats", "between", None, 2_000_000, 3_000_000),
        ("between eighty and one hundred thousand boats", "between", None, 80_000, 100_000),
    ],
)
def test_bounds(
    words: str, qualifier: str, value: float | None, low: float | None, high: float | None
) -> None:
    q = only(f"The coast guard held {words} there.")
    assert (q.qualifier.value, q.value, q.low, q.high) == (qualifier, value, low, high)
    assert q.counted == "boat"


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


def test_a_change_from_one_number_to_another_gives_both() -> None:
    found = quantities("Arrests rose from 34 to 86 in a season.")
    assert [q.value for q in found] == [34, 86]
    found = quantities("Fares range from 34 to 86 pence.")
    assert [(q.low, q.high) for q in found] == [(34, 86)]


def test_compound_figures_are_separate() -> None:
    text = "At least 63 islanders (23 women, 40 men) came home."
    found = quantities(text)
    assert [(q.low or q.value, q.counted) for q in found] == [
        (63, "islander"),
        (23, "woman"),
        (40, "man"),
    ]


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
    ("words", "value"),
    [
        ("one hundred and three and two thirds", 103 + 2 / 3),
        ("twenty fifths", 4),
        ("two thirds of a million", 2_000_000 / 3),
        ("3 million and a half", 3_500_000),
        ("five and a half million", 5_500_000),
        ("2½ million", 2_500_000),
        ("2 1/4 million", 2_250_000),
        ("nought point nought three", 0.03),
        ("two point five million", 2_500_000),
        ("two hundred point seventy-one", 200.71),
        ("minus five", -5),
        ("-3.5", -3.5),
        ("4 thousand 3 hundred and 21", 4321),
        ("6 crore and two hundred", 60_000_200),
        ("three lakh crore", 3 * 10**12),
        ("3 dozen", 36),
        ("three hundred and two dozens", 324),
        ("twenty- eight", 28),
        ("a hundred thousandths", 0.1),
        ("⅔", 2 / 3),
    ],
)
def test_compound_numbers(words: str, value: float) -> None:
    assert only(f"It came to {words}.").value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("words", "value", "doubt"),
    [
        ("2,5 hectares", 2.5, "decimal comma"),
        ("1.127 hectares", 1.127, "dotted group"),
        ("1.111,5 hectares", 1111.5, "decimal comma"),
        ("1,127 hectares", 1127, None),
        ("0.125 hectares", 0.125, None),
        ("2.5 hectares", 2.5, None),
    ],
)
def test_marks_of_other_customs_are_doubtful(words: str, value: float, doubt: str | None) -> None:
    q = only(f"They bought {words}.")
    assert (q.value, q.doubt) == (value, doubt)


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
    ("words", "low", "high"),
    [
        ("more than 100 but fewer than 300 boats", 100, 300),
        ("at most 100 and at least 20 boats", 20, 100),
        ("1000 - 5000 boats", 1000, 5000),
        ("between minus ten and five degrees", -10, 5),
        ("between one third and a half of the boats", 1 / 3, 0.5),
        ("from 20 through 100 boats", 20, 100),
        ("older than 14 and younger than 17", 14, 17),
    ],
)
def test_two_bounds_are_one_range(words: str, low: float, high: float) -> None:
    q = only(f"It was {words}.")
    assert (q.qualifier.value, q.value) == ("between", None)
    assert (q.low, q.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("less than or equal to 30", "up_to"),
        ("greater than or equal to 30", "at_least"),
        (">= 30", "at_least"),
        ("<30", "less_than"),
        ("about 30 or more", "at_least"),
        ("not to exceed 30", "up_to"),
    ],
)
def test_more_words_that_bound(words: str, qualifier: str) -> None:
    assert only(f"The score is {words}.").qualifier.value == qualifier


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


def test_a_change_gives_both_ends_and_a_range_inside_it_stays_one() -> None:
    assert [q.value for q in quantities("Cases rose from 34 to 86.")] == [34, 86]
    wages = quantities("Pay grew from 30 to 40 won ($3 to $4) to 90 won ($9).")
    assert [(q.low, q.high, q.value) for q in wages] == [
        (30, 40, None), (3, 4, None), (None, None, 90), (None, None, 9),
    ]  # fmt: skip
    percent, sum_ = quantities("Aid fell by nearly 50% to US$484 million.")
    assert (percent.value, sum_.value) == (50, 484_000_000)


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
