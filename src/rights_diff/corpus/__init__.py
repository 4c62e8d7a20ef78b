"""Many pairs of reports: pairing, running, what many countries have in common, data sets."""
