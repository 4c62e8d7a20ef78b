"""The first page of a site: who leads in what, and the table of countries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
        sentences=tuple(s for s in _sentences(key, numbers) if s.leaders),
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
    gone, came = every.dropped - own.dropped, every.added - own.added
    return text(
        "set_aside", name="site", count=len(edits), dropped=thousands(gone), added=thousands(came)
    )


def _sentences(key: RunKey, numbers: Sequence[Numbers]) -> list[Sentence]:
    def led(code: str, column: str, shown: Callable[[Numbers], str], sign: int = 1) -> Sentence:
        found = [n for n in numbers if _told(n, column)]
        return _lead(code, found, column, shown, sign)

    def count(column: str) -> Callable[[Numbers], str]:
        return lambda n: thousands(int(n.of(column) or 0))

    def share(column: str) -> Callable[[Numbers], str]:
        return lambda n: _percent(n.of(column) or 0.0)

    def growth(n: Numbers) -> str:
        return _signed_percent(n.of(_GROWTH) or 0.0)

    def part(n: Numbers) -> str:
        return text("part", name="site", some=thousands(n.own.dropped), of=thousands(n.own.told))

    if key.across:
        return [
            led("across_agreeing", "agreeing", count("agreeing")),
            led("across_figures", "figures", count("figures")),
            led("across_reversed", "reversed", count("reversed")),
            led("across_kept", "kept", count("kept")),
        ]
    return [
        led("lead_figures", "figures", count("figures")),
        led("lead_dropped", "dropped", part),
        led("lead_kept", _KEPT, share(_KEPT), -1),
        led("lead_reversed", "reversed", count("reversed")),
        led("lead_softened", "softened", count("softened")),
        led("lead_strengthened", "strengthened", count("strengthened")),
        led("lead_longer", _GROWTH, growth),
        led("lead_shorter", _GROWTH, growth, -1),
    ]


def _told(numbers: Numbers, column: str) -> bool:
    """Whether a pair has enough of what is counted to lead in it."""
    if column == _KEPT:
        return numbers.own.told >= _LEAST_CLAIMS
    if column == _GROWTH:
        return numbers.record.words_old >= _LEAST_WORDS
    return bool(numbers.of(column))


def _lead(
    code: str,
    numbers: Sequence[Numbers],
    column: str,
    shown: Callable[[Numbers], str],
    sign: int,
) -> Sentence:
    """Those with the most (or, with a sign of −1, the least); growth and loss apart."""
    valued = [(v, n) for n in numbers if (v := n.of(column)) is not None]
    if column == _GROWTH:
        valued = [(v, n) for v, n in valued if v * sign > 0]
    valued.sort(key=lambda found: -found[0] * sign)
    named = valued[:_NAMED]
    ties = [shown(n) for _, n in valued[_NAMED:] if named and shown(n) == shown(named[-1][1])]
    leaders = tuple(
        Leader(
            country=country_name(n.record.pair.country),
            href=page_address(n.record.page) or f"#{n.record.pair.id}",
            shown=shown(n),
        )
        for _, n in named
    )
    return Sentence(key=code, leaders=leaders, more=len(ties))


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
