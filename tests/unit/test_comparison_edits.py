from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from rights_diff.comparison.edits import count_words, plain_words, word_edits, words

ROOT = Path(__file__).parent.parent.parent


def marked(old: str, new: str) -> list[tuple[str, str]]:
    a, b = words(old), words(new)
    return [
        ("".join(a[slice(*o)]).strip() if o else "", "".join(b[slice(*n)]).strip() if n else "")
        for o, n in word_edits(plain_words(a), plain_words(b))
    ]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("Nine were held.", "Nine were held.", []),
        ("Nine were held.", "Ten were held.", [("Nine", "Ten")]),
        ("It was closed.", "It was not closed.", [("", "not")]),
        ("It was “closed” – again.", 'It was "closed" - again.', []),
        ("The camp\u00a0closed.", "The camp closed.", []),
        ("Some 1,127 left.", "Some 1,063 left.", [("1,127", "1,063")]),
        ("US$5.78 million was paid.", "US$6.10 million was paid.", [("US$5.78", "US$6.10")]),
        ("The court ruled.", "In May the court ruled.", [("", "In May")]),
        (
            "Police raided the farm in the north.",
            "Soldiers burned the farm in the south.",
            [("Police raided", "Soldiers burned"), ("north", "south")],
        ),
        (
            "They lacked food and medicine for months.",
            "They needed water and shelter for months.",
            [("lacked food", "needed water"), ("medicine", "shelter")],
        ),
    ],
)
def test_changes_are_marked_as_a_person_would(
    old: str, new: str, changes: list[tuple[str, str]]
) -> None:
    assert marked(old, new) == changes


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("Some 1 , 127 left .", "Some 1 , 063 left .", ((1, 4), (1, 4))),
        ("Some 1 , 127 left .", "Some 127 left .", ((1, 4), (1, 2))),
        ("A rise of 2 . 5 %", "A rise of 2 . 7 %", ((3, 6), (3, 6))),
        ("In 2014 , 120 left .", "In 2015 , 120 left .", ((1, 2), (1, 2))),
    ],
)
def test_a_figure_is_never_split(
    old: str, new: str, edit: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    assert word_edits(old.split(), new.split()) == [edit]


def test_words_give_the_text_back() -> None:
    text = "  Up to 120,000 people (U.S. figures), he said: “no”. "
    assert "".join(words(text)) == text
    assert "120,000 " in words(text)


def test_nothing_against_something() -> None:
    assert word_edits([], ["new"]) == [(None, (0, 1))]
    assert word_edits(["old"], []) == [((0, 1), None)]


def test_a_long_text_is_quick() -> None:
    old = [f"w{n % 97} " for n in range(4000)]
    assert word_edits(old, old[::-1])


def test_count_words() -> None:
    assert count_words("one – two, 3!") == 3


def test_edits_are_those_an_editor_marked_more_often_than_other_tools() -> None:
    measure = runpy.run_path(str(ROOT / "scripts" / "measure_edits.py"))
    pairs = measure["read_pairs"](measure["PAIRS"]) + measure["read_pairs"](measure["OTHER"])
    assert len(pairs) > 150
    f1 = {name: measure["score"](pairs, measure[name])[2] for name in ("by_difflib", "by_dmp")}
    ours = measure["score"](pairs, word_edits)[2]
    assert ours > 0.78
    assert ours > max(f1.values()) + 0.05


def test_a_text_is_no_list_of_words() -> None:
    with pytest.raises(TypeError, match="lists of words"):
        word_edits("Phones were taken", ["Phones"])
