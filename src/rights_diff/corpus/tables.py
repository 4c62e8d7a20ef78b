"""A corpus as tables: what one pair adds to them, and the tables about the run itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rights_diff.corpus.columns import CORPUS_TABLES, FROM_COMPARISON, FROM_REPORT, JOINS
from rights_diff.model import Comparison, Facet, Report, Status
from rights_diff.model.corpus import CorpusPair, CorpusReport, Failure, PairRecord, Plan
from rights_diff.model.template_edits import TemplateEdit
from rights_diff.rendering.view.columns import LIST_MARK
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.report_tables import report_table
from rights_diff.rendering.view.site.runs import common_folder
from rights_diff.rendering.view.table import Value
from rights_diff.rendering.view.tables import comparison_table

__all__ = ["Cells", "Rows", "codebook", "rows_of", "run_rows"]

Cells = tuple[Value, ...]
Rows = dict[str, list[Cells]]


def rows_of(comparison: Comparison, pair: CorpusPair) -> Rows:
    """What one pair adds to each table of a corpus, in the order of its columns.

    Cells are texts, numbers, yes or no, or None; the ledger's last column (`template`) is not
    known yet and stands empty. A report that is in two pairs gives its rows twice, alike: who
    writes them down keeps the first.
    """
    rows: Rows = {}
    for name, table in FROM_REPORT.items():
        rows[name] = [
            cells
            for report, made in ((pair.old, comparison.old), (pair.new, comparison.new))
            for cells in _of_report(made, table, report)
        ]
    for name, table in FROM_COMPARISON.items():
        rows[name] = list(_of_pair(comparison, table, pair))
    rows["ledger"] = [(*cells, None) for cells in rows["ledger"]]
    rows["quantity_links"] = [(*c, *str(c[1]).split(":")) for c in rows["quantity_links"]]
    rows["row_sentences"] = list(_row_sentences(comparison, pair))
    rows["link_sections"] = list(_link_sections(rows["links"], pair))
    return rows


def run_rows(
    plan: Plan,
    records: Sequence[PairRecord],
    failures: Iterable[Failure],
    template_edits: Sequence[TemplateEdit],
) -> Rows:
    """The tables about the run itself: reports, pairs, template edits, what was left out.

    Of absolute names of files the folder that all have in common is left out: a data set that
    is published says nothing of the disk it was made on.
    """
    reports = _reports(plan, records)
    folder = common_folder(report.file for report in reports)

    def told(line: str) -> str:
        return shown_line(line.replace(folder, "") if folder else line)

    return {
        "reports": [_report(report, told(report.file)) for report in reports],
        "pairs": [_pair(record) for record in records],
        "template_edits": [_edit(edit) for edit in template_edits],
        "template_places": [cells for edit in template_edits for cells in _places(edit)],
        "alone": [(alone.report.id, told(alone.reason)) for alone in plan.alone],
        "failures": [(told(f.what), f.stage.value, f.error, told(f.message)) for f in failures],
        "codebook": list(codebook()),
    }


def codebook() -> Iterator[Cells]:
    """What each column of each table holds and means.

    >>> next(codebook())
    ('reports', 'id', 'text', 'name of the report: organization, edition, country', None, None)
    """
    for name, shape in CORPUS_TABLES.items():
        joins = {
            column: f"{join.table}.{to}"
            for join in JOINS.get(name, ())
            for column, to in zip(join.columns, join.to, strict=True)
        }
        for column in shape.columns:
            choices = LIST_MARK.join(column.choices) or None
            joined = joins.get(column.name)
            yield name, column.name, column.kind, column.about, choices, joined


def _of_report(made: Report, name: str, report: CorpusReport) -> Iterator[Cells]:
    table = report_table(made, name)
    kept = [n for n, column in enumerate(table.columns) if column.name != "report"]
    return ((report.id, *(row[n] for n in kept)) for row in table.rows)


def _of_pair(comparison: Comparison, name: str, pair: CorpusPair) -> Iterator[Cells]:
    table = comparison_table(comparison, name)
    named = {"country": pair.country, "old_report": pair.old.id, "new_report": pair.new.id}
    names = [column.name for column in table.columns]
    for row in table.rows:
        cells = (named.get(name, cell) for name, cell in zip(names, row, strict=True))
        yield (pair.id, *cells)


def _row_sentences(comparison: Comparison, pair: CorpusPair) -> Iterator[Cells]:
    for row in comparison.ledger:
        for side, report, ids in (("old", pair.old, row.old), ("new", pair.new, row.new)):
            yield from ((pair.id, row.id, side, report.id, sentence) for sentence in ids)


def _link_sections(links: Iterable[Cells], pair: CorpusPair) -> Iterator[Cells]:
    for link in links:
        sides = str(link[1]).split(":")
        for side, report, ids in zip(("old", "new"), (pair.old, pair.new), sides, strict=True):
            for section in filter(None, ids.split(LIST_MARK)):
                yield pair.id, link[1], side, report.id, section


def _reports(plan: Plan, records: Sequence[PairRecord]) -> tuple[CorpusReport, ...]:
    """The plan's reports, then those of pairs that it does not list, each once."""
    paired = (side for record in records for side in (record.pair.old, record.pair.new))
    alone = (alone.report for alone in plan.alone)
    return tuple({report.id: report for report in (*plan.reports, *paired, *alone)}.values())


def _report(report: CorpusReport, file: str) -> Cells:
    return (
        report.id,
        file,
        report.chapter and shown_line(report.chapter),
        LIST_MARK.join(report.pages) if report.pages else None,
        report.country,
        report.country_code,
        report.organization,
        report.edition,
        report.published_year,
        LIST_MARK.join(map(str, report.covered_years)) or None,
        report.sha256,
        report.words,
    )


def _pair(record: PairRecord) -> Cells:
    pair = record.pair
    return (
        pair.id,
        pair.country,
        pair.old.id,
        pair.new.id,
        pair.kind.value,
        record.words_old,
        record.words_new,
        record.rows,
        *(record.statuses.get(s, 0) - record.told_elsewhere.get(s, 0) for s in Status),
        sum(record.told_elsewhere.values()),
        record.facets.get(Facet.CONTRADICTED, 0),
        record.facets.get(Facet.STATUS_CHANGED, 0),
        record.softened,
        record.strengthened,
        record.figures_changed,
        record.figures_agreeing,
        record.page,
    )


def _edit(edit: TemplateEdit) -> Cells:
    words = (shown_line(edit.old) or None, shown_line(edit.new) or None)
    editions = (edit.old_edition or None, edit.new_edition or None)
    return (edit.id, edit.kind.value, *words, edit.count, edit.of, edit.held or None, *editions)


def _places(edit: TemplateEdit) -> Iterator[Cells]:
    for place in edit.places:
        where = (None, place.row) if place.status is None else (place.row, None)
        yield (edit.id, place.pair, *where, place.whole)
