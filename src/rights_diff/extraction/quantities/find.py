"""Finding figures: one walk over the tokens of each sentence, the first rule that fits wins."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rights_diff.extraction.dates import Reading, dates_in
from rights_diff.extraction.dates.find import covered_year, date_words
from rights_diff.extraction.grammar.lexicon import numbers, pairs, table, words
from rights_diff.extraction.grammar.numerals import ARTICLES, full_scale
from rights_diff.extraction.grammar.tokens import (
    DECIMAL,
    MONEY,
    NUMBER,
    ORDINAL,
    SLASHED,
    WORD,
    Passage,
    tokenise,
)
from rights_diff.extraction.quantities.antecedents import floored, resolved
from rights_diff.extraction.quantities.carrying import (
    Carried,
    Place,
    Setting,
    carry,
    carry_times,
    quantity_of,
    with_subject,
)
from rights_diff.extraction.quantities.context import STILL, Timing
from rights_diff.extraction.quantities.counts import number_figure, rate_figure
from rights_diff.extraction.quantities.cues import Cues
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.extraction.quantities.modality import signs_in
from rights_diff.extraction.quantities.parts import CARRIED, Ties, ties_of
from rights_diff.extraction.quantities.periods import stretches_in
from rights_diff.extraction.quantities.times import article_time, life_sentence
from rights_diff.extraction.quantities.vague import (
    higher_figure,
    majority_figure,
    numbers_of,
    vague_figure,
)
from rights_diff.extraction.quantities.worded import (
    frequency_word,
    multiplier_word,
    only_figure,
    ordinal_figure,
    rank_figure,
    zero_figure,
)
from rights_diff.model import Quantity, QuantityKind, Report, Span
from rights_diff.structure.sentences import split_sentences

__all__ = ["figures_in", "find_quantities", "quantities"]

_Rule = Callable[[Passage, int], Mention | None]
# So many sentences of a paragraph are kept for those that point back to them.
_SENTENCES_KEPT = 4
# Paragraphs of a bare text.
_LINE = re.compile(r"\S[^\n]*")


def quantities(text: str, *, year: int | None = None) -> tuple[Quantity, ...]:
    """The figures of a text, in order, none overlapping.

    Args:
        text: one sentence or many.
        year: the year figures without a date of their own are about.
    Returns:
        quantities with spans in `text`; `sentence` is None.

    >>> [(q.low, q.counted) for q in quantities("At least 63 women left.")]
    [(63.0, 'woman')]
    """
    lines = (m.span() for m in _LINE.finditer(text))
    spans = (s for line in lines for s in split_sentences(text, *line))
    return tuple(_of_sentences(text, ((None, s) for s in spans), year))


def find_quantities(report: Report) -> tuple[Quantity, ...]:
    """The figures in the sentences of a report, in order, none overlapping.

    No figure overlaps a date, ranks and their baselines aside.
    """
    sentences = ((s.id, s.span) for s in report.sentences)
    return tuple(_of_sentences(report.text, sentences, covered_year(report)))


def _of_sentences(
    text: str, sentences: Iterable[tuple[str | None, Span]], year: int | None
) -> Iterator[Quantity]:
    carried, end, number, cues = Carried(), 0, 1, _cues()
    earlier: deque[Span] = deque(maxlen=_SENTENCES_KEPT)
    silent: list[str] = []  # sentences passed over: one may name what a later figure counts
    for name, span in sentences:
        if "\n" in text[end : span.start]:
            carried = Carried()  # a new paragraph: nothing said before bears on it
            earlier.clear()
            silent.clear()
        end = span.end
        words = span.of(text)
        if cues.silent(words):
            silent.append(words)
            earlier.append(span)
            continue
        if silent:
            carried = with_subject(carried, silent)
            silent.clear()
        passage = tokenise(words)
        dates = dates_in(passage, year, carried.date)
        stretches = stretches_in(passage, dates, year, carried.stretch)
        mentions = figures_in(passage, dates, carried.noun)
        mentions = tuple(floored(m, carried.whole) for m in mentions)
        if mentions:
            place, before = Place(text, name, span.start, year), tuple(earlier)
            setting = Setting(passage, dates, stretches, signs_in(passage), place, carried, before)
            ties = ties_of(passage, mentions, carried.whole)
            ids = {n: f"q{number + n}" for n in range(len(mentions))} | {CARRIED: carried.whole_id}
            found = [quantity_of(m, setting, ids[n] or "") for n, m in enumerate(mentions)]
            told = None if dates else carried.whole_timing
            still = not STILL.isdisjoint(passage.lows)
            tied = tuple(_tied(found, ties, ids, told, still=still))
            yield from tied
            carried = carry(carried, mentions, ties, tied)
            number += len(mentions)
        carried = carry_times(carried, passage, dates, stretches)
        earlier.append(span)


@lru_cache(maxsize=1)
def _cues() -> Cues:
    """The words at which figures and dates start; "that period" points to a stretch of time."""
    figures = _rules().keys() - ARTICLES
    after_article = _after_articles() | table("unit_time").keys()
    return Cues(frozenset(figures | {"period"}), after_article, date_words())


def _tied(
    found: Sequence[Quantity],
    ties: Ties,
    ids: Mapping[int, str | None],
    told: Timing | None,
    *,
    still: bool,
) -> Iterator[Quantity]:
    """The quantities of one sentence with the ids of what they belong to, and of its year.

    Args:
        told: the year and period of the whole that the sentences before have left.
        still: whether those counted are told to remain: a part then keeps its own time.
    """
    for quantity, whole, first in zip(found, ties.wholes, ties.converted, strict=True):
        if whole is None and first is None:
            yield quantity
            continue
        other = next((found[k] for k in (whole, first) if k is not None and k >= 0), None)
        mine = Timing(quantity.as_of, quantity.period)
        timing = Timing(other.as_of, other.period) if other else told or mine
        if whole is not None and still:
            timing = mine  # "40 of the 90 arrested in 2021 remained in prison"
        yield replace(
            quantity,
            part_of=None if whole is None else ids[whole],
            converts=None if first is None else ids[first],
            as_of=timing.year,
            period=timing.period,
        )


def figures_in(
    p: Passage, dates: Sequence[Reading], last_noun: str | None = None
) -> tuple[Mention, ...]:
    """The figures of one sentence, in order, none overlapping one another or a date.

    Args:
        last_noun: what was counted last in the sentences before, for "all three" and the like.
    """
    rules, by_kind, lows = _rules(), _rules_by_kind(), p.lows
    taken = {j for d in dates for j in range(d.start, d.stop)}
    found: list[Mention] = []
    free = 0
    for i, token in enumerate(p.tokens):
        rule = rules.get(lows[i]) if token.kind == WORD else by_kind.get(token.kind)
        if rule is None or i < free or i in taken:
            continue
        mention = rule(p, i)
        if mention is None:
            continue
        mention = _trim(mention, free, taken)
        if mention is not None:
            found.append(resolved(p, mention, found, last_noun))
            free = mention.stop
    return tuple(found)


def _trim(m: Mention, free: int, taken: set[int]) -> Mention | None:
    """The mention without what an earlier one or a date holds; None where its core is hit."""
    if m.core_start < free or (
        m.kind is not QuantityKind.RANK
        and any(j in taken for j in range(m.core_start, m.core_stop))
    ):
        return None
    start, stop = max(m.start, free), m.stop
    while start < m.core_start and start in taken:
        start += 1
    while stop > m.core_stop and stop - 1 in taken and m.kind is not QuantityKind.RANK:
        stop -= 1
    return m if (start, stop) == (m.start, m.stop) else replace(m, start=start, stop=stop)


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, _Rule]:
    """The rule that each first word asks for; the order settles ties."""
    rules: dict[str, _Rule] = {}
    for name in ("number_cardinals", "number_denominators"):
        rules |= dict.fromkeys(numbers(name), number_figure)
    rules |= dict.fromkeys(numbers("number_cardinals"), _number_word)
    rules |= dict.fromkeys(("hundred", "thousand", "million"), _number_word)
    rules |= dict.fromkeys(pairs("number_vague"), number_figure)
    rules |= dict.fromkeys(numbers("number_ordinals"), ordinal_figure)
    rules |= dict.fromkeys(words("quantity_ranks"), rank_figure)
    rules |= {u: number_figure for u, code in table("unit_money").items() if u == code.lower()}
    rules |= dict.fromkeys(("a", "an"), _after_article)
    rules |= dict.fromkeys(("several", "many", "numerous", "some"), vague_figure)
    rules |= {"few": vague_figure, "most": _most_or_rank, "several": _several}
    rules |= {
        "higher": higher_figure,
        "number": numbers_of,
        "numbers": numbers_of,
        "majority": majority_figure,
    }
    rules |= {"no": zero_figure, "nobody": zero_figure, "only": only_figure, "life": life_sentence}
    rules |= dict.fromkeys(("once", "twice", "thrice"), frequency_word)
    rules |= dict.fromkeys(_MULTIPLIERS, multiplier_word)
    rules |= dict.fromkeys(("half", *"½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"), number_figure)
    return rules


@lru_cache(maxsize=1)
def _rules_by_kind() -> Mapping[str, _Rule]:
    """The rule that each kind of token asks for; words have rules of their own."""
    rules: dict[str, _Rule] = dict.fromkeys((NUMBER, MONEY, DECIMAL), number_figure)
    return rules | {ORDINAL: ordinal_figure, SLASHED: _slashed}


_MULTIPLIERS = (
    "doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved", "doubling", "tripling",
    "quadrupling", "twofold", "threefold", "fourfold", "fivefold", "tenfold",
)  # fmt: skip


def _after_article(p: Passage, i: int) -> Mention | None:
    following = p.lows[i + 1]
    if full_scale(following) and (ordinal := ordinal_figure(p, i)):
        return ordinal  # "a hundred and first"
    if following in table("unit_time"):
        return article_time(p, i)
    return number_figure(p, i) if following in _after_articles() else None


@lru_cache(maxsize=1)
def _after_articles() -> frozenset[str]:
    """The words that make a number with an article: a dozen, a third, a half, a twenty-first."""
    lists = ("number_scales", "number_denominators", "number_ordinals", "number_cardinals")
    return frozenset(word for name in lists for word in numbers(name))


def _number_word(p: Passage, i: int) -> Mention | None:
    return ordinal_figure(p, i) or number_figure(p, i)  # "twenty-first", "twenty-one"


def _slashed(p: Passage, i: int) -> Mention | None:
    return rate_figure(p, i) or number_figure(p, i)


def _several(p: Passage, i: int) -> Mention | None:
    return number_figure(p, i) or vague_figure(p, i)


def _most_or_rank(p: Passage, i: int) -> Mention | None:
    return rank_figure(p, i) or vague_figure(p, i)
