"""Whatever a figure looks like and wherever it stands, another figure is another sentence."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from rights_diff.structure.typography import plain, same_words

BEFORE = st.sampled_from(
    [
        "Deaths per thousand births: ",
        "Prices rose to ",
        "See Art.",
        "Camp No. ",
        "At ",
        "(",
        "− ",
        "",
    ]
)
AFTER = st.sampled_from(["", ".", " per cent", " per cent.", ")", "”", "%", " people [3]", ".[3]"])
FIGURES = st.one_of(
    st.integers(0, 99_999).map(str),
    st.integers(0, 9_999_999).map("{:,}".format),
    st.decimals(0, 999, places=1).map(str),
    st.decimals(0, 999, places=3).map(str),
    st.integers(-99, -1).map(str),
)


@given(BEFORE, FIGURES, FIGURES, AFTER)
def test_another_figure_is_another_sentence(before: str, one: str, other: str, after: str) -> None:
    assume(one != other)
    assert not same_words(f"{before}{one}{after}", f"{before}{other}{after}")


@given(st.text(alphabet="ab.1²[] ”'-–", max_size=40))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert same_words(text, text)
    assert same_words(f"  {text}\u00a0", text)
    assert plain(text).strip() == plain(text)
