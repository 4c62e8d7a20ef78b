"""The laws of figures and dates, for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff.extraction.grammar.lexicon import table
from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity

_ONES = (  # noqa: SIM905 - so many words are best read in rows
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 - the same
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, *, link: str = " and ", hyphen: str = "-") -> str:
    """A number in English words: an independent writer to read back from."""
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            tail = "" if not rest else (link if rest < 100 else " ") + in_words(rest, link=link)
            return f"{in_words(number // size, link=link, hyphen=hyphen)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        tail = link + in_words(rest, hyphen=hyphen) if rest else ""
        return f"{_ONES[number // 100]} hundred{tail}"
    if number >= 20:
        one = number % 10
        return _TENS[number // 10 - 2] + (hyphen + _ONES[one] if one else "")
    return _ONES[number]


FIGURES = st.sampled_from(
    [
        "At least 63 women left.",
        "Between 40 and 60 boats sank in 2011.",
        "An estimated 3 million people stayed; 200 of them ate.",
        "Prices tripled for the fourth consecutive year.",
        "On 3 May, hundreds of boats sank.",
        "He was jailed for two years and fined $40.",
        "It was the lowest number since 2002.",
        "One of the men was aged between 10 and 16.",
        "No executions took place in April.",
        "Nothing at all took place.",
    ]
)
NOISE = st.text(st.sampled_from("0123456789 ,.-–/$%()’onetwhalfrdMay"), max_size=60)
# Any run of the words the rules know, glued or not: grammar without sense.
_LISTS = ("quantity_qualifiers", "unit_time", "number_ordinals", "modality", "date_months")
_SIGNS = ["5", "12", "2017", "1,127", "3rd", "61/45", "1990s", "$", "%", "-", "–", ",", ".", "’s"]
_KNOWN = [*sorted(w for name in _LISTS for line in table(name) for w in line.split()), *_SIGNS]
GIBBERISH = st.lists(
    st.tuples(st.sampled_from(_KNOWN), st.sampled_from([" ", " ", ""])).map("".join), max_size=20
).map("".join)
PASSAGES = st.lists(FIGURES | NOISE | GIBBERISH | st.text(max_size=30), max_size=6).map(" ".join)


@given(PASSAGES)
def test_the_core_stands_inside_the_span_and_spans_never_overlap(text: str) -> None:
    found = quantities(text, year=2010)
    for q in found:
        assert 0 <= q.span.start <= q.core.start < q.core.end <= q.span.end <= len(text)
        assert q.core.of(text) in q.span.of(text)
        assert q.span.of(text).strip() == q.span.of(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert [q.id for q in found] == [f"q{n + 1}" for n in range(len(found))]


@given(PASSAGES)
def test_values_and_bounds_make_sense(text: str) -> None:
    for q in quantities(text, year=2010):
        numbers = [x for x in (q.value, q.low, q.high) if x is not None]
        assert all(0 <= x < 10**40 for x in numbers)
        assert q.value is None or (q.low is None and q.high is None)
        assert q.low is None or q.high is None or q.low <= q.high


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_is_read_back(number: int) -> None:
    for link, hyphen in ((" and ", "-"), (" ", "-"), (" and ", " ")):
        text = f"They saw {in_words(number, link=link, hyphen=hyphen)} birds."
        assert [q.value for q in quantities(text)] == [number], text


@given(st.integers(0, 999_999_999_999), st.sampled_from([",", " ", "\u00a0", "\u202f", "\u2009"]))
def test_a_number_in_groups_of_figures_is_read_back(number: int, gap: str) -> None:
    text = f"They saw {number:,} birds.".replace(",", gap)
    assert [q.value for q in quantities(text)] == [number], text


@given(st.integers(0, 9_999), st.sampled_from(["thousand", "million", "billion"]))
def test_figures_with_a_scale_are_read_back(tenths: int, scale: str) -> None:
    size = {name: value for value, name in _SCALES}[scale]
    text = f"They saw {tenths // 10}.{tenths % 10} {scale} birds."
    assert [q.value for q in quantities(text)] == [tenths * size / 10]


@given(
    st.integers(1, 5_000), st.integers(1, 5_000), st.sampled_from(["between {} and {}", "{} to {}"])
)
def test_ranges_are_read_back(a: int, b: int, form: str) -> None:
    low, high = min(a, b), max(a, b) + 1
    text = f"They saw {form.format(f'{low:,}', f'{high:,}')} birds."
    assert [(q.low, q.high) for q in quantities(text)] == [(low, high)], text


def fields(q: Quantity, shift: int) -> tuple[object, ...]:
    return (q.span.shift(shift), q.core.shift(shift), q.kind, q.value, q.low, q.high,
            q.qualifier, q.unit, q.counted, q.as_of, q.attribution, q.modality)  # fmt: skip


@given(PASSAGES, PASSAGES)
def test_other_paragraphs_change_nothing(first: str, second: str) -> None:
    first, second = (" ".join(part.split()) for part in (first, second))
    joined = f"{first}\n{second}"
    alone = [fields(q, 0) for q in quantities(first, year=2010)]
    alone += [fields(q, len(first) + 1) for q in quantities(second, year=2010)]
    assert [fields(q, 0) for q in quantities(joined, year=2010)] == alone


@given(st.lists(FIGURES, max_size=4), FIGURES)
def test_a_further_sentence_adds_its_figures_and_changes_no_other(
    before: list[str], last: str
) -> None:
    text = " ".join(before)
    found = [fields(q, 0) for q in quantities(text, year=2010)]
    more = [fields(q, 0) for q in quantities(f"{text} {last}".strip(), year=2010)]
    assert more[: len(found)] == found
    assert len(more) == len(found) + len(quantities(last))


@given(PASSAGES)
def test_figures_and_dates_of_a_report_stand_in_its_sentences(text: str) -> None:
    try:
        report = rd.parse(text, covered_years=[2010])
    except rd.ReadError:
        return
    spans = [s.span for s in report.sentences]
    for item in (*report.quantities, *report.dates):
        assert any(span.contains(item.span) for span in spans)
    dates = [d.span for d in report.dates]
    assert all(a.end <= b.start for a, b in pairwise(dates))
