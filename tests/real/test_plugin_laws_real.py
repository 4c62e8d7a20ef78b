"""On real reports, what is shipped keeps the laws that plug-ins are held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from rights_diff import testing
from rights_diff.extraction.topics import topics_of
from rights_diff.plugins.laws import broken_document
from rights_diff.reading import read
from rights_diff.structure.sentences import split_sentences

pytestmark = pytest.mark.real


def test_the_shipped_readers_splitter_and_topics_keep_the_laws(reports_dir: Path) -> None:
    suffixes = {".txt", ".html", ".md", ".docx", ".epub"}
    paths = [p for p in sorted((reports_dir / "north-korea").rglob("*")) if p.suffix in suffixes]
    assert len(paths) >= 10
    for path in paths:
        document = read(path)
        assert broken_document(document, path.read_bytes()) is None, path
        testing.check_splitter(lambda t, span: split_sentences(t, *span), document.text)
        for paragraph in document.text.split("\n\n")[:40]:
            testing.check_topics(topics_of, paragraph)
