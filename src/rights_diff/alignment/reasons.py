"""Why two sentences were paired, in a few words that stand in both of them."""

from __future__ import annotations

from collections.abc import Mapping

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.words import concepts, rarity, tokens

# String ratio from which sentences are nearly the same.
_NEAR = 0.85
_MOST_WORDS = 4
_MOST_MEANINGS = 3
_SHORTEST_WORD = 3
# Nats of rarity from which a word is worth naming (in fewer than 1 of 400 sentences).
_RARE = 6.0
# Weight (rarity here and in general) from which words of like meaning say something.
_TELLING = 2.5
# Probability from which two sections count as linked.
_LINKED = 0.5

# Stands between the words of the first and of the second sentence.
_OR = " / "

# Stem → the word as a sentence spells it.
Spelled = Mapping[str, str]


def reasons(
    a: Profile, b: Profile, texts: tuple[str, str], *, ratio: float, linked: float
) -> tuple[str, ...]:
    """Short reasons, strongest first: `jailed / imprisoned` where the two spell it differently.

    Args:
        texts: both sentences as they stand.
        ratio: how alike the two are as strings, 0–1.
        linked: how likely their sections correspond, 0–1.
    """
    spelled = _spelled(texts[0]), _spelled(texts[1])
    shared = spelled[0].keys() & spelled[1].keys() & a.mass.keys() & b.mass.keys()
    names = (a.specific | a.known) & (b.specific | b.known)
    figures = (a.figures | a.years) & (b.figures | b.years)
    rare = frozenset(s for s in shared - a.names - b.names - figures if rarity(s) > _RARE)
    found = ["nearly the same words"] if ratio >= _NEAR else []
    counts = _amounts(a, b, spelled)
    for label, words in (
        ("figures shared", counts or _words(figures & shared, spelled)),
        ("names shared", _words(names & shared, spelled)),
        ("telling words shared", _words(rare, spelled)),
    ):
        if words:
            found.append(f"{label}: {', '.join(words)}")
    if not found:
        found.extend(_meanings(a, b, spelled))
    if not found and (words := _words(frozenset(shared - figures), spelled)):
        found.append(f"words shared: {', '.join(words)}")
    if linked >= _LINKED:
        found.append("in linked sections")
    return tuple(found)


def _spelled(text: str) -> Spelled:
    return {t.stem: t.word for t in reversed(tokens(text))}


def _amounts(a: Profile, b: Profile, spelled: tuple[Spelled, Spelled]) -> list[str]:
    """Figures of both sentences that count the same, with their noun."""
    found = [amount.split(" ")[1:] for amount in sorted(a.amounts & b.amounts)]
    told = [
        _said(*(f"{s.get(n, n)} {s.get(noun, noun)}" for s in spelled))
        for n, noun in found
        if n in a.figures
    ]
    return told[:_MOST_WORDS]


def _meanings(a: Profile, b: Profile, spelled: tuple[Spelled, Spelled]) -> list[str]:
    """The words of either side that fall in one near-synonym class, weightiest class first."""
    kinds = [c for c in a.meant if c in b.meant and c.startswith("~")]
    told: dict[str, float] = {}
    for c in kinds:
        one, other = _word_of(c, a, spelled[0]), _word_of(c, b, spelled[1])
        weight = min(a.mass.get(one, 0.0), b.mass.get(other, 0.0))
        if weight > _TELLING:
            said = _said(spelled[0][one], spelled[1][other])
            told[said] = max(weight, told.get(said, 0.0))
    words = sorted(told, key=lambda w: (-told[w], w))[:_MOST_MEANINGS]
    return [f"words of like meaning: {', '.join(words)}"] if words else []


def _word_of(kind: str, p: Profile, spelled: Spelled) -> str:
    """Stem of the weightiest word in a class; empty where none but names and aliases is."""
    stems = [s for s in p.mass if s in spelled and kind in concepts().get(s, ())]
    plain = [s for s in stems if s not in p.names]
    return max(plain, key=lambda s: (p.mass[s], s)) if plain else ""


def _words(stems: frozenset[str], spelled: tuple[Spelled, Spelled]) -> list[str]:
    """The rarest of the words, as the sentences spell them."""
    ordered = [s for s in sorted(stems, key=lambda s: (-rarity(s), s)) if s in spelled[0]]
    words = [s for s in ordered if s[0].isdigit() or len(spelled[0][s]) >= _SHORTEST_WORD]
    return [_either(s, spelled) for s in words[:_MOST_WORDS]]


def _either(stem: str, spelled: tuple[Spelled, Spelled]) -> str:
    return _said(spelled[0].get(stem, stem), spelled[1].get(stem, stem))


def _said(one: str, other: str) -> str:
    """One word where both sides have it, else both.

    >>> _said("Executed", "executed"), _said("jailed", "imprisoned")
    ('executed', 'jailed / imprisoned')
    """
    if one == other:
        return one
    if one.lower() != other.lower():
        return f"{one}{_OR}{other}"
    return max(one, other) if one[:1].isupper() and other[:1].isupper() else one.lower()


def mirrored_reason(reason: str) -> str:
    """The reason with the words of either side in the other order.

    >>> mirrored_reason("telling words shared: jailed / imprisoned, camp")
    'telling words shared: imprisoned / jailed, camp'
    """
    label, colon, words = reason.partition(": ")
    turned = (_OR.join(reversed(word.split(_OR))) for word in words.split(", "))
    return label + colon + ", ".join(turned)
