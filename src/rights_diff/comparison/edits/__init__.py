"""Edits: word changes inside a pair of sentences."""

from rights_diff.comparison.edits.marking import Edit, count_words, plain_words, word_edits, words

__all__ = ["Edit", "count_words", "plain_words", "word_edits", "words"]
