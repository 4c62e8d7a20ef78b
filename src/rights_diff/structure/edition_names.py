"""What a report is called among others."""

from __future__ import annotations

from rights_diff.model import Metadata

__all__ = ["edition_name"]

# Names that readers use for the best known bodies; any other goes by its full name. Ids are made
# of them: they stay, whatever short words a page is given to show (`[short]` of its words).
_SHORT = {
    "Amnesty International": "Amnesty",
    "Human Rights Watch": "HRW",
    "US Department of State": "State",
}


def edition_name(m: Metadata) -> str:
    """What a reader calls a report among others ("Amnesty 2017/18")."""
    family = m.organization_family or m.organization or ""
    who = _SHORT.get(family, family)
    if m.organization and m.organization != family and m.organization.startswith(family):
        who += m.organization[len(family) :]
    year = m.covered_years[-1] if m.covered_years else m.published_year
    when = m.edition or str(year or "")
    return " ".join(x for x in (who or "Report", when) if x)
