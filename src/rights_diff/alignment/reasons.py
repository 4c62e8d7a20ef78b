"""Why two sentences were paired, in a few words."""

from __future__ import annotations

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.words import rarity

# String ratio from which sentences are nearly the same.
_NEAR = 0.85
_MOST_WORDS = 4
# Nats of rarity from which a word is worth naming (in fewer than 1 of 400 sentences).
_RARE = 6.0


def reasons(a: Profile, b: Profile, *, ratio: float, linked: float) -> tuple[str, ...]:
    """Short reasons, strongest first."""
    found = []
    if ratio >= _NEAR:
        found.append("nearly the same words")
    figures = sorted(a.figures & b.figures)
    if figures:
        found.append(f"figures shared: {', '.join(figures[:_MOST_WORDS])}")
    names = _rarest(a.names & b.names)
    if names:
        found.append(f"names shared: {', '.join(names)}")
    rare = _rarest(
        frozenset(s for s in a.mass.keys() & b.mass.keys() - a.names if rarity(s) > _RARE)
    )
    if rare:
        found.append(f"telling words shared: {', '.join(rare)}")
    if linked >= 0.5:
        found.append("in linked sections")
    return tuple(found)


def _rarest(stems: frozenset[str]) -> list[str]:
    return sorted(stems, key=lambda s: (-rarity(s), s))[:_MOST_WORDS]
