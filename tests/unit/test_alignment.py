"""Alignment of small reports written for these tests."""

import pytest

import rights_diff
from rights_diff.alignment import align
from rights_diff.model import SectionRelation

OLD = """Background

The governing party won the May election with 61 per cent of the vote. Flooding in the southern
delta left thousands of families without homes.

Freedom of expression

Journalists faced defamation suits for reporting on the harbour contracts. The editor of the
weekly Lantern, Maro Deel, was fined 4,000 talers in June.

Prison conditions

At least 312 inmates were held in Karst prison, built for 120. Guards beat prisoners who asked
for medical care, and two men died of untreated illness.

Death penalty

Courts imposed nine death sentences. No executions were carried out.
"""

NEW = """Background

The new coalition government took office in February. A drought cut harvests in the north.

Freedom of the press

Reporters were again sued for defamation over articles on the harbour contracts. Police searched
the offices of two radio stations.

Detention

Guards beat prisoners who asked for medical care. Two men died of untreated illness. Some 340
inmates were held in Karst prison, which was built for 120.

Death penalty

Courts imposed 14 death sentences. No executions were carried out.

Right to education

More than 80 village schools stayed closed for lack of teachers.
"""


@pytest.fixture(scope="module")
def reports():
    options = {"organization": "Amnesty International", "country": "Georgia"}
    return rights_diff.parse(OLD, **options), rights_diff.parse(NEW, **options)


@pytest.fixture(scope="module")
def alignment(reports):
    return align(*reports)


def heading_links(reports, alignment):
    old, new = reports
    return {
        (old.section(a).heading, new.section(b).heading): link
        for link in alignment.section_links
        for a in link.old
        for b in link.new
    }


def partners(reports, alignment, words):
    """The words of the new sentences paired with the old one that holds `words`."""
    old, new = reports
    told = next(s.id for s in old.sentences if words in s.span.of(old.text))
    pair = next((p for p in alignment.pairs if told in p.old), None)
    return " ".join(new.sentence(i).span.of(new.text) for i in pair.new) if pair else ""


def test_sections_correspond_under_the_same_and_under_other_headings(reports, alignment):
    links = heading_links(reports, alignment)
    assert links["Death penalty", "Death penalty"].relation is SectionRelation.SAME
    renamed = links["Freedom of expression", "Freedom of the press"]
    assert renamed.relation is SectionRelation.RENAMED
    assert ("Prison conditions", "Detention") in links
    assert all(new != "Right to education" for _, new in links)


def test_links_say_what_they_rest_on(alignment):
    assert all(link.evidence for link in alignment.section_links)
    assert all(0 < link.score <= 1 for link in alignment.section_links)


def test_repeated_sentences_are_exact(reports, alignment):
    assert partners(reports, alignment, "No executions").startswith("No executions")
    exact = [p for p in alignment.pairs if p.exact]
    assert len(exact) == 1
    assert exact[0].reasons == ("the same words",)


def test_a_changed_figure_does_not_part_a_claim(reports, alignment):
    assert "14 death sentences" in partners(reports, alignment, "nine death sentences")
    assert "340" in partners(reports, alignment, "312 inmates")


def test_a_claim_in_other_words_is_found(reports, alignment):
    assert "defamation" in partners(reports, alignment, "defamation suits")


def test_a_split_claim_is_one_pair(reports, alignment):
    found = partners(reports, alignment, "Guards beat prisoners")
    assert "medical care" in found
    assert "untreated illness" in found


def test_unrelated_news_stands_alone(reports, alignment):
    assert partners(reports, alignment, "won the May election") == ""
    assert partners(reports, alignment, "Maro Deel") == ""


def test_pairs_say_why(alignment):
    assert all(0 < p.score <= 1 for p in alignment.pairs)
    shared = [r for p in alignment.pairs for r in p.reasons if r.startswith("figures shared")]
    assert sorted(shared) == ["figures shared: 120 inmates", "figures shared: two men"]


def test_near_misses_are_of_unpaired_sentences(reports, alignment):
    old, new = reports
    paired = (
        {i for p in alignment.pairs for i in p.old},
        {i for p in alignment.pairs for i in p.new},
    )
    for side, sentence, candidates in alignment.near:
        own, others = (old, new) if side == "old" else (new, old)
        assert own.sentence(sentence)
        assert sentence not in paired[side == "new"]
        assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
        assert all(others.sentence(c.sentence) for c in candidates)


def test_containers_link_by_their_headings():
    text = (
        "Economic rights\n\nRight to health\n\nClinics in the hills had no medicine all winter.\n"
    )
    report = rights_diff.parse(text)
    links = align(report, report).section_links
    assert [(link.old, link.new) for link in links] == [((s.id,), (s.id,)) for s in report.sections]


def test_reports_without_sentences():
    empty = rights_diff.parse("Background\n")
    full = rights_diff.parse(NEW)
    assert align(empty, full).pairs == ()
    assert align(full, empty).near == ()
