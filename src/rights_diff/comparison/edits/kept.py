"""Which words stand in both of two sentences: the stretches between the changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.comparison.words.stemming import stem

__all__ = ["Block", "akin", "is_mark", "is_small", "kept_blocks"]

Block = tuple[int, int, int]

# What a word that stays is worth, and what each change costs: a lone small word holds two
# changes apart, a lone comma does not. Chosen on the first half of tests/data/word_edits.txt.
_WORD = 100
_SMALL = 50
_MARK = 50
_CHANGE = 40
# What a word in the place of another is worth: of equal ways the balanced one is taken.
_PLACE = 1
# Small words alone do not hold two changes apart that each rewrite this many words; one plain
# word, with at most one small one beside it, does not where they rewrite more.
_REWRITTEN = 3
_MOST_ALONE = 2
# Stems this long are akin where this share of the longer one is common at the beginning.
_LONG_STEM = 6
_ALIKE = 0.75
# Words that hold a phrase together; the shorter of the two changes may be a word shorter.
_ARTICLES = frozenset({"a", "an", "the"})
_GLUE = _ARTICLES | {"of"}
_JOINING = frozenset({"and", "but", "nor", "or"})
# Words that others may have changed places around within one phrase, and words so changed.
_MOST_TURNED = 3
_MOST_TURNING = 9
# Words that changed places as one phrase ("only consider", "consider only"); more were moved.
_MOST_SWAPPED = 2
# Pairs of words compared by weight (250 words a side), and at all (5,000 a side).
_MOST_WEIGHED = 62_500
_MOST_CELLS = 25_000_000


def kept_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Stretches of words that stay: (place in old, place in new, length), in order.

    Source:
        alignment with affine gaps (Gotoh 1982): words that stay are weighed, and a change costs
        the same however long it is. Small words that stand alone between two rewritten phrases
        are then given up, as in the semantic clean-up of Neil Fraser's diff-match-patch, but
        not between short changes.
    """
    head, tail = _ends(old, new)
    inner = _inner(old[head : len(old) - tail], new[head : len(new) - tail])
    blocks = [(0, 0, head), *((i + head, j + head, n) for i, j, n in inner)]
    blocks.append((len(old) - tail, len(new) - tail, tail))
    blocks = _slid([b for b in blocks if b[2]], old, new)
    return _held_apart(blocks, old, new)


def is_mark(word: str) -> bool:
    """Whether it is punctuation."""
    return not any(c.isalnum() for c in word)


def is_small(word: str) -> bool:
    """Whether it is punctuation or a common word that carries no claim of its own."""
    return is_mark(word) or word.lower() in word_set("small_words")


def akin(old: str, new: str) -> bool:
    """Whether two words are forms of one word, or begin alike.

    >>> akin("introduced", "introduction"), akin("was", "are"), akin("nine", "nineteen")
    (True, True, False)
    """
    a, b = _lemma(old), _lemma(new)
    if a == b:
        return True
    longer = max(len(a), len(b))
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return longer >= _LONG_STEM and alike >= _ALIKE * longer


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return pairs("word_forms").get(low) or stem(low)


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words are equal at the beginning and, of the rest, at the end."""
    short = min(len(old), len(new))
    head = next((n for n in range(short) if old[n] != new[n]), short)
    rest = short - head
    return head, next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)


def _inner(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    cells = len(old) * len(new)
    if not cells or cells > _MOST_CELLS:
        return []
    if cells <= _MOST_WEIGHED:
        return _weighed(old, new)
    from rapidfuzz.distance import Indel

    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(old, new)
        if op.tag == "equal"
    ]


def _weighed(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The words that are worth most when they stay, less what the changes cost."""
    worth = [_MARK if is_mark(w) else _SMALL if is_small(w) else _WORD for w in old]
    kept, changed = _tables(old, new, worth)
    blocks: list[Block] = []
    i = j = 0
    in_change = False
    while i < len(old) and j < len(new):
        best = changed[i][j] if in_change else kept[i][j]
        if old[i] == new[j] and worth[i] + kept[i + 1][j + 1] == best:
            blocks.append((i, j, 1))
            i, j, in_change = i + 1, j + 1, False
        elif not in_change:
            in_change = True
        elif changed[i + 1][j + 1] + _PLACE == best:
            i, j = i + 1, j + 1
        elif changed[i + 1][j] == best:
            i += 1
        else:
            j += 1
    return _joined(blocks)


def _tables(
    old: Sequence[str], new: Sequence[str], worth: Sequence[int]
) -> tuple[list[list[int]], list[list[int]]]:
    """The most that the rest is worth: after a word that stays, and inside a change."""
    width = len(new)
    kept, changed = [[-_CHANGE] * width + [0]], [[0] * (width + 1)]
    for i in reversed(range(len(old))):
        after, below = kept[-1], changed[-1]
        stay, change = [-_CHANGE] * (width + 1), [0] * (width + 1)
        word, value, right = old[i], worth[i], 0
        for j in reversed(range(width)):
            right = max(below[j], right, below[j + 1] + _PLACE)
            stay[j] = right - _CHANGE
            if word == new[j]:
                equal = value + after[j + 1]
                right, stay[j] = max(right, equal), max(stay[j], equal)
            change[j] = right
        kept.append(stay)
        changed.append(change)
    return kept[::-1], changed[::-1]


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that touch on both sides as one."""
    joined: list[Block] = []
    for i, j, n in blocks:
        if joined:
            a, b, m = joined[-1]
            if (a + m, b + m) == (i, j):
                joined[-1] = (a, b, m + n)
                continue
        joined.append((i, j, n))
    return joined


def _slid(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Pure insertions and deletions moved where a phrase ends: "[at the post] at the border"."""
    out = [(0, 0, 0), *blocks, (len(old), len(new), 0)]
    for k in range(1, len(out)):
        (i, j, n), (a, b, m) = out[k - 1 : k + 1]
        if i + n == a and j + n < b:
            shift = _shift(new, j + n, b, n)
        elif j + n == b and i + n < a:
            shift = _shift(old, i + n, a, n)
        else:
            continue
        out[k - 1], out[k] = (i, j, n - shift), (a - shift, b - shift, m + shift)
    return [block for block in out if block[2]]


def _shift(words: Sequence[str], start: int, end: int, most: int) -> int:
    """How far to the left a stretch put in has to go to end a phrase, fewer than `most` words."""
    ranks = [_raggedness(words[end - 1])]
    for shift in range(1, most):
        if words[start - shift] != words[end - shift]:
            break
        ranks.append(_raggedness(words[end - shift - 1]))
    return ranks.index(min(ranks))


def _raggedness(last: str) -> int:
    """How badly a stretch is cut that ends in this word: "by the" is worse than "by"."""
    if last.lower() in _ARTICLES:
        return 2
    return int(is_small(last) and not is_mark(last) and last.lower() not in _JOINING)


def _held_apart(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Blocks without those that do not hold the changes on both sides of them apart."""
    kept: list[Block] = []
    for k, block in enumerate(blocks):
        following = blocks[k + 1] if k + 1 < len(blocks) else (len(old), len(new), 0)
        kept.append(block)
        while kept and _gives_way(kept, following, old, new):
            kept.pop()
    return kept


def _gives_way(kept: list[Block], following: Block, old: Sequence[str], new: Sequence[str]) -> bool:
    a, b, n = kept[-1]
    i, j, m = kept[-2] if len(kept) > 1 else (0, 0, 0)
    before = old[i + m : a], new[j + m : b]
    after = old[a + n : following[0]], new[b + n : following[1]]
    if not any(before) or not any(after):
        return False
    stays = old[a : a + n]
    return _is_lost(stays, before, after) or _is_turned(stays, before, after)


_Change = tuple[Sequence[str], Sequence[str]]


def _is_lost(stays: Sequence[str], before: _Change, after: _Change) -> bool:
    """Whether small words, or one plain word, stand alone between two rewritten phrases."""
    if any(is_mark(w) or w in _JOINING for w in stays) or not (all(before) or all(after)):
        return False
    shorter, longer = sorted((max(map(len, before)), max(map(len, after))))
    telling = [w for w in stays if not is_small(w)]
    if telling:
        alone = len(stays) <= _MOST_ALONE and len(telling) == 1 and telling[0].islower()
        return alone and all(before) and all(after) and shorter > _REWRITTEN
    if not (all(before) and all(after)):
        return shorter > _REWRITTEN
    glue = all(w in _GLUE for w in stays)
    return longer >= _REWRITTEN and shorter >= (_REWRITTEN - 1 if glue else _REWRITTEN)


def _is_turned(stays: Sequence[str], before: _Change, after: _Change) -> bool:
    """Whether words changed places around these: "members of the group", "group members"."""
    if len(stays) > _MOST_TURNED or sum(map(len, (*before, *after))) > _MOST_TURNING:
        return False
    for gone, come in ((before[0], after[1]), (before[1], after[0])):
        left, right = ([w for w in ws if not is_small(w)] for ws in (gone, come))
        moved = left == right and len(stays) + len(left) > _MOST_SWAPPED
        if not moved and any(akin(a, b) for a in left for b in right):
            return True
    return False
