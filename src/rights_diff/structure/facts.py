"""Fact lines: a label and its value, on top of a chapter; and boxes torn apart by extraction."""

from __future__ import annotations

import re

from rights_diff.structure.countries import countries_in, country_called
from rights_diff.structure.headings import is_known_heading
from rights_diff.structure.lexicons import key, words_of
from rights_diff.structure.organizations import organizations_in
from rights_diff.structure.page import Mark, Page, Role
from rights_diff.structure.shapes import ends_sentence, word_count

_FACT = re.compile(r"([A-Z][^:\n]{2,70}?):[ \t\u00a0]*(\S.*)", re.S)
# Words of a report's title, which no label of a fact has.
TITLE_WORDS = re.compile(r"\b(?:report|human\s+rights|(?:19|20)\d\d)\b", re.I)
# What the values of a torn box have in common: death penalty and life expectancy.
_VALUE = re.compile(r"\b(?:retentionist|abolitionist|\d[\d.]* years)\b")

# "Raúl", "G.", "‘Ali", "al-Assad", "Al-Maliki", "von": the parts of people's names.
_NAME_WORD = re.compile(
    r"[‘’']?[^\W\d_a-z][\w’‘'-]*\.?|(?:al|bin|da|de|dos|el|ibn|van|von)(?:-\w+)?"
)

_FACT_WORDS = 24
_LABEL_WORDS = 8


def split_fact(text: str) -> tuple[str, str] | None:
    """Label and value of a fact line, or None.

    >>> split_fact("Head of state: Ada Byron")
    ('Head of state', 'Ada Byron')
    >>> split_fact("Life expectancy 67.1 years")
    ('Life expectancy', '67.1 years')
    """
    if word_count(text) > _FACT_WORDS:
        return None
    match = _FACT.fullmatch(text)
    known = words_of("fact_labels.txt")
    if match and match[2].endswith(":"):
        return None  # two labels in one line, torn from their values
    if match and (key(match[1]) in known or _is_new_label(match)):
        return match[1], match[2]
    words = text.split()
    for n in range(len(words) - 1, 0, -1):
        label = " ".join(words[:n])
        if key(label).rstrip(":") in known and ":" not in " ".join(words[n:]):
            return label.rstrip(":"), " ".join(words[n:])
    return None


def _is_new_label(match: re.Match[str]) -> bool:
    """A label not met before: short, and the value is no sentence; titles have a colon, too."""
    label, value = match[1], match[2]
    if word_count(label) > _LABEL_WORDS or ends_sentence(value) or ":" in value:
        return False
    if TITLE_WORDS.search(label) or organizations_in(label):
        return False
    return not (countries_in(label) or countries_in(value))


def is_fact_line(text: str) -> bool:
    """Whether the line is a fact, or labels of facts without their values."""
    return split_fact(text) is not None or is_empty_label(text)


def is_empty_label(text: str) -> bool:
    """Whether the line holds one or two labels of fact lines without their values.

    >>> is_empty_label("Death penalty: Population:"), is_empty_label("Demands:")
    (True, False)
    """
    labels = [key(part) for part in text.split(":")[:-1]]
    known = words_of("fact_labels.txt")
    return text.endswith(":") and bool(labels) and all(label in known for label in labels)


def mark_facts(page: Page, start: int) -> dict[int, Mark]:
    """Fact lines above line `start`, where the text begins."""
    return {i: Mark(Role.FACT) for i in page.open_lines(0, start) if split_fact(page.lines[i].text)}


def mark_torn_boxes(page: Page) -> dict[int, Mark]:
    """Labels without values, wherever extraction left them, and the values beside them."""
    found = {i for i in page.open_lines() if is_empty_label(page.lines[i].text)}
    labels = {
        i
        for i in found  # "Death penalty:" alone is a heading
        if not is_known_heading(page.lines[i].text[:-1]) or {i - 1, i + 1} & found
    }
    marks = {i: Mark(Role.FURNITURE, "fact_box") for i in labels}
    for i in page.open_lines():
        beside = i not in marks and (i - 1 in marks or i + 1 in labels)
        heads = i - 1 in labels and "head of" in page.lines[i - 1].text.lower()
        text = page.lines[i].text
        if beside and (_is_values(text) or (heads and _are_names(text))):
            marks[i] = Mark(Role.FURNITURE, "fact_box")
    return marks


def mark_torn_names(page: Page) -> dict[int, Mark]:
    """The country's name in capitals above a torn box that stands in the middle of the text."""
    marks: dict[int, Mark] = {}
    for i, mark in page.marks.items():
        j = i - 1
        while mark.value == "fact_box" and j >= 0 and j not in page.marks:
            if not _is_printed_name(page.lines[j].text):
                break
            marks[j] = Mark(Role.FURNITURE, "title")
            j -= 1
    return marks


def _is_values(text: str) -> bool:
    if ends_sentence(text) and not _VALUE.search(text):
        return False
    return word_count(text) <= _FACT_WORDS and bool(_VALUE.search(text) or "(replaced" in text)


def _are_names(text: str) -> bool:
    """Whether a line can be the heads of state and government: names and nothing else."""
    words = text.split()
    named = all(_NAME_WORD.fullmatch(word) for word in words)
    return named and 2 <= len(words) <= _LABEL_WORDS and not is_known_heading(text)


def _is_printed_name(text: str) -> bool:
    return text.isupper() and country_called(text) is not None
