"""Words that grade what is done well, what others say, or what people are accused of.

"Stronger" and "softer" are said of criticism. "Some progress" against "little progress" is the
harsher claim in the weaker words, and so is "alleged crimes" of someone jailed for his opinions:
of these nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import clause
from rights_diff.comparison.words.lexicon import word_set

__all__ = ["is_accused", "is_own_act", "is_praise", "is_quoted"]

# Words around one among which praise is looked for, and a reproach that undoes it.
_NEAR = 8
_OPENING, _CLOSING = "“", "”"
# Words after "allegedly" among which a crime is named.
_REACH = 3
_CRIMES = frozenset(
    {"broke", "broken", "crime", "crimes", "criminal", "offence", "offences", "offense",
     "offenses"}
)  # fmt: skip


def is_praise(words: Sequence[Word], claim: Claim) -> bool:
    """Whether words stand by what is done well, with no reproach in their clause."""
    first, last = words[0].place, words[-1].place
    around = clause(words[0], claim)
    near = [w for w in around if first - _NEAR <= w.place <= last + _NEAR]
    keys = {w.key for w in near}
    good = not keys.isdisjoint(word_set("praise")) or _does_justice(keys, {w.key for w in around})
    return good and keys.isdisjoint(word_set("failings") | _denials())


def _denials() -> frozenset[str]:
    """Negations proper: "few" and "little" are themselves words of degree."""
    return word_set("negations") - {"few", "hardly", "little", "rarely", "seldom"}


def _does_justice(near: set[str], around: set[str]) -> bool:
    justice, people = word_set("justice_verbs"), word_set("justice_words")
    return not near.isdisjoint(justice) and not around.isdisjoint(people)


def is_own_act(heads: Sequence[Word]) -> bool:
    """Whether what is graded is done by people, and not to them ("widespread strikes")."""
    return bool(heads) and heads[0].key in word_set("own_acts")


def is_quoted(words: Sequence[Word], claim: Claim) -> bool:
    """Whether words stand in a quotation: they are another's, and often a translator's."""
    home = claim.spans[words[0].sentence].start
    before = claim.text[home : words[0].span.start]
    return before.rfind(_OPENING) > before.rfind(_CLOSING)


def is_accused(words: Sequence[Word], claim: Claim) -> bool:
    """Whether a hedge leaves open what people are accused of, and not what is done to them."""
    around = clause(words[0], claim)
    last = words[-1].place
    after = {w.key for w in around if last < w.place <= last + _REACH}
    return not after.isdisjoint(_CRIMES)
