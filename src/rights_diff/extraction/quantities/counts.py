"""Figures that start with a number: what follows decides what they measure."""

from __future__ import annotations

from rights_diff.extraction.grammar.fractions import read_fraction
from rights_diff.extraction.grammar.lexicon import group, table, words
from rights_diff.extraction.grammar.magnitudes import read_vague
from rights_diff.extraction.grammar.nouns import noun_after
from rights_diff.extraction.grammar.numerals import ARTICLES, Numeral, negates
from rights_diff.extraction.grammar.qualifiers import Hedge, hedge_after, hedge_before
from rights_diff.extraction.grammar.tokens import SIGN, SLASHED, WORD, Passage
from rights_diff.extraction.quantities.ages import age_figure
from rights_diff.extraction.quantities.amounts import Amount, read_amount
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.extraction.quantities.money import coined, money_figure
from rights_diff.extraction.quantities.names import is_name
from rights_diff.extraction.quantities.ones import counts_one
from rights_diff.extraction.quantities.times import half_time, time_figure
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["number_figure", "rate_figure"]

# Fractions keep so many decimals: enough for a third, and a stable export.
_DECIMALS = 4
_SMALL_DECIMALS = 15
_PERCENT = frozenset({"%", "percent", "percents", "percentage"})
# What may follow a hyphen after a number that counts ("a 12-member panel").


def number_figure(p: Passage, i: int) -> Mention | None:
    """The figure whose number, article or money sign stands at token `i`."""
    half = half_time(p, i) if p.kind(i) == WORD else None
    if half is not None:
        return half
    fraction = read_fraction(p, i)
    if fraction is not None and fraction.value is not None:
        return _parted(p, fraction, fraction.value)
    vague = read_vague(p, i) if p.kind(i) == WORD else None
    if vague is not None:
        return _vague_figure(p, i, vague.stop, vague.low, vague.high)
    if is_name(p, i) or (p.low(i) == "one" and not counts_one(p, i)):
        return None
    amount_read = read_amount(p, i)
    return None if amount_read is None else _figure(p, amount_read)


def _parted(p: Passage, part: Numeral, value: float) -> Mention | None:
    """A share of what is counted; "two thirds of a million" is a count itself."""
    value = round(value, _DECIMALS if value >= 1e-2 else _SMALL_DECIMALS)
    if negates(p, part.start - 1):
        part, value = part._replace(start=part.start - 1), -value
    amount = Amount(part.start, part.stop, part.start, value, value)
    other = _other_part(p, part)
    if other is not None and (other.value or 0.0) > value:
        amount = amount._replace(
            stop=other.stop, high=round(other.value or 0.0, _DECIMALS), ranged=True,
            lead=part.start - (p.low(part.start - 1) in {"between", "from"}), explicit=True,
        )  # fmt: skip
    if part.scale > 1:
        found = _figure(p, amount)
        if found is not None:
            return found
    return _counted(p, amount, hedge_before(p, amount.lead), QuantityKind.FRACTION)


def _other_part(p: Passage, part: Numeral) -> Numeral | None:
    """The second fraction of "between a third and a half", "a quarter to a third"."""
    joint, before = p.low(part.stop), p.low(part.start - 1)
    if joint != "to" and (joint != "and" or before != "between"):
        return None
    other = read_fraction(p, part.stop + 1)
    if other is None and p.low(part.stop + 2) == "half" and p.low(part.stop + 1) in ARTICLES:
        other = Numeral(part.stop + 1, part.stop + 3, 0.5)
    return other


def _figure(p: Passage, a: Amount) -> Mention | None:
    hedge = hedge_before(p, a.lead)
    after = p.low(a.stop)
    if after in _PERCENT or (after == "per" and p.low(a.stop + 1) == "cent"):
        return _percent(p, a, hedge)
    if a.unit is not None and a.unit != "day":
        return money_figure(p, a, hedge, a.stop)
    if _shares_percent(p, a):
        return mention_of(a, hedge, QuantityKind.PERCENT, a.stop, unit="percent")
    for rule in (time_figure, age_figure, _measured, _times, _rated, coined):
        figure = rule(p, a, hedge)
        if figure is not None:
            return figure
    if after == "-" and p.glued(a.stop):
        return _hyphened(p, a, hedge)
    return _counted(p, a, hedge, QuantityKind.RANGE if a.ranged else QuantityKind.COUNT)


def _percent(p: Passage, a: Amount, hedge: Hedge | None) -> Mention:
    stop = a.stop + (2 if p.low(a.stop) == "per" else 1)
    points = p.low(stop) in {"point", "points"}
    stop += points
    counted = None
    if p.low(stop) == "of":
        noun = noun_after(p, stop, plural=True)
        counted, stop = noun.text, max(noun.stop, stop)
    unit = "percentage point" if points else "percent"
    return mention_of(a, hedge, QuantityKind.PERCENT, stop, unit=unit, counted=counted)


def _shares_percent(p: Passage, a: Amount) -> bool:
    """Whether the sign comes only after the second number: "fell from 78 to 68 per cent"."""
    if p.low(a.stop) != "to" or p.low(a.lead - 1) != "from":
        return False
    second = read_amount(p, a.stop + 1)
    return second is not None and (
        p.low(second.stop) in _PERCENT or p.phrase(second.stop, second.stop + 2) == "per cent"
    )


def _measured(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    j = a.stop
    hyphen = p.low(j) == "-" and p.glued(j)
    j += hyphen
    square = p.low(j) in {"square", "cubic", "metric", "nautical"}
    unit = table("unit_measure").get(p.low(j + square))
    if unit is None:
        return None
    if square:
        unit = f"{p.low(j)} {unit}"
    return mention_of(a, hedge, QuantityKind.MEASURE, j + square + 1, unit=unit, counted=unit)


def _times(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    after = p.low(a.stop)
    if after in {"fold", "-"} and p.low(a.stop + (after == "-")) == "fold":
        return mention_of(a, hedge, QuantityKind.MULTIPLIER, a.stop + 1 + (after == "-"))
    if after not in {"times", "occasions"}:
        return None
    stop = a.stop + 1
    if after == "times" and p.low(stop) in group("compared"):
        return mention_of(a, hedge, QuantityKind.MULTIPLIER, stop + 1)
    if after == "occasions":
        return None
    unit = None
    if p.low(stop) in {"a", "per", "each", "every"}:
        period = table("unit_time").get(p.low(stop + 1))
        unit = f"per {period}" if period else None
        stop += 2 if period else p.low(stop) == "each"
    return mention_of(a, hedge, QuantityKind.FREQUENCY, stop, unit=unit, counted="time")


def _rated(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    if p.low(a.stop) != "per" or not p.low(a.stop + 1).replace(",", "").isdecimal():
        return None
    unit = f"per {p.tokens[a.stop + 1].text}"
    return mention_of(a, hedge, QuantityKind.RATE, a.stop + 2, unit=unit)


def _hyphened(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    """A 12-member panel; other compounds with a number are names (six-party talks)."""
    word = p.low(a.stop + 1)
    if word not in group("after_number_hyphen"):
        return None
    counted = None if word == "strong" else word
    return mention_of(a, hedge, QuantityKind.COUNT, a.stop + 2, counted=counted)


def _counted(p: Passage, a: Amount, hedge: Hedge | None, kind: QuantityKind) -> Mention | None:
    """A count of something: the noun after the number, or one named before."""
    if hedge is not None and p.low(hedge.edge) == "until":
        hedge = None  # "until 10 coffins could be put up": a moment, no bound
    j, suffix = a.stop, hedge_after(p, a.stop)
    if suffix is not None and (hedge is None or hedge.qualifier is Qualifier.ABOUT):
        hedge_used, j = Hedge(suffix.qualifier, hedge.edge if hedge else a.lead), suffix.edge
    else:
        hedge_used = hedge or Hedge(Qualifier.EXACT, a.lead)
    if p.low(a.start) == "one" and p.low(j) == "of" and _superlative(p, j):
        kind = QuantityKind.RANK
    if p.low(j) == "(":
        j = _past_repeat(p, j, a)
    noun = noun_after(p, j, plural=a.high != 1 or kind is QuantityKind.FRACTION)
    late = hedge_after(p, noun.stop) if noun.text else None
    aged = p.low(j + 1) == "-" and p.low(j + 2) in table("unit_time")
    stop = a.stop if aged else noun.stop  # the age in "three 12-year-old girls" is its own figure
    if late is not None and hedge is None and _bounds_all(p, noun.stop, late):
        hedge_used, stop = Hedge(late.qualifier, a.lead), late.edge
    return mention_of(
        a, hedge_used, kind, max(stop, a.stop), counted=noun.text, anaphoric=noun.text is None
    )


def _bounds_all(p: Passage, j: int, late: Hedge) -> bool:
    """Whether a phrase after the noun bounds the number: "12 boats or fewer", but "… and under"."""
    return late.qualifier is Qualifier.AT_LEAST or p.low(j) == "or"


def _superlative(p: Passage, j: int) -> bool:
    """Whether "one of the world's most repressive states" is told."""
    near = [p.low(k) for k in range(j + 1, j + _SUPERLATIVE_REACH)]
    return "few" in near or "only" in near or not words("quantity_ranks").isdisjoint(near)


_SUPERLATIVE_REACH = 6


def _past_repeat(p: Passage, j: int, a: Amount) -> int:
    """Past "(30)" after "thirty"; `j` where the brackets hold something else."""
    again = read_amount(p, j + 1)
    if again is not None and again.low == a.low and p.low(again.stop) == ")":
        return again.stop + 1
    return j


def _vague_figure(
    p: Passage, i: int, stop: int, low: float | None, high: float | None
) -> Mention | None:
    """Thousands of people; hundreds."""
    if p.low(stop) == "of" or p.low(stop - 1) not in group("plural_magnitudes"):
        noun = noun_after(p, stop, plural=True)
    elif p.low(stop) == "," and p.low(stop + 1) == "of":
        noun = noun_after(p, stop + 1, plural=True)
    else:
        if p.low(i) in {"scores", "tens"} and p.low(i - 1) not in {"", ".", ",", "and", ";"}:
            return None
        noun = None
    hedge = hedge_before(p, i)
    money = (
        table("unit_money").get(noun.text.split()[-1].lower() + "s") if noun and noun.text else None
    )
    return Mention(
        start=hedge.edge if hedge else i, stop=noun.stop if noun else stop, core_start=i,
        core_stop=stop, kind=QuantityKind.VAGUE_MAGNITUDE, low=low, high=high,
        qualifier=hedge.qualifier if hedge else Qualifier.VAGUE, unit=money,
        counted=noun.text if noun else None, anaphoric=noun is None or noun.text is None,
    )  # fmt: skip


# "61.5/45.2"; longer ones are codes.
_LONGEST_PAIR = 20
_BY_SEX = frozenset({"( m / f )", "( f / m )"})


def rate_figure(p: Passage, i: int) -> Mention | None:
    """Pairs such as 61/45 per 1,000 and 9/8 (m/f): the bounds, and the two in their order."""
    if p.kind(i) != SLASHED or len(p.low(i)) > _LONGEST_PAIR or p.low(i).count("/") != 1:
        return None
    by_sex = i + 6 if p.phrase(i + 1, i + 6) in _BY_SEX else 0
    if p.low(i + 1) != "per" and not by_sex:
        return None
    first, second = (float(x) for x in p.tokens[i].text.split("/"))
    stop = i + 3 if p.kind(i + 2) not in {SIGN, ""} else i + 2
    return Mention(
        start=i, stop=by_sex or stop, core_start=i, core_stop=i + 1, kind=QuantityKind.RATE,
        low=min(first, second), high=max(first, second), pair=(first, second),
        unit="m/f" if by_sex else p.phrase(i + 1, stop),
    )  # fmt: skip
