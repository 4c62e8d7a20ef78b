"""Names that are safe as file names and addresses, and that no two things share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rights_diff.structure.addresses import address_words

__all__ = ["slug", "unique"]

_LONGEST = 60  # characters; three of them and a suffix stay below the 255 bytes of file systems
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name in small letters, digits and hyphens; one without such letters by its hash.

    >>> slug("Amnesty 2017/18"), slug("Côte d’Ivoire")
    ('amnesty-2017-18', 'cote-divoire')
    """
    plain = _OTHER.sub("-", address_words(name)).strip("-")[:_LONGEST].strip("-")
    return plain or "x" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]


def unique(names: Iterable[str]) -> list[str]:
    """The names in order; one that is taken gets a number.

    >>> unique(["tuvalu", "fiji", "tuvalu"])
    ['tuvalu', 'fiji', 'tuvalu-2']
    """
    given = list(names)
    taken = set(given)
    seen: set[str] = set()
    found = []
    for name in given:
        free, n = name, 1
        while free in seen or (n > 1 and free in taken):
            n += 1
            free = f"{name}-{n}"
        seen.add(free)
        found.append(free)
    return found
