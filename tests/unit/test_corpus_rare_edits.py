"""Template edits of rows of several sentences, of very short ones, and of new lines of facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

import rights_diff as rd
from rights_diff.corpus.signatures import candidates_of
from rights_diff.model.template_edits import EditCandidate, EditKind

HEAD = "Amnesty International Report {year}: Cuba\n\n"
PORTS = "The handbook of ports names the rules that each pier in the harbour has to keep."
PORTS_SO = "The handbook of ports names the rules which each pier in the harbour has to keep."
BOARD = "The board keeps the list of jails for all who ask for it in writing."
BOARD_SO = "The board keeps the list of jails for all who ask for it by letter."
SHIPS = "Two ships sank in winter."


def comparison_of(old: str, new: str) -> rd.Comparison:
    texts = (HEAD.format(year=2019) + old, HEAD.format(year=2020) + new)
    return rd.compare(*(rd.parse(text, country="Cuba") for text in texts))


def changes(found: tuple[EditCandidate, ...], kind: EditKind) -> list[tuple[str, str]]:
    return [(c.old, c.new) for c in found if c.kind is kind]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # told in the other order: each stands beside the one that is most like it
        ([PORTS, BOARD], [BOARD_SO, PORTS_SO], [(PORTS, PORTS_SO), (BOARD, BOARD_SO)]),
        # nothing in the row is like it
        ([PORTS, BOARD], [PORTS_SO, SHIPS], [(PORTS, PORTS_SO)]),
        # one became two: neither stands for it alone
        ([PORTS], [PORTS_SO, BOARD_SO], []),
    ],
)
def test_in_a_row_of_several_sentences_like_stands_beside_like(
    old: list[str], new: list[str], expected: list[tuple[str, str]]
) -> None:
    comparison = comparison_of(" ".join(old), " ".join(new))
    ids = [tuple(s.id for s in r.sentences) for r in (comparison.old, comparison.new)]
    joined = replace(comparison.ledger[0], old=ids[0], new=ids[1])
    assert (
        changes(candidates_of(replace(comparison, ledger=(joined,))), EditKind.CHANGED) == expected
    )


@pytest.mark.parametrize(
    ("gone", "came"), [("Continued.", ""), ("", "Continued."), ("Continued.", "Unchanged.")]
)
def test_a_sentence_of_one_word_is_no_template(gone: str, came: str) -> None:
    found = candidates_of(comparison_of(f"{SHIPS} {gone}", f"{SHIPS} {came}"))
    assert {c.kind for c in found} == {EditKind.KEPT}


def test_a_new_line_of_facts_is_told() -> None:
    old = f"Death penalty: retentionist\n\nBackground\n{SHIPS}"
    found = candidates_of(comparison_of(old, f"Head of state: Ana Vee\n{old}"))
    assert changes(found, EditKind.FACT) == [("", "Head of state")]
