"""Words and names that all parts of the timeline page share."""

from __future__ import annotations

from typing import Any

from rights_diff.model.timeline import Edition, FigurePoint, Timeline
from rights_diff.rendering.strings import text
from rights_diff.rendering.view.plain import shown_line

__all__ = ["Names", "bounds_of", "said", "status_word"]


# The bodies whose chapters are put side by side most often: their marks never change.
_KNOWN = ("Amnesty International", "Human Rights Watch", "US Department of State")


def said(key: str, *, count: int | None = None, **values: str | int | None) -> str:
    """The page's words for `key`, filled in.

    >>> said("status_in", status="softer", report="Watch 2020")
    'softer in Watch 2020'
    """
    filled: dict[str, Any] = dict(values)
    return text(key, name="timeline", count=count, **filled)


def status_word(status: str) -> str:
    """What became of a claim, in words.

    >>> status_word("dropped")
    'not in these words'
    """
    return text(status, name="thread_status")


class Names:
    """What reports and organizations are called, and in which style each organization is drawn."""

    def __init__(self, timeline: Timeline) -> None:
        self.editions = {e.id: e for e in timeline.editions}
        self.order = {e.id: n for n, e in enumerate(timeline.editions)}
        self.report = {e.id: shown_line(e.name) for e in timeline.editions}
        self.organization = {e.id: _who(e) for e in timeline.editions}
        self.style = _styles(set(self.organization.values()))
        self._short: dict[str, str] = {}
        for edition in timeline.editions:
            if edition.year is not None:
                self._short.setdefault(_who(edition), _without_year(shown_line(edition.name)))

    def css(self, who: str) -> str:
        """The class that colours an organization."""
        return f"s{self.style[who] % 6}"

    def short(self, who: str) -> str:
        """How its reports are called, without the year."""
        return self._short.get(who, who)


def _styles(organizations: set[str]) -> dict[str, int]:
    """A number for the mark and colour of each, the same on every page for the best known."""
    known = {who: n for n, who in enumerate(_KNOWN) if who in organizations}
    others = sorted(organizations - known.keys())
    return {**known, **{who: n for n, who in enumerate(others, len(_KNOWN))}}


def _who(edition: Edition) -> str:
    return shown_line(edition.organization or said("no_organization"))


def _without_year(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1][0].isdigit() else name


def bounds_of(point: FigurePoint) -> tuple[float, float] | None:
    """The least and the most that a figure may be; None where it gives no number.

    Open ends are infinite, and a figure in words alone ("hundreds") has those the reader gave it.
    """
    if point.value is not None:
        return point.value, point.value
    if point.low is None and point.high is None:
        return None
    low = point.low if point.low is not None else float("-inf")
    return low, point.high if point.high is not None else float("inf")
