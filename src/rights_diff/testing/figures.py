"""Strategies for figures: sentences that hold one figure with a known meaning.

The sentences are of our own making. What a phrase means is written down here a second time,
apart from the word lists of the library, so that the two check each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from hypothesis import strategies as st

from rights_diff.model import Qualifier, QuantityKind

__all__ = ["Written", "in_words", "written_figures"]

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# No-break, narrow and thin spaces between groups of figures, and the comma.
_GROUPERS = (",", " ", "\u00a0", "\u202f", "\u2009")
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


def in_words(number: int, *, link: str = " and ", hyphen: str = "-") -> str:
    """A whole number below a trillion in English words.

    >>> in_words(1_206_021)
    'one million two hundred and six thousand and twenty-one'
    """
    for size, name in _SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            before = link if rest < 100 else " "
            tail = before + in_words(rest, link=link, hyphen=hyphen) if rest else ""
            return f"{in_words(many, link=link, hyphen=hyphen)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (
            link + in_words(rest, hyphen=hyphen) if rest else ""
        )
    if number >= 20:
        one = number % 10
        return _TENS[number // 10 - 2] + (hyphen + _ONES[one] if one else "")
    return _ONES[number]


@st.composite
def _numbers(draw: st.DrawFn) -> tuple[str, float]:
    """A number above one as people write it, and its value."""
    custom = draw(st.sampled_from(("plain", "grouped", "scaled", "words", "mixed", "dozen")))
    if custom == "plain":
        number = draw(st.integers(2, 999))
        return str(number), number
    if custom == "grouped":
        number = draw(st.integers(1000, 999_999_999))
        return f"{number:,}".replace(",", draw(st.sampled_from(_GROUPERS))), number
    size, name = draw(st.sampled_from(_SCALES))
    if custom == "scaled":
        tenths = draw(st.integers(11, 9999))
        return f"{tenths // 10}.{tenths % 10} {name}", round(tenths * size / 10)
    if custom == "words":
        number = draw(st.integers(2, 10**12 - 1))
        link, hyphen = draw(st.sampled_from(((" and ", "-"), (" ", "-"), (" and ", " "))))
        return in_words(number, link=link, hyphen=hyphen), number
    if custom == "mixed":
        return draw(st.sampled_from(((f"half a {name}", size / 2), (f"2½ {name}", 2.5 * size))))
    return draw(st.sampled_from((("a dozen", 12), ("two dozen", 24), ("a hundred", 100))))


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
    phrase, value = draw(_numbers())
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
    name, number = _PARTS[bottom], _ONES[top]
    forms = [f"{number} in {_ONES[bottom]}", f"{number} out of every {_ONES[bottom]}"]
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
    phrase, value = draw(_numbers())
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


def written_figures() -> st.SearchStrategy[Written]:
    """Sentences with one figure: counts in every custom, ranges, shares, money, times, orders."""
    return st.one_of(_counts(), _ranges(), _fractions(), _percents(), _money(), _times(), _orders())
