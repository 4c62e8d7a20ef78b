"""What speaks for two sentences making the same claim, from what surrounds them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.features import Values
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.odds import logit
from rights_diff.alignment.profile import Prepared, Profile
from rights_diff.alignment.vectors import Weights, dot, unit

# In the order of the values that `Surroundings.features` gives.
CONTEXT = (
    "first",
    "rank",
    "margin",
    "neighbours",
    "sections",
    "window",
    "topic",
    "place",
    "both_lead",
    "one_lead",
    "cross",
)
# Sentences on either side that make up the surroundings of one.
_REACH = 2

Best = dict[int, tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around the candidate pairs of two reports.

    Attributes:
        first: probability of each candidate pair from its own features, and of exact pairs.
        old_best, new_best: each sentence's best and second-best probability.
        linked: how likely two sections correspond, 0–1.
        old_windows, new_windows: meanings of the sentences near each one, if asked for.
        topics: how rare each topic is in the two reports, in nats.
        cross: whether two organizations wrote the reports.
    """

    first: Mapping[Pair, float]
    old_best: Best
    new_best: Best
    linked: Mapping[Pair, float]
    old_windows: Sequence[Weights]
    new_windows: Sequence[Weights]
    topics: Mapping[str, float]
    cross: bool

    def features(self, a: Profile, b: Profile) -> Values:
        """Values in the order of `CONTEXT` for one candidate pair."""
        i, j = a.number, b.number
        held = self.first.get
        p = self.first[i, j]
        (top, second), (best, runner) = self.old_best[i], self.new_best[j]
        rival = max(second if p >= top else top, runner if p >= best else best)
        return (
            logit(p),
            float(p >= top) + float(p >= best),
            p - rival,
            max(
                held((i - 1, j - 1), 0.0),
                held((i + 1, j + 1), 0.0),
                held((i - 1, j + 1), 0.0),
                held((i + 1, j - 1), 0.0),
            ),
            self.linked.get((a.section, b.section), 0.0),
            dot(self.old_windows[i], self.new_windows[j]) if self.old_windows else 0.0,
            self._shared_topics(a, b),
            1 - abs(a.place - b.place),
            float(a.lead and b.lead),
            float(a.lead != b.lead),
            float(self.cross),
        )

    def _shared_topics(self, a: Profile, b: Profile) -> float:
        shared = a.topics & b.topics
        if not shared:
            return 0.0
        weight = math.fsum(self.topics[t] for t in shared)
        return weight / math.log(1 + len(a.topics | b.topics))


def surroundings(
    old: Prepared,
    new: Prepared,
    first: Mapping[Pair, float],
    exact: Sequence[Pair],
    linked: Mapping[Pair, float],
    *,
    cross: bool,
    windows: bool = True,
) -> Surroundings:
    """The surroundings of all candidate pairs, of which `first` gives the probability.

    Args:
        windows: whether the words around a sentence are asked for.
    """
    return Surroundings(
        first={**first, **dict.fromkeys(exact, 1.0)},
        old_best=_best(first, 0),
        new_best=_best(first, 1),
        linked=linked,
        old_windows=_windows(old.profiles) if windows else (),
        new_windows=_windows(new.profiles) if windows else (),
        topics=_topic_rarity((*old.profiles, *new.profiles)),
        cross=cross,
    )


def _best(first: Mapping[Pair, float], side: int) -> Best:
    """For each position of one side, the best and the second-best probability."""
    found: Best = {}
    for pair, p in first.items():
        top, second = found.get(pair[side], (0.0, 0.0))
        found[pair[side]] = (p, top) if p > top else (top, max(second, p))
    return found


def _windows(profiles: Sequence[Profile]) -> list[Weights]:
    """For each sentence the meanings of those near it in its section, without its own."""
    found = []
    for k, p in enumerate(profiles):
        words: Weights = defaultdict(float)
        for q in (*profiles[max(0, k - _REACH) : k], *profiles[k + 1 : k + 1 + _REACH]):
            if q.section == p.section:
                for s, w in q.concepts.items():
                    words[s] += w
        found.append(unit(words))
    return found


def _topic_rarity(profiles: Sequence[Profile]) -> dict[str, float]:
    counts = Counter(t for p in profiles for t in p.topics)
    return {t: math.log((1 + len(profiles)) / n) for t, n in counts.items()}
