"""Whether two reports name one source in different words, and what is no source at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rights_diff.comparison.claims.anchors import has_any, kindred, telling
from rights_diff.comparison.claims.claim import Claim, Word, split_keys, stops
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.comparison.words.stemming import stem

__all__ = [
    "has_voice",
    "is_address",
    "is_noun",
    "kin",
    "speakers_before",
    "subject_of",
    "tells_there",
    "wears_other_name",
]

# Letters of the shortest abbreviation of a body's name.
_SHORT = 3
# Words before an abbreviation in brackets that may be what it stands for.
_LONG_NAME = 12
_INTRODUCED = re.compile(r"\(([A-Z][A-Za-z]*[A-Z])\)")
# Share of a source's own words that have to stand on the other side for one source.
_SAME = 0.5
# Share, and number looked at, of the words a source tells that the other side has too.
_TOLD_SHARE = 0.5
_TOLD_WORDS = 10
# Forms that are nouns as well as verbs, and the words after or before which they are nouns.
_NOUNS = frozenset({"claims", "estimates", "notes"})
_AFTER_NOUNS = frozenset(
    {"about", "against", "and", "by", "for", "from", "in", "of", "on", "or", "ranged", "were"}
)
_BEFORE_NOUNS = frozenset(
    {"about", "by", "for", "from", "in", "into", "of", "on", "other", "some", "the", "their",
     "these", "to"}
)  # fmt: skip
# A count or a determiner of no one known, before what is no speaker ("a classic model").
_UNKNOWN = frozenset({"a", "an", "any", "each", "every", "few", "many", "most", "several", "some"})
_ITS = frozenset({"her", "his", "its", "their"})
_OPENERS = frozenset({"after", "as", "at", "by", "during", "in", "on", "since"})
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_TRAILING = frozenset({"also", "had", "has", "have"})
_JOINTS = frozenset({"and", "or"})
# Words at the start of a clause among which a phrase of time ends.
_OPENING = 5
# Words of a list of speakers, and of one of them.
_LIST = 9
_ITEM = 4
_OBJECTS = frozenset({"a", "an", "his", "her", "its", "the", "their"})
_LINKS = frozenset({"addition", "and", "but", "in", "though", "while"})
_TIMES = frozenset(
    {"addition", "april", "august", "december", "february", "january", "july", "june", "march",
     "may", "month", "november", "october", "september", "year"}
)  # fmt: skip


def has_voice(claim: Claim) -> bool:
    """Whether a side hands on what others say, in whatever form ("continued to report")."""
    return has_any(claim, word_set("voice_words") | word_set("reporting_verbs")) or any(
        a.key == "to" and stem(b.key) in _voices()
        for a, b in zip(claim.words, claim.words[1:], strict=False)
    )


@lru_cache(maxsize=1)
def _voices() -> frozenset[str]:
    return frozenset(stem(w) for w in word_set("voice_words") | word_set("reporting_verbs"))


def is_address(word: Word, claim: Claim) -> bool:
    """Whether a word is part of an address on the web."""
    start, end = word.span.start, word.span.end
    around = claim.text[max(0, start - 1) : start], claim.text[end : end + 2]
    return around[0] in ("/", ".") or around[1][:1] == "/" or bool(re.match(r"\.\w", around[1]))


def is_noun(at: int, claim: Claim) -> bool:
    """Whether what could be a verb of saying is a noun here ("refugee claims")."""
    words = claim.words
    if words[at].key not in _NOUNS:
        return False
    if at + 1 >= len(words) or stops(words[at], words[at + 1], claim):
        return True
    return words[at + 1].key in _AFTER_NOUNS or (at > 0 and words[at - 1].key in _BEFORE_NOUNS)


def subject_of(words: Sequence[Word]) -> Sequence[Word]:
    """The speaker among the words before a verb of saying, or after "according to".

    What the speaker did besides ("adopted a report that") and words that join are left out;
    nothing is left where the words name no speaker.
    """
    kept = _without_time(list(words))
    while kept and kept[0].key in _LINKS:
        kept.pop(0)
    while kept and (kept[-1].key in _TRAILING or kept[-1].key.endswith("ly")):
        kept.pop()
    for n, word in enumerate(kept[:-1]):
        if word.is_name or not word.key.endswith("ed") or kept[n + 1].key not in _OBJECTS:
            continue
        kept = kept[:n]
        break
    cut = next((n for n, w in enumerate(kept) if n and w.key in _RELATIVES), len(kept))
    kept = kept[:cut]
    return () if kept and (_is_nobody(kept) or kept[0].key in _ITS) else kept


def _without_time(words: list[Word]) -> list[Word]:
    """Without an opening phrase of time ("In May 2016 the panel", "In addition the panel")."""
    if not words or words[0].key not in _OPENERS:
        return words
    last = max(
        (n for n, w in enumerate(words[:_OPENING]) if w.key in _TIMES or w.key[0].isdigit()),
        default=-1,
    )
    return words[last + 1 :] or words


def kin(word: Word) -> str:
    """What a word of a source comes down to: one for "defectors" and "escapees"."""
    return pairs("source_kin").get(word.key, word.stem)


def speakers_before(words: Sequence[Word], at: int, claim: Claim) -> list[Word]:
    """The speakers before the last one of a list, last first: "media, groups, and officials".

    `at` is the last word before the comma.
    """
    found: list[Word] = []
    if words[at + 1].key not in _JOINTS:
        return found
    item: list[Word] = []
    for n in range(at, max(-1, at - _LIST), -1):
        if n < at and stops(words[n], words[n + 1], claim):
            found, item = found + item, []
        if words[n].sentence != words[at].sentence or (
            words[n].small and words[n].key not in ("the", "some")
        ):
            return found
        item.append(words[n])
        if len(item) > _ITEM:
            return found
    return found + item


def _is_nobody(words: Sequence[Word]) -> bool:
    speakers = word_set("source_nouns") | word_set("anonymous_sources")
    opening = [w for w in words if w.is_name][1:] or [w for w in words[1:] if w.is_name]
    return (
        words[0].key in _UNKNOWN
        and not any(w.key in speakers for w in words)
        and not (opening and words[-1].is_name)
    )


def wears_other_name(words: Sequence[Word], side: Claim, other: Claim) -> bool:
    """Whether the other side has the same source in other words.

    Its own words stand there; or its abbreviation there stands for the name here, as the first
    letters or a bracket of either report tell.
    """
    own = _own(words)
    if not own:
        return False
    there = {kin(w) for w in other.words}
    if sum(kin(w) in there for w in own) >= _SAME * len(own):
        return True
    return _abbreviated(words, side, other) or _abbreviated(
        [w for w in other.words if w.is_name], other, side, within=words
    )


def _own(words: Sequence[Word]) -> list[Word]:
    """What tells one source from others: its names, else its noun."""
    hidden = word_set("anonymous_sources")
    known = [w for w in words if telling(w) and w.key not in _TIMES and not w.key[0].isdigit()]
    names = [w for w in known if w.is_name and w.key not in hidden]
    return names or [w for w in known if w.key in hidden | word_set("source_nouns")]


def _abbreviated(
    words: Sequence[Word], side: Claim, other: Claim, *, within: Sequence[Word] | None = None
) -> bool:
    """Whether a short name among the words stands for a long one of the other side."""
    place = list(other.words) if within is None else list(within)
    named = {w.stem for w in place if w.is_name}
    initials = "".join(w.key[0] for w in place if w.is_name)
    for word in words:
        short = word.text.split("'")[0].split("’")[0]
        if len(short) < _SHORT or not (short.isupper() or short[:-1].isupper()):
            continue
        if short.lower() in initials:
            return True
        for text in (side.text, other.text):
            long = _long_names(text).get(short)
            if long and len(long & named) > len(long) * _SAME:
                return True
    return False


@lru_cache(maxsize=8)
def _long_names(text: str) -> Mapping[str, frozenset[str]]:
    """What abbreviations in brackets stand for: stems of the capitalised words before them."""
    found: dict[str, frozenset[str]] = {}
    for m in _INTRODUCED.finditer(text):
        before = text[max(0, m.start() - 160) : m.start()].split()[-_LONG_NAME:]
        long = []
        for word in reversed(before):
            if not word[0].isupper() and word not in ("and", "for", "in", "of", "on", "the"):
                break
            long.append(word)
        keys = [k for w in long if w[0].isupper() for k in split_keys(w)]
        if len(keys) > 1:
            found.setdefault(m[1], frozenset(stem(k) for k in keys))
    return found


def tells_there(words: Sequence[Word], side: Claim, other: Claim) -> bool:
    """Whether half of what a source tells, after its name or else before, is on the other side."""
    there = {kindred(w) for w in other.words}
    home = [w for w in side.words if w.sentence == words[0].sentence and telling(w)]
    after = [w for w in home if w.place > words[-1].place][:_TOLD_WORDS]
    if not after:
        after = [w for w in home if w.place < words[0].place][-_TOLD_WORDS:]
    return bool(after) and sum(kindred(w) in there for w in after) >= _TOLD_SHARE * len(after)
