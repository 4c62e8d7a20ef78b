"""The first page of a site: who leads in what, and the table of countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from rights_diff.model.corpus import Headline, PairRecord
from rights_diff.rendering.strings import many, table, text
from rights_diff.rendering.view.plain import clip, shown_line, signed, thousands
from rights_diff.rendering.view.site_counts import Counts, total
from rights_diff.rendering.view.site_records import (
    Cell,
    Column,
    CountryRow,
    HeadlineView,
    IndexPage,
    Leader,
    Run,
    Sentence,
    SiteTable,
)
from rights_diff.rendering.view.site_runs import (
    RunKey,
    Site,
    country_name,
    is_across,
    page_address,
)

__all__ = ["bar", "index_view"]

BARS = 20  # steps of a bar's width, one rule of the style sheet each
_NAMED = 3  # countries that a sentence names
_NAMED_TIED = 5  # if the last of them shares its place
_LEAST_CLAIMS = 20  # of an older chapter; shares of shorter ones jump with a single claim
_LEAST_WORDS = 300  # of an older chapter; likewise for its growth
_HEADLINES = 3  # of a country, in the table
_HEADLINE_SHOWN = 160  # characters
_COUNTED = ("figures", "reversed", "softened", "strengthened", "dropped", "added")
_COUNTED_ACROSS = ("kept", "agreeing", "figures", "reversed", "dropped", "added")
# What a number leads to on the country's page: its own filters, sure pairs only.
_FRAGMENTS = {
    "agreeing": "figures",
    "figures": "figures",
    "reversed": "what=contradicted&sure=1",
    "softened": "what=softened&sure=1",
    "strengthened": "what=strengthened&sure=1",
    "dropped": "what=dropped&sure=1",
    "added": "what=added&sure=1",
}
_LENGTH, _GROWTH, _KEPT, _SAME = "words", "growth", "told_again", "same"
_COLUMNS = (_LENGTH, _GROWTH, *_COUNTED, _KEPT, _SAME)
_COLUMNS_ACROSS = (*_COUNTED_ACROSS, _LENGTH, _GROWTH)


@dataclass(frozen=True, slots=True)
class _Lead:
    """Where a country may lead: a key of the strings, a column, and most (1) or least (−1)."""

    key: str
    column: str
    sign: int = 1


_TOLD = (
    _Lead("lead_figures", "figures"),
    _Lead("lead_dropped", "dropped"),
    _Lead("lead_softened", "softened"),
    _Lead("lead_reversed", "reversed"),
)
_LISTED = (
    _Lead("list_strengthened", "strengthened"),
    _Lead("list_kept", _KEPT, -1),
    _Lead("list_same", _KEPT),
    _Lead("list_longer", _GROWTH),
    _Lead("list_shorter", _GROWTH, -1),
)
_ACROSS_TOLD = (
    _Lead("across_agreeing", "agreeing"),
    _Lead("across_figures", "figures"),
    _Lead("across_reversed", "reversed"),
    _Lead("across_kept", "kept"),
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the cells and sentences of a pair are made of; `None` in shares of nothing."""

    record: PairRecord
    own: Counts
    every: Counts

    def of(self, key: str, *, every: bool = False) -> float | None:
        """The number in a column."""
        counts = self.every if every else self.own
        if key == _LENGTH:
            return self.record.words_new
        if key == _GROWTH:
            return _share(self.record.words_new - self.record.words_old, self.record.words_old)
        if key == _KEPT:
            return _share(counts.kept, counts.told)
        if key == _SAME:
            return _share(counts.same, counts.told)
        value: int = getattr(counts, key)
        return value


def index_view(site: Site, downloads: Sequence[str] = ()) -> IndexPage:
    """All that the first page shows."""
    numbers = {r.pair.id: Numbers(r, *site.counts(r)) for r in site.records}
    return IndexPage(
        frame=site.frame("index", _headline(site)),
        runs=tuple(
            _run(site, key, [numbers[r.pair.id] for r in site.of_run(key)]) for key in site.runs
        ),
        chosen=site.chosen,
        tables=tuple(
            _table(site, across, found)
            for across in (False, True)
            if (found := [n for n in numbers.values() if is_across(n.record.pair) is across])
        ),
        has_template_edits=any(n.own != n.every for n in numbers.values()),
        notes=tuple(shown_line(n) for n in site.result.plan.notes),
        downloads=tuple(shown_line(d) for d in downloads),
        cite=_cite(site),
    )


def _headline(site: Site) -> str:
    countries = len({r.pair.country for r in site.records})
    pairs = len(site.records)
    told = [text("countries", name="site", count=countries)]
    if pairs != countries:
        told.append(text("pairs", name="site", count=pairs))
    if len(site.runs) == 1:
        told.insert(0, site.label(next(iter(site.runs))))
    if site.result.failures:
        told.append(text("failed", name="site", count=len(site.result.failures)))
    return " · ".join(told)


def _cite(site: Site) -> str:
    import rights_diff

    labels = "; ".join(site.label(key) for key in site.runs)
    return text(
        "cite_corpus",
        name="site",
        runs=clip(labels, _HEADLINE_SHOWN),
        pairs=text("pairs", name="site", count=len(site.records)),
        version=rights_diff.__version__,
    )


# runs


def _run(site: Site, key: RunKey, numbers: Sequence[Numbers]) -> Run:
    own, every = total(n.own for n in numbers), total(n.every for n in numbers)
    codes = _COUNTED_ACROSS if key.across else _COUNTED
    name = "site_glance_across" if key.across else "site_glance"
    return Run(
        id=site.runs[key],
        label=site.label(key),
        across=key.across,
        pairs=thousands(len(numbers)),
        numbers=tuple(
            (code, thousands(n), many(name, code, n))
            for code, n in ((c, int(getattr(own, c))) for c in codes)
        ),
        totals=_totals(key, numbers, own),
        sentences=_leading(_ACROSS_TOLD if key.across else _TOLD, numbers),
        leads=_leading(() if key.across else _LISTED, numbers),
        set_aside=_set_aside(site, key, own, every),
    )


def _totals(key: RunKey, numbers: Sequence[Numbers], own: Counts) -> tuple[str, ...]:
    shares = [s for n in numbers if (s := n.of(_KEPT)) is not None]
    say = partial(text, name="site_across" if key.across else "site")
    told = [
        say(
            "total",
            count=len(numbers),
            dropped=thousands(own.dropped),
            told=thousands(own.told),
            added=thousands(own.added),
            kept=thousands(own.kept),
        )
    ]
    if len(shares) > 1:
        told.append(
            say(
                "half",
                share=_percent(median(shares)),
                least=_percent(min(shares)),
                most=_percent(max(shares)),
            )
        )
    return tuple(told)


def _set_aside(site: Site, key: RunKey, own: Counts, every: Counts) -> str:
    edits = site.edits_of(key)
    if not edits:
        return ""
    told = text("set_aside", name="site", count=len(edits))
    if own == every:
        return told
    gone, came = thousands(every.dropped - own.dropped), thousands(every.added - own.added)
    return f"{told} {text('set_aside_counted', name='site', dropped=gone, added=came)}"


def _leading(leads: Sequence[_Lead], numbers: Sequence[Numbers]) -> tuple[Sentence, ...]:
    told = (_sentence(lead, numbers) for lead in leads)
    return tuple(s for s in told if s.leaders or s.tied)


def _sentence(lead: _Lead, numbers: Sequence[Numbers]) -> Sentence:
    """Those with the most or the least; a place that too many share is told as their number."""
    ranked = sorted(
        ((v, n) for n in numbers if (v := _valued(n, lead)) is not None),
        key=lambda found: -found[0] * lead.sign,
    )
    named = ranked[:_NAMED]
    tied = [n for v, n in ranked if named and v == named[-1][0]]
    last = named[-1][0] if named else 0.0
    ahead = [(v, n) for v, n in named if v != last]
    if len(ahead) + len(tied) <= _NAMED_TIED:
        return Sentence(key=lead.key, leaders=_leaders([*(n for _, n in ahead), *tied], lead))
    return Sentence(
        key=lead.key,
        leaders=_leaders([n for _, n in ahead], lead),
        tied=len(tied),
        tied_shown=_said(tied[0], lead),
        href=f"#sort={lead.column}{'-' if lead.sign > 0 else '+'}",
    )


def _leaders(numbers: Sequence[Numbers], lead: _Lead) -> tuple[Leader, ...]:
    return tuple(
        Leader(
            name=country_name(n.record.pair.country),
            href=page_address(n.record.page) or f"#{n.record.pair.id}",
            shown=_said(n, lead),
        )
        for n in numbers
    )


def _said(numbers: Numbers, lead: _Lead) -> str:
    if lead.column == "dropped":
        own = numbers.own
        return text("part", name="site", some=thousands(own.dropped), of=thousands(own.told))
    return _shown(lead.column, numbers.of(lead.column))


def _valued(numbers: Numbers, lead: _Lead) -> float | None:
    """The number by which a pair leads; None where it has too little of what is counted."""
    value = numbers.of(lead.column)
    if value is None:
        return None
    if lead.column == _KEPT:
        return value if numbers.own.told >= _LEAST_CLAIMS else None
    if lead.column == _GROWTH:
        long = numbers.record.words_old >= _LEAST_WORDS
        return value if long and value * lead.sign > 0 else None
    return value or None


# the table


def _table(site: Site, across: bool, numbers: Sequence[Numbers]) -> SiteTable:
    name = "site_column_across" if across else "site_column"
    said, about = table(name), table("site_column_about")
    keys = _COLUMNS_ACROSS if across else _COLUMNS
    most = {k: max((n.of(k) or 0.0 for n in numbers), default=0.0) for k in keys}
    anchors = site.anchors()
    return SiteTable(
        id="across" if across else "editions",
        across=across,
        title=text("table_across" if across else "table", name="site"),
        columns=tuple(
            Column(
                key=k,
                label=said[k],
                about=about.get(k, ""),
                fragment=_FRAGMENTS.get(k, ""),
                bar=k != _GROWTH,
            )
            for k in keys
        ),
        rows=tuple(_row(site, n, keys, most, anchors) for n in numbers),
    )


def _row(
    site: Site,
    numbers: Numbers,
    keys: Sequence[str],
    most: dict[str, float],
    anchors: dict[str, str],
) -> CountryRow:
    record = numbers.record
    page = page_address(record.page)
    aside = {p.row for p in site.places.get(record.pair.id, ())}
    own = [h for h in record.headlines if h.row not in aside]
    return CountryRow(
        id=record.pair.id,
        anchor=anchors.get(record.pair.id, ""),
        country=country_name(record.pair.country),
        href=page,
        run=site.run(record),
        edition=site.label(site.keys[record.pair.id]),
        cells=tuple(_cell(numbers, k, most[k]) for k in keys),
        headlines=tuple(_headline_view(h, page) for h in own[:_HEADLINES]),
    )


def _headline_view(headline: Headline, page: str) -> HeadlineView:
    told = clip(shown_line(headline.text), _HEADLINE_SHOWN)
    return HeadlineView(text=told, href=f"{page}#{headline.row}" if page and headline.row else page)


def _cell(numbers: Numbers, key: str, most: float) -> Cell:
    own = numbers.of(key)
    shown, every = _shown(key, own), _shown(key, numbers.of(key, every=True))
    return Cell(
        shown=shown,
        every="" if every == shown else every,
        width=0 if key == _GROWTH else bar(own or 0.0, most),
    )


def bar(value: float, most: float) -> int:
    """The step of a bar; what is more than nothing has at least one.

    >>> bar(0, 50), bar(1, 500), bar(50, 50)
    (0, 1, 20)
    """
    return max(1, round(BARS * value / most)) if value > 0 and most > 0 else 0


def _shown(key: str, value: float | None) -> str:
    if value is None:
        return "–"
    if key == _GROWTH:
        return _signed_percent(value)
    if key in (_KEPT, _SAME):
        return _percent(value)
    return thousands(int(value))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _percent(share: float) -> str:
    """A share as people read it; what is not nothing is never shown as nothing.

    >>> _percent(0.0), _percent(0.004), _percent(0.426), _percent(0.999)
    ('0%', '<1%', '43%', '>99%')
    """
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{round(100 * share)}%"


def _signed_percent(share: float) -> str:
    rounded = round(100 * share)
    return f"{signed(float(rounded))}%" if rounded else "0%"
