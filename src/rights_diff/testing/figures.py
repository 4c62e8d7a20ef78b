"""Strategies for figures: sentences that hold one figure with a known meaning.

The sentences are of our own making. What a phrase means is written down here a second time,
apart from the word lists of the library, so that the two check each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from hypothesis import strategies as st

from rights_diff.model import Qualifier, QuantityKind
from rights_diff.testing.numbers import ONES, in_words, numbers

__all__ = ["Written", "written_figures"]

_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTED = (
    ("birds", "bird"), ("boats", "boat"), ("women", "woman"), ("letters", "letter"),
    ("villages", "village"), ("children", "child"), ("tents", "tent"),
)  # fmt: skip
_FRAMES = (
    "They counted {} near the river.",
    "The flood reached {} and a road.",
    "There were {} in the valley, and the river rose.",
    "In the north, {} were left behind.",
)
_HEDGES = (
    ("", Qualifier.EXACT),
    ("exactly ", Qualifier.EXACT),
    ("a total of ", Qualifier.EXACT),
    ("about ", Qualifier.ABOUT),
    ("around ", Qualifier.ABOUT),
    ("approximately ", Qualifier.ABOUT),
    ("some ", Qualifier.ABOUT),
    ("an estimated ", Qualifier.ABOUT),
    ("nearly ", Qualifier.ALMOST),
    ("almost ", Qualifier.ALMOST),
    ("up to ", Qualifier.UP_TO),
    ("as many as ", Qualifier.UP_TO),
    ("no more than ", Qualifier.UP_TO),
    ("at least ", Qualifier.AT_LEAST),
    ("no fewer than ", Qualifier.AT_LEAST),
    ("more than ", Qualifier.MORE_THAN),
    ("over ", Qualifier.MORE_THAN),
    ("fewer than ", Qualifier.LESS_THAN),
    ("less than ", Qualifier.LESS_THAN),
)
_MAGNITUDES = (
    ("dozens", 24, 99), ("scores", 40, 99), ("hundreds", 200, 999), ("thousands", 2000, 9999),
    ("tens of thousands", 20_000, 99_999), ("hundreds of thousands", 200_000, 999_999),
    ("millions", 2_000_000, None), ("several hundred", 200, 999), ("several thousand", 2000, 9999),
)  # fmt: skip
_UPPER = frozenset({Qualifier.UP_TO, Qualifier.LESS_THAN})
_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


class _Bounds(TypedDict):
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A sentence with one figure, and what a reader takes from it.

    Attributes:
        text: the sentence.
        core: the number words in it.
        counted: the noun, or None where it is not to be checked.
    """

    text: str
    core: str
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    counted: str | None = None


def _bounds(qualifier: Qualifier, value: float) -> _Bounds:
    """Where the number stands: a value, or one bound and the other open."""
    upper, lower = qualifier in _UPPER, qualifier in _LOWER
    return {
        "value": None if upper or lower else value,
        "low": value if lower else None,
        "high": value if upper else None,
    }


@st.composite
def _counts(draw: st.DrawFn) -> Written:
    phrase, value = draw(numbers())
    hedge, qualifier = draw(st.sampled_from(_HEDGES))
    plural, singular = draw(st.sampled_from(_COUNTED))
    text = draw(st.sampled_from(_FRAMES)).format(f"{hedge}{phrase} {plural}")
    return Written(
        text=text, core=phrase, kind=QuantityKind.COUNT, qualifier=qualifier, counted=singular,
        **_bounds(qualifier, value),
    )  # fmt: skip


@st.composite
def _ranges(draw: st.DrawFn) -> Written:
    low = draw(st.integers(2, 4_000))
    high = low + draw(st.integers(1, 90_000))
    joint = draw(st.sampled_from(("between {} and {}", "from {} to {}", "{} to {}", "{}–{}")))
    if joint == "{}–{}":
        low, high = low % 400 + 2, low % 400 + 2 + high % 500 + 1  # no years
    plural, singular = draw(st.sampled_from(_COUNTED))
    phrase = joint.format(f"{low:,}", f"{high:,}")
    text = draw(st.sampled_from(_FRAMES)).format(f"{phrase} {plural}")
    core = phrase.removeprefix("between ").removeprefix("from ")
    return Written(
        text=text, core=core, kind=QuantityKind.RANGE, low=low, high=high,
        qualifier=Qualifier.BETWEEN, counted=singular,
    )  # fmt: skip


@st.composite
def _fractions(draw: st.DrawFn) -> Written:
    bottom = draw(st.sampled_from(sorted(_PARTS)))
    top = draw(st.integers(1, bottom - 1))
    name, number = _PARTS[bottom], ONES[top]
    forms = [f"{number} in {ONES[bottom]}", f"{number} out of every {ONES[bottom]}"]
    plural, singular = draw(st.sampled_from(_COUNTED))
    if bottom == 2:
        core, of = "half", " of the "
    elif draw(st.booleans()):
        core, of = draw(st.sampled_from(forms)), " "
    else:
        some = "s" if top > 1 else ""
        core = draw(st.sampled_from((f"{number} {name}{some}", f"{number}-{name}{some}")))
        of = " of the "
    text = draw(st.sampled_from(_FRAMES)).format(f"{core}{of}{plural}")
    value = top / bottom
    return Written(text=text, core=core, kind=QuantityKind.FRACTION, value=value, counted=singular)


@st.composite
def _percents(draw: st.DrawFn) -> Written:
    tenths = draw(st.integers(1, 999))
    whole = tenths // 10 + 1
    core, value = draw(
        st.sampled_from(
            ((f"{tenths / 10}", tenths / 10), (str(whole), whole), (in_words(whole), whole))
        )
    )
    signs = (" per cent", " percent", " percentage points", "%")
    sign = draw(st.sampled_from(signs if core[0].isdigit() else signs[:-1]))
    if sign == " percentage points":
        text, unit, counted = f"The share rose by {core}{sign}.", "percentage point", None
    else:
        plural, counted = draw(st.sampled_from(_COUNTED))
        text, unit = f"They lost {core}{sign} of the {plural}.", "percent"
    return Written(
        text=text, core=core, kind=QuantityKind.PERCENT, value=value, unit=unit, counted=counted
    )


@st.composite
def _money(draw: st.DrawFn) -> Written:
    phrase, value = draw(numbers())
    signs = st.sampled_from((("$", "USD"), ("US$", "USD"), ("€", "EUR"), ("£", "GBP")))
    words = st.sampled_from((("euros", "EUR"), ("US dollars", "USD"), ("rupees", "rupee")))
    words |= st.sampled_from((("won", "won"), ("yen", "JPY"), ("pesos", "peso")))
    hedge, qualifier = draw(st.sampled_from(_HEDGES))
    if phrase[0].isdigit() and draw(st.booleans()):
        sign, unit = draw(signs)
        amount = f"{sign}{phrase}"
    else:
        word, unit = draw(words)
        amount = f"{phrase} {word}"
    return Written(
        text=f"The mill paid {hedge}{amount} to the town.", core=phrase, kind=QuantityKind.MONEY,
        qualifier=qualifier, unit=unit, **_bounds(qualifier, value),
    )  # fmt: skip


@st.composite
def _times(draw: st.DrawFn) -> Written:
    number = draw(st.integers(2, 90))
    core = draw(st.sampled_from((str(number), in_words(number))))
    unit = draw(st.sampled_from(("day", "week", "month", "year")))
    form, kind = draw(
        st.sampled_from(
            (
                ("The flood lasted {} {}s.", QuantityKind.DURATION),
                ("She was sentenced to {} {}s in prison.", QuantityKind.SENTENCE_LENGTH),
                ("A {}-{}-old child was found.", QuantityKind.AGE),
                ("It was a {}-{} walk.", QuantityKind.DURATION),
            )
        )
    )
    return Written(text=form.format(core, unit), core=core, kind=kind, value=number, unit=unit)


@st.composite
def _orders(draw: st.DrawFn) -> Written:
    place = draw(st.integers(2, 10))
    core = _ORDINALS[place - 2]
    return Written(
        text=f"It was the {core} flood in that valley.", core=core, kind=QuantityKind.ORDINAL,
        value=place, counted="flood",
    )  # fmt: skip


@st.composite
def _loose(draw: st.DrawFn) -> Written:
    """Magnitudes without a number, with the bounds that the export gives them."""
    core, low, high = draw(st.sampled_from(_MAGNITUDES))
    plural, singular = draw(st.sampled_from(_COUNTED))
    of = " " if core.startswith("several") else " of "
    return Written(
        text=draw(st.sampled_from(_FRAMES)).format(f"{core}{of}{plural}"), core=core,
        kind=QuantityKind.VAGUE_MAGNITUDE, low=low, high=high, qualifier=Qualifier.VAGUE,
        counted=singular,
    )  # fmt: skip


@st.composite
def _rates(draw: st.DrawFn) -> Written:
    often = draw(st.sampled_from((("once", 1), ("twice", 2), ("three times", 3), ("12 times", 12))))
    unit = draw(st.sampled_from(("day", "week", "month", "year")))
    if draw(st.booleans()):
        return Written(
            text=f"They met {often[0]} a {unit}.", core=often[0].removesuffix(" times"),
            kind=QuantityKind.FREQUENCY, value=often[1], unit=f"per {unit}", counted="time",
        )  # fmt: skip
    low = draw(st.integers(1, 300))
    high = low + draw(st.integers(1, 90))
    return Written(
        text=f"Child mortality stood at {low}/{high} per 1,000.", core=f"{low}/{high}",
        kind=QuantityKind.RATE, low=low, high=high, unit="per 1,000",
    )  # fmt: skip


def written_figures() -> st.SearchStrategy[Written]:
    """Sentences with one figure: counts in every custom, ranges, shares, money, times and more."""
    return st.one_of(
        _counts(), _ranges(), _fractions(), _percents(), _money(), _times(), _orders(),
        _loose(), _rates(),
    )  # fmt: skip
