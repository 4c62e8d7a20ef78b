"""Write the table of topics into docs/topics.md, between its two marks.

Run after the taxonomy was edited: `python scripts/topics_table.py`. A test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from rights_diff.extraction.topics import Topic, taxonomy

PAGE = Path(__file__).resolve().parents[1] / "docs" / "topics.md"
BEGIN, END = "<!-- table of topics: begin -->\n", "<!-- table of topics: end -->\n"
HEAD = (
    "| code | label | what belongs here | UDHR | ICCPR | ICESCR |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)


def table() -> str:
    """The table as Markdown, one topic a line."""
    return HEAD + "".join(_line(topic) for topic in taxonomy())


def updated(page: str) -> str:
    """The page with a new table; `ValueError` where a mark is missing."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + table() + END + after


def _line(topic: Topic) -> str:
    articles = (topic.udhr, topic.iccpr, topic.icescr)
    cells = (", ".join(map(str, numbers)) or "–" for numbers in articles)
    return f"| `{topic.code}` | {topic.label} | {topic.description} | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
