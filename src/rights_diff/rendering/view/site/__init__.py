"""The site of a corpus: records of what its pages show."""
