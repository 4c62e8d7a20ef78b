"""Review files: the forms they are read in, what is wrong with them, and the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.model import Verdict
from rights_diff.model.review import About, Anchor, Decision, Review

DECISIONS = (
    Decision(
        verdict=Verdict.JOIN,
        old=(Anchor(exact="Some “contact”."), Anchor(exact="It.", prefix="so. ", suffix=" And")),
        new=(Anchor(exact="No contact."),),
        note="two lines\nand a separator\u2028",
        by="Ada",
        when="2024-05-01",
    ),
    Decision(
        verdict=Verdict.FORBID,
        about=About.FIGURE,
        old=(Anchor(exact="12"),),
        new=(Anchor(exact="15"),),
    ),
)

JSON_LINES = """\
{"schema": "rights-diff/review/1"}

{"decision": "join", "old": ["Some “contact”.", {"exact": "It.", "prefix": "so. ", "suffix": \
" And"}], "new": "No contact.", "note": "two lines\\nand a separator\\u2028", "by": "Ada", \
"when": "2024-05-01"}
{"decision": "forbid", "about": "figure", "old": "12", "new": "15"}
"""
DOCUMENT = """\
{
  "schema": "rights-diff/review/1",
  "decisions": [
    {"decision": "join", "old": ["Some “contact”.",
       {"type": "TextQuoteSelector", "exact": "It.", "prefix": "so. ", "suffix": " And"}],
     "new": "No contact.", "note": "two lines\\nand a separator\\u2028", "by": "Ada",
     "when": "2024-05-01"},
    {"decision": "forbid", "about": "figure", "old": "12", "new": "15"}
  ]
}
"""
TOML = """\
# our review
[[decision]]
decision = "join"
old = ["Some “contact”.", { exact = "It.", prefix = "so. ", suffix = " And" }]
new = "No contact."
note = "two lines\\nand a separator\\u2028"
by = "Ada"
when = 2024-05-01

[[decision]]
decision = "forbid"
about = "figure"
old = "12"
new = "15"
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.jsonl", JSON_LINES),
        ("r.jsonl", "\ufeff" + JSON_LINES.replace("\n", "\r\n")),
        ("r.json", DOCUMENT),
        ("r.toml", TOML),
    ],
)
def test_all_forms_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    assert Review.load(path).decisions == DECISIONS


def test_writing_gives_a_line_a_decision_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    Review(DECISIONS).save(path)
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") == 1 + len(DECISIONS)
    assert Review.load(path) == Review(DECISIONS)


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text("")
    assert Review.load(path) == Review()


def test_a_review_is_not_written_as_toml(tmp_path: Path) -> None:
    with pytest.raises(rd.RenderError, match=r"name the file \.jsonl"):
        Review().save(tmp_path / "review.toml")


BROKEN = [
    ("a.jsonl", '{"decision": "join"\n', "line 1: is no JSON"),
    ("a.jsonl", '{"schema": "rights-diff/review/1"}\n{"decision": join}\n', "line 2: is no JSON"),
    ("a.jsonl", '{"schema": "rights-diff/review/9"}\n', "line 1: is of the kind"),
    ("a.jsonl", '{"decision": "agree", "old": "a", "new": "b"}', "line 1: “decision” is 'agree'"),
    ("a.jsonl", '{"old": "a", "new": "b"}', "line 1: “decision” is missing"),
    ("a.jsonl", '{"decision": "join", "old": "a"}', "line 1: “join” needs a quote of either"),
    ("a.jsonl", '{"decision": "note", "old": "a"}', "line 1: a note has no words"),
    ("a.jsonl", '{"decision": "note", "note": "a"}', "line 1: a note needs a quote"),
    ("a.jsonl", '{"decision": "note", "old": " ", "note": "a"}', "line 1: “old” holds an empty"),
    ("a.jsonl", '{"decision": "note", "old": 5, "note": "a"}', "line 1: “old” should be a quote"),
    ("a.jsonl", '{"decision": "note", "old": "a", "note": []}', "line 1: “note” should be a text"),
    ("a.jsonl", '{"decision": "join", "old": "a", "new": "b", "who": "c"}', "line 1: 'who' means"),
    (
        "a.jsonl",
        '{"decision": "note", "old": {"quote": "a"}, "note": "b"}',
        "'quote' means nothing",
    ),
    (
        "a.jsonl",
        '{"decision": "join", "about": "figure", "old": ["1", "2"], "new": "3"}',
        "names one on each side",
    ),
    ("a.json", "[1, 2]", "decision 1: a decision is an object"),
    ("a.json", '[\n{"decision": "join",}\n]', "line 2: is no JSON"),
    ("a.json", '"words"', "holds no list of decisions"),
    ("a.json", '{"decisions": {}}', "holds no list of decisions"),
    ("a.json", "[" * 100_000, "is no JSON"),
    ("a.toml", "[[decision]\n", "is no TOML"),
    ("a.toml", "[[decision]]\ndecision = 'join'\n", "decision 1: “join” needs a quote"),
    ("a.toml", "[[decisoin]]\n", "'decisoin' means nothing here"),
]


@pytest.mark.parametrize(("name", "text", "told"), BROKEN)
def test_a_broken_file_is_one_clear_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(rd.ReadError) as trouble:
        Review.load(path)
    assert told in str(trouble.value)
    assert str(trouble.value).startswith(f"{path}: ")
    assert "\n" not in str(trouble.value)


def test_a_file_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"schema": "rights-diff/review/1"}\n\xff\xfe')
    with pytest.raises(rd.ReadError, match="line 2: a review is UTF-8 text"):
        Review.load(path)


def test_the_command_line_honours_a_review_and_tells_what_does_not_apply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    paired = next(r for r in plain.ledger if r.old and r.new)
    gone = Decision(verdict=Verdict.NOTE, old=(Anchor(exact="Not there."),), note="?")
    path = tmp_path / "review.jsonl"
    Review((*Review().forbid(plain, paired).decisions, gone)).save(path)
    words = ["compare", rd.samples.OLD, rd.samples.NEW, "--review", str(path)]
    assert main([*words, "--format", "json"]) == 0
    said = capsys.readouterr()
    assert '"verdict": "forbid"' in said.out
    assert said.err == (
        "rights-diff: note: the review’s “note” (line 3) does not apply: “Not there.” is not in"
        " the old report\n"
    )


def test_a_broken_or_missing_review_ends_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "review.jsonl"
    words = ["compare", rd.samples.OLD, rd.samples.NEW, "--review", str(path)]
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"rights-diff: {path}: the review cannot be read")
    path.write_text('{"decision": "join"}\n')
    assert main(words) == 2
    err = capsys.readouterr().err
    assert err == (
        f"rights-diff: {path}: line 1: “join” needs a quote of either report: “old” and “new”\n"
    )


def test_a_review_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_text('{"decisions": []}')
    words = ["compare", rd.samples.OLD, rd.samples.NEW, "--review", str(path), "-o", str(path)]
    assert main(words) == 2
    assert path.read_text() == '{"decisions": []}'


def test_the_guide_shows_files_that_can_be_read(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(jsonl|toml)\n(.*?)```", guide, re.S))
    counts = {}
    for kind, text in blocks.items():
        path = tmp_path / f"guide.{kind}"
        path.write_text(text, encoding="utf-8")
        counts[kind] = len(Review.load(path).decisions)
    assert counts == {"jsonl": 5, "toml": 1}
    assert all(f"`{verdict}`" in guide for verdict in Verdict)
