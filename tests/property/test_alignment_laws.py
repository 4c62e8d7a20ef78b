"""The laws of alignment, for any two reports."""

from hypothesis import given
from hypothesis import strategies as st

import rights_diff
from rights_diff.alignment import align
from rights_diff.alignment.exact import exact_pairs
from rights_diff.alignment.matching import best_matching
from rights_diff.alignment.words import stem, tokens
from rights_diff.model import SectionRelation
from rights_diff.structure.typography import plain

WHO = ("Police", "Two guards", "The ministry", "Some 40 lawyers", "A “local” court", "The UN")
DID = ("arrested", "released", "fined", "did not charge", "met", "tried", "reportedly beat")
WHOM = ("five students", "Ana Merk", "the editor’s son", "striking miners", "12 refugees")
WHEN = ("in May", "on 3 June", "during 2011–2012", "again", "without a warrant")
HEADINGS = ("Background", "Police", "Fair trial", "Prison conditions", "Migrants’ rights")
MIRROR = {
    SectionRelation.SPLIT: SectionRelation.MERGED,
    SectionRelation.MERGED: SectionRelation.SPLIT,
}

sentences = st.builds(
    "{} {} {} {}.".format, *(st.sampled_from(words) for words in (WHO, DID, WHOM, WHEN))
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
chapters = st.lists(st.tuples(st.sampled_from(HEADINGS), paragraphs), min_size=1, max_size=4).map(
    lambda parts: "\n\n".join(f"{heading}\n\n{text}" for heading, text in parts) + "\n"
)
words = st.text(st.characters(categories=("L", "N", "P", "Z")), max_size=60)


def report(text):
    return rights_diff.parse(text)


@given(chapters, chapters)
def test_swapping_the_reports_mirrors_the_alignment(one, other):
    a, b = report(one), report(other)
    there, back = align(a, b), align(b, a)
    assert {(p.old, p.new, p.score, p.exact, p.reasons) for p in there.pairs} == {
        (p.new, p.old, p.score, p.exact, p.reasons) for p in back.pairs
    }
    assert {(x.old, x.new, x.relation, x.score, x.evidence) for x in there.section_links} == {
        (x.new, x.old, MIRROR.get(x.relation, x.relation), x.score, x.evidence)
        for x in back.section_links
    }
    swapped = {"old": "new", "new": "old"}
    assert {(side, i, c) for side, i, c in there.near} == {
        (swapped[side], i, c) for side, i, c in back.near
    }


@given(chapters)
def test_a_report_aligned_with_itself_is_the_identity(text):
    r = report(text)
    found = align(r, r)
    assert [(p.old, p.new, p.exact) for p in found.pairs] == [
        ((s.id,), (s.id,), True) for s in r.sentences
    ]
    assert [(x.old, x.new, x.relation) for x in found.section_links] == [
        ((s.id,), (s.id,), SectionRelation.SAME) for s in r.sections
    ]
    assert found.near == ()


@given(chapters, chapters)
def test_each_sentence_is_in_at_most_one_pair_or_among_the_near(one, other):
    a, b = report(one), report(other)
    found = align(a, b)
    for side, r in (("old", a), ("new", b)):
        used = [i for p in found.pairs for i in getattr(p, side)]
        near = [i for s, i, _ in found.near if s == side]
        assert len(set(used)) == len(used)
        assert not set(used) & set(near)
        assert {*used, *near} <= {s.id for s in r.sentences}
    assert all(p.old and p.new for p in found.pairs)


@given(chapters)
def test_typography_alone_changes_nothing(text):
    styled = (text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-")).replace(
        " ", "  "
    )
    a, b = report(text), report(styled)
    if len(a.sentences) == len(b.sentences):
        found = align(a, b)
        assert all(p.exact for p in found.pairs)
        assert [(p.old, p.new) for p in found.pairs] == [((s.id,), (s.id,)) for s in a.sentences]


@given(chapters, chapters)
def test_the_same_input_gives_the_same_alignment(one, other):
    a, b = report(one), report(other)
    assert align(a, b) == align(a, b)


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_exact_pairs_use_up_all_equal_texts(old, new):
    pairs = exact_pairs(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == sum(min(old.count(c), new.count(c)) for c in set(old))


@given(words)
def test_plain_is_settled_after_one_go_and_ignores_spaces(text):
    assert plain(f"  {text}\n") == plain(text)
    assert plain(plain(text)) == plain(text) or any(c.isdigit() for c in text)


@given(words)
def test_any_text_has_tokens_with_stems(text):
    assert all(t.stem == stem(t.word) for t in tokens(text))


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0.01, 9), max_size=20
    )
)
def test_a_matching_is_one_to_one_and_beats_the_best_single_pair(weights):
    found = best_matching(weights)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert sum(weights[p] for p in found) >= max(weights.values(), default=0) - 1e-9
