"""What was made fast gives what the plain way gives."""

import gc
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_diff.alignment.aliases import Glossary
from rights_diff.alignment.candidates import FLOOR, near_pairs
from rights_diff.alignment.clauses import clause_index, clause_vectors
from rights_diff.alignment.features import _common
from rights_diff.alignment.vectors import dot
from rights_diff.alignment.words import tokens
from rights_diff.collector import at_rest
from rights_diff.reading.html.paragraphs import Piece, tidy
from rights_diff.reading.html.tree import _has_sentence

# Weights in quarters: sums are exact, so that ties are ties whatever the order of adding.
vectors = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([0.25, 0.5, 0.75]), max_size=4),
    max_size=8,
)
pieces_of_pages = st.lists(
    st.sampled_from(
        ["ab", "a", "b. ", "said.", " ", "  ", "\n", "x" * 40, "y" * 41, ".", "!", "”)", "a.b "]
    ),
    max_size=60,
).map("".join)
SENTENCE = re.compile(r"(?:\S{1,40}\s+){5}(?:\S{1,40}\s+){0,80}?\S{0,40}\w\w[.!?][\"”’)]*(?:\s|$)")


def plainly_near(old, new, best, exact):
    """Every vector against every other."""
    done = {i for i, _ in exact}, {j for _, j in exact}
    cosines = {
        (i, j): c
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if (c := sum(w * b[s] for s, w in a.items() if s in b)) >= FLOOR
    }
    rows = [
        sorted((p for p in cosines if p[side] == k), key=lambda p: (-cosines[p], p[1 - side]))
        for side, vectors in enumerate((old, new))
        for k in range(len(vectors))
        if k not in done[side]
    ]
    return {p: cosines[p] for row in rows for p in row[:best]}


@given(vectors, vectors, st.integers(1, 3), st.randoms(use_true_random=False))
def test_near_pairs_are_the_nearest_of_all(old, new, best, random):
    most = min(len(old), len(new))
    chosen = [random.sample(range(len(side)), random.randint(0, most) // 2) for side in (old, new)]
    exact = list(zip(*chosen, strict=False))
    assert near_pairs(old, new, best, exact) == plainly_near(old, new, best, exact)


def test_near_pairs_are_the_nearest_of_many():
    """Wide rows and narrow ones are gathered in two ways."""
    random = Random(7)  # noqa: S311 - any numbers will do, the same every time
    words = [f"w{n}" for n in range(400)]
    old, new = (
        [{random.choice(words): random.choice((0.25, 0.5)) for _ in range(6)} for _ in range(120)]
        for _ in range(2)
    )
    assert near_pairs(old, new, 3) == plainly_near(old, new, 3, [])


@given(pieces_of_pages)
def test_a_sentence_of_a_page_is_found_word_by_word(text):
    assert _has_sentence(text) == bool(SENTENCE.search(text))


@given(st.lists(pieces_of_pages, max_size=4))
def test_white_space_is_collapsed_across_pieces(texts):
    found = "".join(p.text for p in tidy([Piece(t) for t in texts]))
    assert found == " ".join("".join(texts).split())


@given(
    st.dictionaries(
        st.sampled_from("uvwxyz"), st.lists(st.sampled_from("abcd"), min_size=1, max_size=3)
    ),
    st.lists(st.sampled_from("abcdefuvwxyz"), unique=True),
)
def test_a_glossary_gives_what_going_through_all_of_it_gives(aliases, stems):
    held = dict.fromkeys(stems)
    extra = [long for s in held for long in aliases.get(s, ()) if long not in held]
    names = [a for a, long in aliases.items() if all(s in held for s in long) and a not in held]
    glossary = Glossary({a: tuple(long) for a, long in aliases.items()})
    assert glossary.expand(held) == list(dict.fromkeys([*extra, *names]))


def test_clauses_are_cut_where_a_new_one_begins():
    text = "Police raided the newsroom, and the editor fled because judges ordered arrests."
    read = tokens(text)
    mass = {t.stem: 1.0 for t in read if t.word[0].islower() and len(t.word) > 3}
    clauses = clause_vectors(text, read, mass)
    assert len(clauses) == 3
    index = clause_index(clauses)
    assert all(clauses[at][c] == w for c, held in index.items() for at, w in held)


@given(*[st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1.0))] * 2)
def test_common_keys_come_in_the_order_that_products_are_added_in(a, b):
    assert sum([a[s] * b[s] for s in _common(a, b)]) == dot(a, b)


def test_the_collector_is_left_as_it_was():
    with at_rest():
        assert not gc.isenabled()
    with pytest.raises(ZeroDivisionError), at_rest():
        1 / 0  # noqa: B018 - an error in the middle of work
    assert gc.isenabled()
    gc.disable()
    try:
        with at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
