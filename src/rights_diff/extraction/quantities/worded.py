"""Figures told by a word: ordinals, ranks, multipliers, frequencies, zeros."""

from __future__ import annotations

from dataclasses import replace

from rights_diff.extraction.grammar.lexicon import group, table, words
from rights_diff.extraction.grammar.nouns import noun_after
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.ordinals import read_ordinal
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import DECADE, NUMBER, SIGN, WORD, Passage
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.extraction.quantities.names import is_ordinal_name
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["frequency_word", "multiplier_word", "only_figure", "ordinal_figure", "rank_figure"]
__all__ += ["zero_figure"]

_ARTICLES = frozenset({"the", "its", "their", "his", "her", "a", "this"})


def ordinal_figure(p: Passage, i: int) -> Mention | None:
    """Sixth nuclear test, fourth consecutive year, the sixth in its history, for the first time."""
    ordinal = read_ordinal(p, i)
    if ordinal is None or ordinal.value is None or is_ordinal_name(p, i, ordinal.stop):
        return None
    j = ordinal.stop + (p.low(ordinal.stop) == "such")
    ranked = p.low(i - 1) in group("finishing") and (
        p.kind(j) != WORD or p.low(j) == "out" or p.low(j) in words("noun_stop")
    )
    if ranked or _all_told(p, i, j):
        return _ordinal(i, j, ordinal.value, None)
    if p.low(j) in words("quantity_ranks") and p.low(j) != "most":
        return replace(_ordinal(i, j + 1, ordinal.value, None, j), kind=QuantityKind.RANK)
    if p.low(j) in group("after_bare_ordinal") and p.low(j) != "time":
        if p.low(i - 1) not in _ARTICLES and p.low(i - 1) != ",":
            return None
        return _ordinal(i, j, ordinal.value, None)
    if p.kind(j) != WORD or p.low(j) in words("noun_stop") or _adverb(p, i, j):
        return None
    while p.low(j) in {"consecutive", "straight", "successive"}:
        j += 1
    noun = noun_after(p, j, plural=False)
    if noun.text is None:
        return None
    return _ordinal(i, noun.stop, ordinal.value, noun.text, ordinal.stop)


def _ordinal(
    i: int, stop: int, value: float, counted: str | None, core: int | None = None
) -> Mention:
    return Mention(
        start=i, stop=stop, core_start=i, core_stop=core or stop, kind=QuantityKind.ORDINAL,
        value=value, counted=counted, anaphoric=counted is None,
    )  # fmt: skip


def _all_told(p: Passage, i: int, stop: int) -> bool:
    """Whether the ordinal is all that the passage says (a cell of a table, an answer)."""
    return i == 0 and stop == len(p.tokens)


def _adverb(p: Passage, i: int, j: int) -> bool:
    """An ordinal before a verb: "was first used", "first came"."""
    low = p.low(j)
    if p.low(i - 1) in group("auxiliaries"):
        return True
    verbal = low.endswith("ed") or low in words("noun_verbs")
    return verbal and p.low(i - 1) not in _ARTICLES and p.low(i) in {"first", "second"}


# A superlative and its baseline stand within so many tokens.
_RANK_REACH = 8


def rank_figure(p: Passage, i: int) -> Mention | None:
    """Lowest number since 2002, worst hunger in a decade, highest level on record."""
    for j in range(i + 1, i + _RANK_REACH):
        low = p.low(j)
        if (p.kind(j) == SIGN and low not in {"-", "’", "“", "”"}) or low in {"", "and", "that"}:
            return None
        stop = _baseline(p, j)
        if stop:
            noun = noun_after(p, i + 1, plural=False)
            name = noun.text if noun.stop <= j else None
            return Mention(
                start=i, stop=stop, core_start=i, core_stop=stop, kind=QuantityKind.RANK,
                value=None, unit=p.phrase(j, stop), counted=name,
            )  # fmt: skip
    return None


def _baseline(p: Passage, j: int) -> int:
    """The token after the baseline that starts at `j`, or 0."""
    low = p.low(j)
    if low == "since":
        k = j + 1 + (p.low(j + 1) == "the")
        return k + 1 if p.kind(k) in {NUMBER, DECADE} else 0
    if low == "on" and p.low(j + 1) == "record":
        return j + 2
    if low in {"in", "for", "over"}:
        if p.low(j + 1) in {"decades", "years", "history"}:
            return j + 2
        start = next((k for k in range(j + 1, j + 5) if _hedged(p, j + 1, k)), j + 1)
        numeral = read_cardinal(p, start)
        k = numeral.stop if numeral else j + 1
        k += p.low(k) in {"a", "the", "its", "more"}
        if p.low(k) in table("unit_time") and (numeral or p.low(k - 1) == "a"):
            return k + 1
        return k + 1 if p.low(k) == "history" else 0
    return 0


def _hedged(p: Passage, edge: int, k: int) -> bool:
    """Whether the hedge that starts at token `edge` ends before token `k`: more than 20 years."""
    hedge = hedge_before(p, k) if k > edge else None
    return hedge is not None and hedge.edge == edge and hedge.qualifier is not Qualifier.EXACT


def only_figure(p: Passage, i: int) -> Mention | None:
    """The only monitor (first of one); one of only two countries."""
    if p.low(i - 1) not in {"the", "its", "their"} or p.kind(i + 1) != WORD:
        return None
    numeral = read_cardinal(p, i + 1)
    if numeral is not None:
        return None
    noun = noun_after(p, i + 1, plural=False)
    if noun.text is None or p.low(i + 1) in words("noun_verbs"):
        return None
    return Mention(
        start=i - 1, stop=noun.stop, core_start=i, core_stop=i + 1, kind=QuantityKind.RANK,
        value=1.0, counted=noun.text,
    )  # fmt: skip


_FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0}
_FACTORS |= {"halved": 0.5, "doubling": 2.0, "tripling": 3.0, "quadrupling": 4.0}
_FACTORS |= {"threefold": 3.0, "twofold": 2.0, "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0}


def multiplier_word(p: Passage, i: int) -> Mention | None:
    """Tripled, approximately doubled, threefold."""
    hedge = hedge_before(p, i)
    value = _FACTORS[p.low(i)]
    lower = hedge is not None and hedge.qualifier is Qualifier.MORE_THAN
    return Mention(
        start=hedge.edge if hedge else i, stop=i + 1, core_start=i, core_stop=i + 1,
        kind=QuantityKind.MULTIPLIER, value=None if lower else value,
        low=value if lower else None,
        qualifier=hedge.qualifier if hedge else Qualifier.EXACT,
    )  # fmt: skip


_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_NOT_ONCE = frozenset({"at", "all", "than"})


def frequency_word(p: Passage, i: int) -> Mention | None:
    """Twice a year, once; "once" in the sense of "when" or "formerly" is none."""
    following = p.low(i + 1)
    period = table("unit_time").get(p.low(i + 2)) if following in _PER else None
    if p.low(i) == "once" and period is None:
        ends = p.kind(i + 1) in {SIGN, ""} and following not in {"-", "‘", "“"}
        if i == 0 or p.low(i - 1) in _NOT_ONCE or not (ends or following in {"in", "with"}):
            return None
    if p.low(i) == "twice" and following in {"as", "the"}:
        return Mention(
            start=i, stop=i + 2, core_start=i, core_stop=i + 1,
            kind=QuantityKind.MULTIPLIER, value=2.0,
        )  # fmt: skip
    hedge = hedge_before(p, i)
    often = _OFTEN[p.low(i)]
    amount = Amount(i, i + 1, i, often, often)
    return mention_of(
        amount, hedge, QuantityKind.FREQUENCY, i + 3 if period else i + 1,
        unit=f"per {period}" if period else None, counted="time",
    )  # fmt: skip


_PER = frozenset({"a", "per", "each", "every", "an"})


def zero_figure(p: Passage, i: int) -> Mention | None:
    """No executions, no deaths: only for what reports count."""
    if p.low(i + 1) == "." and p.kind(i + 2) == "number":
        return None
    if p.low(i + 1) == "one" or p.low(i) == "nobody":
        stop = i + (2 if p.low(i) == "no" else 1)
        if p.low(stop) in group("modals"):  # "no one may be compelled" is a rule
            return None
        return _zero(i, stop, "person")
    noun = noun_after(p, i + 1, plural=True)
    if noun.text is None or noun.stop - i > _LONGEST_ZERO:
        return None
    counted = words("quantity_zero")
    for j in range(i + 1, noun.stop):
        if p.low(j) in counted:
            return _zero(i, noun.stop, noun.text)
    return None


_LONGEST_ZERO = 8


def _zero(i: int, stop: int, counted: str) -> Mention:
    return Mention(
        start=i, stop=stop, core_start=i, core_stop=i + 1, kind=QuantityKind.ZERO, value=0.0,
        counted=counted,
    )  # fmt: skip
