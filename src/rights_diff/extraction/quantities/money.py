"""Sums of money: the sign, code or name before or after an amount, and its smaller coin."""

from __future__ import annotations

from functools import cache

from rights_diff.extraction.grammar.lexicon import table
from rights_diff.extraction.grammar.numerals import ARTICLES, full_scale, read_cardinal, scale_of
from rights_diff.extraction.grammar.qualifiers import Hedge
from rights_diff.extraction.grammar.tokens import MONEY, NUMBER, WORD, Passage
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.model import QuantityKind

__all__ = ["code_after", "coined", "money_figure"]

# Names of currencies are no longer than this, in words ("new zealand dollars").
_LONGEST_NAME = 3
_CODE = 3  # letters of a currency's code
_AMERICAN = frozenset({"us", "u.s.", "usa", "american"})
_MILLION = 10**6
# Words before a currency that tell its sort: "500 convertible pesos".
_SORTS = frozenset({"convertible", "local", "national", "new", "nonconvertible", "old"})
_HUNDREDTHS = frozenset({"USD cent", "cent", "GBP penny"})


def coined(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    """An amount before its currency: 50,000 won, 300 US dollars, 10 €, a 12-cent rise."""
    start = a.stop + (p.low(a.stop) == "-" and p.glued(a.stop))
    found = _coin(p, start)
    if found is None:
        return None
    unit, stop = found
    if p.low(stop - 1) not in table("unit_money") and unit == p.low(stop - 1)[1:].upper():
        a = a._replace(low=a.low * _MILLION, high=a.high * _MILLION)
    return money_figure(p, a._replace(unit=unit), hedge, stop)


def _coin(p: Passage, start: int) -> tuple[str, int] | None:
    """The currency named at token `start` and the token after its name."""
    if p.kind(start) == MONEY and (p.kind(start + 1) != NUMBER or _signed_after(p, start + 2)):
        return table("unit_money").get(p.low(start), p.low(start)), start + 1
    for length in range(_LONGEST_NAME, 1, -1):
        unit = table("unit_money_names").get(_singular(p.phrase(start, start + length)))
        if unit is not None:
            return unit, start + length
    code = p.tokens[start].text if p.kind(start) == WORD else ""
    if code.isupper() and code[:1] == "M" and table("unit_money").get(code[1:].lower()) == code[1:]:
        return code[1:], start + 1  # "30 MUSD"
    return _coin_word(p, start)


def _signed_after(p: Passage, j: int) -> bool:
    """Whether a second amount has its own sign or coin: "10 $ 30 $", "10 € 50 cent"."""
    return p.kind(j) == MONEY or table("unit_money").get(p.low(j)) in _HUNDREDTHS


def _singular(phrase: str) -> str:
    return phrase.removesuffix("s")


def _coin_word(p: Passage, start: int) -> tuple[str, int] | None:
    money = table("unit_money")
    if p.kind(start + 1) == NUMBER and p.glued(start + 1):  # "3 USD50 cards"
        return None
    for j in range(start, start + _LONGEST_NAME):
        unit = money.get(p.low(j)) if p.kind(j) == WORD else None
        if unit is not None and (j == start or not p.tokens[j].text.isupper()):
            foreign = unit == "USD" and j > start and p.low(j - 1) not in _AMERICAN
            return ("dollar" if foreign else unit), j + 1
        if not p.capital(j) and p.low(j) not in _SORTS:
            break
    return None


def code_after(p: Passage, j: int) -> str | None:
    """The code in brackets at token `j`, behind a currency's name: "pesos (CUP)"."""
    if (p.low(j), p.low(j + 2)) != ("(", ")"):
        return None
    code = p.tokens[j + 1].text
    return code if code in _codes() else None


@cache
def _codes() -> frozenset[str]:
    """The codes of all currencies that have a name."""
    units = {*table("unit_money").values(), *table("unit_money_names").values()}
    return frozenset(unit for unit in units if len(unit) == _CODE and unit.isupper())


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
    end = small.stop
    if table("unit_money").get(p.low(end)) in _HUNDREDTHS:
        end += 1
    elif stop == a.stop or a.low % 1 or not _ends(p, end):  # "15 dollars and 50."
        return a, stop
    value = round(a.low + small.value / 100, 2)
    return a._replace(low=value, high=value, stop=small.stop), end


def _ends(p: Passage, j: int) -> bool:
    """Whether the clause ends at token `j`."""
    return p.low(j) in {"", ".", "!", "?", ";"} and not p.glued(j + 1)
