"""Words: the lists of this room, stems, and what counts as the same letters."""
