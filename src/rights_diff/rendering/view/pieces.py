"""Quotes cut into pieces: what both say, what only one says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rights_diff.comparison.edits import Edit, plain_words, word_edits, words
from rights_diff.rendering.view.plain import shown
from rights_diff.rendering.view.records import Piece, PieceKind
from rights_diff.rendering.view.sides import Index

__all__ = ["diff_pieces", "joined", "quote_pieces", "whole"]

GAP = " ⋯ "  # between sentences of one row that do not follow each other
# A page and the tables of one comparison show the same pairs; the longest reports have fewer.
_PAIRS_KEPT = 1024
_RETOLD_SHARE = 0.25  # of words kept; below it, marks would cover nearly everything


def quote_pieces(
    old: Index, new: Index, old_ids: Sequence[str], new_ids: Sequence[str]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], bool]:
    """Both quotes of a pair with their word changes.

    Returns:
        old pieces, new pieces, and whether the claim is retold in so many other words that
        no changes are marked.
    """
    return diff_pieces(_tokens(old, old_ids), _tokens(new, new_ids))


def diff_pieces(
    old_tokens: Sequence[str], new_tokens: Sequence[str]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], bool]:
    """The same for words with their trailing space. Joined pieces give the words back."""
    return _pieces(tuple(old_tokens), tuple(new_tokens))


@lru_cache(maxsize=_PAIRS_KEPT)
def _pieces(
    old_tokens: tuple[str, ...], new_tokens: tuple[str, ...]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], bool]:
    edits = word_edits(plain_words(old_tokens), plain_words(new_tokens))
    if _kept_share(edits, len(old_tokens), len(new_tokens)) < _RETOLD_SHARE:
        return whole("".join(old_tokens)), whole("".join(new_tokens)), True
    placed = _placed(edits)
    before = _marked(old_tokens, [e[0] for e in placed], "del")
    after = _marked(new_tokens, [e[1] for e in placed], "ins")
    return before, after, False


def whole(text: str) -> tuple[Piece, ...]:
    """One piece, nothing marked."""
    return (Piece("same", shown(text)),)


def joined(index: Index, ids: Sequence[str]) -> str:
    """The sentences of one side of a row as one quote."""
    return "".join(_tokens(index, ids)) if len(ids) != 1 else index.quote(ids[0])


def _tokens(index: Index, ids: Sequence[str]) -> list[str]:
    tokens: list[str] = []
    last = -1
    for sentence_id in ids:
        place = index.order[sentence_id]
        if tokens:
            tokens[-1] += " " if place == last + 1 else GAP
        tokens += words(index.quote(sentence_id))
        last = place
    return tokens


def _kept_share(edits: Sequence[Edit], old_count: int, new_count: int) -> float:
    changed_old = sum(e[0][1] - e[0][0] for e in edits if e[0])
    changed_new = sum(e[1][1] - e[1][0] for e in edits if e[1])
    total = old_count + new_count
    return 1 - (changed_old + changed_new) / total if total else 1.0


def _placed(edits: Sequence[Edit]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Edits with an empty range at the right place where a side has nothing."""
    placed = []
    i = j = 0
    for before, after in edits:
        a = before or (i + after[0] - j,) * 2 if after else before
        b = after or (j + before[0] - i,) * 2 if before else after
        if a is not None and b is not None:
            placed.append((a, b))
            i, j = a[1], b[1]
    return placed


def _marked(
    tokens: Sequence[str], ranges: Sequence[tuple[int, int]], kind: PieceKind
) -> tuple[Piece, ...]:
    """Pieces with one `kind` or `spot` piece an edit, so that both sides count alike."""
    pieces: list[Piece] = []
    at = 0
    for start, end in ranges:
        pieces += _same(tokens[at:start])
        pieces += _changed(tokens[start:end], kind) if end > start else [Piece("spot", "")]
        at = end
    return (*pieces, *_same(tokens[at:]))


def _same(tokens: Sequence[str]) -> list[Piece]:
    return [Piece("same", shown("".join(tokens)))] if tokens else []


def _changed(tokens: Sequence[str], kind: PieceKind) -> list[Piece]:
    """The changed words; white space at their end stays outside the mark."""
    text = shown("".join(tokens))
    core = text.rstrip()
    space = [Piece("same", text[len(core) :])] if len(core) < len(text) else []
    return [Piece(kind, core), *space]
