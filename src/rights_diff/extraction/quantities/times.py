"""Lengths of time: durations and punishments."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import group, numbers, table, words
from rights_diff.extraction.grammar.numerals import ARTICLES, read_cardinal
from rights_diff.extraction.grammar.qualifiers import Hedge, hedge_after, hedge_before
from rights_diff.extraction.grammar.tokens import SIGN, WORD, Passage
from rights_diff.extraction.quantities.ages import age_mention, is_minimum
from rights_diff.extraction.quantities.amounts import Amount
from rights_diff.extraction.quantities.lengths import lengthened
from rights_diff.extraction.quantities.mention import Mention, mention_of
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["article_time", "half_time", "life_sentence", "time_figure"]

# Longer units that are given in years, and how many years they are.
_IN_YEARS = {"decade": 10, "century": 100}
_AFTER_PUNISHMENT, _BEFORE_PUNISHMENT = 6, 7
_PERIODS = frozenset({"a", "per", "each", "every"})


def time_figure(p: Passage, a: Amount, hedge: Hedge | None) -> Mention | None:
    """Six days, a 36-year prison term, 70-year-old, 12 hours a day."""
    j = a.stop
    if a.unit == "day" and a.ranged:
        return _timed(p, a, hedge, "day", j)
    hyphen = p.low(j) == "-" and p.glued(j)
    j += hyphen
    shared = _shared_unit(p, j) or _unit_of_change(p, a)
    if shared:
        return _timed(p, a, hedge, table("unit_time")[p.low(shared)], a.stop)
    while p.low(j) in {"consecutive", "full", "more", "further", "additional", "other", "calendar"}:
        j += 1
    unit = table("unit_time").get(p.low(j))
    if unit is None or (hyphen and j != a.stop + 1):
        return None
    if _old(p, j, hyphen):
        if hedge is None and is_minimum(p, a.start):
            hedge = Hedge(Qualifier.AT_LEAST, a.lead)
        return age_mention(a, hedge, _old(p, j, hyphen), unit)
    if p.low(j) in {"h", "second"} and not (a.digits and _alone(p, a, j)):
        return None  # "the 12 second graders"
    if p.low((hedge.edge if hedge else a.lead) - 1) in _OF_AGE:  # "a girl age 18 months"
        return age_mention(a, _suffixed(p, hedge, j + 1, a.lead), j + 1, unit)
    return _timed(p, a, hedge, unit, j + 1)


_OF_AGE = frozenset({"age", "aged"})


def _alone(p: Passage, a: Amount, j: int) -> bool:
    """Whether "3 h" or "3.5 second" is a time: a letter after figures, or a broken number."""
    return p.low(j) == "h" or a.low % 1 > 0


def _shared_unit(p: Passage, j: int) -> int:
    """The unit at the end of "three, five and 10 years"; 0 where there is none."""
    for _ in range(_LONGEST_LIST):
        if p.low(j) not in {",", "and", "or"}:
            break
        k = j + 1 + (p.low(j) == "," and p.low(j + 1) in {"and", "or"})
        numeral = read_cardinal(p, k)
        if numeral is None:
            return 0
        j = numeral.stop
        if p.low(j) in table("unit_time"):
            return j
    return 0


def _unit_of_change(p: Passage, a: Amount) -> int:
    """The unit in "raised from 250 to 400 hours"; 0 where there is none."""
    if p.low(a.stop) != "to" or p.low(a.lead - 1) != "from":
        return 0
    second = read_cardinal(p, a.stop + 1)
    return second.stop if second is not None and p.low(second.stop) in table("unit_time") else 0


# Lists of lengths of time are short.
_LONGEST_LIST = 5


def _old(p: Passage, j: int, hyphen: bool) -> int:
    """The token after "-old", "years old", "years of age"; 0 where there is none."""
    if hyphen and p.low(j + 1) == "-" and p.low(j + 2) in {"old", "olds"}:
        return j + 3
    if p.low(j + 1) in {"old", "olds"}:
        return j + 2
    if p.phrase(j + 1, j + 3) == "of age":
        return j + 3
    return 0


def _timed(p: Passage, a: Amount, hedge: Hedge | None, unit: str, stop: int) -> Mention:
    a, unit = _years(a, unit)
    a, stop = lengthened(p, a, unit, stop)
    if hedge is not None and _in_course_of(p, hedge.edge, a, stop):
        hedge = None
    edge = hedge.edge if hedge else a.lead
    punishment = unit not in {"hour", "minute"} and _punishes(p, a.start, edge, stop)
    if p.low(stop) in {"’", "'", "’s", "'s"}:
        stop += 1
    kind = QuantityKind.SENTENCE_LENGTH if punishment else QuantityKind.DURATION
    hedge = _suffixed(p, hedge, stop, a.lead)
    if not punishment and p.low(stop) in _PERIODS and p.low(stop + 1) in table("unit_time"):
        stop += 2
    return mention_of(a, hedge, kind, stop, unit=unit, counted=unit)


def _suffixed(p: Passage, hedge: Hedge | None, stop: int, lead: int) -> Hedge | None:
    suffix = hedge_after(p, stop)
    if hedge is None and suffix is not None and p.low(stop) != "at":
        return Hedge(suffix.qualifier, lead)
    return hedge


def _years(a: Amount, unit: str) -> tuple[Amount, str]:
    if unit not in _IN_YEARS:
        return a, unit
    factor = _IN_YEARS[unit]
    return a._replace(low=a.low * factor, high=a.high * factor), "year"


def _in_course_of(p: Passage, edge: int, a: Amount, stop: int) -> bool:
    """Whether "over" means during: "over a three-day period", "over two days in May"."""
    if p.low(edge) != "over" or a.start > edge + 2:
        return False
    if p.low(stop) == "period":
        return True
    return p.low(stop) in {"in", "from"} and p.low(stop + 1) in numbers("date_months")


def _punishes(p: Passage, start: int, edge: int, stop: int) -> bool:
    """Whether a length of time is a punishment, by the words right after and before it."""
    terms = words("quantity_terms")
    for j in range(stop, stop + _AFTER_PUNISHMENT):
        if (p.kind(j) == SIGN and p.low(j) not in {"’", "'", "“", "”", "-"}) or not p.low(j):
            break
        if p.low(j) in terms:
            return p.low(stop - 2) == "-" or not _served(p, start)
    if _raised_term(p, edge) or _listed_term(p, edge, stop):
        return True
    for j in range(edge - 1, max(-1, edge - 1 - _BEFORE_PUNISHMENT), -1):
        if p.kind(j) == SIGN:
            break
        if p.low(j) in group("sentencing") or p.phrase(j - 1, j + 1) in _PRISON_TERMS:
            return True
    return False


def _raised_term(p: Passage, i: int) -> bool:
    """From one year in prison to 15 years; extended prison terms to three years."""
    if p.phrase(i - 3, i) == "ordered to serve":
        return True
    if p.low(i - 1) != "to":
        return False
    places = range(max(0, i - _TERM_REACH), i - 1)
    return p.low(i - 2) in words("quantity_terms") or any(
        p.phrase(k - 1, k + 1) in _PRISON_TERMS for k in places
    )


def _listed_term(p: Passage, i: int, stop: int) -> bool:
    """The later ones of "sentences included ten years for A, nine years for B"."""
    if p.low(stop) != "for" or p.low(i - 1) not in {",", "and", ";"}:
        return False
    return any(p.low(k) in group("sentencing") for k in range(max(0, i - _LIST_REACH), i))


# So many tokens before a length of time its prison term or its list of sentences may start.
_TERM_REACH, _LIST_REACH = 16, 40
_PRISON_TERMS = frozenset(
    {
        "prison term",
        "prison terms",
        "jail term",
        "jail terms",
        "prison sentence",
        "prison sentences",
    }
)


def _served(p: Passage, start: int) -> bool:
    """Whether the time was spent rather than imposed: "after spending over a year in prison"."""
    return any(p.low(k) in group("served") for k in range(max(0, start - _SPENT), start))


# So many tokens before a length of time "spent" or "after" is looked for.
_SPENT = 4


def article_time(p: Passage, i: int) -> Mention | None:
    """More than a decade, almost a year: a hedge, an article and a length of time."""
    unit = table("unit_time").get(p.low(i + 1))
    if unit is None or p.low(i + 1).endswith("s") or unit in {"generation", "second", "weekend"}:
        return None
    hedge = hedge_before(p, i)
    if p.phrase(i + 2, i + 5) == "and a half" and p.low(i + 5) != "-":
        return _timed(p, Amount(i, i + 2, i, 1.0, 1.0), hedge, unit, i + 2)
    if p.low(i - 1) == "for" and p.low(i + 2) != "of":
        return _timed(p, Amount(i, i + 2, i, 1.0, 1.0), None, unit, i + 2)
    if hedge is None or hedge.qualifier is Qualifier.EXACT or p.low(hedge.edge) in _NOT_LENGTH:
        return None
    amount = Amount(i, i + 2, i, 1.0, 1.0)
    stop = i + 2
    return _timed(p, amount, hedge, unit, stop)


def half_time(p: Passage, i: int) -> Mention | None:
    """Half an hour, a half hour, half a century, half year."""
    j = i + (p.low(i) in ARTICLES)
    if p.low(j) != "half" or p.low(i - 1) in _FIRST_HALF:
        return None
    k = j + 1 + (p.low(j + 1) in ARTICLES and j == i)
    unit = table("unit_time").get(p.low(k))
    if unit is None or p.low(k) != unit:  # the plural: "half days"
        return None
    hedge = hedge_before(p, i)
    return _timed(p, Amount(i, j + 1, i, 0.5, 0.5), hedge, unit, k + 1)


_FIRST_HALF = frozenset({"and", "every", "first", "last", "latter", "other", "second", "the"})


_NOT_LENGTH = frozenset({"under", "before", "above", "below", "until", "around", "within", "some"})
_LIFE_AFTER = frozenset({"imprisonment", "sentence", "sentences", "term", "terms"})


def life_sentence(p: Passage, i: int) -> Mention | None:
    """Life imprisonment, life in prison, for life."""
    following = p.low(i + 1)
    if following in _LIFE_AFTER:
        stop = i + 2
    elif following == "in" and p.low(i + 2) in {"prison", "jail", "detention", "custody"}:
        stop = i + 3
    elif (p.low(i - 1) in {"for", "to"} and _held_before(p, i) and p.kind(i + 1) != WORD) or (
        p.low(i - 1) in {"for", "to"} and _held_before(p, i) and following in words("noun_stop")
    ):
        stop = i + 1
    else:
        return None
    hedge = hedge_before(p, i)
    return Mention(
        start=hedge.edge if hedge else i, stop=stop, core_start=i, core_stop=i + 1,
        kind=QuantityKind.SENTENCE_LENGTH, unit="life", counted="life",
        qualifier=hedge.qualifier if hedge else Qualifier.EXACT,
    )  # fmt: skip


def _held_before(p: Passage, i: int) -> bool:
    if p.low(i - 2) == "right":  # the right to life
        return False
    return any(p.low(k) in group("held_for_life") for k in range(max(0, i - 30), i))
