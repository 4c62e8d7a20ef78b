"""How much each report says on a topic, beside the claims that it no longer makes."""

from __future__ import annotations

from dataclasses import replace

from tests.comparison_fixture import make_report, pair

from rights_diff.comparison import build
from rights_diff.model import Comparison, Report, Status, TopicAttention

KEPT = "Guards beat two men at the harbour jail."
GONE = "The jail had no doctor and little water for most of the long winter."
SCHOOL = "The girls of Zenda went back to school."
COME = "A second school opened near the quay."


def with_topics(report: Report, topics: dict[str, str]) -> Report:
    sentences = tuple(replace(s, topics=(topics[s.id],)) for s in report.sentences)
    return replace(report, sentences=sentences)


def compared() -> Comparison:
    old = with_topics(
        make_report({"Jails": (KEPT, GONE), "Schools": (SCHOOL,)}),
        {"s1.1": "prisons", "s1.2": "prisons", "s2.1": "education"},
    )
    new = with_topics(
        make_report({"Jails": (KEPT,), "Schools": (SCHOOL, COME)}, year=2021),
        {"s1.1": "prisons", "s2.1": "education", "s2.2": "education"},
    )
    return build(old, new, pair(("s1.1", "s1.1"), ("s2.1", "s2.1"), exact=True))


def topic(comparison: Comparison, code: str) -> TopicAttention:
    return next(t for t in comparison.summary.topics if t.topic == code)


def test_words_and_claims_per_topic() -> None:
    prisons = topic(compared(), "prisons")
    assert (prisons.old_words, prisons.new_words) == (22, 8)
    assert (prisons.old_claims, prisons.new_claims) == (2, 1)
    assert (prisons.dropped, prisons.added) == (1, 0)
    education = topic(compared(), "education")
    assert (education.old_claims, education.new_claims, education.added) == (1, 2, 1)


def test_per_thousand_words_of_the_whole_report() -> None:
    comparison = compared()
    prisons = topic(comparison, "prisons")
    assert comparison.summary.old_words == 30
    assert prisons.old_per_thousand == round(1000 * 22 / 30, 1)
    assert prisons.old_claims_per_thousand == round(1000 * 2 / 30, 1)


def test_words_and_claims_of_sentences_with_one_topic_add_up() -> None:
    summary = compared().summary
    assert sum(t.old_words for t in summary.topics) == summary.old_words
    assert sum(t.dropped for t in summary.topics) == dict(summary.statuses)[Status.DROPPED]
    assert sum(t.added for t in summary.topics) == dict(summary.statuses)[Status.ADDED]


def test_a_dropped_claim_has_the_change_of_its_topic_beside_it() -> None:
    comparison = compared()
    row = next(r for r in comparison.ledger if r.status is Status.DROPPED)
    assert comparison.topic_change(row) == topic(comparison, "prisons")
    said = next(r for r in comparison.to_dict()["ledger"] if r["id"] == row.id)
    assert said["topic_change"]["old_words"] == 22
    assert said["topic_change"]["new_words"] == 8


def test_a_claim_that_both_make_needs_none() -> None:
    rows = compared().to_dict()["ledger"]
    assert {r["topic_change"] for r in rows if r["old"] and r["new"]} == {None}


def test_a_sentence_counts_under_each_of_its_topics() -> None:
    both = with_many({"s1.1": ("prisons", "torture"), "s1.2": ("prisons",), "s2.1": ("education",)})
    comparison = build(both, both, pair(*((s, s) for s in ("s1.1", "s1.2", "s2.1")), exact=True))
    torture = topic(comparison, "torture")
    assert torture.new_words == len(KEPT.split())  # though it is the main topic of no sentence
    assert (torture.new_claims, topic(comparison, "prisons").new_claims) == (1, 2)


def test_claims_that_came_and_went_are_those_whose_rows_name_the_topic() -> None:
    topics = {"s1.1": ("prisons",), "s1.2": ("prisons", "health"), "s2.1": ("education",)}
    comparison = build(with_many(topics), with_many(topics), pair(("s1.1", "s1.1"), exact=True))
    for told in comparison.summary.topics:
        rows = [r for r in comparison.ledger if told.topic in r.topics]
        assert told.dropped == sum(r.status is Status.DROPPED for r in rows)
        assert told.added == sum(r.status is Status.ADDED for r in rows)
    assert topic(comparison, "health").dropped == 1


def with_many(topics: dict[str, tuple[str, ...]]) -> Report:
    report = make_report({"Jails": (KEPT, GONE), "Schools": (SCHOOL,)})
    sentences = tuple(replace(s, topics=topics[s.id]) for s in report.sentences)
    return replace(report, sentences=sentences)
