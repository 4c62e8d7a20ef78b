"""Other names that the reports themselves give: acronyms and glosses in brackets.

"… the UN Refugee Agency (UNHCR)" makes `unhcr` stand for its words wherever it occurs in
either report; "political prison camps (kwanliso)" does the same for a foreign word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rights_diff.alignment.words import read_data, stem, stopwords, tokens

# A bracket of at most 60 characters; its content is checked word by word afterwards.
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")
_FOREIGN = re.compile(r"[a-z][a-z-]{3,}(?: [a-z-]{4,})?")
# How far to the left of a bracket its long form is looked for, in characters.
_REACH = 120
# A gloss that is no acronym stands for the two words before it.
_GLOSSED_WORDS = 2

Aliases = dict[str, tuple[str, ...]]


def find_aliases(texts: Iterable[str]) -> Aliases:
    """Stem of each short name → stems of the words it stands for.

    >>> find_aliases(["The National Truth Board (NTB) met."])["ntb"]
    ('nation', 'truth', 'board')
    """
    found = dict(_known())
    for text in texts:
        for m in _BRACKET.finditer(text):
            before = text[max(0, m.start() - _REACH) : m.start()]
            for part in re.split(r"[,;]| or ", m[1]):
                found.update(_gloss(before, part.strip(" “”\"'’‘")))
    return found


def _gloss(before: str, short: str) -> list[tuple[str, tuple[str, ...]]]:
    if _ACRONYM.fullmatch(short):
        long = _expansion(before, short)
    elif _FOREIGN.fullmatch(short) and " " not in short:
        long = _last_words(before)
    else:
        return []
    name = stem(short.replace("-", ""))
    return [(name, long)] if long and name not in long else []


def _expansion(before: str, acronym: str) -> tuple[str, ...]:
    """The words before the bracket whose initials give the acronym, most of them."""
    words = tokens(before.rpartition(". ")[2])
    letters = [c.lower() for c in acronym if c.isupper()]
    content = [w for w in words if w.word[0].isupper()]
    wanted = content[-len(letters) :]
    shared = sum(w.word[0].lower() in letters for w in wanted)
    if len(wanted) < 2 or shared * 3 < len(letters) * 2:
        return ()
    return tuple(w.stem for w in wanted if w.stem not in stopwords())


def _last_words(before: str) -> tuple[str, ...]:
    words = [w.stem for w in tokens(before) if w.stem not in stopwords()]
    return tuple(words[-_GLOSSED_WORDS:]) if len(words) >= _GLOSSED_WORDS else ()


@lru_cache(maxsize=1)
def _known() -> Aliases:
    rows = (line.split("\t") for line in read_data("acronyms.tsv"))
    return {stem(row[0]): tuple(stem(w) for w in row[1].split()) for row in rows}


class Glossary:
    """Short names with the words they stand for, to be looked up from either."""

    def __init__(self, aliases: Aliases) -> None:
        self._long = aliases
        # A long form is looked for where its first word stands: few sentences have any.
        self._by_first: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for rank, (name, long) in enumerate(aliases.items()):
            self._by_first[long[0]].append((rank, name))

    def expand(self, stems: Mapping[str, object]) -> list[str]:
        """What to add to a sentence's stems: words that short names among them stand for.

        Where all words of a long form stand in the sentence, its short name is added.

        >>> Glossary({"ntb": ("nation", "truth")}).expand({"ntb": 1.0, "met": 1.0})
        ['nation', 'truth']
        """
        short = self._long.keys() & stems.keys()
        first = self._by_first.keys() & stems.keys()
        if not short and not first:
            return []
        extra = [w for s in stems if s in short for w in self._long[s] if w not in stems]
        held = sorted(found for s in first for found in self._by_first[s])
        names = [a for _, a in held if a not in stems and all(s in stems for s in self._long[a])]
        return list(dict.fromkeys([*extra, *names]))
