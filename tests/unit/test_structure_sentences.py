"""Sentences: our own cases; `|` marks where one ends."""

from __future__ import annotations

import pytest

from rights_diff.structure.sentences import split_sentences

CASES = [
    "The court closed.| It never opened again.",
    "Mr. Ode met Dr. Fa in St. Kitts.| They left.",
    "U.S. officials visited.| He lives in the U.S.| The visit was short.",
    "About 1.5 million people fled.| Nobody counted them.",
    "He was fined US$3.2 million.| She was not.",
    "See No. 14 and Art. 7.| Both apply.",
    "Was it legal?| No.| It was not!",
    "“It is over.”| The judge left.",
    "“It is over!” said the judge.",
    "He said: “Go.| We stay.”",
    "The guards (two men.) left.| Nobody saw them.",
    "Prisons were full; cells were dark; food was scarce.",
    "All were released… in the end.| Some came back.",
    "Ada B. Byron spoke.| They chose plan B.| The rest waited.",
    "The camp was closed.|The guards left.",
    "The camp was shut.|  “Nobody stays,” they said.",
    "Write to www.example.org or ode@example.org.| Nobody answered.",
    "The report (see p. 12) was secret.| It leaked.",
    "It was reported by the press (ABC 12/034/2014).| Others denied it.",
    "He died at 5 p.m. in his cell.| Guards found him at 9 a.m.| The doctor came late.",
    "The law, e.g. its Article 5, i.e. the ban, stood.| It was cruel.",
    "Trials began on 3 May.| 14 people were convicted.",
    "In 2012.| In 2013, too.",
    "She was beaten ...| The police denied it.",
]


@pytest.mark.parametrize("marked", CASES)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    found = [s.of(text) for s in split_sentences(text, 0, len(text))]
    assert found == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• He was freed. She was not.", ["He was freed.", "She was not."]),
        ("\U0010fc00 He was freed.", ["He was freed."]),
        ("- He was freed.", ["He was freed."]),
        ("1. The first duty. 2. The second.", ["1. The first duty.", "2. The second."]),
        ("no stop at the end", ["no stop at the end"]),
        ("   ", []),
        ("•", []),
        ("... ", ["..."]),
        ("He left. * * *", ["He left. * * *"]),
    ],
)
def test_bullets_lists_and_scraps(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("He was freed.1 She was not.2", (), ["He was freed.", "She was not."]),
        ("“He was freed.”3 She was not.", (), ["“He was freed.”", "She was not."]),
        ("It ended in 2017.4 Nobody came.", (17,), ["It ended in 2017.", "Nobody came."]),
        ("It grew by 2017.4 metres.", (), ["It grew by 2017.4 metres."]),
        ("He was freed.¹ She was not.", (), ["He was freed.", "She was not."]),
        ("He was freed.[12] She was not.", (), ["He was freed.", "She was not."]),
    ],
)
def test_footnote_marks_stand_outside(
    text: str, marks: tuple[int, ...], expected: list[str]
) -> None:
    assert [s.of(text) for s in split_sentences(text, 0, len(text), marks)] == expected


def test_hostile_text_takes_linear_time() -> None:
    for unit in (".", "a.", "A. ", "“", "1. ", "( ", ". . ", "…”"):
        text = unit * 20_000
        assert split_sentences(text, 0, len(text))
