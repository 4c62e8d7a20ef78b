"""Reports that name no organization: whose they are, where the rest of the run leaves no doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rights_diff.reading.claims import Assumed

__all__ = ["Assumption", "assumed_organization"]

# Reports with a name among all of a run: a few named ones say nothing of a folder of others.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Assumption:
    """The organization of nameless reports, the files that hold them, and a note that says so."""

    claim: Assumed
    files: tuple[str, ...]
    note: str


def assumed_organization(
    answers: Mapping[str, Mapping[str, Any]], told: str | None = None, *, across: bool = False
) -> Assumption | None:
    """Who published the reports that name nobody; None where that is not known, or none is such.

    Args:
        answers: what `probe` found in each file.
        told: what the user says; otherwise the one organization by which all others are, if these
            are most of the run.
        across: organizations are to be told apart: then only the user's word counts.

    >>> found = {
    ...     f"{n}.txt": {"reports": [{"organization": name}]}
    ...     for n, name in enumerate(["Amnesty International", None, "Amnesty International"])
    ... }
    >>> assumed_organization(found).note
    '1.txt names no organization; taken to be by Amnesty International, as all others are'
    """
    by_file = {f: [r["organization"] for r in a["reports"]] for f, a in answers.items()}
    every = [name for names in by_file.values() for name in names]
    files = tuple(file for file, names in by_file.items() if not all(names))
    named = {name for name in every if name}
    if not files:
        return None
    if told:
        claim, why = Assumed(told, "argument_of_the_run"), "as was said"
    elif across or len(named) != 1 or every.count(None) >= _MOST * len(every):
        return None
    else:
        (only,) = named
        claim, why = Assumed(only, "other_reports"), "as all others are"
    name = f" and {len(files) - 1:,} more name" if len(files) > 1 else " names"
    said = f"{files[0]}{name} no organization; taken to be by {claim.organization}, {why}"
    return Assumption(claim, files, said)
