"""The words before a figure: what is measured, who did it, what leads up to it."""

from __future__ import annotations

import re

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.extraction.grammar.lexicon import words as grammar_words
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.timelines.lexicon import pairs
from rights_diff.timelines.lexicon import word_set as own_words
from rights_diff.timelines.wording import (
    ARTICLES,
    ASIDE,
    AUXILIARIES,
    BRACKETS,
    CLAUSE_END,
    COUNT,
    PREPOSITIONS,
    RELATIVE,
    SAID,
    SPACE,
    WHEN_FIRST,
    bare,
    shortened,
    trimmed,
    words_after,
    words_before,
)

__all__ = ["act_on", "clause_before", "doer", "leading", "measured", "owner_of_share"]

_STEP = re.compile(r"\bfrom (?:\S+ ){1,9}?to$")
# Words of what is measured ("the number of hot spots at centres"), and between it and its figure.
_MEASURED, _LINK = 20, 4
# Words before a figure that a label takes, and of who did something.
_BEFORE, _DOER = 7, 8
_UNLINKING = RELATIVE | {"although", "and", "but", "estimates", "while", "with"}
_CONJUNCTIONS = frozenset(
    {"after", "although", "and", "as", "because", "but", "despite", "if", "since", "that", "when",
     "while"}
)  # fmt: skip
_PRONOUNS = frozenset({"he", "it", "she", "they", "this", "these", "those", "we", *RELATIVE})
_ACT = re.compile(
    r"\b((?:\w{3,}(?:ances?|ences?|ings|ments?|sions?|tions?)|arrests?|deaths?|murders?|releases?))"
    r" of$",
    re.IGNORECASE,
)
_MAKING_UP = re.compile(
    r"(?:^|[,;] |\bthat |\d,? )((?!\d)[\w'’-]+(?: [\w'’-]+){0,8}?) (?:in total )?"
    r"(?:accounted for|comprised?|constituted?|formed|made up|make up|number(?:ed)?"
    r"|represent(?:ed)?)\b"
)
_RATE = re.compile(r"^ ?(?:\([^()]{0,40}\) ?)?((?:per|an?|each) (?:day|hour|month|week|year))\b")


def leading(figure: Figure, least: int = 2) -> str:
    """The words that lead up to the figure, without who says so and when; at least so many."""
    words = clause_before(figure).split()
    if len(words) < least and least > 1 and not words_before(figure).startswith("According"):
        words = clause_before(figure, 2).split()  # ", held 40 men": what stands before the comma
    words = words[-_BEFORE:]
    while words and bare(words[0]) in word_set("small_words"):
        words.pop(0)
    text = trimmed(COUNT.sub("", " ".join(words)))
    return text if len(text.split()) >= least else ""


def clause_before(figure: Figure, clauses: int = 1) -> str:
    """The last clause before the figure, or so many, without who says so and when."""
    head = words_before(figure)
    if figure.words.lower().startswith("estimated "):  # "the league | estimated 700 | of them"
        head += "estimated"
    head = ASIDE.sub("", BRACKETS.sub(" ", head)).rstrip(" (")
    clause = SPACE.sub(" ", ", ".join(CLAUSE_END.split(head)[-clauses:])).strip(" ,")
    return WHEN_FIRST.sub("", SAID.sub("", clause))


def measured(figure: Figure) -> str:
    """What is measured, as the words before the figure name it: "average wage per month"."""
    head = ASIDE.sub("", SPACE.sub(" ", BRACKETS.sub(" ", words_before(figure)))).strip()
    words = _STEP.sub("to", WHEN_FIRST.sub("", head)).split()[-_MEASURED - _LINK - 3 :]
    places = [
        k
        for k, w in enumerate(words)
        if bare(w) in own_words("measure_nouns") and (k == 0 or not w[0].isupper())
    ]
    for at in reversed(places):
        end = _end_of_measure(words, at)
        if end is None:
            continue
        first = at
        while first and _modifies(words[first - 1]) and at - first < 4:
            first -= 1
        if 0 < first < at and bare(words[first - 1]) in AUXILIARIES | {"to"}:
            first += 1  # "may impose | fines"
        if any(
            w[0].isdigit() and not words[k - 1][0].isupper()
            for k, w in enumerate(words)
            if k >= first
        ):
            continue
        phrase = words[first:end]
        if words[at] in {"number", "numbers"}:
            phrase = words[at + 2 : end] if words[at + 1 : at + 2] == ["of"] else []
        while phrase and phrase[0] in ARTICLES:
            phrase.pop(0)
        if phrase:
            rate = _RATE.match(words_after(figure))
            return trimmed(" ".join(shortened(phrase))) + (f" {rate[1]}" if rate else "")
    return ""


def _modifies(word: str) -> bool:
    low = bare(word)
    return (
        word[-1] not in ",;:" and low not in word_set("small_words") and not low.endswith("ed")
        and low not in own_words("report_verbs") and not low[:1].isdigit()
        and low not in AUXILIARIES | {"percent", "cent"} and not low.endswith("ing")
    )  # fmt: skip


def _end_of_measure(words: list[str], at: int) -> int | None:
    """The end of the phrase that the noun opens, None where more than a verb parts it from the
    figure.
    """
    end = at + 1
    while end < len(words) and not _links(words, end) and words[end - 1][-1] not in ",;:":
        end += 1
    rest = [bare(w) for w in words[end:] if not w.endswith("ly")]
    if not 0 < len(rest) <= _LINK or end - at > _MEASURED:
        return None
    if _UNLINKING.intersection(rest) or not any(_links(words, k) for k in range(end, len(words))):
        return None
    return end


def _links(words: list[str], k: int) -> bool:
    low = bare(words[k])
    change = low in grammar_words("quantity_change") or low in grammar_words("noun_verbs")
    last = k == len(words) - 1
    return (
        change
        or low in AUXILIARIES
        or low == "totaling"
        or (low in own_words("report_verbs") or (last and low in {"as", "at", "from", "of", "to"}))
    )


def doer(figure: Figure) -> tuple[str, str]:
    """What was done and by whom, of "the state held 40 men": "held", "by the state"."""
    words = clause_before(figure).split()
    if len(words) < 2 or bare(words[-1]) in own_words("report_verbs"):
        return "", ""
    verb = pairs("participles").get(words[-1], words[-1])
    if verb == words[-1] and not (verb.endswith("ed") or verb in pairs("participles")):
        return "", ""
    subject = [w for w in words[:-1] if w.lower() != "also"]
    adverb = f"{subject.pop()} " if subject and subject[-1].endswith("ly") else ""
    adverb = "" if adverb in {"allegedly ", "reportedly "} else adverb
    while subject and bare(subject[-1]) in AUXILIARIES:
        subject.pop()
    while subject and subject[0].lower() in _CONJUNCTIONS:
        subject.pop(0)
    if len(subject) > _DOER:  # "the mechanism | under the protocol to the convention"
        subject = subject[
            : next((k for k, w in enumerate(subject) if w in PREPOSITIONS and k > 1), 0)
        ]
    who = " ".join(subject)
    if not 0 < len(subject) <= _DOER or any(c.isdigit() for c in who):
        return f"{adverb}{verb}", ""
    if any(bare(w) in _PRONOUNS | AUXILIARIES | {"and"} for w in subject):
        return f"{adverb}{verb}", ""
    opens = subject[0].lower() in ARTICLES
    who = who[0].lower() + who[1:] if opens else _as_said(who)
    return f"{adverb}{verb}", trimmed(f"by {who}")


def _as_said(who: str) -> str:
    """A name as it stands; a common noun that opened its sentence in lower case."""
    first = who.partition(" ")[0]
    common = is_plural(first.lower()) and first.isalpha() and first[1:].islower()
    return who[0].lower() + who[1:] if common else who


def act_on(lead: str) -> str:
    """What was done to those counted, where a noun says it: "construction" of "fund the
    construction of", "killings" of "the killings of".
    """
    found = _ACT.search(lead)
    return found[1] if found else ""


def owner_of_share(figure: Figure) -> str:
    """Who makes up the share: "women" of "women constituted 30 percent of the council"."""
    found = list(_MAKING_UP.finditer(SPACE.sub(" ", words_before(figure))))
    if not found or figure.family != "share":
        return ""
    who = WHEN_FIRST.sub("", SAID.sub("", found[-1][1]))
    return "" if not who or bare(who.split()[0]) in _PRONOUNS | PREPOSITIONS else who
