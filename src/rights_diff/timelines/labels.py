"""What a series measures, as a person would write it: what is counted and what befell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.figures.relations import point
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.extraction.grammar.lexicon import table, words
from rights_diff.extraction.grammar.plurals import plural
from rights_diff.model import QuantityKind
from rights_diff.timelines.clauses import following
from rights_diff.timelines.leads import (
    act_on,
    clause_before,
    doer,
    leading,
    measured,
    owner_of_share,
)
from rights_diff.timelines.lexicon import word_set as word_list
from rights_diff.timelines.mentions import Mention
from rights_diff.timelines.partitives import bracketed, listed_object, neighbour, of_the_base
from rights_diff.timelines.quoting import in_its_words, opening
from rights_diff.timelines.sources import is_base
from rights_diff.timelines.wording import (
    CLAUSE_END,
    PREPOSITIONS,
    bare,
    trimmed,
    whole_behind,
    words_after,
    words_before,
)

__all__ = ["label_of"]

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONEY = frozenset(table("unit_money").values())
_HYPHENED = re.compile(r"-(?:judge|member|person|seat)$")
_LONGEST_BODY, _LONGEST_TAIL = 3, 6  # words
# A label names no number that its points may not share.
_NUMBER = re.compile(r"\d{2}|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")
# What befell people that its nearest figure is sure to be of; a charge may be of others.
_BEFALLING = frozenset({"displaced", "executed", "injured", "killed"})
# Words that open a phrase of place or time: "people | in the north".
_GIVING = frozenset({"awarded", "denied", "given", "granted", "offered", "paid"})
_RELATIVES = frozenset({stem("which"), stem("whom")})
_PLACES = frozenset({"after", "against", "at", "during", "from", "in", "on", "to"})


def label_of(mentions: Sequence[Mention], *, longer: bool = False) -> str:
    """What is counted, and the words of the clause that most of the mentions share.

    The clause is that of one mention: the one whose words recur most in the others'.

    Args:
        longer: with the words that lead up to the figure, to tell it from a like series.
    """
    figures = [f for m in mentions for f in m.figures]
    if figures[0].quantity.kind is QuantityKind.RANK:
        return _YEAR.sub("…", _capital(" ".join(figures[-1].words.split())))
    counted = _counted(figures)
    if counted and figures[0].quantity.kind is QuantityKind.ORDINAL:
        return f"{counted} so far"
    found = _capital(_of_noun(figures, counted) if counted else _of_amount(figures))
    if not longer or "“" in found:
        return found
    step = {_step(f) for f in figures}
    if len(step) == 1 and "" not in step:
        return f"{found}, {step.pop()}"
    return _quoting(found, figures)


def _step(figure: Figure) -> str:
    """Which end of a change it is: "from 131 to 129 percent"."""
    before = words_before(figure).split()[-2:]
    words = [bare(w) for w in (*before, *figure.words.split()[:1])]
    if "from" in words[-2:]:
        return "before"
    return "after" if words[:-1][-1:] == ["to"] else ""


def _quoting(found: str, figures: Sequence[Figure]) -> str:
    """A name with the words around the figure, where it alone tells too little."""
    quote = _best(figures, [in_its_words(f) for f in figures])
    return f"{found}: “{quote}”" if quote else found


def _of_noun(figures: Sequence[Figure], counted: str) -> str:
    """The noun counted with what befell it, who did it, or what leads up to it."""
    owner = _best(figures, [owner_of_share(f) for f in figures])
    if owner and any(f.family == "share" for f in figures):
        return f"{owner} as a share of {counted.removeprefix('Share of ')}"
    body = _best(figures, [_body(f) for f in figures])
    if body:
        return f"{counted} of the {body}"
    told = [m for f in figures if (m := measured(f))]
    if len(told) * 2 >= len(figures):
        return _best(figures, told) + (f" ({counted})" if counted.isupper() else "")
    noun = counted.removeprefix("Share of ")
    after = _best(figures, [_hanging(f, noun) for f in figures])
    if after.startswith("of ") and f" {noun} " in after:  # "70 percent | of its 40 miners left"
        after = after.partition(f" {noun} ")[2]
    opens = bare(after.partition(" ")[0]) in PREPOSITIONS
    act = _best(figures, [act_on(leading(f)) for f in figures]) if opens else ""
    if act:
        return f"{_capital(act)} of {_small(counted)} {after}"
    by = after or _best(figures, [" ".join(d) for f in figures if (d := doer(f))[1]])
    befell = _befell(figures, noun if noun == counted else "")
    if by and not by.startswith("of "):  # "members | of the guard" were killed
        return f"{counted} {by}"
    if by or befell:
        return " ".join(words for words in (counted, by, befell) if words)
    alone = " " in noun and noun == counted and not any(map(whole_behind, figures))
    before = "" if alone else _best(figures, [leading(f) for f in figures])
    return counted if alone else _led_up(counted, before, figures)


def _befell(figures: Sequence[Figure], noun: str) -> str:
    """What befell all those counted, as a participle: "killed"; nothing where the noun says it."""
    told = {o for f in figures for o in f.outcomes}
    all_told = len(told) == 1 and all(f.outcomes for f in figures)
    word = min(told) if all_told and noun else ""
    people = any(c.startswith("person") for f in figures for c in f.classes)
    if not people and not any(re.search(rf"\bwere {word}", f.sentence_text) for f in figures):
        return ""  # "12 attacks killed"
    shown = word in _BEFALLING and stem(word) not in {stem(w.lower()) for w in noun.split()}
    return word if shown else ""


def _led_up(counted: str, before: str, figures: Sequence[Figure]) -> str:
    """The noun with what leads up to it, where that tells more than that it was counted."""
    words = before.split()
    if "compared" in words or (words and bare(words[-1]) in word_list("counting_verbs")):
        return counted
    act = "" if counted.startswith("Share of ") else act_on(before)
    return f"{_capital(act)} of {_small(counted)}" if act else _quoting(counted, figures)


def _small(counted: str) -> str:
    return counted if counted[1:2].isupper() else counted[:1].lower() + counted[1:]


def _body(figure: Figure) -> str:
    """What has the members: "cabinet" of "the 12-person cabinet included one woman"."""
    if not _HYPHENED.search(figure.words):
        return ""
    named: list[str] = []
    for word in figure.sentence_text[figure.quantity.span.end - figure.sentence_start :].split():
        low = bare(word)
        verb = low in word_set("small_words") or low.endswith("ed") or low in words("noun_verbs")
        if verb or not low.isalpha():
            break
        named.append(bare(word) if word.islower() else trimmed(word))
        if len(named) == _LONGEST_BODY or not word[-1].isalpha():
            break
    return " ".join(named)


def _hanging(figure: Figure, noun: str) -> str:
    """The clause after a figure, with what befell it where only the place is told there."""
    after = listed_object(figure) or (following(figure, noun) if _names_counted(figure) else "")
    if is_base(figure):
        after = of_the_base(figure, after)
    elif not after:
        other = neighbour(figure)
        after = following(other, noun) if other else ""
    verb = doer(figure)[0] if after else ""
    if verb in _GIVING or bare(after.partition(" ")[0]) in _PLACES:
        return f"{verb} {after}".strip()
    return after


def _of_amount(figures: Sequence[Figure]) -> str:
    """What a sum or a bare share is of: the wage before it, the turnout after it."""
    quantity = _best(figures, [measured(f) for f in figures])
    if quantity:
        return quantity
    share = _best(figures, [bracketed(f) for f in figures])
    if share:
        return f"{share} (share)"
    told = _best(figures, [_noun_after(f) for f in figures])
    if told:
        return told
    around = _best(figures, [_around(f) for f in figures])
    return around or _best(figures, [opening(f) for f in figures])


def _noun_after(figure: Figure) -> str:
    """What a share is put to right after it: "25 percent tax on imports"."""
    if figure.family != "share":
        return ""
    tail = figure.sentence_text[figure.quantity.span.end - figure.sentence_start :]
    first = bare((tail.split() or [""])[0])
    told = following(figure, "share")
    single = re.match(r" ([a-z]{5,}(?: rate)?)(?=[,.;)])", tail)
    if single and not first.endswith(("ed", "ing", "ly")):
        return single[1]
    if not told or bare(told.split()[0]) != first or first.endswith(("ed", "ing", "ly")):
        return ""
    return "" if stem(first) in figure.claim.names or len(first) < _SHORTEST else told


# Letters of a noun right after a share: shorter words are particles.
_SHORTEST = 3


def _best(figures: Sequence[Figure], clauses: Sequence[str]) -> str:
    """The clause whose words stand near most of the other figures; of equals the first."""
    shared = Counter(s for f in figures for s in f.context)
    told = [(c, {stem(bare(w)) for w in c.split()}) for c in clauses if c]
    worth = [
        (_NUMBER.search(c) is None, sum(shared[w] > 1 for w in words), -n, c)
        for n, (c, words) in enumerate(told)
    ]
    return max(worth)[-1] if worth else ""


def _names_counted(figure: Figure) -> bool:
    """Whether the figure's own words end in what is counted, so that a clause can follow."""
    words = [stem(bare(w)) for w in figure.words.split()]
    if not words or not figure.nouns or figure.nouns & set(words):
        return bool(words)
    if whole_behind(figure) is not None or words[-1] in _RELATIVES:
        return True
    return any(bare(figure.words.split()[-1]) == plural(h.lower()) for h in figure.heads)


def _counted(figures: Sequence[Figure]) -> str:
    """The noun that most of the figures count, in the plural; the longer of equals."""
    if any(f.family == "money" or f.quantity.unit in _MONEY for f in figures):
        return ""
    shares = [w for f in figures if f.family == "share" and (w := _whole(f))]
    if shares:
        return "Share of " + _commonest(shares)
    nouns = [f.quantity.counted for f in figures if f.quantity.counted]
    if not nouns:
        return ""
    noun = _commonest(nouns).removesuffix(" age")  # "12 children ages 15 and 16"
    many = noun if any(_is_uninflected(f, noun) for f in figures) else _each_plural(noun)
    if any(f.quantity.unit == "percent" or f.family == "share" for f in figures):
        return f"Share of {many}"
    return _capital(many)


def _each_plural(noun: str) -> str:
    """The plural; of "workshop or factory" that of both."""
    first, joint, second = noun.partition(" or ")
    return f"{plural(first)} and {plural(second)}" if joint else plural(noun)


def _whole(figure: Figure) -> str:
    """What a share is of, in its own words: "the population", "women aged 15 to 49"."""
    _, of, whole = " ".join(figure.words.split()).partition(" of ")
    return whole if of and whole not in {"which", "whom"} else ""


def _is_uninflected(figure: Figure, noun: str) -> bool:
    """Whether the text counts several and leaves the noun as it is ("20 kyohwaso", "600 CUP")."""
    if figure.quantity.kind is QuantityKind.ORDINAL:
        return False
    several = point(figure.quantity) != 1 and not figure.boundless
    words, head = " ".join(figure.words.split()), noun.partition(" of ")[0].split()[-1]
    return several and (words.endswith(f" {head}") or f" {head} of " in words)


def _commonest(phrases: Sequence[str]) -> str:
    found = Counter(phrases)
    return max(found, key=lambda p: (found[p], len(p), p))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _around(figure: Figure) -> str:
    """The clause with the figure left out: "workers earned … per month"."""
    share = figure.family == "share"
    before, after = leading(figure), following(figure, "people")
    if share and clause_before(figure).split()[-1:] == ["and"]:
        before = ""
    if not before or _NUMBER.search(before):
        after = after or (trimmed(_tail(figure)) if share else "")
        return f"{'Share' if share else 'Sum'} {after}" if after else ""
    return f"{before} … {after}".strip()


def _tail(figure: Figure) -> str:
    """The first words after a figure, whatever they are: "as neighbours"."""
    return " ".join(CLAUSE_END.split(words_after(figure))[0].split()[:_LONGEST_TAIL])
