"""What stands on top of a country's page inside a site: the ways to the rest of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rights_diff.rendering.strings import text
from rights_diff.rendering.theme import environment
from rights_diff.rendering.view.site.names import country_name, page_address
from rights_diff.rendering.view.site.runs import FILES, Site

if TYPE_CHECKING:
    from rights_diff.model.corpus import CorpusResult, PairRecord

__all__ = ["NavView", "navigation"]

_UNFOLDED = 2  # other editions that stand there openly; more would take lines of every page


@dataclass(frozen=True, slots=True, kw_only=True)
class NavView:
    """Addresses and names; "" where there is no such way.

    Attributes:
        before, after: the countries on either side, in the same run.
        editions: the other pairs of this country; `folded` where they are many.
    """

    index: str
    topics: str
    edits: str
    before: tuple[str, str]
    after: tuple[str, str]
    editions: tuple[tuple[str, str], ...]
    folded: str


def navigation(result: CorpusResult) -> Callable[[PairRecord], str]:
    """Makes the block of a pair's page: markup with every name escaped, no style and no script."""
    site = Site(result)
    template = environment().get_template("site_nav.html.j2")
    return lambda record: template.render(nav=_view(site, record))


def _view(site: Site, record: PairRecord) -> NavView:
    home = "../" * page_address(record.page).count("/")
    run = [r for r in site.of_run(site.keys[record.pair.id]) if page_address(r.page)]
    at = next((n for n, r in enumerate(run) if r.pair.id == record.pair.id), 0)

    def way(n: int) -> tuple[str, str]:
        if not 0 <= n < len(run):
            return "", ""
        return home + page_address(run[n].page), country_name(run[n].pair.country)

    editions = tuple(
        (home + page_address(r.page), site.label(site.keys[r.pair.id]))
        for r in site.of_country(record.pair.country)
        if r.pair.id != record.pair.id and page_address(r.page)
    )
    return NavView(
        index=f"{home}{FILES['index']}#{site.slug(record)}",
        topics=home + FILES["topics"],
        edits=home + FILES["edits"] if site.result.template_edits else "",
        before=way(at - 1),
        after=way(at + 1),
        editions=editions,
        folded=text("nav_editions", name="site", count=len(editions))
        if len(editions) > _UNFOLDED
        else "",
    )
