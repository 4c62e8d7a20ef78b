"""Topics of the rights taxonomy for texts, sections and sentences.

A lexicon of words and phrases, weighed by hand, and a list of usual headings decide; both are
data files beside this module. No model is trained, and the same text always has the same topics.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rights_diff.extraction.topics_evidence import (
    Evidence,
    Scores,
    add,
    evidence,
    heading_scores,
    ranked,
    sentence_evidence,
    weigh,
)
from rights_diff.extraction.topics_lexicon import Topic, taxonomy
from rights_diff.extraction.topics_sentences import named_scores
from rights_diff.model import Report, Section, SectionKind
from rights_diff.protocols import TopicFinder

__all__ = [
    "Topic",
    "taxonomy",
    "topic_scores",
    "topics_of",
    "with_found_topics",
    "with_topics",
]

_LEAST = 3.0  # one strong sign, or a usual word and a hint
_SHARE = 0.3  # of the best score; below it a topic is only touched upon
_MOST = 5  # topics of a text or a section
_SENTENCE_SHARE = 0.5
_SENTENCE_MOST = 3
_TEXT_SHARE = 0.75  # of the best score of the text alone: what it says whatever its heading is
_FROM_ABOVE = 0.5  # what the heading above lends to a section whose own heading tells nothing
_BESIDE_OWN = 0.2  # the same where its own heading tells something
_OWN_WHEN_VAGUE = 0.4  # what a heading such as "Discrimination" keeps below one that says of whom
_OVERVIEW = "overview"
_FRAMING = frozenset({_OVERVIEW, "background_context"})


def topic_scores(text: str, heading: str | None = None) -> tuple[tuple[str, float], ...]:
    """All topics that a text touches, with their weight, best first.

    Returns:
        (code, weight) pairs; weights are positive, have no unit and grow with the length of the
        text, so compare them within one text only.

    >>> topic_scores("Two prisoners were tortured.")[0][0]
    'torture_ill_treatment'
    """
    scores = weigh(sentence_evidence(text))
    return ranked(scores if heading is None else add(scores, heading_scores(heading)[0]))


def topics_of(text: str, *, heading: str | None = None) -> tuple[str, ...]:
    """The topics that a text is about, main ones first, at most five.

    Args:
        text: a paragraph or a section.
        heading: the heading it stands under, which weighs more than any word of the text.
    Returns:
        codes of the taxonomy; empty where nothing tells.

    >>> topics_of("The courts handed down twelve death sentences; nobody was executed.")[0]
    'death_penalty_executions'
    >>> topics_of("It rained.")
    ()
    """
    scores = named_scores(text)
    if heading is not None:
        scores = add(scores, heading_scores(heading)[0])
    return _main(ranked(scores), _SHARE, _MOST)


def with_topics(report: Report) -> Report:
    """The report with topics on its sections (at most five) and sentences (at most three).

    A section is judged by its heading, the headings above it and its own text; a container by
    its heading and the sections below it; an unheaded lead is an overview first. A sentence is
    about what its own words name: one that names the topic alone, two kinds of usual words, or
    one of them below a heading that names it; where they name none it has no topic.
    """
    told = tuple(sentence_evidence(s.span.of(report.text)) for s in report.sentences)
    headed = _headed_scores(report.sections)
    topics = _section_topics(report, told, headed)
    leading = {section: _leading(scores) for section, scores in headed.items()}
    return replace(
        report,
        sections=tuple(replace(s, topics=topics[s.id]) for s in report.sections),
        sentences=tuple(
            replace(s, topics=_of_sentence(s.span.of(report.text), leading.get(s.section)))
            for s in report.sentences
        ),
    )


def with_found_topics(report: Report, find: TopicFinder) -> Report:
    """The report with the topics that a function from outside finds.

    It sees a sentence alone; a section with its heading on the first line, a container with the
    sections below it.
    """
    return replace(
        report,
        sections=tuple(
            replace(s, topics=tuple(find(_headed_text(report, s)))) for s in report.sections
        ),
        sentences=tuple(
            replace(s, topics=tuple(find(s.span.of(report.text)))) for s in report.sentences
        ),
    )


def _headed_text(report: Report, section: Section) -> str:
    below = [section]
    if not section.span.length:
        inside = {section.id}
        for other in report.sections:  # children stand after their parents
            if other.parent in inside:
                inside.add(other.id)
                below.append(other)
    parts = [part for s in below for part in (s.heading, s.span.of(report.text)) if part]
    return "\n".join(parts)


def _of_sentence(text: str, headed: int | None) -> tuple[str, ...]:
    return _main(ranked(named_scores(text, headed)), _SENTENCE_SHARE, _SENTENCE_MOST)


def _leading(headed: Scores) -> int | None:
    """The topic that the headings of a section name first."""
    best = max(headed, key=lambda place: (headed[place], -place), default=None)
    return best if best is not None and headed[best] >= _LEAST else None


def _headed_scores(sections: tuple[Section, ...]) -> dict[str, Scores]:
    """What the headings say, by section; children stand after their parents."""
    headed: dict[str, Scores] = {}
    for section in sections:
        headed[section.id] = _headed(section, headed.get(section.parent or "", {}))
    return headed


def _section_topics(
    report: Report, told: tuple[Evidence, ...], headed: dict[str, Scores]
) -> dict[str, tuple[str, ...]]:
    own = _text_scores(report, told)
    below = _below(report.sections, own)
    topics: dict[str, tuple[str, ...]] = {}
    for section in report.sections:
        text = own[section.id] if section.span.length else below[section.id]
        topics[section.id] = _codes_of(section, headed[section.id], text)
    return topics


def _text_scores(report: Report, told: tuple[Evidence, ...]) -> dict[str, Scores]:
    """Scores of each section's own text; read from its sentences where it has any."""
    gathered: dict[str, Evidence] = {}
    for sentence, terms in zip(report.sentences, told, strict=True):
        gathered.setdefault(sentence.section, Counter()).update(terms)
    return {
        s.id: weigh(gathered[s.id] if s.id in gathered else evidence(s.span.of(report.text)))
        for s in report.sections
    }


def _headed(section: Section, above: Scores) -> Scores:
    """Scores from a section's heading and the headings above it."""
    if section.heading is None:
        return {place: score * _FROM_ABOVE for place, score in above.items()}
    own, vague = heading_scores(section.heading)
    if vague and above:
        return add(above, own, _OWN_WHEN_VAGUE)
    return add(own, above, _BESIDE_OWN if own else _FROM_ABOVE)


def _below(sections: tuple[Section, ...], own: dict[str, Scores]) -> dict[str, Scores]:
    """Scores of all text below each section; children stand after their parents."""
    total = dict(own)
    for section in reversed(sections):
        if section.parent is not None and section.parent in total:
            total[section.parent] = add(total[section.parent], total[section.id])
    return total


def _codes_of(section: Section, headed: Scores, text: Scores) -> tuple[str, ...]:
    """A section's codes, by its headings and its text together.

    What only frames it (overview, background) doesn't outweigh the rest, and a heading doesn't
    hide what a short text says beside it.
    """
    codes = ranked(add(headed, text))
    framing = tuple(code for code, _ in ranked(headed)[:1] if code in _FRAMING)
    if section.kind is SectionKind.LEAD and section.heading is None:
        framing = (_OVERVIEW,)
    rest = tuple(item for item in codes if item[0] not in framing)
    main = {*_main(rest, _SHARE, _MOST), *_main(ranked(text), _TEXT_SHARE, _MOST)}
    return (framing + tuple(code for code, _ in rest if code in main))[:_MOST]


def _main(scores: tuple[tuple[str, float], ...], share: float, most: int) -> tuple[str, ...]:
    """The leading codes: those with enough weight of their own and beside the best one."""
    if not scores:
        return ()
    floor = max(_LEAST, scores[0][1] * share)
    return tuple(code for code, score in scores[:most] if score >= floor)
