"""A timeline: records of what its page and its tables show."""
