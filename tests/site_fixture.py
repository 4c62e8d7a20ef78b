"""A corpus made up for the tests of its site: many countries, two runs, template edits."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from rights_diff.extraction.topics import taxonomy
from rights_diff.model import ComparisonKind, Facet, Status
from rights_diff.model.corpus import (
    Alone,
    CorpusPair,
    CorpusReport,
    CorpusResult,
    Failure,
    Headline,
    PairRecord,
    Plan,
    Stage,
    TopicCount,
)
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit

NAMES = {"index.html", "topics.html", "template-edits.html", "alone.html", "failures.html"}
EDITIONS = ("2010", "2011", "2012", "2013")
SETTLED = 170  # milliseconds: a search waits 120 for the next key

_FIRST = ("Bal", "Cor", "Dun", "Fen", "Gar", "Hol", "Kar", "Lom", "Mer", "Nor", "Öst", "Pal")
_LAST = ("avia", "bergen", "cania", "dova", "enland", "furt", "grad", "heim", "istan", "land")
_LAST += ("mark", "nesia", "onia", "polis", "quay", "rica", "stan")
_MONITOR = "Northern Rights Monitor"


def names(count: int, *, hostile: bool = True) -> list[str]:
    """So many countries that are on no map; the first could break a page."""
    made = ["Zembla", *(f"{a}{b}" for b in _LAST for a in _FIRST)]
    return ['<script>alert(1)</script> & "Sons"', *made][:count] if hostile else made[:count]


def report(country: str, edition: str, *, organization: str = _MONITOR) -> CorpusReport:
    """A report of which only the cover exists."""
    slug = slugged(country)
    return CorpusReport(
        id=f"monitor-{edition}-{slug}",
        file=f"reports/{edition}/{slug}.txt",
        country=country,
        organization=organization,
        edition=edition,
        edition_name=f"{organization} {edition}",
        published_year=int(edition),
        covered_years=(int(edition) - 1,),
        sha256="0" * 64,
        words=1000,
    )


def slugged(country: str) -> str:
    """As the core names pages."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in country.lower())
    return "-".join(filter(None, kept.split("-")))


def pair(country: str, old: str, new: str, *, other: str = "") -> CorpusPair:
    """Two editions, or two organizations on one year."""
    a = report(country, old)
    b = report(country, new, organization=other or _MONITOR)
    tail = "other" if other else "monitor"
    return CorpusPair(
        id=f"{slugged(country)}--monitor-{old}--{tail}-{new}",
        country=country,
        old=a,
        new=b,
        kind=ComparisonKind.CROSS_ORGANIZATION if other else ComparisonKind.YEAR_OVER_YEAR,
    )


def record(of: CorpusPair, chance: random.Random) -> PairRecord:
    """Numbers as real chapters have them: most claims gone and new, few figures."""
    old = round(min(4000.0, 400 + 900 * chance.lognormvariate(0, 0.6)))
    new = round(old * chance.uniform(0.7, 1.35))
    dropped, added = old * chance.randint(24, 36) // 1000, new * chance.randint(24, 36) // 1000
    codes = [t.code for t in taxonomy()]
    topics = [c for n, c in enumerate(codes) if chance.random() < 6 / (6 + n % 23)] or codes[:1]
    return PairRecord(
        pair=of,
        words_old=old,
        words_new=new,
        statuses={
            Status.UNCHANGED: chance.randint(0, 4),
            Status.REWORDED: chance.randint(0, 3),
            Status.REVISED: chance.randint(2, 20),
            Status.DROPPED: dropped,
            Status.ADDED: added,
        },
        facets={
            Facet.SOFTENED: int(chance.expovariate(0.9)),
            Facet.STRENGTHENED: int(chance.expovariate(0.9)),
            Facet.CONTRADICTED: chance.randint(0, 20) // 19,
        },
        figures_changed=int(chance.expovariate(0.45)),
        figures_agreeing=chance.randint(0, 4),
        topics=tuple(topic(t, old, new, chance) for t in dict.fromkeys(topics)),
        headlines=_headlines(chance),
        page=f"countries/{of.id}.html",
    )


_SAID = (
    "Softer: “systematically” is gone: “Guards beat detainees in the port prison.”",
    "Stronger: some → most: “Most trials of journalists were held behind closed doors.”",
    "No longer reported: “Two editors waited a third year for a verdict.”",
    "New: “Fishing villages on the northern coast were cleared without notice.”",
    "Outcome changed: charged → convicted: “Six union members were convicted in May.”",
)


def _headlines(chance: random.Random) -> tuple[Headline, ...]:
    held = chance.randint(40, 900)
    figure = f"Figure changed: {held} → {held + chance.randint(3, 90)} people held in the camps"
    lines = (figure, *chance.sample(_SAID, 3))
    return tuple(Headline(text=line, row=f"r{n}") for n, line in enumerate(lines, 5))


def topic(code: str, old: int, new: int, chance: random.Random) -> TopicCount:
    """Words and claims of one topic."""
    a, b = int(old * chance.betavariate(1, 12)), int(new * chance.betavariate(1, 12))
    return TopicCount(
        topic=code,
        words_old=a,
        words_new=b,
        old_per_thousand=round(1000 * a / old, 1),
        new_per_thousand=round(1000 * b / new, 1),
        dropped=a // 30,
        added=b // 30,
    )


def edits(records: Sequence[PairRecord]) -> tuple[TemplateEdit, ...]:
    """One sentence gone and one heading renamed, in most countries."""
    some = [r for n, r in enumerate(records) if n % 4]
    gone = tuple(
        EditPlace(pair=r.pair.id, row="r3", status=Status.DROPPED, topics=(r.topics[0].topic,))
        for r in some
    )
    named = tuple(EditPlace(pair=r.pair.id, row="n-s2") for r in records)
    return (
        TemplateEdit(
            id="t1",
            kind=EditKind.DROPPED,
            old="The government of <b>Zembla</b> let nobody in.",
            count=len(some),
            of=len(records),
            places=gone,
        ),
        TemplateEdit(
            id="t2",
            kind=EditKind.HEADING,
            old="Prison conditions",
            new="Conditions of detention",
            count=len(records),
            of=len(records),
            places=named,
        ),
    )


def corpus(
    count: int = 190,
    editions: Sequence[str] = ("2011", "2013"),
    other: str = "",
    *,
    hostile: bool = True,
) -> CorpusResult:
    """A whole corpus; the same arguments give the same one."""
    named = names(count, hostile=hostile)
    chance = random.Random(count)  # noqa: S311 - nothing secret
    pairs = [pair(name, old, new) for name in named for old, new in pairwise(editions)]
    if other:
        pairs += [pair(name, editions[-1], editions[-1], other=other) for name in named]
    records = tuple(record(p, chance) for p in pairs)
    alone = tuple(
        Alone(report=report(n, "2011"), reason="it stands alone") for n in ("Utopia", "<i>Ys</i>")
    )
    failed = Failure(
        what="reports/2013/x.pdf",
        stage=Stage.READ,
        error="Encrypted",
        message="asks for a password",
    )
    return CorpusResult(
        plan=Plan(pairs=tuple(pairs), alone=alone, notes=("One chapter was left out.",)),
        records=records,
        failures=(failed,),
        template_edits=edits([r for r in records if r.pair.new.edition == editions[-1]]),
    )


def a_pair(country: str, old: str, new: str) -> PairRecord:
    """Two editions on one country, and numbers that go with them."""
    return record(pair(country, old, new), random.Random(old + new))  # noqa: S311 - nothing secret


def of_records(records: list[PairRecord]) -> dict[str, object]:
    """What a corpus of these records and without template edits has in place of another's."""
    return {"records": tuple(records), "template_edits": ()}


class Page(HTMLParser):
    """Ids, addresses, attributes and text of a page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def at(folder: Path, name: str, fragment: str = "") -> str:
    """The address of a page in a folder."""
    return (folder / f"{name}.html").as_uri() + (f"#{fragment}" if fragment else "")
