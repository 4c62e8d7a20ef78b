from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from tests.rendering_fixture import make

from rights_diff.model import (
    ComparisonKind,
    Qualifier,
    Quantity,
    QuantityKind,
    QuantityLink,
    Source,
    Span,
)
from rights_diff.rendering.strings import many, say, table
from rights_diff.rendering.view import comparison_view, topic_label
from rights_diff.rendering.view.figures import spell
from rights_diff.rendering.view.pieces import diff_pieces
from rights_diff.rendering.view.plain import clip, number, shown, signed
from rights_diff.rendering.view.records import Fold, Ghost, Row, Run


def page():
    return comparison_view(make())


def group(heading):
    return next(g for g in page().groups if g.new_heading == heading or heading in g.old_headings)


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"value": 1127.0}, "1,127"),
        ({"low": 63.0, "qualifier": Qualifier.AT_LEAST}, "at least 63"),
        ({"low": 63.0, "qualifier": Qualifier.MORE_THAN}, "more than 63"),
        ({"high": 120000.0, "qualifier": Qualifier.UP_TO}, "up to 120,000"),
        ({"high": 50.0, "qualifier": Qualifier.LESS_THAN}, "less than 50"),
        ({"low": 80.0, "high": 120.0, "qualifier": Qualifier.BETWEEN}, "between 80 and 120"),
        ({"value": 5.0, "qualifier": Qualifier.ABOUT}, "about 5"),
        ({"value": 5.0, "unit": "percent", "kind": QuantityKind.PERCENT}, "5%"),
        ({"value": 5.78e6, "unit": "USD", "kind": QuantityKind.MONEY}, "US$5.78 million"),
        ({"value": 1.0, "unit": "year", "kind": QuantityKind.DURATION}, "1 year"),
        ({"value": 14.0, "unit": "year", "kind": QuantityKind.DURATION}, "14 years"),
        ({"value": 6.0, "kind": QuantityKind.ORDINAL}, "the sixth of"),
        ({"low": 200.0, "high": 999.0, "kind": QuantityKind.VAGUE_MAGNITUDE}, "the sixth of"),
    ],
)
def test_figures_are_said_in_words_of_the_house(about, words):
    about = {"kind": QuantityKind.COUNT, **about}
    quantity = Quantity(id="q1", span=Span(0, 12), core=Span(4, 9), **about)
    assert spell(quantity, "the sixth of its kind") == words


def test_numbers_have_separators_and_a_true_minus():
    assert number(-1234.5) == "−1,234.5"
    assert signed(0.5) == "+0.5"
    assert number(2e9) == "2 billion"
    assert number(1234567.0) == "1,234,567"


def test_acting_characters_become_marks():
    assert shown("a\u202eb\x1b[0m\ud800") == "a⟦U+202E⟧b⟦U+001B⟧[0m⟦U+D800⟧"
    assert shown("tabs\tand\nlines stay") == "tabs\tand\nlines stay"


def test_clipping_ends_at_a_word():
    assert clip("short", 10) == "short"
    assert clip("a long sentence, cut", 17) == "a long sentence …"


def test_every_row_stands_in_one_place():
    comparison = make()
    shown_ids = [r.id for g in comparison_view(comparison).groups for r in g.rows()]
    assert sorted(shown_ids) == sorted(r.id for r in comparison.ledger)


def test_groups_follow_the_newer_report():
    headings = [g.new_heading or g.old_headings[0] for g in page().groups]
    assert headings == [
        "Opening",
        "Freedom of movement",
        "Detention and forced labour",
        "Religion",
        "Right to health",
    ]


def test_a_merged_section_names_both():
    found = group("Detention and forced labour")
    assert found.old_headings == ("Detention", "Workers sent abroad")
    assert found.path == ("Justice",)
    assert found.note == "merged"


def test_a_section_of_one_report_says_so():
    assert group("Religion").note == "only in 2017/18"
    assert group("Right to health").note == "only in 2021/22"


def test_a_moved_claim_leaves_a_way_to_its_new_place():
    runs = [e for e in group("Religion").entries if isinstance(e, Run)]
    ghosts = [e for e in runs[0].old if isinstance(e, Ghost)]
    assert [(g.row, g.says) for g in ghosts] == [("r10", "now under “Freedom of movement”")]
    row = next(r for r in group("Freedom of movement").rows() if r.id == "r10")
    assert row.old_place == "Religion"


def test_unchanged_stretches_fold():
    folds = [e for e in group("Freedom of movement").entries if isinstance(e, Fold)]
    assert [f.sentences for f in folds] == [3]


def test_one_sided_claims_stand_in_runs():
    run = next(e for e in group("Right to health").entries if isinstance(e, Run))
    assert [r.id for r in run.new] == ["r16", "r17"]
    assert {r.label for r in run.new} == {"New"}


def test_near_misses_lead_to_the_row_they_stand_in():
    row = next(r for r in group("Freedom of movement").rows() if r.id == "r5")
    assert [(c.row, c.score) for c in row.candidates] == [("r6", "0.31"), ("r7", "0.22")]


def test_facets_show_the_words_they_rest_on():
    rows = {r.id: r for g in page().groups for r in g.rows()}
    assert [(t.label, t.old, t.new) for t in rows["r3"].tags] == [
        ("Stronger", "severe", "non-existent")
    ]
    assert [(t.label, t.old, t.new) for t in rows["r4"].tags] == [
        ("Figure changed", "1,204", "at least 57")
    ]


def test_changed_agreeing_and_refused_figures_stand_apart():
    shown_page = page()
    assert [(f.old, f.new) for f in shown_page.figures] == [
        ("1,204", "at least 57"),
        ("about 3,000", "about 2,400"),
        ("about 70%", "about 80%"),
    ]
    assert len(shown_page.agreeing) == 3
    assert [f.caveat for f in shown_page.refused] == ["people crossing, workers sent"]


def test_percent_and_difference_only_where_the_link_gives_them():
    people, workers, pay = page().figures
    assert (people.absolute, people.percent, people.caveat) == (
        "",
        "",
        "now “at least”; a bound, not a count",
    )
    assert (workers.absolute, workers.percent) == ("−600", "−20%")
    assert (pay.absolute, pay.caveat) == ("+10 points", "periods of different length")


def test_links_to_unknown_figures_are_left_out():
    comparison = make()
    odd = QuantityLink(old="q99", new="q1", relation=comparison.quantity_links[0].relation)
    more = dataclasses.replace(comparison, quantity_links=(*comparison.quantity_links, odd))
    assert comparison_view(more).figures == comparison_view(comparison).figures


def test_the_glance_counts_rows():
    counts = {g.code: (g.count, g.label) for g in page().glance}
    assert counts["number_changed"] == (3, "figures changed")
    assert counts["contradicted"] == (1, "reversed")
    assert counts["dropped"] == (4, "no longer reported")


def test_highlights_say_figures_first_and_new_last():
    codes = [h.code for h in page().highlights]
    assert codes[0] == "number_changed"
    assert codes[-1] == "added"
    assert "contradicted" in codes


def test_a_pair_that_may_be_wrong_says_so():
    comparison = make()
    ledger = tuple(
        dataclasses.replace(r, score=0.3) if r.id == "r3" else r for r in comparison.ledger
    )
    view = comparison_view(dataclasses.replace(comparison, ledger=ledger))
    row = next(r for g in view.groups for r in g.rows() if r.id == "r3")
    assert row.unsure == "0.30"
    assert ("unsure", "Unsure pair", 1) in view.filters
    assert "strengthened" not in {h.code for h in view.highlights}


def test_across_organizations_the_words_change():
    comparison = dataclasses.replace(make(), kind=ComparisonKind.CROSS_ORGANIZATION)
    other = dataclasses.replace(
        comparison.new.metadata,
        organization="Human Rights Watch",
        organization_family="Human Rights Watch",
    )
    new = dataclasses.replace(comparison.new, metadata=other)
    view = comparison_view(dataclasses.replace(comparison, new=new))
    assert view.headline == "What Northern Rights Monitor 2017/18 and HRW 2021/22 say"
    assert ("added", "Only in HRW 2021/22") in [(c, label) for c, label, _ in view.filters]
    assert "no longer reported" not in " ".join(g.label for g in view.glance).lower()
    paired = next(g for g in view.glance if g.code == "paired")
    assert paired.filters == ("unchanged", "reworded", "revised")


def test_reports_nobody_dated_are_older_and_newer():
    comparison = make()

    def bare(report):
        return dataclasses.replace(
            report, metadata=type(report.metadata)(source=Source(sha256="0" * 64))
        )

    view = comparison_view(
        dataclasses.replace(comparison, old=bare(comparison.old), new=bare(comparison.new))
    )
    assert (view.old.label, view.new.label) == ("Older report", "Newer report")
    assert view.headline == "What changed from the older report to the newer report"
    assert view.title.startswith("Two reports")
    one = comparison_view(dataclasses.replace(comparison, old=bare(comparison.old)))
    assert one.old.label == "Undated report"


def test_only_web_addresses_become_links():
    comparison = make()
    bad = dataclasses.replace(
        comparison.new.metadata, source=Source(url="javascript:alert(1)", sha256="0" * 64)
    )
    new = dataclasses.replace(comparison.new, metadata=bad)
    assert comparison_view(dataclasses.replace(comparison, new=new)).new.url == ""


def test_sections_in_the_map_do_not_overlap_and_ribbons_stay_inside():
    view = page().map
    for column in (view.old, view.new):
        for above, below in pairwise(column):
            assert above.y + above.height < below.y
    assert [n.full for n in view.old if n.alone] == ["Religion"]
    assert len(view.ribbons) == 4
    assert ("Religion", "only in 2017/18", "", "o-s5") in view.lines


def test_both_sides_of_a_pair_carry_as_many_marks():
    old = ["It ", "was ", "very ", "cold", "."]
    new = ["It ", "was ", "cold ", "and ", "wet", "."]
    before, after, retold = diff_pieces(old, new)
    assert not retold
    assert sum(p.kind != "same" for p in before) == sum(p.kind != "same" for p in after)
    assert "".join(p.text for p in before) == "".join(old)
    assert "".join(p.text for p in after) == "".join(new)


def test_a_claim_told_in_wholly_other_words_is_left_unmarked():
    before, after, retold = diff_pieces(["All ", "is ", "well"], ["Nothing ", "worked ", "here"])
    assert retold
    assert {p.kind for p in (*before, *after)} == {"same"}


def test_all_statuses_and_facets_have_words():
    for name in ("status", "facet", "relation", "section_relation"):
        for key in table(name):
            assert say(name, key)
    assert many("glance", "number_changed", 1) == "figure changed"
    assert say("status", "added", old="{new}", new="B", across=True) == "Only in B"


def test_topics_have_names():
    assert topic_label("no_such_topic") == "No such topic"


def test_set_aside_and_unsure_are_told():
    view = page()
    assert {s.reason for s in view.aside_old} == {"title", "navigation"}
    assert [row.id for row, _ in view.unsure] == ["r18", "r5"]
    assert all(isinstance(row, Row) for row, _ in view.unsure)


def test_each_row_says_why_it_stands_there():
    rows = {r.id: r for g in page().groups for r in g.rows()}
    assert all(row.why for row in rows.values())
    assert rows["r1"].why == ("no sentence of 2021/22 comes near it",)
    assert "0.31 of 1 alike, is paired with a sentence that fits better" in rows["r5"].why[0]
    assert "its nearest in 2021/22 is 0.99 of 1 alike" in rows["r18"].why[0]
    assert rows["r6"].why == ("the same words in both",)
    assert rows["r2"].why == (
        "Softer: nothing → “believed to be” (certainty)",
        "paired with 0.94 of 1: shared figure, same lead",
    )


def test_across_organizations_the_notes_beside_figures_change():
    across = dataclasses.replace(make(), kind=ComparisonKind.CROSS_ORGANIZATION)
    view = comparison_view(across)
    assert view.figures[0].caveat == "“at least” on the right only; a bound, not a count"
    assert view.agreeing[0].caveat == "“believed” on the right only"


def test_length_and_attention_before_and_after():
    view = page()
    assert [a.topic for a in view.more_on] == ["Right to health"]
    assert {a.topic for a in view.less_on} == {
        "Arbitrary arrest and detention",
        "Freedom of movement",
    }
    assert (view.old.words, view.new.words) == ("200", "201")


def test_a_headline_on_words_that_are_gone_quotes_both_reports():
    comparison = make()
    signal = dataclasses.replace(comparison.row("r3").signals[0], new=None, new_words=None)
    ledger = tuple(
        dataclasses.replace(r, signals=(signal,)) if r.id == "r3" else r for r in comparison.ledger
    )
    view = comparison_view(dataclasses.replace(comparison, ledger=ledger))
    told = next(h for h in view.highlights if h.code == "strengthened")
    assert (told.old, told.new) == ("severe", "")
    assert told.text == "Free speech was non-existent."
    assert told.before == "2017/18: “Limits on speech stayed severe.”"


def test_agreeing_figures_without_a_number_are_no_figures():
    comparison = make()
    text = comparison.new.text
    start = text.index("three provinces")
    idle = dataclasses.replace(
        comparison.new.quantities[0],
        id="q9",
        kind=QuantityKind.SENTENCE_LENGTH,
        span=Span(text.index("vaccines"), text.index("vaccines") + 8),
        core=Span(start, start + 5),
        high=None,
        qualifier=Qualifier.EXACT,
    )
    old = dataclasses.replace(idle, span=Span(4, 9), core=Span(4, 9))
    link = dataclasses.replace(comparison.quantity_links[0], old="q9", new="q9")
    more = dataclasses.replace(
        comparison,
        old=dataclasses.replace(comparison.old, quantities=(*comparison.old.quantities, old)),
        new=dataclasses.replace(comparison.new, quantities=(*comparison.new.quantities, idle)),
        quantity_links=(*comparison.quantity_links, link),
    )
    assert len(comparison_view(more).agreeing) == len(comparison_view(comparison).agreeing)
