"""Claims: one side of a ledger row as the rules read it, alone and against the other."""

from rights_diff.comparison.claims.claim import (
    Claim,
    ReportIndex,
    Word,
    likeness,
    other_time,
    split_keys,
    stops,
)

__all__ = ["Claim", "ReportIndex", "Word", "likeness", "other_time", "split_keys", "stops"]
