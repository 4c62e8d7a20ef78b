"""Sentences of a paragraph: where one ends and the next begins.

A stop ends a sentence unless its neighbours speak against it: an abbreviation, an initial, a
figure, small letters after it. Text from web pages loses the blank between sentences
("closed.The"), so a stop glued to a capital counts where a whole word stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from rights_diff.model import Span
from rights_diff.structure.lexicons import words_of
from rights_diff.structure.lines import trim
from rights_diff.structure.shapes import bullet_length
from rights_diff.structure.typography import abbreviations, carries_mark

# Opens with one of its signs, so that the search leaps from one to the next: ". . .", "?!", "…".
_STOP = re.compile(r"[.!?。…](?:(?<=\.)(?: \.)+|(?<!…)[.!?。]+)?[”\"’'»)\]]*")
_BEFORE_WORD = re.compile(r"[\s“\"(\[‘—–/-]")
_NEXT_WORD = re.compile(r"[“\"‘'(\[«¿¡]*([^\W_]+(?:[’'-][^\W_]+)*)?")
_MARK = re.compile(r"\[?\d{1,2}\]?(?=\s|$|[A-Z“])|[¹²³⁰-⁹]{1,3}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})")
_REFERENCE = re.compile(r"\s*\([^()]{1,60}\)\s*[.;,]")
_ITEM = re.compile(r"(\d{1,3}|[a-z])(?:\.\)|[.)])\s*(?=\S)")
_BULLET = re.compile("[•◦▪●■⁃\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LOOK_BACK = 24  # characters; no abbreviation is longer
_LOOK_AHEAD = 40


def split_sentences(text: str, start: int, end: int, marks: Collection[int] = ()) -> list[Span]:
    """The sentences of one paragraph `text[start:end]`; bullets and footnote marks stand outside.

    Args:
        marks: offsets at which footnote marks begin; a mark behind a stop closes the sentence.

    >>> t = "Mr. Ode was held in St. Kitts.  He had 1.5 litres of water. Why?"
    >>> [s.of(t) for s in split_sentences(t, 0, len(t))]
    ['Mr. Ode was held in St. Kitts.', 'He had 1.5 litres of water.', 'Why?']
    """
    span = trim(text, Span(start, end))
    sentences: list[Span] = []
    for item in _items(text, span):
        begin = item.start + bullet_length(item.of(text))
        for stop, resume in _boundaries(text, begin, item.end, marks):
            sentences.append(trim(text, Span(begin, stop)))
            begin = resume
        sentences.append(trim(text, Span(begin, item.end)))
    return _without_scraps(text, [s for s in sentences if s.length])


def _items(text: str, span: Span) -> list[Span]:
    """The items of a list that was run into one paragraph ("1. … 2. …"), else the paragraph."""
    first = _ITEM.match(text, *span)
    if first is None and _BULLET.search(text, *span) is None:
        return [span]
    cuts = {span.start} | {m.start() for m in _BULLET.finditer(text, *span)}
    label = first[1] if first else ""
    for match in _ITEM.finditer(text, first.end(), span.end) if first else ():
        if match[1] == _next_label(label) and text[match.start() - 1].isspace():
            cuts.add(match.start())
            label = match[1]
    return [Span(a, b) for a, b in pairwise([*sorted(cuts), span.end])]


def _next_label(label: str) -> str:
    """The label that follows "1" or "a" in a list."""
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _without_scraps(text: str, sentences: list[Span]) -> list[Span]:
    """A piece without a letter or digit ("* * *", a stray quote) joins the sentence before it."""
    kept: list[Span] = []
    for piece in sentences:
        if kept and not (text[piece.start].isalnum() or any(map(str.isalnum, piece.of(text)))):
            kept[-1] = Span(kept[-1].start, piece.end)
        else:
            kept.append(piece)
    return kept


def _boundaries(
    text: str, start: int, end: int, marks: Collection[int]
) -> Iterator[tuple[int, int]]:
    """For each sentence end but the last: where the sentence stops and where the next may start."""
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        mark = None if text[stop : stop + 1] == " " else _MARK.match(text, stop, end)
        after_mark = mark.end() if mark and _closes(text, match, mark, marks) else stop
        if after_mark > stop and after_mark <= end:
            if after_mark == end or _opens(text, after_mark, end):
                yield stop, after_mark
        elif stop < end and _is_end(text, start, end, match):
            yield stop, stop


def _closes(text: str, match: re.Match[str], mark: re.Match[str], marks: Collection[int]) -> bool:
    """Whether the digits behind a stop are a footnote mark, not the rest of a figure."""
    if mark.start() in marks:
        return True
    return carries_mark(text[max(0, match.start() - _LOOK_BACK) : match.start()])


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a sentence can open behind a footnote mark."""
    rest = text[at : min(end, at + _LOOK_AHEAD)].lstrip()
    word = _NEXT_WORD.match(rest)
    return not (word and word[1] and word[1][0].islower())


def _is_end(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    stop = match.end()
    ahead = text[stop : min(end, stop + _LOOK_AHEAD)]
    before = _BEFORE_WORD.split(text[max(start, match.start() - _LOOK_BACK) : match.start()])[-1]
    if not ahead[:1].isspace():
        return _is_glued_end(before, match[0], ahead)
    if _REFERENCE.match(ahead):
        return False  # the source in brackets belongs to the sentence it follows
    word_match = _NEXT_WORD.match(ahead.lstrip())
    word = (word_match[1] or "") if word_match else ""
    if word[:1].islower():
        return False
    if match[0][0] == "." and len(match[0].rstrip("”\"’'»)]")) == 1:
        closed = len(match[0]) > 1
        return _stop_ends(text[start : match.start()], before, word, closed=closed)
    if match[0].startswith(("…", "...", ". .")):
        return _is_opener(word) or match[0].startswith("....")
    return True


def _is_glued_end(before: str, stop: str, ahead: str) -> bool:
    """A stop with no blank behind it: "closed.The", but not "U.S.-led" or a web address."""
    if len(before) < 2 or not before[-1].isalpha() or "." in before:
        return False
    word = _NEXT_WORD.match(ahead)
    first = word[1] if word else None
    if not first or not first[0].isupper():
        return False
    address = word is not None and ahead[word.end() : word.end() + 1] in ("@", ".")
    return not address and (first[1:2].islower() or first.isupper() or bool(stop[1:]))


def _stop_ends(above: str, before: str, word: str, *, closed: bool) -> bool:
    """Whether a single full stop ends a sentence.

    Args:
        above: the sentence up to the stop; `before` is its last word.
        word: the next word.
        closed: a quote or bracket is closed behind the stop.
    """
    bare = before.casefold().lstrip("'’")
    kind = abbreviations().get(bare)
    if kind == "never" and not closed:
        return False
    if kind == "number":
        return not word[:1].isdigit() and (bare == "no" or _is_opener(word) or closed)
    if kind == "maybe":
        return _is_opener(word)
    if _INITIALS.fullmatch(before) and before[-1].isupper() and not closed:
        return _initial_ends(above[: len(above) - len(before)], before, word)
    return not (_ENUMERATOR.fullmatch(before) and len(before) == len(above))


def _initial_ends(above: str, before: str, word: str) -> bool:
    """Whether a letter with a stop ends it: not in "Ada B. Byron", but in "in plan B. The"."""
    if before == "I" and above.endswith("and "):
        return True
    if not _is_opener(word):
        return False
    names = above[-_LOOK_BACK:].split()
    return not (names and names[-1][:1].isupper() and len(before) == 1)


def _is_opener(word: str) -> bool:
    return word[:1].isupper() and word.casefold() in words_of("openers.txt")
