"""The words after a figure that tell what befell those counted, as they hang on their noun."""

from __future__ import annotations

import re

from rights_diff.comparison.figures import Figure
from rights_diff.extraction.grammar.lexicon import words as grammar_words
from rights_diff.extraction.grammar.plurals import is_person, is_plural, singular
from rights_diff.timelines.leads import clause_before, leading
from rights_diff.timelines.lexicon import pairs
from rights_diff.timelines.wording import (
    ARTICLES,
    AUXILIARIES,
    BE,
    BRACKETS,
    CLAUSE_END,
    COUNT,
    PREPOSITIONS,
    RELATIVE,
    SPACE,
    WHEN_FIRST,
    WHEN_INSIDE,
    WHEN_LAST,
    bare,
    shortened,
    trimmed,
    words_after,
    words_before,
)

__all__ = ["following"]

# A new clause without a comma before it; what comes after says something else.
_NEW_CLAUSE = re.compile(
    r"\s(?:according to|although|because|but|compared|despite|even|if|though|unless|when|where"
    r"|whereas|while)\s"
    r"|(?:(?<!\d)(?<!\ds)|(?<= 20\d\d))\sand (?!(?:19|20)\d\d\b)"
    r"(?=\d|(?:about|approximately|at least|more than|nearly|only|over)\b"
    r"|(?:one|two|three|four|five|many|several|some)\b)"
    r"|\sand (?=(?:had|has|have|is|was|were)\b)"
    r"|\sand (?=(?:\w+ly )?\w+ed (?:a|an|that|the)\b)"
)
# Examples set between commas: ", including children, ".
_EXAMPLES = re.compile(
    r",? (?:among them|including|mainly|most of them|mostly|predominantly|primarily|such as)"
    r"\b[^,;.]{0,120},"
    r"(?= (?:are|had|has|have|is|remain|that|was|were|which|who|\w{2,}ed)\b)"
)
# What is left of "visits that occurred in 2016" without the year.
_BARE_RELATIVE = re.compile(r"(?<=\w) (?:that|which) \w+$")
# A list goes on after the clause: ", children and older people".
_LIST_GOES_ON = re.compile(r", [\w’'-]+(?: [\w’'-]+)?,? and ")
_HEDGING = frozenset(
    {"believed", "considered", "continued", "estimated", "known", "likely", "reported", "said",
     "suspected", "thought", "understood"}
)  # fmt: skip
# Verbs that need no object, so that "in" after them does not make a participle of them.
_INTRANSITIVE = frozenset(
    {"arrived", "crossed", "defected", "died", "disappeared", "escaped", "existed", "failed",
     "fell", "fled",
     "graduated", "left", "lived", "moved", "occurred", "participated", "remained", "returned",
     "volunteered", "went", "worked"}
)  # fmt: skip
# Those of them that never stand for a passive.
_NEVER_PASSIVE = frozenset(
    {"arrived", "died", "disappeared", "existed", "fled", "lived", "occurred", "participated",
     "remained", "resulted", "went"}
)  # fmt: skip
_MODALS = frozenset(
    {"can", "cannot", "could", "did", "do", "does", "might", "must", "should", "would"}
)
_PARTICLES = frozenset({"abroad", "away", "back", "home"})
# Verbs whose clause goes on past a second verb ("believed that violence was common").
_OF_SPEECH = frozenset(
    {"believe", "believed", "indicated", "reported", "said", "say", "stated", "testified"}
)
# Words after which a form in -ed is no verb.
_BEFORE_ADJECTIVE = frozenset(
    {"all", "and", "her", "his", "its", "new", "or", "other", "some", "such", "their", "to",
     "various"}
)  # fmt: skip
_IRREGULAR_ENDS = ("ed", "en", "wn", "ght")
# Words that no phrase ends in.
_OPEN_ENDS = AUXILIARIES | RELATIVE | {"not", "remained"}
_FINITE_BE = frozenset({"are", "is", "was", "were"})
# Forms in -ed that are adjectives before their noun.
_ADJECTIVES = frozenset({"alleged", "armed", "limited", "organized", "unarmed", "united"})
_JOINTS = frozenset({"among", "and", "as", "but", "including", "or", "such", "than", "to"})


def following(figure: Figure, noun: str) -> str:
    """The clause after a figure as it reads behind `noun`: "held in camps", "who left"."""
    tail = SPACE.sub(" ", BRACKETS.sub(" ", words_after(figure)))
    tail = _EXAMPLES.sub("", tail, count=1)
    if words_before(figure).endswith(", or "):  # "one in ten, or 500 miners, | were …"
        tail = tail.removeprefix(",")
    whole = CLAUSE_END.split(tail)[0]
    words = _NEW_CLAUSE.split(whole)[0].strip().split()
    told = noun.partition(" of ")[2].split()
    if told and words[1 : len(told) + 1] == told:  # "prisoners | of conscience"
        words = words[len(told) + 1 :]
    if not words or bare(words[0]) in _JOINTS:
        return ""
    if _LIST_GOES_ON.match(tail, len(whole)):
        words = words[: max((k for k, w in enumerate(words) if w in PREPOSITIONS), default=None)]
    text = WHEN_FIRST.sub("", _behind(words, figure, noun))
    while (shorter := WHEN_LAST.sub("", text)) != text:
        text = shorter
    text = _BARE_RELATIVE.sub("", COUNT.sub("", WHEN_INSIDE.sub("", text)).rstrip())
    while bare(text.rpartition(" ")[2]) in _OPEN_ENDS:
        text = " " + text.rpartition(" ")[0].strip()
    return trimmed(text) if " " in text.strip() or text.endswith("ed") else ""


def _behind(words: list[str], figure: Figure, noun: str) -> str:
    """The words as a phrase that hangs on the noun, no longer than a label can be."""
    relative = len(words) > 1 and words[0] in RELATIVE and words[1] in AUXILIARIES
    words = words[relative:]
    kept, be, have = _without_auxiliaries(words)
    if not kept:
        return ""
    who = "who" if _of_people(figure, noun) else "that"
    opens = _opens_clause(figure)
    if have and not be:
        return f"{who} {have} " + " ".join(shortened(_one_verb(kept, own=1)))
    if words[0] in _MODALS:
        return f"{who} " + " ".join(shortened(words)) if opens else ""
    if be:
        cut = _one_verb(kept, own=1, who=who if opens else "") if relative else kept
        return _passive(cut, be, who)
    return _active(kept, figure, who, opens=opens)


def _passive(words: list[str], be: str, who: str) -> str:
    """What was behind "were": a participle or a place stands as it is, a noun needs "who were"."""
    lead = _lead(words)
    if _ends_as_participle(lead) or lead in PREPOSITIONS or lead == "able" or lead.endswith("ing"):
        return " ".join(shortened(words))
    if be == "be":  # "considered to be prisoners of conscience were held"
        words = words[: next((k for k, w in enumerate(words) if w in BE), None)]
        return "considered " + " ".join(shortened(words))
    who = "who" if is_person(singular(lead)) else who
    be = "were" if be in {"been", "being"} else be
    return f"{who} {be} " + " ".join(shortened(words))


def _active(words: list[str], figure: Figure, who: str, *, opens: bool) -> str:
    lead = _lead(words)
    subject = opens and figure.family == "share" and bool(figure.nouns)
    verb = _ends_as_participle(lead) or lead in grammar_words("noun_verbs")
    if verb and _is_finite(words, lead, opens=opens, subject=subject):
        before = clause_before(figure)
        if not (opens or lead in _NEVER_PASSIVE or before.endswith((" and", " of"))):
            return ""  # "interviews with 900 workers showed that …"
        cut = words if lead in _OF_SPEECH else _one_verb(words, own=1)
        return f"{who} " + " ".join(shortened(cut))
    if subject and _may_be_verb(lead):
        return f"{who} " + " ".join(shortened(words))
    return " ".join(shortened(_one_verb(words, who=who if opens else "")))


def _lead(words: list[str]) -> str:
    return next((w for w in words if not w.endswith("ly")), words[0])


def _may_be_verb(word: str) -> bool:
    """Whether a word right after a share of people can be what they do: "finish school"."""
    plain = word.isalpha() and word.islower() and word not in PREPOSITIONS | RELATIVE
    return plain and not word.endswith(("able", "ed", "er", "ing", "ly"))


def _of_people(figure: Figure, noun: str) -> bool:
    words = noun.partition(" of ")[0].split()
    people = any(c.startswith("person") for c in figure.classes)
    return people or (bool(words) and is_person(singular(words[-1])))


def _is_finite(words: list[str], lead: str, *, opens: bool, subject: bool) -> bool:
    """Whether the verb is the noun's own ("left the north"), and no participle that hangs on it
    ("held in camps").
    """
    at = words.index(lead)
    after = words[at + 1] if at + 1 < len(words) else ""
    if lead in _NEVER_PASSIVE:
        return True
    if after in AUXILIARIES or after in {"and", "by", "or"}:
        return False
    second = len(_one_verb(words, own=at + 1)) < len(words)
    if after in PREPOSITIONS | _PARTICLES or after.endswith("ly"):
        return (subject or (opens and lead in _INTRANSITIVE)) and not second
    return bool(after) or lead in _INTRANSITIVE


def _without_auxiliaries(words: list[str]) -> tuple[list[str], str, str]:
    """The words behind "were", "continued to be", "had", and those last forms of be and have."""
    k, be, have = 0, "", ""
    while k < len(words):
        low = words[k]
        if low in BE:
            be = low
        elif low in {"had", "has", "have"} and k + 1 < len(words):
            have = low
        elif low in _HEDGING and words[k + 1 : k + 2] == ["to"]:
            be, k = "", k + 1
        elif low not in AUXILIARIES and low not in {"allegedly", "also", "reportedly", "still"}:
            break
        k += 1
    rest = words[k:]
    if k and words[k - 1] == "to" and rest:  # "were known to remain"
        return [_progressive(rest[0]), *rest[1:]], "were", ""
    return rest, be, have


def _progressive(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") else verb) + "ing"


def _ends_as_participle(word: str) -> bool:
    if is_plural(word) or word in PREPOSITIONS:  # "children", "between"
        return False
    known = word in pairs("participles").values()
    return known or (word.isalpha() and word.endswith(_IRREGULAR_ENDS) and len(word) > 3)


def _opens_clause(figure: Figure) -> bool:
    """Whether the figure is the subject: nothing but who says so and when stands before it."""
    before = clause_before(figure)
    return (
        not leading(figure, least=1)
        or before.endswith(" and that")
        or (figure.family == "share" and before.endswith(" and"))
    )


def _one_verb(words: list[str], own: int = 0, who: str = "") -> list[str]:
    """The words before a second verb, or with "who" before it where the noun is its subject.

    Args:
        own: words at the start that are the verb already.
    """
    ours = own > 0
    for k, word in enumerate(words[own:], own):
        if word in RELATIVE:  # "who crossed …" has its verb, "that the army shot" not yet
            after = words[k + 1] if k + 1 < len(words) else ""
            ours, who = after.islower() and after not in ARTICLES, ""
        elif k and words[k - 1] in RELATIVE and not own:
            continue  # the verb of "who …" itself
        elif k and _is_verb(words, k):
            told = any(w in RELATIVE for w in words[:k])
            reduced = own == 0 and k > 0 and _ends_as_participle(words[0])
            if (
                word in _FINITE_BE
                and not told
                and not reduced
                and _ends_as_participle(_next_plain(words, k))
            ):
                return [*words[:k], *words[k + 1 :]]
            if not ours and told:
                ours = True  # the verb of "who …"
                continue
            return [*words[:k], who, *words[k:]] if who else words[:k]
    return words


def _is_verb(words: list[str], k: int) -> bool:
    """Whether a word is most likely a finite verb with an object or none."""
    word, before = words[k], words[k - 1] if k else ""
    if before in BE | ARTICLES | _BEFORE_ADJECTIVE or word in _ADJECTIVES:
        return False
    if word in AUXILIARIES or word in _NEVER_PASSIVE or word == "volunteered":
        return True
    after = words[k + 1] if k + 1 < len(words) else ""
    past = word.endswith("ed") and before not in PREPOSITIONS and not before.endswith("ly")
    if word in grammar_words("noun_verbs") or past:
        return after not in PREPOSITIONS and before not in PREPOSITIONS
    return False


def _next_plain(words: list[str], k: int) -> str:
    return next((w for w in words[k + 1 :] if not w.endswith("ly")), "")
