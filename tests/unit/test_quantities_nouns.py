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
