"""Ages: aged between 10 and 16, under 18, as young as 15, a name and an age."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.qualifiers import Hedge, hedge_after, hedge_before
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["age_figure", "age_mention", "is_minimum"]

_AGE_WORDS = frozenset({"age", "aged", "ages"})
# Lists of ages are short.
_LONGEST_LIST = 5


def age_figure(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    """Aged between 10 and 16, age 18, under 15, as young as 15."""
    if a.low > _OLDEST or p.low(a.stop) in {"%"}:
        return None
    edge = hedge.edge if hedge else a.lead
    if _told_as_age(p, a, hedge):
        return age_mention(a, hedge, a.stop)
    if a.ranged and p.phrase(a.lead, a.lead + 2) in _YOUNG:  # "older than 14 and younger than 17"
        return age_mention(a, hedge, a.stop)
    if _listed_age(p, a):
        return age_mention(a, hedge, a.stop)
    if p.low(edge - 1) in _AGE_WORDS or (
        p.low(edge - 1) in {"of", "between"} and p.low(edge - 2) in {"age", "ages"}
    ):
        return _age_after_word(p, a, hedge, edge)
    suffix = hedge_after(p, a.stop)
    if suffix is not None and p.low(a.stop + 1) in {"older", "younger", "over", "under"}:
        return age_mention(a, Hedge(suffix.qualifier, a.lead), suffix.edge)
    if hedge is not None and _young(p, a, hedge):
        return age_mention(a, hedge, a.stop)
    if _apposed(p, a) or (hedge is None and _named_age(p, a)):
        least = hedge is None and is_minimum(p, a.start)
        return age_mention(a, Hedge(Qualifier.AT_LEAST, a.lead) if least else hedge, a.stop)
    return None


def _told_as_age(p: Passage, a: Amount, hedge: Hedge | None) -> bool:
    """Whether the words around make an age of it: "under age 14", "married before 18", "children
    16 to 17 may", "sets 18 as the minimum age", "18 for men and 17 for women".
    """
    if hedge is not None and hedge.edge < a.lead:
        said = p.lows[hedge.edge : a.lead]
        if "age" in said or (said == ("before",) and p.low(hedge.edge - 1).startswith("marr")):
            return _no_noun(p, a.stop)
    if a.ranged and _no_noun(p, a.stop):
        before, first = p.low(a.lead - 1), p.low(a.lead - 2)
        if before in group("aged") and (before not in group("auxiliaries") or first == "who"):
            return True
    if p.low(a.stop) == "as":
        return "age" in p.lows[a.stop : a.stop + _AGE_REACH]
    return _for_each_sex(p, a)


def _for_each_sex(p: Passage, a: Amount) -> bool:
    """The second age of "the minimum age is 18 for men and 17 for women"."""
    if p.phrase(a.stop, a.stop + 2) not in _FOR_A_SEX or p.low(a.start - 1) != "and":
        return False
    first = a.start - 4  # "18 for men and"
    return (
        p.phrase(first + 1, first + 3) in _FOR_A_SEX
        and read_cardinal(p, first) is not None
        and "age" in p.lows[max(0, first - _AGE_REACH) : first]
    )


_OLDEST = 120
_FOR_A_SEX = frozenset({"for boys", "for girls", "for men", "for women"})
_BOUNDS_OF_AGE = frozenset({"under", "over", "below", "above"})
_YOUNG = frozenset({"as young as", "as old as", "younger than", "older than"})


def _named_age(p: Passage, a: Amount) -> bool:
    """The minimum age for marriage is 18; the age was raised to 18."""
    if p.low(a.start - 1) not in _BEFORE_AGE or not _no_noun(p, a.stop):
        return False
    return any(p.low(k) in {"age", "ages"} for k in range(max(0, a.start - _AGE_REACH), a.start))


def is_minimum(p: Passage, i: int) -> bool:
    """Whether the number at token `i` is told of a minimum: "the minimum age is 18"."""
    return p.low(i - 1) in _COPULA and any(
        p.low(k) == "minimum" for k in range(max(0, i - _AGE_REACH), i)
    )


_COPULA = frozenset({"is", "was", "being", "remained", "remains"})
_BEFORE_AGE = _COPULA | {"to", "at", "from"}
# "Age" stands at most so many tokens before the number it names.
_AGE_REACH = 9


def _listed_age(p: Passage, a: Amount) -> bool:
    """The later numbers of "aged nine and six"."""
    j = a.lead - 1
    if p.low(j) not in {"and", ",", "or"} or (
        p.kind(a.stop) == WORD and not _breaks_off(p, a.stop)
    ):
        return False
    for k in range(j, max(-1, j - _LONGEST_LIST), -1):
        if p.low(k) in _AGE_WORDS:
            return True
        if p.low(k) not in {"and", ",", "or"} and read_cardinal(p, k) is None:
            return False
    return False


def _breaks_off(p: Passage, i: int) -> bool:
    return p.low(i) in words("noun_stop")


def _young(p: Passage, a: Amount, hedge: Hedge) -> bool:
    """Children under five, as young as 15, those over 65: people before, or no noun after."""
    if p.phrase(hedge.edge, a.lead) in _YOUNG:
        return True
    if p.low(hedge.edge) not in _BOUNDS_OF_AGE:
        return False
    if p.low(hedge.edge - 1) in group("aged"):
        return p.low(hedge.edge - 1) not in group("auxiliaries") or _no_noun(p, a.stop)
    return False


def _no_noun(p: Passage, i: int) -> bool:
    return p.kind(i) != WORD or p.low(i) in words("noun_stop")


def _apposed(p: Passage, a: Amount) -> bool:
    """A name, the age, a comma: "Jane Roe, 34, was held"."""
    return (
        p.low(a.start - 1) == "," and p.low(a.stop) == "," and a.digits and not a.ranged
        and p.capital(a.start - 2) and p.kind(a.start - 2) == WORD and a.low >= 10
        and p.low(a.start - 2) not in words("date_month_words")
    )  # fmt: skip


def _age_after_word(p: Passage, a: Amount, hedge: Hedge | None, edge: int) -> Mention | None:
    start = edge - 1
    if p.low(start) not in _AGE_WORDS:
        start -= 1
    outer = None if a.ranged else hedge_before(p, start)
    found = hedge or outer
    if outer is not None and hedge is None:
        start = outer.edge
    suffix = hedge_after(p, a.stop)
    stop = a.stop
    if suffix is not None:
        found, stop = Hedge(suffix.qualifier, start), suffix.edge
    return age_mention(a, Hedge(found.qualifier if found else Qualifier.EXACT, start), stop)


def age_mention(a: Amount, hedge: Hedge | None, stop: int, unit: str = "year") -> Mention:
    """The mention of an age, in years unless another unit is told."""
    return mention_of(a, hedge, QuantityKind.AGE, stop, unit=unit, counted=unit)
