"""Programs that find figures in text, behind one way of asking. Those not installed say so.

The peers are optional: `pip install --group bench`. Neither knows of dates or of what is counted,
so each is asked for everything it can find, and where two of its models find the same stretch of
text, the longest one counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any, NamedTuple

HOW_TO_INSTALL = "pip install --group bench"


class Found(NamedTuple):
    """A figure that a tool found: its characters and its value, or None where it tells none."""

    start: int
    end: int
    value: float | None


class Tool(NamedTuple):
    """A program that finds figures; `forget` empties what it kept of texts it has read."""

    name: str
    version: str
    find: Callable[[str], list[Found]]
    forget: Callable[[], None] = lambda: None


def tools() -> Iterator[Tool | str]:
    """Each tool, ready to run, or a line that says why it is left out."""
    for name, make in (
        ("rights_diff", _ours),
        ("quantulum3", _quantulum3),
        ("Recognizers-Text", _recognizers_text),
    ):
        try:
            yield make()
        except ImportError as error:
            yield f"{name} is left out ({error}); to time it: {HOW_TO_INSTALL}"


def _ours() -> Tool:
    import rights_diff
    from rights_diff.extraction.dates import find as dates
    from rights_diff.extraction.grammar.tokens import tokenise

    def find(text: str) -> list[Found]:
        return [Found(*_ends(q.span), q.value) for q in rights_diff.quantities(text)]

    def forget() -> None:
        tokenise.cache_clear()
        dates.may_hold_date.cache_clear()
        dates._dates_in.cache_clear()

    return Tool("rights_diff", rights_diff.__version__, find, forget)


def _ends(span: Any) -> tuple[int, int]:
    return span.start, span.end


def _quantulum3() -> Tool:
    parser = import_module("quantulum3.parser")

    def find(text: str) -> list[Found]:
        return [Found(*q.span, q.value) for q in parser.parse(text)]

    return Tool("quantulum3", version("quantulum3"), find)


def _recognizers_text() -> Tool:
    numbers = import_module("recognizers_number")
    units = import_module("recognizers_number_with_unit")
    english = numbers.Culture.English
    plain, united = numbers.NumberRecognizer(english), units.NumberWithUnitRecognizer(english)
    models = (
        plain.get_number_model(), plain.get_ordinal_model(), plain.get_percentage_model(),
        united.get_age_model(), united.get_currency_model(), united.get_dimension_model(),
    )  # fmt: skip

    def find(text: str) -> list[Found]:
        each = (r for model in models for r in model.parse(text))
        return _longest([Found(r.start, r.end + 1, _number(r.resolution)) for r in each])

    return Tool("Recognizers-Text", version("recognizers-text-number"), find)


def _number(resolution: dict[str, Any] | None) -> float | None:
    said = (resolution or {}).get("value")
    try:
        return None if said is None else float(str(said).rstrip("%"))
    except ValueError:
        return None


def _longest(found: list[Found]) -> list[Found]:
    """Those that no longer one overlaps, in order."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(f.end <= k.start or k.end <= f.start for k in kept):
            kept.append(f)
    return sorted(kept)
