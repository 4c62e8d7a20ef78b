"""What speaks for two sentences making the same claim, from the two sentences alone.

Every feature is symmetric in the two sentences, so that swapping the reports changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rapidfuzz import fuzz

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.vectors import Weights, dot

# In the order of the values that `own_features` gives; `…_apart`: both have some, share none;
# `one_…`: only one of the two has it.
OWN = (
    "cosine",
    "concepts",
    "covered",
    "covered_less",
    "meant",
    "meant_less",
    "second",
    "weight",
    "rare",
    "rarest",
    "clauses",
    "ratio",
    "near_verbatim",
    "token_set",
    "token_sort",
    "length",
    "size",
    "names",
    "names_apart",
    "specific_apart",
    "one_specific",
    "who",
    "who_apart",
    "one_single",
    "known_apart",
    "figures",
    "counted",
    "amounts",
    "big",
    "years",
    "days",
    "days_apart",
    "one_day",
    "incidents_apart",
    "topics",
    "subjects",
    "one_bullet",
    "pronouns",
    "one_pronoun",
    "standing",
    "episodes_apart",
    "leads",
)
_CONCEPTS = OWN.index("concepts")
# Weight (rarity here and in general) from which a shared stem tells something.
_TELLING = 4.0
# String ratio from which two sentences are the same but for a few words.
_VERBATIM = 0.8
# Digits from which a figure is hardly shared by chance.
_LONG_FIGURE = 3

# Kinds of quantities that are never one figure with a count.
_KIND_OF = {
    "duration": "time",
    "sentence_length": "time",
    "age": "age",
    "money": "money",
    "percent": "share",
    "fraction": "share",
    "measure": "measure",
}

Values = tuple[float, ...]


def own_features(a: Profile, b: Profile, cosine: float) -> Values:
    """Values in the order of `OWN`; `cosine` is that of the two word vectors."""
    words = _of_words(a, b, cosine)
    return (
        *words,
        *_of_strings(a, b),
        *_of_names(a, b),
        *_of_numbers(a, b),
        _overlap(a.topics, b.topics),
        dot(a.parts.subjects, b.parts.subjects),
        float(a.bullet != b.bullet),
        float(a.pronoun and b.pronoun),
        float(a.pronoun != b.pronoun),
        (a.standing + b.standing) * words[_CONCEPTS],
        _episodes_apart(a, b),
        float(a.lead) + float(b.lead),
    )


def _of_words(a: Profile, b: Profile, cosine: float) -> Values:
    theirs = b.mass
    # An alias weighs less than the word itself, hence the lesser of the two.
    weights = sorted(
        [w if w < (v := theirs[s]) else v for s, w in a.mass.items() if s in theirs], reverse=True
    )
    shared = sum(weights)
    common = _common(a.meant, b.meant)
    one, other, mine, theirs = a.concepts, b.concepts, a.meant, b.meant
    meant = sum(sorted([w if (w := mine[c]) < (v := theirs[c]) else v for c in common]))
    low, high = sorted((a.total, b.total))
    low_meant, high_meant = sorted((a.meant_total, b.meant_total))
    return (
        cosine,
        sum([one[c] * other[c] for c in common]),
        shared / low if low else 0.0,
        shared / high if high else 0.0,
        meant / low_meant if low_meant else 0.0,
        meant / high_meant if high_meant else 0.0,
        weights[1] / 10 if len(weights) > 1 else 0.0,
        math.log1p(shared),
        math.log1p(sum([w - _TELLING for w in weights if w > _TELLING])),
        weights[0] / 10 if weights else 0.0,
        _nearest_clauses(a, b, common),
    )


def _common(a: Weights, b: Weights) -> list[str]:
    """The keys that both hold, in the order of the one that has fewer."""
    if len(a) > len(b):
        a, b = b, a
    return [s for s in a if s in b]


def _nearest_clauses(a: Profile, b: Profile, common: Sequence[str]) -> float:
    """The highest cosine of a clause of one sentence and a clause of the other.

    Args:
        common: the meanings that both sentences hold.
    """
    index, others, many = a.parts.index, b.parts.index, len(b.parts.clauses)
    sums = [0.0] * (many * len(a.parts.clauses))
    for c in common:
        for row, w in index.get(c, ()):
            for at, v in others.get(c, ()):
                sums[row * many + at] += w * v
    return max(sums, default=0.0)


def _of_strings(a: Profile, b: Profile) -> Values:
    ratio = fuzz.ratio(a.words, b.words) / 100
    return (
        ratio,
        max(0.0, ratio - _VERBATIM),
        fuzz.token_set_ratio(a.content, b.content) / 100,
        fuzz.ratio(a.content, b.content) / 100,  # the words are sorted already
        min(a.size, b.size) / max(a.size, b.size, 1),
        math.log1p(min(a.size, b.size)),
    )


def _of_names(a: Profile, b: Profile) -> Values:
    return (
        _heft(a.names & b.names, a),
        _apart(a.names, b.names),
        _apart(a.specific, b.specific),
        float(bool(a.specific) != bool(b.specific)),
        math.log1p(len(a.who & b.who)),
        _apart(a.who, b.who),
        float(a.single != b.single),
        _apart(a.known, b.known),
    )


def _of_numbers(a: Profile, b: Profile) -> Values:
    figures = a.figures & b.figures
    return (
        _heft(figures, a),
        float(bool(a.counted & b.counted)),
        float(bool(a.amounts & b.amounts)),
        float(_same_figure(figures, a, b)),
        _heft(a.years & b.years, a),
        float(bool(a.days & b.days)),
        _apart(a.days, b.days),
        float(bool(a.days) != bool(b.days)),
        float(a.harm and b.harm and bool(_apart(a.days, b.days))),
    )


def _episodes_apart(a: Profile, b: Profile) -> float:
    """How much both tell of one event each, where neither a day nor a name ties the two."""
    tied = not (a.days.isdisjoint(b.days) and a.specific.isdisjoint(b.specific))
    return 0.0 if tied else min(a.episode, b.episode)


def _distinctive(figure: str) -> bool:
    """Whether a figure is long, and no round hundred or thousand."""
    return len(figure) >= _LONG_FIGURE and len(figure.rstrip("0")) > 1


def _same_figure(figures: frozenset[str], a: Profile, b: Profile) -> bool:
    """Whether a shared figure is hardly shared by chance: long, or of one named year."""
    if not a.dated.isdisjoint(b.dated):
        return True
    return any(_distinctive(f) and not _measures_apart(f, a, b) for f in figures)


def _measures_apart(figure: str, a: Profile, b: Profile) -> bool:
    """Whether a figure is of another kind on either side: 180 days, 180 protesters."""
    kinds = _kinds(figure, a), _kinds(figure, b)
    return all(kinds) and kinds[0].isdisjoint(kinds[1])


def _kinds(figure: str, p: Profile) -> set[str]:
    """What sorts of things a sentence counts with a figure, as far as it says so."""
    told = (amount.split(" ") for amount in p.amounts)
    return {_KIND_OF.get(kind, "count") for kind, number, *_ in told if number == figure}


def _heft(shared: frozenset[str], a: Profile) -> float:
    """Weight of shared stems, on a scale where one rare name is about 1."""
    if not shared:
        return 0.0
    return math.log1p(math.fsum([max(0.0, a.mass.get(s, 0.0) - _TELLING) for s in shared])) / 2


def _apart(a: frozenset[str], b: frozenset[str]) -> float:
    """Both have some and share none."""
    return 1.0 if a and b and a.isdisjoint(b) else 0.0


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
