"""What is counted."""

from __future__ import annotations

import pytest

from rights_diff.extraction.grammar.plurals import is_person, is_plural, singular
from rights_diff.extraction.quantities import quantities


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Four known political prison camps exist.", "political prison camp"),
        ("It signed five human rights treaties.", "human rights treaty"),
        ("Forty people left.", "person"),
        ("Forty young women left.", "woman"),
        ("Six Ministry of Fisheries officials left.", "Ministry of Fisheries official"),
        ("Three of its oldest harbours closed.", "oldest harbour"),
        ("Eleven prisoners of conscience left.", "prisoner of conscience"),
        ("It found six types of nets.", "type of net"),
        ("Twenty shrines and monasteries burned.", "shrine or monastery"),
        ("Nine children faced charges.", "child"),
        ("Around 500 displaced people returned.", "displaced person"),
        ("Two US military helicopters landed.", "US military helicopter"),
        ("More than a dozen Bangladeshis drowned.", "Bangladeshi"),
        ("Dozens of strikers and police were hurt.", "striker or police officer"),
        ("One bystander died.", "bystander"),
        ("Five (or so) divers drowned.", None),
        ("They freed two peaceful and other protesters.", "protester"),
    ],
)
def test_the_head_noun_is_counted(sentence: str, counted: str | None) -> None:
    assert quantities(sentence)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Police held 90 strikers; 33 were freed.", "striker"),
        ("Police held 90 strikers, six of whom were freed.", "striker"),
        ("Police held 90 strikers. All three of them waited.", "striker"),
        ("Thousands fled.", "person"),
        ("The army shot at protesters and dozens fell.", "protester"),
    ],
)
def test_what_the_number_leaves_out_was_named_before(text: str, counted: str) -> None:
    assert quantities(text)[-1].counted == counted


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("women", "woman"),
        ("treaties", "treaty"),
        ("boxes", "box"),
        ("churches", "church"),
        ("houses", "house"),
        ("crises", "crisis"),
        ("buses", "bus"),
        ("series", "series"),
        ("Iraqis", "Iraqi"),
        ("status", "status"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_words_in_s_that_are_no_plurals() -> None:
    assert [w for w in ("this", "status", "Paris", "process", "bus") if is_plural(w)] == []


def test_persons_are_told_by_list_and_ending() -> None:
    assert all(is_person(n) for n in ("woman", "prisoner", "former student", "Algerian"))
    assert not any(is_person(n) for n in ("letter", "house", "border", "treaty"))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("In some cases guards slept.", "case"),
        ("Many teachers unions struck.", "teachers union"),
        ("It was the first time guards slept.", "time"),
        ("For the fourth consecutive year rain failed.", "year"),
        ("It passed a second motion condemning Ruritania.", "motion"),
        ("It hurt half the residents.", "resident"),
        ("Forty would-be divers left.", "would-be diver"),
        ("Eight women divers left.", "woman diver"),
        ("It may grant them two 60-day extensions.", "extension"),
        ("It printed seven previously redacted pages.", "redacted page"),
        ("It helped 90 of those fleeing the flood.", "person"),
        ("It freed 19,000 of these divers.", "diver"),
        ("It hired 930 Danes (Jutes) and Dutch sailors.", "Dane or Dutch sailor"),
        ("It lost 30 nets and other goods.", "net"),
    ],
)
def test_where_the_counted_noun_ends(text: str, counted: str) -> None:
    assert quantities(text)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It killed nine people and injured dozens.", ["person", "person"]),
        ("A storm killing nine people and injuring dozens passed.", ["person", "person"]),
        ("Of 90 complaints made, 12 were theft cases.", ["complaint", "theft case"]),
        ("It held nine divers, five of whom were girls.", ["diver", "girl"]),
        ("The union put the number of wrecks in both harbours at 60.", ["wreck"]),
        ("The prison population ranged from 300 to 500 in May.", ["prisoner"]),
        ("The town has a population of about 25 million.", ["person"]),
        ("It cut its staff from 46 to 10.", ["staff member", "staff member"]),
        ("Women faced storms; at least ten drowned.", ["woman"]),
        ("The divers were hurt by sharks. Some drowned.", ["diver"]),
        ("Nine strikers waved. Police held a dozen of them.", ["striker", "striker"]),
        ("Some 63 people (23 women, 40 men) left, down from 70.",
         ["person", "woman", "man", "person"]),
        ("The camp, one of five of its kind, closed.", ["camp"]),
        ("Pilot Anna Berg and eight others drowned.", ["person"]),
        ("It sent three plain-clothes police officers.", ["plain-clothes police officer"]),
        ("He announced the next congress, the first in 16 years.", ["congress", "year"]),
        ("Nine divers drowned. Prices rose by two-thirds.", ["diver", None]),
        ("Two half brothers worked five half days.", ["half brother", "half day"]),
        ("It was shut for most of the year, and storms came.", [None]),
        ("Half of the village, and farmers in the hills, fled.", ["village"]),
        ("Nine peaceful, unarmed, and silent strikers left.",
         ["peaceful, unarmed, and silent striker"]),
        ("Nine divers drowned. It was seen by a third of them.", ["diver", "diver"]),
    ],
)  # fmt: skip
def test_the_noun_of_a_bare_number(text: str, counted: list[str | None]) -> None:
    assert [q.counted for q in quantities(text)] == counted


def test_a_part_in_the_next_sentence_is_of_the_year_of_its_whole() -> None:
    text = "In 2017, 63 divers drowned. Of these, 23 were women. Some 12 boats sank."
    assert [q.as_of for q in quantities(text, year=2018)] == [2017, 2017, 2018]


def test_a_part_is_of_the_year_of_its_whole() -> None:
    text = "In 2017, 63 people (23 women, 40 men) left, down from 70 in 2016."
    assert [q.as_of for q in quantities(text, year=2018)] == [2017, 2017, 2017, 2016]
