"""What holds of any corpus: no report is lost, none is guessed, and no order matters."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.corpus_fixture import unpacked

from rights_diff.corpus.documents import document_bytes, document_of
from rights_diff.corpus.finding import NAMED
from rights_diff.corpus.packing import pack
from rights_diff.corpus.pairing import Located, pair_up
from rights_diff.model import ComparisonKind, Document, Hint, HintKind, Source, Span
from rights_diff.model.corpus import CorpusReport

COUNTRIES = ("Fiji", "Tonga", "Côte d’Ivoire", "cote-divoire", "..", None)
BODIES = ("Amnesty International", "Human Rights Watch", None)
YEARS = (2011, 2012, 2013, None)


@st.composite
def reports(draw: st.DrawFn) -> list[CorpusReport]:
    """Reports with a file each; few countries and years, so that they meet."""
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(COUNTRIES),
                st.sampled_from(BODIES),
                st.sampled_from(YEARS),
                st.integers(0, 3),  # the text: some files hold the same
            ),
            max_size=14,
        )
    )
    return [
        CorpusReport(
            id="",
            file=f"{n}.txt",
            country=country,
            organization=body,
            edition_name=f"{body or 'Report'} {year or ''}".strip(),
            covered_years=(year,) if year else (),
            sha256=f"text {text}",
        )
        for n, (country, body, year, text) in enumerate(drawn)
    ]


def located(found: list[CorpusReport]) -> list[Located]:
    return [Located(report, NAMED) for report in found]


@given(reports(), st.booleans())
def test_every_report_is_in_a_pair_or_alone_with_a_reason(
    found: list[CorpusReport], across: bool
) -> None:
    made = pair_up(located(found), across=across)
    in_pairs = {r.file for p in made.pairs for r in (p.old, p.new)}
    alone = Counter(a.report.file for a in made.alone)
    assert in_pairs | set(alone) == {r.file for r in found} == {r.file for r in made.reports}
    assert not in_pairs & set(alone)
    assert set(alone.values()) <= {1}
    assert all(a.reason for a in made.alone)


@given(reports(), st.booleans())
def test_pairs_are_of_one_country_and_go_forward(found: list[CorpusReport], across: bool) -> None:
    for pair in pair_up(located(found), across=across).pairs:
        old, new = pair.old, pair.new
        assert (old.country or "").casefold() == (new.country or "").casefold() != ""
        assert old.year is not None
        assert new.year is not None
        if pair.kind is ComparisonKind.YEAR_OVER_YEAR:
            assert old.organization == new.organization
            assert old.year < new.year
        else:
            assert across
            assert old.organization != new.organization
            assert old.year == new.year


@given(reports(), st.booleans())
def test_no_two_share_an_id_or_an_unsafe_one(found: list[CorpusReport], across: bool) -> None:
    made = pair_up(located(found), across=across)
    for ids in ([p.id for p in made.pairs], [r.id for r in made.reports]):
        assert len(set(ids)) == len(ids)
        assert all(i and set(i) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for i in ids)


@given(reports(), st.booleans(), st.randoms(use_true_random=False))
def test_no_order_matters(found: list[CorpusReport], across: bool, random: Random) -> None:
    shuffled = random.sample(found, len(found))
    assert pair_up(located(found), across=across) == pair_up(located(shuffled), across=across)


@given(reports())
def test_another_country_changes_no_pair(found: list[CorpusReport]) -> None:
    more = [
        CorpusReport(id="", file="n.txt", country="Nauru", covered_years=(2012,), sha256="n"),
        CorpusReport(id="", file="m.txt", country="Nauru", covered_years=(2011,), sha256="m"),
    ]
    before = pair_up(located(found)).pairs
    after = pair_up(located(found + more)).pairs
    assert [p for p in after if p.country != "Nauru"] == list(before)
    assert len(after) == len(before) + 1


@given(st.dictionaries(st.text(max_size=8), st.binary(max_size=60), max_size=5))
def test_packed_parts_come_back(parts: dict[str, bytes]) -> None:
    assert unpacked(pack(parts)) == parts
    assert pack(parts) == pack(dict(parts))


@given(
    st.text(alphabet=st.characters(), min_size=1, max_size=80),
    st.lists(st.sampled_from(HintKind), max_size=4),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
)
def test_a_document_travels_whole(text: str, kinds: list[HintKind], told: dict[str, str]) -> None:
    document = Document(
        text=text,
        source=Source(path="a.txt", sha256="0" * 64, encoding="utf-8", encoding_guessed=True),
        hints=tuple(
            Hint(kind=kind, span=Span(n, len(text)), value=str(n)) for n, kind in enumerate(kinds)
        ),
        told=told,
        warnings=("guessed",),
    )
    assert document_of(document_bytes(document)) == document
