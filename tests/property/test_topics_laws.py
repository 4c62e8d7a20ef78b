"""Laws of the topics: same text, same topics; never too many; spans untouched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rights_diff.extraction.topics import taxonomy, topic_scores, topics_of, with_topics
from rights_diff.extraction.topics_words import stem
from rights_diff.model import Metadata, Report, Section, Sentence, Source, Span

CODES = {topic.code for topic in taxonomy()}
WORDS = st.sampled_from(
    [
        *("the", "in", "March", "12", "—", "court", "WHO", "of", "freedom", "movement", "camp"),
        *("torture", "women", "prison", "press", "workers", "refugees", "children", "school"),
        *("forced", "labour", "killed", "‘law’", "health", "food", "sanctions", "election."),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@given(TEXTS, st.none() | TEXTS)
def test_known_codes_best_first(text: str, heading: str | None) -> None:
    scores = topic_scores(text, heading)
    assert {code for code, _ in scores} <= CODES
    assert [w for _, w in scores] == sorted((w for _, w in scores), reverse=True)
    assert len({code for code, _ in scores}) == len(scores)
    few = topics_of(text, heading=heading)
    assert set(few) <= CODES
    assert len(set(few)) == len(few) <= 5


@given(TEXTS)
def test_typography_changes_nothing(text: str) -> None:
    assert topic_scores(text.replace("’", "'")) == topic_scores(text)
    assert topic_scores(f"  {text}\n") == topic_scores(text)


@given(TEXTS, TEXTS)
def test_more_text_never_weakens_a_topic(text: str, more: str) -> None:
    before, after = dict(topic_scores(text)), dict(topic_scores(f"{text} . {more}"))
    assert all(after[code] >= weight for code, weight in before.items())


@given(st.text(alphabet=st.characters(categories=("L",)), min_size=1, max_size=20))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word) == stem(word)
    assert stem(word) or not word.lower().replace("'", "")


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_report_keeps_everything_but_its_topics(paragraphs: list[str]) -> None:
    text, sections, sentences = "", [], []
    for number, paragraph in enumerate(paragraphs, 1):
        span = Span(len(text), len(text) + len(paragraph))
        text += paragraph + "\n"
        sections.append(Section(id=f"s{number}", span=span))
        sentences.append(Sentence(id=f"s{number}.1", span=span, section=f"s{number}"))
    report = Report(
        text=text,
        metadata=Metadata(source=Source(sha256="")),
        sections=tuple(sections),
        sentences=tuple(sentences),
    )
    done = with_topics(report)
    assert done.text == text
    assert [s.span for s in done.sections] == [s.span for s in report.sections]
    assert all(len(s.topics) <= 5 for s in done.sections)
    assert all(len(s.topics) <= 3 for s in done.sentences)
    assert with_topics(done) == done
