"""What a corpus could not compare: reports without partner, and failures."""

from __future__ import annotations

from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.site.counts import name_key
from rights_diff.rendering.view.site.names import (
    country_name,
    edition_words,
    file_words,
    short_name,
)
from rights_diff.rendering.view.site.records import (
    AlonePage,
    AloneView,
    FailuresPage,
    FailureView,
)
from rights_diff.rendering.view.site.runs import Site

__all__ = ["alone_view", "failures_view"]


def alone_view(site: Site) -> AlonePage:
    """Reports that are compared with no other, by country."""
    plan = site.result.plan
    items = sorted(
        (
            AloneView(
                country=country_name(a.report.country),
                edition=shown_line(a.report.edition_name)
                or f"{short_name(a.report.organization)} {edition_words(a.report)}",
                file=site.told(file_words(a.report)),
                reason=site.told(a.reason),
            )
            for a in plan.alone
        ),
        key=lambda a: (name_key(a.country), a.edition, a.file),
    )
    return AlonePage(
        frame=site.frame("alone", text("alone_headline", name="site", count=len(items))),
        items=tuple(items),
        notes=tuple(site.told(n) for n in plan.notes),
    )


def failures_view(site: Site) -> FailuresPage:
    """What failed, in the order of the run."""
    items = tuple(
        FailureView(
            what=site.told(f.what),
            stage=say("site_stage", f.stage.value),
            error=shown_line(f.error),
            message=site.told(f.message),
        )
        for f in site.result.failures
    )
    headline = text("failures_headline", name="site", count=len(items))
    return FailuresPage(frame=site.frame("failures", headline), items=items)
