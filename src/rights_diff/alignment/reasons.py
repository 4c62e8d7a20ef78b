"""Why two sentences were paired, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.words import rarity, tokens

# String ratio from which sentences are nearly the same.
_NEAR = 0.85
_MOST_WORDS = 4
_MOST_MEANINGS = 3
_SHORTEST_WORD = 3
# Nats of rarity from which a word is worth naming (in fewer than 1 of 400 sentences).
_RARE = 6.0
# Probability from which two sections count as linked.
_LINKED = 0.5


def reasons(a: Profile, b: Profile, text: str, *, ratio: float, linked: float) -> tuple[str, ...]:
    """Short reasons, strongest first, in the words of the first sentence.

    Args:
        text: the first sentence as it stands.
        ratio: how alike the two are as strings, 0–1.
        linked: how likely their sections correspond, 0–1.
    """
    spelled = {t.stem: t.word for t in reversed(tokens(text))}
    shared = a.mass.keys() & b.mass.keys()
    names = a.names & b.names
    rare = frozenset(s for s in shared - names - a.figures - a.years if rarity(s) > _RARE)
    found = ["nearly the same words"] if ratio >= _NEAR else []
    for label, stems in (
        ("figures shared", a.figures & b.figures),
        ("names shared", names),
        ("telling words shared", rare),
    ):
        words = _words(stems, spelled)
        if words:
            found.append(f"{label}: {', '.join(words)}")
    if not found:
        found.extend(_meanings(a, b))
    if linked >= _LINKED:
        found.append("in linked sections")
    return tuple(found)


def _meanings(a: Profile, b: Profile) -> list[str]:
    """The weightiest near-synonym classes of which both sentences have words."""
    shared = {c: w for c, w in a.meant.items() if c in b.meant and c.startswith("~")}
    names = sorted(shared, key=lambda c: (-shared[c], c))[:_MOST_MEANINGS]
    told = ", ".join(c.removeprefix("~").replace("_", " ") for c in names)
    return [f"words of like meaning: {told}"] if told else []


def _words(stems: frozenset[str], spelled: Mapping[str, str]) -> list[str]:
    """The rarest of the words, as the sentence spells them."""
    ordered = sorted(stems, key=lambda s: (-rarity(s), s))
    words = [spelled[s] for s in ordered if s in spelled]
    return [w for w in words if w[0].isdigit() or len(w) >= _SHORTEST_WORD][:_MOST_WORDS]
