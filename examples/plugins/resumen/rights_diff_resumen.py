"""A renderer: what changed, as a page of text in Spanish. Quotes stay as the reports have them."""

from __future__ import annotations

from rights_diff import Comparison, Report
from rights_diff.model import LedgerRow

STATUSES = {
    "added": "nuevas",
    "dropped": "que ya no figuran",
    "revised": "revisadas",
    "reworded": "redactadas de otro modo",
    "unchanged": "sin cambios",
}
FACETS = {
    "number_changed": "cambia una cifra",
    "strengthened": "más firme",
    "softened": "menos firme",
    "contradicted": "dice lo contrario",
    "status_changed": "otro desenlace",
    "attribution_changed": "otra fuente",
    "date_changed": "otra fecha",
}


def resumen(comparison: Comparison) -> str:
    """The page: who and what, counts of claims, and each claim whose sense changed."""
    old, new = comparison.old, comparison.new
    country = new.metadata.country or old.metadata.country or "País sin nombre"
    lines = [f"{country}: {_edition(old)} → {_edition(new)}", ""]
    for status, count in comparison.summary.statuses:
        lines.append(f"{count:>5} afirmaciones {STATUSES[status.value]}")
    for row in comparison.ledger:
        said = [FACETS[facet.value] for facet in row.facets if facet.value in FACETS]
        if said and not row.is_unsure:
            lines += ["", f"[{row.id}] {'; '.join(said)}", *_quotes(comparison, row)]
    return "\n".join(lines) + "\n"


def _edition(report: Report) -> str:
    parts = (report.metadata.organization, report.metadata.edition)
    return " ".join(part for part in parts if part) or "informe sin nombre"


def _quotes(comparison: Comparison, row: LedgerRow) -> list[str]:
    return [
        f"  {mark} «{' '.join(report.sentence(i).span.of(report.text).split())}»"
        for mark, report, ids in (
            ("−", comparison.old, row.old),
            ("+", comparison.new, row.new),
        )
        for i in ids
    ]
