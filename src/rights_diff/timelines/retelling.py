"""Which figures only tell again what an earlier edition told, and of which year they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rights_diff.comparison.claims import likeness, other_time, split_keys
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.model import QuantityKind
from rights_diff.model.timeline import Edition
from rights_diff.timelines.mentions import COUNTRY_ROOT, Mention
from rights_diff.timelines.part_years import stretch_of

__all__ = ["tells_again", "years_told"]

# From this share of common words on a sentence is the same one, edited.
_SAME_WORDS = 0.7
# A number is of the same people or things where so many names stand beside it in both sentences,
# and this share of their words is the same.
_NAMES, _ALIKE = 2, 0.3
# Numbers that go up with the years by themselves, or belong to one person.
_OF_PERSONS = frozenset({QuantityKind.AGE, QuantityKind.DURATION, QuantityKind.SENTENCE_LENGTH})

Key = tuple[int, int]


def tells_again(
    mention: Mention,
    group: Sequence[Mention],
    editions: Sequence[Edition],
    years: Mapping[Key, int | None],
) -> bool:
    """Whether an earlier edition of the organization says the same of the same year, or says it
    in the same words; not where each names another year ("elections in 2014", "in 2019"), or an
    edition between them gives another number (six killed, then nine, then six).

    Args:
        years: of the figures of the group, see `years_told`.
    """
    earlier = _earlier(mention, group, editions)
    if years[mention.key] != mention.as_of:  # another edition names the year of this one
        return any(_same_number(m, mention) for m in earlier)
    same = [m for m in earlier if _same_value(m, mention) and _same_finding(m, mention, editions)]
    if any(_reworded(m, mention) for m in earlier) or any(_one_year(m, mention) for m in same):
        return True
    if not same:
        return False
    last = max(m.edition for m in same)
    between = [m for m in earlier if m.edition > last]
    return all(_same_value(m, mention) for m in between)


def years_told(group: Sequence[Mention], editions: Sequence[Edition]) -> Mapping[Key, int | None]:
    """The year of each figure: that which the same sentence names in another edition of the
    organization, where it names none itself ("in April" is told as "in April 2023" a year later).
    """
    years = {m.key: m.as_of for m in group}
    for later in group:
        for m in _earlier(later, group, editions):
            if _same_number(m, later):
                years |= _settled(m, later, editions)
    return years


def _settled(m: Mention, later: Mention, editions: Sequence[Edition]) -> dict[Key, int | None]:
    """The year of the one of two tellings that names none where the other names it."""
    told = editions[m.edition].year
    if m.as_of and not later.names_year and _is_named(m.as_of, later.figure.sentence_text):
        return {later.key: m.as_of}
    named = later.names_year and not m.names_year
    alike = likeness(m.figure.claim, later.figure.claim)
    if alike >= _SAME_WORDS and named and later.as_of and told and later.as_of <= told:
        return {m.key: later.as_of}
    return {}


def _is_named(year: int, words: str) -> bool:
    """Whether a year stands there by itself, and not as the start of a stretch ("2019-36")."""
    return re.search(rf"\b{year}\b(?![-–/]\d)", words) is not None


def _earlier(
    mention: Mention, group: Sequence[Mention], editions: Sequence[Edition]
) -> list[Mention]:
    who = editions[mention.edition].organization
    return [
        m for m in group if m.edition < mention.edition and editions[m.edition].organization == who
    ]


def _one_year(a: Mention, b: Mention) -> bool:
    return a.as_of is not None and a.as_of == b.as_of


def _same_value(a: Mention, b: Mention) -> bool:
    return bounds(a.figure.quantity) == bounds(b.figure.quantity)


def _same_number(a: Mention, b: Mention) -> bool:
    """The same value, or the same number with and without "about"."""
    number = point(a.figure.quantity)
    return _same_value(a, b) or (number is not None and number == point(b.figure.quantity))


def _reworded(a: Mention, b: Mention) -> bool:
    """Whether two vague figures, or one number with and without "up to", are told of one year in
    nearly the same words or of the number itself: no year has two of them.
    """
    if not _one_year(a, b):
        return False
    p, q = a.figure.quantity, b.figure.quantity
    if p.kind is q.kind is QuantityKind.VAGUE_MAGNITUDE:
        named = a.names_year and b.names_year
        return named and likeness(a.figure.claim, b.figure.claim) >= _SAME_WORDS
    return point(p) is not None and point(p) == point(q)


def _same_finding(a: Mention, b: Mention, editions: Sequence[Edition]) -> bool:
    """Whether one number of an earlier and a later edition is one finding, and no new count."""
    if _one_year(a, b):
        return True
    if (a.names_year and b.names_year) or _is_of_its_own_year(a, editions):
        return False
    one, other = a.figure.claim, b.figure.claim
    if other_time(one, other) or _other_numbers(a, b):
        return False
    alike = likeness(one, other)
    if alike >= _SAME_WORDS:
        return True
    return alike >= _ALIKE and len(_names(a) & _names(b)) >= _NAMES and not _counted_anew(b)


def _is_of_its_own_year(a: Mention, editions: Sequence[Edition]) -> bool:
    """Whether the text told another year than that of the report: with it a sentence told again
    would have kept its year.
    """
    return None not in (a.as_of, editions[a.edition].year) and a.as_of != editions[a.edition].year


def _other_numbers(a: Mention, b: Mention) -> bool:
    """Whether the sentence gives other numbers beside this one: then all are counted anew."""
    left, right = (_numbers_beside(m) for m in (a, b))
    return len(left) == len(right) and left != right


def _numbers_beside(mention: Mention) -> list[tuple[float, float]]:
    own = mention.figure.quantity
    among = mention.figure.claim.quantities
    return [
        bounds(q)
        for q in among
        if q.id != own.id and q.converts is None and q.kind not in _OF_PERSONS
    ]


def _names(mention: Mention) -> frozenset[str]:
    """The names of its sentence but that of the report's own country."""
    claim = mention.figure.claim
    own = tuple(key[:COUNTRY_ROOT] for key in split_keys(claim.country or ""))
    return frozenset(n for n in claim.names if not (own and n.startswith(own)))


def _counted_anew(mention: Mention) -> bool:
    return stretch_of(mention.figure) is not None
