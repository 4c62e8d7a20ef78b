"""Topic by country: what the reports write about, and what came and went."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rights_diff.model.corpus import PairRecord, TopicCount
from rights_diff.model.ledger import Status
from rights_diff.rendering.strings import text
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import signed, thousands
from rights_diff.rendering.view.site.counts import topics_of
from rights_diff.rendering.view.site.names import country_name, page_address
from rights_diff.rendering.view.site.records import Leader, Sentence
from rights_diff.rendering.view.site.runs import RunKey, Site
from rights_diff.rendering.view.site.topic_records import (
    HeatColumn,
    HeatMeasure,
    HeatRow,
    TopicLine,
    TopicsPage,
    TopicsRun,
)

__all__ = ["topics_view"]

_SHADES = 9
_OFTEN = 25  # topics shown without being asked for, as in `site.css` and `site.js`
# Parts of a report that are on no right: no news in themselves.
_BACKDROP = frozenset({"background_context", "overview"})
_NAMED = 4  # topics that a sentence names
_MEASURES = ("new", "shift", "dropped", "added", "dropped_every", "added_every")
_SIGNED = frozenset({"shift"})
_EVERY = "_every"  # a measure with template edits counted: no choice of its own


@dataclass(frozen=True, slots=True)
class _Topic:
    """One topic of one pair; claims without and with template edits."""

    count: TopicCount
    gone: int
    came: int

    @property
    def shift(self) -> int:
        """Words per 1,000 more or less, of rounded numbers, as they stand beside each other."""
        return round(self.count.new_per_thousand) - round(self.count.old_per_thousand)


def topics_view(site: Site) -> TopicsPage:
    """All that the page shows."""
    topics = {r.pair.id: _topics(site, r) for r in site.records}
    codes = _by_weight(topics.values())
    most = max(
        (t.count.new_per_thousand for found in topics.values() for t in found.values()), default=0.0
    )
    return TopicsPage(
        frame=site.frame("topics", text("topics_headline", name="site", count=len(codes))),
        runs=tuple(_run(site, key, topics) for key in site.runs),
        chosen=site.chosen,
        measures=tuple(
            HeatMeasure(
                key=m,
                label=text(f"measure_{m}", name="site"),
                across=text(f"measure_{m}", name="site_across"),
                signed=m in _SIGNED,
            )
            for m in _MEASURES
            if not m.endswith(_EVERY)
        ),
        has_template_edits=bool(site.places),
        columns=tuple(HeatColumn(code=c, label=topic_label(c)) for c in codes),
        rare=max(0, len(codes) - _OFTEN),
        rows=tuple(_row(site, r, topics[r.pair.id], codes, most) for r in site.records),
    )


def _topics(site: Site, record: PairRecord) -> dict[str, _Topic]:
    template = topics_of(site.places.get(record.pair.id, ()))
    return {
        t.topic: _Topic(
            t,
            max(0, t.dropped - template.get((t.topic, Status.DROPPED), 0)),
            max(0, t.added - template.get((t.topic, Status.ADDED), 0)),
        )
        for t in record.topics
        if t.words_old or t.words_new or t.dropped or t.added
    }


def _by_weight(pairs: Iterable[Mapping[str, _Topic]]) -> list[str]:
    """Topics, most written about first."""
    weight: defaultdict[str, int] = defaultdict(int)
    for found in pairs:
        for code, topic in found.items():
            weight[code] += topic.count.words_old + topic.count.words_new
    return sorted(weight, key=lambda code: (-weight[code], code))


def _row(
    site: Site, record: PairRecord, topics: Mapping[str, _Topic], codes: Sequence[str], most: float
) -> HeatRow:
    told = [topics[c].count if c in topics else None for c in codes]
    return HeatRow(
        country=country_name(record.pair.country),
        href=page_address(record.page),
        run=site.run(record),
        edition=site.label(site.keys[record.pair.id]),
        cells=tuple(
            (_per_thousand(c), _shade(c.new_per_thousand, most)) if c else ("", 0) for c in told
        ),
        values=tuple((m, _values(m, topics, codes)) for m in _MEASURES[1:]),
    )


def _values(measure: str, topics: Mapping[str, _Topic], codes: Sequence[str]) -> str:
    """One measure in all columns, between commas; nothing where it is nought."""
    of: Callable[[_Topic], int] = {
        "shift": lambda t: t.shift,
        "dropped": lambda t: t.gone,
        "added": lambda t: t.came,
        "dropped_every": lambda t: t.count.dropped,
        "added_every": lambda t: t.count.added,
    }[measure]
    return ",".join(str(of(topics[c]) or "") if c in topics else "" for c in codes)


def _per_thousand(count: TopicCount) -> str:
    if not count.words_new:
        return ""
    return str(round(count.new_per_thousand)) if count.new_per_thousand >= 1 else "<1"


def _shade(value: float, most: float) -> int:
    """By the square root of the share, so that rare topics are told from none."""
    if value <= 0 or most <= 0:
        return 0
    return max(1, min(_SHADES, round(math.sqrt(value / most) * _SHADES)))


# all countries of a run


def _run(site: Site, key: RunKey, topics: Mapping[str, Mapping[str, _Topic]]) -> TopicsRun:
    records = site.of_run(key)
    words = (sum(r.words_old for r in records), sum(r.words_new for r in records))
    found: defaultdict[str, list[_Topic]] = defaultdict(list)
    for r in records:
        for code, topic in topics[r.pair.id].items():
            found[code].append(topic)
    rates = {code: _rates(told, words) for code, told in found.items()}
    most = max((max(pair) for pair in rates.values()), default=0.0) or 1.0
    ranked = sorted(found, key=lambda code: (-max(rates[code]), code))
    return TopicsRun(
        id=site.runs[key],
        label=site.label(key),
        across=key.across,
        sentences=_sentences(rates),
        lines=tuple(_line(code, found[code], rates[code], most) for code in ranked),
    )


def _sentences(rates: Mapping[str, tuple[float, float]]) -> tuple[Sentence, ...]:
    """What is written about most, and what grew and shrank most; rounded as the table has it."""
    new = {code: round(rate) for code, (_, rate) in rates.items() if code not in _BACKDROP}
    shift = {code: new[code] - round(rates[code][0]) for code in new}
    told = (("topics_most", new, 1), ("topics_grew", shift, 1), ("topics_shrank", shift, -1))
    made = (Sentence(key=key, leaders=_leading(key, values, sign)) for key, values, sign in told)
    return tuple(s for s in made if s.leaders)


def _leading(key: str, values: Mapping[str, int], sign: int) -> tuple[Leader, ...]:
    ranked = sorted(
        (code for code in values if values[code] * sign > 0), key=lambda c: (-values[c] * sign, c)
    )
    return tuple(
        Leader(
            name=topic_label(code),
            href=f"#sort={code}-",
            shown=thousands(values[code]) if key == "topics_most" else signed(float(values[code])),
        )
        for code in ranked[:_NAMED]
    )


def _rates(topics: Sequence[_Topic], words: tuple[int, int]) -> tuple[float, float]:
    """Words per 1,000 in all older and in all newer reports together."""
    told = (sum(t.count.words_old for t in topics), sum(t.count.words_new for t in topics))
    old, new = (
        1000 * part / whole if whole else 0.0 for part, whole in zip(told, words, strict=True)
    )
    return old, new


def _line(
    code: str, topics: Sequence[_Topic], rates: tuple[float, float], most: float
) -> TopicLine:
    old, new = rates
    shift = round(new) - round(old)
    return TopicLine(
        code=code,
        label=topic_label(code),
        old=f"{old:,.0f}",
        new=f"{new:,.0f}",
        change=signed(float(shift)) if shift else "0",
        shift=new - old,
        old_bar=round(100 * old / most, 1),
        new_bar=round(100 * new / most, 1),
        dropped=thousands(sum(t.gone for t in topics)),
        added=thousands(sum(t.came for t in topics)),
        countries=thousands(sum(bool(t.count.words_new) for t in topics)),
    )
