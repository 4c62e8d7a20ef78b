"""What quantities and dates are read with: tokens, word lists, numerals, hedges, nouns."""
