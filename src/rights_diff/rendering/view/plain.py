"""Text and numbers as they may be shown: nothing in them is ever interpreted."""

from __future__ import annotations

import re

from rights_diff.rendering.strings import text as words

__all__ = [
    "change_words",
    "clip",
    "number",
    "quoted",
    "shown",
    "shown_line",
    "signed",
    "thousands",
]

# Controls that reorder or hide what stands beside them, characters HTML cannot hold, and
# lone surrogates: each is shown as a mark with its code instead of acting.
_ACTING = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_MINUS = "\u2212"
_MILLION = 1_000_000
_BILLION = 1_000_000_000


def shown(text: str) -> str:
    """The text with acting control characters made visible.

    >>> shown("safe \u202etxet")
    'safe ⟦U+202E⟧txet'
    """
    return _ACTING.sub(lambda m: f"⟦U+{ord(m[0]):04X}⟧", text)


def shown_line(text: str) -> str:
    """The same on one line, white space collapsed."""
    return _SPACE.sub(" ", shown(text)).strip()


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word, with an ellipsis.

    >>> clip("one two three four", 12)
    'one two …'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    if space > limit // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—") + " …"


def change_words(old: str, new: str, sides: tuple[str, str] | None = None, doubt: str = "") -> str:
    """What became of the words a facet rests on, in running text.

    Args:
        sides: the names of two organizations; between them nothing became of anything.
        doubt: said behind it.

    >>> change_words("some", "many"), change_words("", "reportedly"), change_words("grave", "")
    ('some → many', 'now “reportedly”', '“grave” is gone')
    >>> change_words("95", "102", ("Amnesty", "HRW")), change_words("", "grave", ("A", "B"))
    ('Amnesty: 95 · HRW: 102', 'with “grave” in B')
    >>> change_words("4", "7", doubt="unsure")
    '4 → 7; unsure'
    """
    return "; ".join(filter(None, (_became(old, new, sides), doubt)))


def _became(old: str, new: str, sides: tuple[str, str] | None) -> str:
    if sides is not None:
        return _beside(old, new, sides)
    if old and new:
        return new if old == new else words("both", name="change", old=old, new=new)
    if new:
        return words("came", name="change", new=quoted(new))
    return words("went", name="change", old=quoted(old)) if old else ""


def _beside(old: str, new: str, sides: tuple[str, str]) -> str:
    """The words of two organizations, each under its name."""
    if old == new:
        return new
    key = "both" if old and new else "came" if new else "went"
    if key != "both":
        old, new = quoted(old), quoted(new)
    return words(
        key, name="change_across", old=old, new=new, old_report=sides[0], new_report=sides[1]
    )


def quoted(said: str) -> str:
    """The words between quotation marks.

    >>> quoted("reportedly")
    '“reportedly”'
    """
    return words("quoted", name="why", words=said)


def thousands(value: int) -> str:
    """A whole number with separators.

    >>> thousands(12345)
    '12,345'
    """
    return f"{value:,}".replace("-", _MINUS)


def number(value: float) -> str:
    """A figure as people print it: separators, no idle decimals, round millions as words.

    >>> number(1127.0), number(5780000.0), number(12.75), number(-3.0)
    ('1,127', '5.78 million', '12.75', '−3')
    """
    if abs(value) == float("inf") or value != value:  # noqa: PLR0124 - tells not-a-number
        return "unknown"
    for size, name in ((_BILLION, "billion"), (_MILLION, "million")):
        scaled = value / size
        if abs(scaled) >= 1 and abs(scaled * 100 - round(scaled * 100)) < 1e-9:
            return f"{_decimals(scaled)} {name}"
    return _decimals(value)


def signed(value: float) -> str:
    """A difference with its sign, a true minus.

    >>> signed(12.0), signed(-1064.0)
    ('+12', '−1,064')
    """
    return number(value) if value < 0 else f"+{number(value)}"


def _decimals(value: float) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.replace("-", _MINUS)
