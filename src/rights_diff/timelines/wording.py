"""What labels are cut from and with: ends of clauses, dates, small classes of words."""

from __future__ import annotations

import re

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.model import Quantity

__all__ = [
    "ARTICLES",
    "ASIDE",
    "AUXILIARIES",
    "BE",
    "BRACKETS",
    "CLAUSE_END",
    "COUNT",
    "PREPOSITIONS",
    "RELATIVE",
    "SAID",
    "SPACE",
    "WHEN_FIRST",
    "WHEN_INSIDE",
    "WHEN_LAST",
    "WHOLE_REACH",
    "bare",
    "shortened",
    "trimmed",
    "whole_behind",
    "words_after",
    "words_before",
]

CLAUSE_END = re.compile(r",(?!\d)|[;:()]|\s[–—-]|(?<!\d)–|–(?!\d)|—|\.(?:\s|$)")
BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
SPACE = re.compile(r"\s+")
# What is set between two commas and only describes: "the mine, located in the north, held …".
ASIDE = re.compile(
    r", (?:also known as|formerly|located|mainly|most of them|mostly|predominantly|primarily"
    r"|situated|where|which|who|whose)\b[^,;.()\d]{0,120},(?= )"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DATE = (
    rf"(?:{_MONTH}(?: \d{{1,2}}\b)?(?: (?:1[89]|20)\d\d\b)?"
    r"|(?:1[89]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?\b"
    r"|(?:reporting |same |previous )?year\b(?! of)|(?:autumn|spring|summer|winter)\b)"
)
# When something was so: the series says that point by point.
_WHEN = (
    r"(?:as of|at|between|by|during|for|from|in|on|over|since|through|throughout|until)(?: about)?"
    r"(?: all of)?(?: the)?(?: (?:beginning|end|middle|start) of)?(?: (?:the|early|late|mid))?[ -]?"
    rf"{_DATE}(?: (?:and|to|through|until) (?:the )?(?:\w+ )?{_DATE})?"
)
WHEN_LAST = re.compile(rf"(?:^|\s){_WHEN}$", re.IGNORECASE)
WHEN_INSIDE = re.compile(rf"\s(?:during|from|in|on|since) {_DATE}(?= )")
WHEN_FIRST = re.compile(rf"^(?:{_WHEN}|(?:1[89]|20)\d\d) *", re.IGNORECASE)
# Who says it, up to the clause that is said.
_SAYING = (
    r"(?:according to|alleged|announced|believed|claimed|documented|estimated|found|indicated|noted"
    r"|reported|said|showed|stated|suggested|\w+ed(?= that\b))"
)
SAID = re.compile(
    rf"^.{{0,160}}\b{_SAYING}\b(?: in [A-Z]\w+)?(?: that)?\s*", re.IGNORECASE | re.DOTALL
)
BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were"})
AUXILIARIES = BE | {"could", "had", "has", "have", "may", "might", "would"}
RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
PREPOSITIONS = frozenset(
    {"about", "across", "after", "against", "among", "around", "as", "at", "before", "between",
     "by", "for", "from", "in", "inside", "into", "of", "on", "outside", "over", "to", "under",
     "with", "within", "without"}
)  # fmt: skip
ARTICLES = frozenset({"a", "an", "the"})
# Other counts inside a clause: "10 cases involving | 12 | children".
COUNT = re.compile(
    r"(?<!every )\b(?:(?:about|approximately|at least|more than|nearly|up to) )?"
    r"(?:(?!(?:1[89]|20)\d\d\b)\d[\d,.]*"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?=(?:[a-z-]+ )?(?!days|hours|others|months|times|weeks|years)"
    r"(?:[a-z]{3,}s\b|children\b|men\b|people\b|women\b))"
)
WHOLE_REACH = 30  # characters between a part and its whole
_AFTER = 12  # words of a clause that a label takes


def shortened(words: list[str]) -> list[str]:
    """At most as many words as a label takes, cut before a phrase that would be left open."""
    kept = words[:_AFTER]
    if len(words) > _AFTER:
        cuts = (k for k in range(len(kept) - 1, 2, -1) if kept[k] in PREPOSITIONS | {"and", "who"})
        kept = kept[: next(cuts, _AFTER)]
    while kept and (
        bare(kept[-1]) in word_set("small_words")
        or kept[-1].endswith("ly")
        or (len(kept) < len(words) and kept[-1].endswith("ing"))
    ):
        kept.pop()
    return kept


def words_before(figure: Figure) -> str:
    """The sentence up to the figure."""
    return figure.sentence_text[: figure.quantity.span.start - figure.sentence_start]


def words_after(figure: Figure) -> str:
    """The sentence from the figure on, or from the whole of which it is told as a part: "nine of
    the 40 members | left".
    """
    whole = whole_behind(figure)
    end = figure.quantity.span.end if whole is None else whole.span.end
    return figure.sentence_text[end - figure.sentence_start :]


def whole_behind(figure: Figure) -> Quantity | None:
    """The whole that is told right behind its part, the 40 of "nine of the 40 members"."""
    whole = figure.whole
    if whole is None or whole.sentence != figure.quantity.sentence:
        return None
    near = 0 <= whole.span.start - figure.quantity.core.end <= WHOLE_REACH
    return whole if near else None


def trimmed(text: str) -> str:
    """Without marks at its ends, and without a quotation mark that stands alone."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text.strip(" .,;:'")


def bare(word: str) -> str:
    """A word in lower case without the marks around it."""
    return word.strip(".,;:“”\"'’").lower()
