"""A timeline as plain data (schema `rights-diff/timeline/1`)."""

from __future__ import annotations

from typing import Any

from rights_diff.model.timeline import Edition, Timeline
from rights_diff.rendering.json import plain

__all__ = ["timeline_to_dict"]

SCHEMA = "rights-diff/timeline/1"


def timeline_to_dict(timeline: Timeline) -> dict[str, Any]:
    """The timeline as the contract names its fields."""
    return {
        "schema": SCHEMA,
        "country": timeline.country,
        "reports": [_edition(e) for e in timeline.editions],
        "series": [{**plain(s), "movement": s.movement.value} for s in timeline.series],
        "threads": plain(timeline.threads),
        "meetings": [_meeting(m) for m in plain(timeline.meetings)],
        "attention": plain(timeline.attention),
        "gaps": [{"organization": who, "year": year} for who, year in timeline.gaps],
        "warnings": list(timeline.warnings),
    }


def _edition(edition: Edition) -> dict[str, Any]:
    metadata = plain(edition.report.metadata)
    metadata["evidence"] = dict(metadata["evidence"])
    return {"id": edition.id, "name": edition.name, "year": edition.year, **metadata}


def _meeting(meeting: dict[str, Any]) -> dict[str, Any]:
    claims = [{"old": old, "new": new} for old, new in meeting["claims"]]
    figures = [
        {"old": old, "new": new, "relation": relation, "agreement": agreement}
        for old, new, relation, agreement in meeting["figures"]
    ]
    return {**meeting, "claims": claims, "figures": figures}
