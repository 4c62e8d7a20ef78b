"""Numbers as people write them, and their value."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["ONES", "in_words", "numbers"]

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
# No-break, narrow and thin spaces between groups of figures, and the comma.
_GROUPERS = (",", " ", "\u00a0", "\u202f", "\u2009")


def in_words(number: int, *, link: str = " and ", hyphen: str = "-") -> str:
    """A whole number below a trillion in English words.

    Args:
        number: 0 or more.
        link: what stands before the tens: " and ", or " " as Americans write.
        hyphen: what stands inside "twenty-one".

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
        return f"{ONES[number // 100]} hundred" + (
            link + in_words(rest, hyphen=hyphen) if rest else ""
        )
    if number >= 20:
        one = number % 10
        return _TENS[number // 10 - 2] + (hyphen + ONES[one] if one else "")
    return ONES[number]


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, float]:
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
