"""A number or a range of numbers, with the sign or word before it that belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import table, words
from rights_diff.extraction.grammar.numerals import Numeral, read_signed
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import DECIMAL, MONEY, NUMBER, SIGN, WORD, Passage
from rights_diff.model import Qualifier

__all__ = ["Amount", "read_amount"]

_DASHES = frozenset({"-", "–", "—", "~"})
# "Between one week and two months": lengths of time in days, for ranges over two units.
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
# So many tokens before "from … to …" a verb of change shows that two figures are given.
_CHANGE_REACH = 8


class Amount(NamedTuple):
    """One number (`low == high`) or a range; `lead` is where "between" or the money sign stands.

    Attributes:
        start, stop: tokens of the number words.
        unit: unit that was read on the way (days, a currency), or None.
        explicit: the range says "between" or "from".
        paired: two numbers told side by side ("aged 16 and 17").
        doubt: why the number may be meant otherwise, or None.
    """

    start: int
    stop: int
    lead: int
    low: float
    high: float
    unit: str | None = None
    ranged: bool = False
    paired: bool = False
    explicit: bool = False
    digits: bool = False
    doubt: str | None = None


def read_amount(p: Passage, i: int) -> Amount | None:
    """The number or range that starts at token `i` (at its money sign, where it has one).

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_amount(tokenise("between 80 and 100 thousand"), 1)[3:5]
    (80000.0, 100000.0)
    """
    money = _money_before(p, i)
    first = read_signed(p, i + 1 if money else i)
    if first is None or first.value is None:
        return None
    lead = min(i - (money is not None and _prefixed(p, i)), first.start)
    single = Amount(
        first.start, first.stop, lead, first.value, first.value, money, digits=first.digits,
        doubt=_doubt(p, first),
    )  # fmt: skip
    second, unit = _second(p, first)
    if second is None or second.value is None:
        return _bounded(p, single)
    return _join(p, single, first, second, unit or money)


def _doubt(p: Passage, numeral: Numeral) -> str | None:
    """Why a number in figures may be meant otherwise.

    In English a comma parts groups of three digits and a point starts the decimals. "2,5" follows
    another custom and is read as 2.5; "1.127" is read as English has it, no thousand, though a
    writer of another custom may mean one.
    """
    if not numeral.digits:
        return None
    text = p.tokens[numeral.stop - 1].text if p.kind(numeral.start) == SIGN else ""
    text = text or p.tokens[numeral.start].text
    if p.kind(numeral.start) == DECIMAL and "," in text:
        return "decimal comma"
    whole, point, rest = text.partition(".")
    return (
        "dotted group" if point and len(rest) == 3 and whole.strip("0") and len(whole) < 4 else None
    )


def _money_before(p: Passage, i: int) -> str | None:
    """The currency whose sign or code stands at token `i` before a number."""
    money = table("unit_money")
    if p.low(i) not in money:
        return p.low(i) if p.kind(i) == MONEY else None
    if p.kind(i) == MONEY:
        code = p.low(i - 1).replace(".", "")
        return (money.get(code + p.low(i)) or money[code]) if _prefixed(p, i) else money[p.low(i)]
    return money[p.low(i)] if p.kind(i + 1) == NUMBER and p.tokens[i].text.isupper() else None


def _prefixed(p: Passage, i: int) -> bool:
    """Whether letters before a money sign name the country: "US $5", "CAD$ 15"."""
    if p.kind(i - 1) != WORD or p.low(i) != "$":
        return False
    code = p.low(i - 1).replace(".", "")
    if len(code) == 1 and code != "c":  # the sign's own letter is read with it
        return False
    return code + "$" in table("unit_money") or (p.glued(i) and code in table("unit_money"))


def _second(p: Passage, first: Numeral) -> tuple[Numeral | None, str | None]:
    """The second number of a range and the unit said after the first ("one week and two …")."""
    j, unit = first.stop, None
    between = p.low(first.start - 1) == "between"
    if p.low(j) in _REPEATED or (between and p.low(j) in table("unit_time")):
        unit = table("unit_time").get(p.low(j))
        j += 2 if p.low(j) == "per" else 1
    joint = p.low(j)
    if p.low(j) in _DASHES and p.low(j + 1) == "or":  # "16- or 17-year-olds"
        j, joint = j + 1, "or"
    if joint == "-" and not p.glued(j) and not _figures_around(p, j):
        return None, None
    if not _joins(p, first, joint, between):
        return None, None
    k = j + 1
    while p.low(k) in _REPEATED_LEAD or p.kind(k) == MONEY:
        k += 1
    if joint in _DASHES and p.low(k) == "-":
        return None, None
    second = read_signed(p, k)
    if second is None or _astray(p, first, second, k):
        return None, None
    if joint == "to" and _change(p, first.start) and not _to_follows(p, second.stop):
        return None, None
    return second, unit


def _figures_around(p: Passage, j: int) -> bool:
    """A spaced hyphen between two figures: 1000 - 5000, but not "30 - 12 of them children"."""
    digits = p.kind(j - 1) == NUMBER and p.kind(j + 1) == NUMBER
    return digits and not p.glued(j + 1) and p.low(j + 2) != "of"


def _astray(p: Passage, first: Numeral, second: Numeral, k: int) -> bool:
    """Whether the second number measures something else: "15 per cent to $20 million"."""
    if p.low(first.stop) in _REPEATED:
        return p.low(second.stop) not in {*_REPEATED, "percentage"}
    return p.kind(k - 1) == MONEY and p.kind(first.start - 1) != MONEY


def _to_follows(p: Passage, j: int) -> bool:
    """Whether the range itself is the start of a change: "from 30 to 40 cases to 90"."""
    bracketed = False  # "from 30 to 40 won ($0.30 to $0.40) to 90"
    for k in range(j, j + 2 * _CHANGE_REACH):
        if p.kind(k) == "" or p.low(k) in {".", ";", "from"}:
            return False
        bracketed = (bracketed or p.low(k) == "(") and p.low(k) != ")"
        if p.low(k) == "to" and not bracketed:
            return p.kind(k + 1) in {NUMBER, MONEY} or read_signed(p, k + 1) is not None
    return False


def _bounded(p: Passage, single: Amount) -> Amount:
    """More than 100 but fewer than 300: two bounds of one number; else the number as it is."""
    j = single.stop
    j += p.low(j) in _REPEATED
    k = j
    while p.low(k) in {",", "and", "but"} and k < j + 2:
        k += 1
    if k == j:
        return single
    hedge = hedge_before(p, single.lead)
    if hedge is None or hedge.qualifier not in _BOUNDS:
        return single
    other = _opposite(p, k, _UPPER if hedge.qualifier in _LOWER else _LOWER)
    if other is None or other.value is None:
        return single
    low, high = sorted((single.low, other.value))
    if low == high or (low == single.low) != (hedge.qualifier in _LOWER):
        return single
    return single._replace(
        stop=other.stop, lead=hedge.edge, low=low, high=high, ranged=True, explicit=True
    )


_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_UPPER = frozenset({Qualifier.UP_TO, Qualifier.LESS_THAN})
_BOUNDS = _LOWER | _UPPER
# So many words, at most, make a bound.
_LONGEST_BOUND = 6


def _opposite(p: Passage, k: int, wanted: frozenset[Qualifier]) -> Numeral | None:
    """The number whose bound of the wanted sort starts at token `k`."""
    for n in range(k + 1, k + _LONGEST_BOUND):
        sign = p.kind(n) == MONEY
        numeral = read_signed(p, n + sign)
        if numeral is not None:
            hedge = hedge_before(p, n)
            bound = hedge is not None and hedge.edge == k and hedge.qualifier in wanted
            return numeral if bound else None
    return None


_REPEATED = frozenset({"percent", "%", "per"})
_REPEATED_LEAD = frozenset({"under", "age", "up", "ages", "possibly", "perhaps", "even", "about"})


def _joins(p: Passage, first: Numeral, joint: str, between: bool) -> bool:
    if joint == "to" or joint in _DASHES:
        return True
    if joint == "through":
        return p.low(first.start - 1) in {"from", "is"}
    if joint == "and":
        return between or _two_ages(p, first) or _age_bounds(p, first)
    return joint == "or" and p.low(first.start - 1) not in {"either"}


def _two_ages(p: Passage, first: Numeral) -> bool:
    """Whether "ages six and 14", "aged 16 and 17" are one span; "aged five and nine" are two."""
    if p.low(first.start - 1) == "ages":
        return True
    if p.low(first.start - 1) == "aged":
        second = read_signed(p, first.stop + 1)
        return second is not None and second.value == (first.value or 0) + 1
    return _between_ages(p, first.start)


def _between_ages(p: Passage, i: int) -> bool:
    return p.low(i - 1) == "of" and p.low(i - 2) in {"ages", "age"}


def _age_bounds(p: Passage, first: Numeral) -> bool:
    return p.phrase(first.stop + 1, first.stop + 3) == "under age"


def _change(p: Passage, i: int) -> bool:
    """Whether "rose from 34 to 86" is told: two figures, no range."""
    if p.low(i - 1) != "from" and p.low(i - 2) != "from":
        return False
    verbs = words("quantity_change")
    return any(p.low(k) in verbs for k in range(max(0, i - _CHANGE_REACH), i))


def _join(p: Passage, single: Amount, first: Numeral, second: Numeral, unit: str | None) -> Amount:
    low, high = single.low, second.value or 0.0
    if second.scale > 1 and first.scale == 1 and low < high / second.scale * 1.0001:
        low *= second.scale
    after = table("unit_time").get(p.low(second.stop))
    if unit in _DAYS and after in _DAYS and unit != after:
        low, high, unit = low * _DAYS[unit], high * _DAYS[after], "day"
        second = second._replace(stop=second.stop + 1)
    if high <= low or (p.low(first.stop) == "or" and high > low + _NEIGHBOURS * max(1, low / 10)):
        return single
    before = p.low(first.start - 1)
    lead = first.start - 1 if before in {"between", "from"} else single.lead
    return single._replace(
        stop=second.stop, lead=lead, low=low, high=high, unit=unit, ranged=True,
        explicit=before in {"between", "from"},
        paired=p.low(second.start - 1) == "and" and before in {"aged", "ages"} and high == low + 1,
    )  # fmt: skip


# "One or two", "five or six", "20 or 30" are ranges; "two or 300" is none.
_NEIGHBOURS = 5
