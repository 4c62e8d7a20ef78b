import pytest

from rights_diff.alignment.aliases import Glossary, find_aliases
from rights_diff.alignment.exact import exact_pairs
from rights_diff.alignment.headings import bare
from rights_diff.alignment.words import concepts, hyphenless, rarity, stem, stopwords, tokens

SAME_STEM = [
    ("labour", "labor"),
    ("Neighbouring", "neighboring"),
    ("organisations", "organization"),
    ("criminalised", "criminalizes"),
    ("centre", "center"),
    ("travelled", "traveling"),
    ("defence", "defense"),
    ("repatriated", "repatriation"),
    ("detainees", "detention"),
    ("killings", "killed"),
    ("women", "woman’s"),
    ("treaties", "treaty"),
    ("families", "family"),
    ("cafés", "cafe"),
    ("twelve", "12"),
    ("4,200", "4200"),
]
OTHER_STEM = [("police", "policies"), ("prison", "person"), ("four", "for"), ("law", "low")]


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_spellings_and_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), OTHER_STEM)
def test_other_words_keep_other_stems(one, other):
    assert stem(one) != stem(other)


def test_function_words_weigh_less_than_rare_ones():
    assert rarity("the") < rarity("polic") < rarity("quagmir")
    assert "the" in stopwords()
    assert "not" not in stopwords()


def test_words_of_like_meaning_share_a_class():
    kinds = concepts()
    assert set(kinds[stem("imprisoned")]) & set(kinds[stem("incarcerated")])


def test_compounds_join_where_the_other_text_joins_them():
    joined = frozenset(hyphenless("the lo-ren-ka"))
    assert [t.stem for t in tokens("held in lo-ren-ka", joined)][-1] == stem("lorenka")
    assert [t.stem for t in tokens("held in lo-ren-ka")][-1] == stem("ka")


def test_tokens_say_where_they_stand():
    text = "In May, 1,200 people’s homes."
    assert [text[t.start : t.start + len(t.word)] for t in tokens(text)] == [
        t.word for t in tokens(text)
    ]


def test_brackets_give_acronyms_and_foreign_words():
    found = find_aliases(
        ["The Coastal Aid Board (CAB) paid.", "They were sent to work camps (lorenka), or freed."]
    )
    assert found["cab"] == (stem("coastal"), stem("aid"), stem("board"))
    assert found[stem("lorenka")] == (stem("work"), stem("camps"))


def test_a_bracket_with_a_year_or_a_clause_is_no_alias():
    assert find_aliases(["The law (2012) passed (as many had hoped it would be)."]) == (
        find_aliases([""])
    )


def test_aliases_work_both_ways():
    aliases = {"cab": ("coastal", "board")}
    assert Glossary(aliases).expand({"cab": 1.0}) == ["coastal", "board"]
    assert Glossary(aliases).expand({"coastal": 1.0, "board": 1.0}) == ["cab"]
    assert Glossary(aliases).expand({"coastal": 1.0}) == []


def test_exact_pairs_keep_the_order_first_and_then_find_what_moved():
    assert exact_pairs(list("abcd"), list("bcda")) == [(0, 3), (1, 0), (2, 1), (3, 2)]
    assert exact_pairs(list("aab"), list("ba")) == [(0, 1), (2, 0)]
    assert exact_pairs(["", "x"], ["", "y"]) == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Section 3. Right to Food", "right to food"),
        ("A. Right to Food:", "right to food"),
        ("2.1. RIGHT TO FOOD", "right to food"),
        ("IV. Right to food", "right to food"),
        ("“Right to food”", "right to food"),
        (None, ""),
        ("3.", "3"),
    ],
)
def test_bare_headings(heading, words):
    assert bare(heading) == words
