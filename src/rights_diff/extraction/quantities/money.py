"""Sums of money: the sign, code or name before or after an amount, and its smaller coin."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import table
from rights_diff.extraction.grammar.numerals import ARTICLES, full_scale, read_cardinal, scale_of
from rights_diff.extraction.grammar.qualifiers import Hedge
from rights_diff.extraction.grammar.tokens import MONEY, NUMBER, WORD, Passage
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.model import QuantityKind

__all__ = ["coined", "money_figure"]

# Names of currencies are no longer than this, in words ("new zealand dollars").
_LONGEST_NAME = 3
_AMERICAN = frozenset({"us", "u.s.", "usa", "american"})
_HUNDREDTHS = frozenset({"USD cent", "cent", "GBP penny"})


def coined(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    """An amount before its currency: 50,000 won, 300 US dollars, 10 €, a 12-cent rise."""
    start = a.stop + (p.low(a.stop) == "-" and p.glued(a.stop))
    found = _coin(p, start)
    if found is None:
        return None
    unit, stop = found
    return money_figure(p, a._replace(unit=unit), hedge, stop)


def _coin(p: Passage, start: int) -> tuple[str, int] | None:
    """The currency named at token `start` and the token after its name."""
    if p.kind(start) == MONEY and p.kind(start + 1) != NUMBER:
        return table("unit_money").get(p.low(start), p.low(start)), start + 1
    for length in range(_LONGEST_NAME, 1, -1):
        unit = table("unit_money_names").get(_singular(p.phrase(start, start + length)))
        if unit is not None:
            return unit, start + length
    return _coin_word(p, start)


def _singular(phrase: str) -> str:
    return phrase.removesuffix("s")


def _coin_word(p: Passage, start: int) -> tuple[str, int] | None:
    money = table("unit_money")
    for j in range(start, start + _LONGEST_NAME):
        unit = money.get(p.low(j)) if p.kind(j) == WORD else None
        if unit is not None and (j == start or not p.tokens[j].text.isupper()):
            foreign = unit == "USD" and j > start and p.low(j - 1) not in _AMERICAN
            return ("dollar" if foreign else unit), j + 1
        if not p.capital(j):
            break
    return None


def money_figure(p: Passage, a: Amount, hedge: Hedge | None, stop: int) -> Mention:
    """A sum of money whose currency is known; a currency named twice is taken in.

    Args:
        stop: the token after the amount and, where it follows, its currency.
    """
    if stop == a.stop and p.kind(stop) == WORD and p.low(stop) in table("unit_money"):
        stop += 1
    if stop > a.stop and full_scale(p.low(stop)):  # "75 USD million"
        factor, stop = scale_of(p.low(stop)), stop + 1
        a = a._replace(low=a.low * factor, high=a.high * factor)
    a, stop = _with_cents(p, a, stop)
    return mention_of(a, hedge, QuantityKind.MONEY, stop, unit=a.unit)


def _with_cents(p: Passage, a: Amount, stop: int) -> tuple[Amount, int]:
    """Thirteen dollars and forty-five cents are one sum."""
    if a.ranged or a.unit in _HUNDREDTHS:
        return a, stop
    j = stop + (p.low(stop) == "and")
    small = read_cardinal(p, j) if p.low(j) not in ARTICLES else None
    if small is None or not small.value or not small.value < 100:
        return a, stop
    if table("unit_money").get(p.low(small.stop)) not in _HUNDREDTHS:
        return a, stop
    value = round(a.low + small.value / 100, 2)
    return a._replace(low=value, high=value, stop=small.stop), small.stop + 1
