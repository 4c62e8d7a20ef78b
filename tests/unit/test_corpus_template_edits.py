"""Template edits: planted ones are found, and what happened in a few countries is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from random import Random

import pytest

import rights_diff as rd
from rights_diff.corpus.keys import keys_for
from rights_diff.corpus.signatures import candidates_of
from rights_diff.corpus.template_edits import template_edits
from rights_diff.model import ComparisonKind, Status
from rights_diff.model.corpus import CorpusPair, CorpusReport
from rights_diff.model.template_edits import EditCandidate, EditKind, TemplateEdit
from rights_diff.testing import plant

NATIONS = {
    "Algeria": "Algerian",
    "Belize": "Belizean",
    "Chad": "Chadian",
    "Cuba": "Cuban",
    "Denmark": "Danish",
    "Fiji": "Fijian",
    "France": "French",
    "Gambia": "Gambian",
    "Georgia": "Georgian",
    "Iceland": "Icelandic",
    "Jordan": "Jordanian",
    "Kenya": "Kenyan",
    "Laos": "Lao",
    "Mali": "Malian",
    "Nepal": "Nepali",
    "Niger": "Nigerien",
    "Oman": "Omani",
    "Peru": "Peruvian",
    "Spain": "Spanish",
    "Sudan": "Sudanese",
    "Togo": "Togolese",
    "Tonga": "Tongan",
    "Turkey": "Turkish",
    "Vietnam": "Vietnamese",
}
# What an editor changes: {c} and {d} are the country's.
PLANTED = (
    ("For more on fisheries in {c}, see the survey of the ministry of ports.", ""),
    ("", "The embassy in {c} raised these matters with officials throughout the year."),
    (
        "No ombudsman’s office examined complaints about the {d} police.",
        "No ombudsman’s office or commission examined complaints about the {d} police.",
    ),
    ("Not applicable here.", ""),
    (
        "The survey of 2019 gives more detail on wages and hours.",
        "The survey of 2020 and its annexes give more detail on wages and hours.",
    ),
)
HEADINGS = ("Other matters of note", "Matters of note")
STOCK = "There were no known prisoners of conscience."  # most keep it, a few lose it
COMING_AND_GOING = "Observers were let into the courts of the {d} capital."
OWN_FIGURE = "Police held {n} people without charge after marches."


def chapters(country: str, number: int, rng: Random, rate: float) -> tuple[str, str, set[int]]:
    """Two editions with many edits of their own, and those of PLANTED that they have."""
    own = plant(Random(number))  # noqa: S311 - a plan, no secret
    fills = {"c": country, "d": NATIONS[country]}
    before, after, planted = [STOCK], [STOCK] * (rng.random() > 0.12), set()
    for n, (old, new) in enumerate(PLANTED):
        is_made = rng.random() < rate
        planted |= {n} if is_made else set()
        before += [old.format(**fills)] if old else []
        words = new if is_made else old
        after += [words.format(**fills)] if words else []
    chance = rng.random()
    before += [COMING_AND_GOING.format(**fills)] * (chance < 0.4)
    after += [COMING_AND_GOING.format(**fills)] * (0.4 <= chance < 0.8)
    before.append(OWN_FIGURE.format(n=rng.randint(20, 900)))
    after += [OWN_FIGURE.format(n=rng.randint(20, 900))] * (rng.random() < 0.5)
    texts = []
    for text, heading, lines in ((own.old, HEADINGS[0], before), (own.new, HEADINGS[1], after)):
        body = text.replace("Ruritania", country)
        texts.append(f"{body}\n\n{heading}\n\n{' '.join(lines)}\n")
    return texts[0], texts[1], planted


def record(country: str, old: str, new: str) -> tuple[CorpusPair, tuple[EditCandidate, ...]]:
    comparison = rd.compare(rd.parse(old, country=country), rd.parse(new, country=country))
    reports = [
        CorpusReport(
            id=f"{country}-{year}",
            file="-",
            sha256="0",
            country=country,
            organization="A",
            edition_name=f"A {year}",
        )
        for year in (2019, 2020)
    ]
    pair = CorpusPair(
        id=country, country=country, old=reports[0], new=reports[1], kind=comparison.kind
    )
    return pair, candidates_of(comparison)


@cache
def corpus(
    rate: float, seed: int
) -> tuple[list[tuple[CorpusPair, tuple[EditCandidate, ...]]], list[set[int]]]:
    rng = Random(seed)  # noqa: S311 - a plan, no secret
    records, planted = [], []
    for n, country in enumerate(NATIONS):
        old, new, edits = chapters(country, 100 * seed + n, rng, rate)
        records.append(record(country, old, new))
        planted.append(edits)
    return records, planted


def shown(old: str, new: str) -> tuple[str, str]:
    fills = {"c": "[country]", "d": "[country]"}
    return old.format(**fills), new.format(**fills)


@pytest.mark.parametrize("seed", [1, 2])
def test_planted_edits_are_found_and_nothing_else_is(seed: int) -> None:
    records, planted = corpus(0.85, seed)
    found = template_edits(records)
    told = {(e.old, e.new): e for e in found if e.kind is not EditKind.HEADING}
    assert set(told) == {shown(*edit) for edit in PLANTED}
    for n, edit in enumerate(PLANTED):
        held = [pair.id for (pair, _), own in zip(records, planted, strict=True) if n in own]
        one = told[shown(*edit)]
        assert set(held) >= {place.pair for place in one.places}
        assert len(held) - 2 <= one.count <= len(held)
        assert one.of == len(NATIONS) >= one.held >= one.count
    headings = [(e.old, e.new) for e in found if e.kind is EditKind.HEADING]
    assert headings[0] == HEADINGS
    # `plant` renames three sections in ten, each to one other heading: these are alike too
    assert all(old and new for old, new in headings)


def test_what_few_of_many_have_lost_is_news_from_them() -> None:
    records, _ = corpus(0.2, 4)
    told = {(e.old, e.new) for e in template_edits(records)}
    assert shown(*PLANTED[0]) not in told
    assert shown(*PLANTED[3]) not in told


def test_the_same_records_give_the_same_edits() -> None:
    records, _ = corpus(0.85, 1)
    found = template_edits(records)
    assert found == template_edits(iter(records))
    ids = [edit.id for edit in found]
    assert len(set(ids)) == len(ids)
    back = {edit.id: edit.count for edit in template_edits(records[::-1])}
    assert back == {edit.id: edit.count for edit in found}


def pairs(
    old: str, new: str, count: int = 6, others: Sequence[tuple[str, str]] = ()
) -> tuple[TemplateEdit, ...]:
    """The template edits of `count` countries with these two texts, and of those of `others`."""
    texts = [(old, new)] * count + list(others)
    head = "Amnesty International Report {year}: {c}\n\n{text}"
    return template_edits(
        record(
            country,
            head.format(year=2019, c=country, text=before.format(c=country, d=adjective)),
            head.format(year=2020, c=country, text=after.format(c=country, d=adjective)),
        )
        for (country, adjective), (before, after) in zip(NATIONS.items(), texts, strict=False)
    )


def kinds(edits: Iterable[TemplateEdit]) -> list[tuple[str, str, str, int]]:
    return [(e.kind.value, e.old, e.new, e.count) for e in edits]


STAYS = "The harbour was closed in winter. Two ships sank off {c}."


def test_three_pairs_are_too_few_unless_told() -> None:
    old, new = f"{STAYS} No list of jails in {{c}} was kept.", STAYS
    assert pairs(old, new, 3) == ()
    assert kinds(pairs(old, new, 4)) == [
        ("dropped", "No list of jails in [country] was kept.", "", 4)
    ]


def test_a_phrase_put_for_another_everywhere_is_wording() -> None:
    old = "The law provides for free schools in {c}. The {d} law provides for a day of rest."
    new = "The law provided for free schools in {c}. The {d} law provided for a day of rest."
    others = [
        (
            "The rule of {c} provides for twelve guards.",
            "The rule of {c} provided for twelve guards.",
        ),
        ("It provides for a clinic by the pier.", "It provided for a clinic by the pier."),
    ]
    found = pairs(old, new, 3, others)
    assert [e for e in kinds(found) if e[0] == "wording"] == [
        ("wording", "provides", "provided", 5)
    ]
    assert all(place.whole for edit in found for place in edit.places)


def test_a_negation_is_no_wording() -> None:
    others = [
        ("The ferry to {c} ran on most days of May.", "The ferry to {c} never ran on days of May."),
        ("Boats were let in by the guards.", "Boats were not let in by the guards."),
        ("Fishers were paid in March for it.", "Fishers were not paid in March for it."),
        ("Teachers were heard by the board.", "Teachers were not heard by the board."),
        ("Nurses were told of the plans.", "Nurses were not told of the plans."),
    ]
    assert pairs("", "", 0, others) == ()


def test_a_row_with_news_in_it_is_marked_but_never_whole() -> None:
    template = "See the handbook of ports for the rules in {c}."
    old = f"{template} Two ships sank."
    news = [
        (
            old,
            "See the handbook of ports for the rules in {c}, which guards burnt. Two ships sank.",
        )
    ]
    found = pairs(old, "Two ships sank.", 8, news)
    (edit,) = (e for e in found if e.kind is EditKind.DROPPED)
    assert (edit.count, sum(place.whole for place in edit.places)) == (9, 8)
    (kept,) = (p.status for p in edit.places if not p.whole)
    assert kept in (Status.REVISED, Status.REWORDED)


def test_own_figures_are_no_template() -> None:
    others = [
        (f"{STAYS} Guards shot {40 + 7 * n} gulls on the pier of {{c}}.", STAYS) for n in range(12)
    ]
    assert pairs("", "", 0, others) == ()


def test_a_new_sentence_of_a_few_is_marked_but_stays_among_the_news() -> None:
    new = f"{STAYS} No executions were recorded."
    few = pairs(STAYS, new, 4, [(STAYS, STAYS)] * 18)
    assert [(e.count, {p.whole for p in e.places}) for e in few] == [(4, {False})]
    many = pairs(STAYS, new, 12, [(STAYS, STAYS)] * 10)
    assert [(e.count, {p.whole for p in e.places}) for e in many] == [(12, {True})]


def test_lines_of_facts_are_told() -> None:
    found = pairs(
        "Head of state: Ana Vee\nDeath penalty: retentionist\n\nBackground\nIt rained in {c}.",
        "Head of state: Ana Vee\n\nBackground\nIt rained in {c}.",
    )
    assert kinds(found) == [("fact", "Death penalty", "", 6)]


def test_a_box_that_could_not_be_read_is_not_gone() -> None:
    old = "Head of state: Ana Vee\nDeath penalty: retentionist\n\nBackground\nIt rained in {c}."
    new = "Head of state: Death penalty:\nAna Vee retentionist\n\nBackground\nIt rained in {c}."
    unread = rd.parse(f"Amnesty International Report 2020: Cuba\n\n{new}", country="Cuba")
    assert "fact_box" in {f.reason for f in unread.furniture}
    assert pairs(old, new) == ()


def test_headings_keep_what_stands_before_them() -> None:
    text = "{heading}\n\nThe {{d}} harbour was closed. Two ships sank off {{c}}."
    old, new = (text.format(heading=h) for h in ("Section 4. Ports", "a. Ports"))
    assert pairs(old, new) == ()
    renamed = text.format(heading="Ports of {c}")
    assert [e[:3] for e in kinds(pairs(old, renamed))] == [
        ("heading", "Section 4. Ports", "Ports of [country]")
    ]


def test_two_organizations_have_no_common_template() -> None:
    old = rd.parse("Amnesty International Report 2019: Cuba\n\nIt rained.", country="Cuba")
    new = rd.parse("Human Rights Watch World Report 2020: Cuba\n\nIt snowed.", country="Cuba")
    comparison = rd.compare(old, new)
    assert comparison.kind is ComparisonKind.CROSS_ORGANIZATION
    assert candidates_of(comparison) == ()


@pytest.mark.parametrize(
    ("country", "text", "key"),
    [
        (
            "Cuba",
            "The Government of Cuba held “1,127” people.3",
            "the government of @ held # people",
        ),
        ("Niger", "Nigerien and Nigerian traders", "@ and nigerian traders"),
        ("Gambia", "In The Gambia’s east", "in @ east"),
        ("United States", "US officials told us", "@ officials told us"),
        ("Côte d'Ivoire", "Cote d’Ivoire and an Ivorian court", "@ and a @ court"),
        ("Spain", "In May 2019 they may march", "in # they may march"),
        ("Atlantis", "Atlantis’ courts", "@ courts"),
        (None, "Twenty-one men, the second time", "# men the # time"),
    ],
)
def test_keys_leave_out_what_differs_by_country(country: str | None, text: str, key: str) -> None:
    assert keys_for([country]).sentence(text) == key
