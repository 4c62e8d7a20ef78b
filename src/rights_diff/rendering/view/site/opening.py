"""The opening of a site: what is counted over all countries, and who leads in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from rights_diff.rendering.strings import many, text
from rights_diff.rendering.view.plain import thousands
from rights_diff.rendering.view.site.counts import Counts, total
from rights_diff.rendering.view.site.names import country_name, page_address
from rights_diff.rendering.view.site.numbers import (
    COUNTED,
    COUNTED_ACROSS,
    GROWTH,
    KEPT,
    Numbers,
    percent,
    shown_number,
)
from rights_diff.rendering.view.site.records import Leader, Run, Sentence
from rights_diff.rendering.view.site.runs import RunKey, Site

__all__ = ["run_view"]

_NAMED = 3  # countries that a sentence names, but never more than half of them
_NAMED_TIED = 5  # if the last of them shares its place
_LEAST_PAIRS = 4  # of a run; among fewer the table tells all, and nobody leads
_LEAST_CLAIMS = 20  # of an older chapter; shares of shorter ones jump with a single claim
# Our choice: from half as long again on, that the edition was cut or grew is told first.
_OTHER_LENGTH = 1.5
_LEAST_WORDS = 300  # of an older chapter; likewise for its growth


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
    _Lead("list_kept", KEPT, -1),
    _Lead("list_same", KEPT),
    _Lead("list_longer", GROWTH),
    _Lead("list_shorter", GROWTH, -1),
)
_ACROSS_TOLD = (
    _Lead("across_agreeing", "agreeing"),
    _Lead("across_figures", "figures"),
    _Lead("across_reversed", "reversed"),
    _Lead("across_kept", "kept"),
)


def run_view(site: Site, key: RunKey, numbers: Sequence[Numbers]) -> Run:
    """All that the opening says of one run."""
    own, every = total(n.own for n in numbers), total(n.every for n in numbers)
    codes = COUNTED_ACROSS if key.across else COUNTED
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
    shares = [s for n in numbers if (s := n.of(KEPT)) is not None]
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
                share=percent(median(shares)),
                least=percent(min(shares)),
                most=percent(max(shares)),
            )
        )
    if shares:
        told.append(text("recall", name="site"))
    return (*told, *_edition_length(key, numbers))


def _edition_length(key: RunKey, numbers: Sequence[Numbers]) -> Iterator[str]:
    """That the whole edition was cut or grew: then much is gone or new that is no news."""
    old, new = (sum(getattr(n.record, f"words_{side}") for n in numbers) for side in ("old", "new"))
    if key.across or not old or not new:
        return
    longer = new > old
    if (new / old if longer else old / new) >= _OTHER_LENGTH:
        yield text(
            "edition_longer" if longer else "edition_shorter",
            name="site",
            old=thousands(old),
            new=thousands(new),
            change=shown_number(GROWTH, (new - old) / old),
        )


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
    if len(numbers) < _LEAST_PAIRS:
        return ()
    told = (_sentence(lead, numbers) for lead in leads)
    return tuple(s for s in told if s.leaders or s.tied)


def _sentence(lead: _Lead, numbers: Sequence[Numbers]) -> Sentence:
    """Those with the most or the least; a place that too many share is told as their number."""
    ranked = sorted(
        ((v, n) for n in numbers if (v := _valued(n, lead)) is not None),
        key=lambda found: -found[0] * lead.sign,
    )
    named = ranked[: min(_NAMED, len(numbers) // 2)]
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
    return shown_number(lead.column, numbers.of(lead.column))


def _valued(numbers: Numbers, lead: _Lead) -> float | None:
    """The number by which a pair leads; None where it has too little of what is counted."""
    value = numbers.of(lead.column)
    if value is None:
        return None
    if lead.column == KEPT:
        return value if numbers.own.told >= _LEAST_CLAIMS else None
    if lead.column == GROWTH:
        long = numbers.record.words_old >= _LEAST_WORDS
        return value if long and value * lead.sign > 0 else None
    return value or None
