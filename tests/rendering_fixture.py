"""A comparison made by hand, in our own words, that shows every kind of row a page can hold."""

from __future__ import annotations

import re

from tests.draft_fixture import Draft

from rights_diff.model import (
    Candidate,
    Comparison,
    ComparisonKind,
    Facet,
    Fact,
    FactChange,
    Footnote,
    FootnoteChange,
    Furniture,
    LedgerRow,
    Modality,
    Qualifier,
    QuantityKind,
    QuantityLink,
    QuantityRelation,
    Report,
    SectionLink,
    SectionRelation,
    Signal,
    Source,
    Status,
    Summary,
    TopicAttention,
)

HOSTILE = (
    "<script>alert('x')</script> {{ 7 * 7 }} {% raw %} javascript:alert(1) "
    "\u202egnorts\u202c &amp; </style><img src=x onerror=alert(2)>"
)


def _old() -> Report:
    draft = Draft()
    title = draft.put("Annual Survey 2017/18: Zembla\n\n")
    draft.furniture.append(Furniture(span=title, reason="title"))
    bar = draft.put("Skip to content | Share | Print\n")
    draft.furniture.append(Furniture(span=bar, reason="navigation"))
    fact = draft.put("Head of government: Oscar Nattochdag\n")
    draft.facts.append(Fact(label="Head of government", value="Oscar Nattochdag", span=fact))
    fact = draft.put("Population: 2.1 million\n\n")
    draft.facts.append(Fact(label="Population", value="2.1 million", span=fact))
    draft.section(
        None,
        "The year brought few gains for people in Zembla.",
        "Up to 9,000 people were held in penal colonies in the north.",
        "Limits on speech stayed severe.",
        topics=("overview",),
    )
    draft.section(
        "Freedom of movement",
        "During the year, 1,204 people crossed the strait and were registered in Ultima Thule.",
        "Guards along the coast were doubled and new fences went up.",
        "Travel between provinces still required a permit.",
        "Permits were issued by local committees.",
        "A permit was valid for fourteen days.",
        "Families of those who left were questioned for weeks, and some lost their homes.",
        topics=("freedom_of_movement",),
    )
    draft.section(
        "Detention",
        "Prisoners in the four known colonies worked in quarries for up to 14 hours a day.",
        "The ministry said that visits by relatives were allowed once a month.",
        "Two teachers arrested in May were awaiting trial at the end of the year.",
        "No officer was investigated for beatings in custody.",
        topics=("arbitrary_detention", "forced_labour"),
    )
    draft.section(
        "Workers sent abroad",
        "About 3,000 workers were sent to shipyards overseas, where their passports were kept.",
        "Recruiters withheld roughly 70% of their wages.",
        topics=("workers_rights",),
    )
    draft.section(
        "Religion",
        "Two chapels in the capital were allowed to open on feast days.",
        HOSTILE,
        topics=("assembly_association_religion",),
    )
    note = draft.put("1 Zembla: Colonies in the north (index ZM 7/2017)\n")
    draft.footnotes.append(Footnote(marker="1", span=note))
    _old_figures(draft)
    return draft.report(
        organization="Northern Rights Monitor",
        organization_family="Northern Rights Monitor",
        country="Zembla",
        title="Annual Survey 2017/18: Zembla",
        edition="2017/18",
        published_year=2018,
        covered_years=(2017,),
        source=Source(path="surveys/zembla-2017-18.txt", sha256="0123456789abcdef" * 4),
    )


def _old_figures(draft: Draft) -> None:
    draft.quantity("Up to 9,000 people", "9,000", high=9000.0, qualifier=Qualifier.UP_TO)
    draft.quantity("1,204 people", "1,204", value=1204.0)
    draft.quantity("up to 14 hours a day", "14", high=14.0, kind=QuantityKind.RATE)
    draft.quantity("About 3,000 workers", "3,000", value=3000.0, qualifier=Qualifier.ABOUT)
    draft.quantity(
        "roughly 70% of their wages",
        "70%",
        value=70.0,
        unit="percent",
        kind=QuantityKind.PERCENT,
        qualifier=Qualifier.ABOUT,
    )
    draft.quantity("four known colonies", "four", value=4.0)


def _new() -> Report:
    draft = Draft()
    title = draft.put("Zembla 2021/22\n\n")
    draft.furniture.append(Furniture(span=title, reason="title"))
    fact = draft.put("Head of government: Sylvia Botkin\n")
    draft.facts.append(Fact(label="Head of government", value="Sylvia Botkin", span=fact))
    fact = draft.put("Population: 2.2 million\n\n")
    draft.facts.append(Fact(label="Population", value="2.2 million", span=fact))
    draft.section(
        None,
        "Up to 9,000 people were believed to be held in penal colonies in the north.",
        "Free speech was non-existent.",
        topics=("overview",),
    )
    draft.section(
        "Freedom of movement",
        "By the end of the year, at least 57 people had reached Ultima Thule, the fewest ever.",
        "Travel between provinces still required a permit.",
        "Permits were issued by local committees.",
        "A permit was valid for fourteen days.",
        "Families of those who left were questioned for weeks.",
        "Some of these families lost their homes.",
        "Two chapels in the capital were allowed to open on feast days.",
        topics=("freedom_of_movement",),
    )
    draft.section("Justice", topics=("arbitrary_detention",))
    draft.section(
        "Detention and forced labour",
        "Prisoners in the four known colonies reportedly worked in quarries for up to 14 hours"
        " a day.",
        "According to former guards, visits by relatives were not allowed.",
        "Two teachers arrested in 2017 were serving terms of six years.",
        "About 2,400 workers were sent to shipyards overseas; recruiters kept some 80% of their"
        " pay.",
        level=2,
        parent="s3",
        topics=("arbitrary_detention", "forced_labour"),
    )
    draft.section(
        "Right to health",
        "An epidemic closed clinics in three provinces, and vaccines from abroad were refused.",
        HOSTILE,
        topics=("health",),
    )
    note = draft.put("1 Zembla: Closed clinics (index ZM 2/2021)\n")
    draft.footnotes.append(Footnote(marker="1", span=note))
    _new_figures(draft)
    return draft.report(
        organization="Northern Rights Monitor",
        organization_family="Northern Rights Monitor",
        country="Zembla",
        edition="2021/22",
        published_year=2022,
        covered_years=(2021,),
        source=Source(
            url="https://monitor.example/zembla?a=1&b=2",
            sha256="fedcba9876543210" * 4,
            media_type="text/html",
        ),
    )


def _new_figures(draft: Draft) -> None:
    draft.quantity(
        "Up to 9,000 people",
        "9,000",
        high=9000.0,
        qualifier=Qualifier.UP_TO,
        modality=Modality.BELIEVED,
    )
    draft.quantity("at least 57 people", "57", low=57.0, qualifier=Qualifier.AT_LEAST)
    draft.quantity("up to 14 hours a day", "14", high=14.0, kind=QuantityKind.RATE)
    draft.quantity("About 2,400 workers", "2,400", value=2400.0, qualifier=Qualifier.ABOUT)
    draft.quantity(
        "some 80% of their pay",
        "80%",
        value=80.0,
        unit="percent",
        kind=QuantityKind.PERCENT,
        qualifier=Qualifier.ABOUT,
    )
    draft.quantity("four known colonies", "four", value=4.0)


def _row(
    number: int, old: str, new: str, status: Status, *facets: Facet, **more: object
) -> LedgerRow:
    return LedgerRow(
        id=f"r{number}",
        old=tuple(old.split()),
        new=tuple(new.split()),
        status=status,
        facets=facets,
        **more,  # type: ignore[arg-type]
    )


def _signal(facet: Facet, old: str | None, new: str | None, rule: str = "lexicon") -> Signal:
    return Signal(facet=facet, rule=rule, old_words=old, new_words=new)


def _ledger() -> tuple[LedgerRow, ...]:
    s, f = Status, Facet
    move = ("freedom_of_movement",)
    return (
        _row(1, "s1.1", "", s.DROPPED, topics=("overview",)),
        _row(
            2, "s1.2", "s1.1", s.REVISED, f.NUMBER_AGREES, f.SOFTENED,
            score=0.94, topics=("arbitrary_detention",), reasons=("shared figure", "same lead"),
            signals=(_signal(f.SOFTENED, None, "believed to be", "certainty"),),
        ),
        _row(
            3, "s1.3", "s1.2", s.REVISED, f.STRENGTHENED, score=0.71,
            topics=("freedom_of_expression_information",),
            signals=(_signal(f.STRENGTHENED, "severe", "non-existent", "extent"),),
        ),
        _row(4, "s2.1", "s2.1", s.REVISED, f.NUMBER_CHANGED, score=0.66, topics=move),
        _row(
            5, "s2.2", "", s.DROPPED, topics=move,
            candidates=(
                Candidate(sentence="s2.2", score=0.31), Candidate(sentence="s2.3", score=0.22),
            ),
        ),
        _row(6, "s2.3", "s2.2", s.UNCHANGED, topics=move),
        _row(7, "s2.4", "s2.3", s.UNCHANGED, topics=move),
        _row(8, "s2.5", "s2.4", s.UNCHANGED, topics=move),
        _row(9, "s2.6", "s2.5 s2.6", s.REWORDED, f.SPLIT, score=0.9, topics=move),
        _row(10, "s5.1", "s2.7", s.UNCHANGED, f.MOVED, topics=("assembly_association_religion",)),
        _row(
            11, "s3.1", "s4.1", s.REVISED, f.NUMBER_AGREES, f.SOFTENED, score=0.97,
            topics=("forced_labour",),
            signals=(_signal(f.SOFTENED, None, "reportedly", "certainty"),),
        ),
        _row(
            12, "s3.2", "s4.2", s.REVISED, f.CONTRADICTED, f.ATTRIBUTION_CHANGED, score=0.7,
            topics=("arbitrary_detention",),
            signals=(
                _signal(f.CONTRADICTED, "allowed", "not allowed", "negation"),
                _signal(
                    f.ATTRIBUTION_CHANGED, "The ministry said", "According to former guards",
                    "source",
                ),
            ),
        ),
        _row(
            13, "s3.3", "s4.3", s.REVISED, f.STATUS_CHANGED, f.DATE_CHANGED, score=0.68,
            signals=(
                _signal(f.STATUS_CHANGED, "awaiting trial", "serving terms", "outcome"),
                _signal(f.DATE_CHANGED, "May", "2017", "date"),
            ),
        ),
        _row(14, "s3.4", "", s.DROPPED, topics=("arbitrary_detention",)),
        _row(
            15, "s4.1 s4.2", "s4.4", s.REVISED, f.MERGED, f.MOVED, f.NUMBER_CHANGED, score=0.74,
            topics=("workers_rights",),
        ),
        _row(16, "", "s5.1", s.ADDED, topics=("health",)),
        _row(17, "", "s5.2", s.ADDED),
        _row(18, "s5.2", "", s.DROPPED, candidates=(Candidate(sentence="s5.2", score=0.99),)),
    )  # fmt: skip


def _links() -> tuple[SectionLink, ...]:
    def link(old: str, new: str, relation: SectionRelation, score: float) -> SectionLink:
        return SectionLink(
            old=tuple(old.split()), new=tuple(new.split()), relation=relation, score=score,
            evidence=("same heading",),
        )  # fmt: skip

    r = SectionRelation
    return (
        link("s1", "s1", r.SAME, 1.0),
        link("s2", "s2", r.SAME, 1.0),
        link("s3 s4", "s4", r.MERGED, 0.7),
    )


def _quantity_links() -> tuple[QuantityLink, ...]:
    def link(old: str, new: str, relation: QuantityRelation, **more: object) -> QuantityLink:
        return QuantityLink(old=old, new=new, relation=relation, **more)  # type: ignore[arg-type]

    r = QuantityRelation
    return (
        link("q1", "q1", r.EQUAL, row="r2"),
        link("q2", "q2", r.DECREASED, row="r4"),
        link("q3", "q3", r.EQUAL, row="r11"),
        link("q4", "q4", r.DECREASED, absolute=-600.0, percent=-20.0, row="r15"),
        link("q5", "q5", r.INCREASED, absolute=10.0, row="r15", note="period"),
        link("q6", "q6", r.EQUAL, row="r11"),
        link("q2", "q4", r.INCOMPARABLE, note="people crossing, workers sent"),
    )


def make() -> Comparison:
    """Two editions of one survey of a country that is on no map."""
    old, new = _old(), _new()
    ledger = _ledger()
    return Comparison(
        kind=ComparisonKind.YEAR_OVER_YEAR,
        old=old,
        new=new,
        section_links=_links(),
        ledger=ledger,
        fact_changes=_fact_changes(old, new),
        footnote_changes=(
            FootnoteChange(status=Status.DROPPED, old_marker="1", old_span=old.footnotes[0].span),
            FootnoteChange(status=Status.ADDED, new_marker="1", new_span=new.footnotes[0].span),
        ),
        quantity_links=_quantity_links(),
        summary=_summary(ledger),
        warnings=("The two outlines have little in common.",),
    )


def _fact_changes(old: Report, new: Report) -> tuple[FactChange, ...]:
    return tuple(
        FactChange(
            label=a.label, status=Status.REVISED, old_value=a.value, new_value=b.value,
            old_span=a.span, new_span=b.span,
            absolute=100_000.0 if a.label == "Population" else None,
            percent=4.76 if a.label == "Population" else None,
        )
        for a, b in zip(old.facts, new.facts, strict=True)
    )  # fmt: skip


def _summary(ledger: tuple[LedgerRow, ...]) -> Summary:
    statuses = tuple((s, sum(r.status is s for r in ledger)) for s in Status)
    facets = tuple((f, sum(f in r.facets for r in ledger)) for f in Facet)
    topics = (
        TopicAttention(
            topic="arbitrary_detention", old_words=61, new_words=58,
            old_per_thousand=310.0, new_per_thousand=290.0,
        ),
        TopicAttention(
            topic="freedom_of_movement", old_words=70, new_words=66,
            old_per_thousand=350.0, new_per_thousand=330.0,
        ),
        TopicAttention(
            topic="health", old_words=0, new_words=24, old_per_thousand=0.0, new_per_thousand=120.0
        ),
    )  # fmt: skip
    return Summary(statuses=statuses, facets=facets, topics=topics, old_words=200, new_words=201)


def words_of(text: str) -> list[str]:
    """Words for loose comparison."""
    return re.findall(r"\w+", text)
