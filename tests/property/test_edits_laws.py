"""Laws of word edits, for any words: they turn old into new, and mirror."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff.comparison.edits import Edit, plain_words, words
from rights_diff.comparison.words.typography import fold
from rights_diff.structure.typography import same_words

WORDS = """The the a of in and not no police Police men women court courts nine 1,127 at
least some many widely reportedly again alleged may said arrested arrests released was were had
. , ; “ ” ( )"""
VOCABULARY = WORDS.split()

word_lists = st.lists(st.sampled_from(VOCABULARY), max_size=25)
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14).map(" ".join)


@st.composite
def edited_lists(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A list of words, and the same list after a few changes."""
    old = draw(word_lists)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 3))] = draw(
            st.lists(st.sampled_from(VOCABULARY), max_size=3)
        )
    return old, new


pairs = st.one_of(st.tuples(word_lists, word_lists), edited_lists())


def applied(old: list[str], new: list[str], edits: list[Edit]) -> list[str]:
    """The old words with each changed range replaced by the new range.

    Between two edits both sides have equally many unchanged words.
    """
    out: list[str] = []
    i = j = 0
    for before, after in edits:
        same = before[0] - i if before else (after[0] - j if after else 0)
        out += old[i : i + same]
        out += new[slice(*after)] if after else []
        i = before[1] if before else i + same
        j = after[1] if after else j + same
    return out + old[i:]


@given(pairs)
def test_edits_turn_old_into_new(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    assert applied(old, new, rd.word_edits(old, new)) == new


@given(pairs)
def test_edits_turn_new_back_into_old(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    back = [(b, a) for a, b in rd.word_edits(old, new)]
    assert applied(new, old, back) == old


@given(st.lists(st.text(max_size=4), max_size=8), st.lists(st.text(max_size=4), max_size=8))
def test_any_strings_are_words(old: list[str], new: list[str]) -> None:
    bare = [w.strip() for w in new]
    assert applied([w.strip() for w in old], bare, rd.word_edits(old, new)) == bare


@given(pairs)
def test_edits_mirror(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    assert rd.word_edits(new, old) == [(b, a) for a, b in rd.word_edits(old, new)]


@given(pairs)
def test_edits_are_in_order_and_say_something(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    edits = rd.word_edits(old, new)
    for before, after in edits:
        assert before or after
        assert all(r is None or r[0] < r[1] for r in (before, after))
        assert not (before and after) or old[slice(*before)] != new[slice(*after)]
    for side in (0, 1):
        ranges = [e[side] for e in edits if e[side]]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))


@given(word_lists)
def test_the_same_words_have_no_edits(old: list[str]) -> None:
    assert rd.word_edits(old, list(old)) == []


@given(st.text())
def test_words_give_the_text_back(text: str) -> None:
    assert "".join(words(text)) == text


@given(sentences)
def test_typography_is_no_edit_on_a_page(sentence: str) -> None:
    retyped = sentence.replace("“", '"').replace("”", '"').replace(" ", "  ")
    assert same_words(sentence, retyped)
    assert plain_words(words(sentence)) == plain_words(words(retyped))
    assert [fold(w) for w in words(sentence)] == [fold(w) for w in words(retyped)]
