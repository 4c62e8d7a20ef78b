"""What changed between two human-rights reports?

>>> import rights_diff as rd
>>> comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
>>> comparison.kind.value
'year_over_year'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rights_diff import errors, model, samples
    from rights_diff.comparison.edits import word_edits
    from rights_diff.errors import (
        CompareError,
        PluginError,
        ReadError,
        RenderError,
        RightsDiffError,
        StructureError,
    )
    from rights_diff.extraction.quantities import quantities
    from rights_diff.many_reports import compare_corpus, compare_many, timeline
    from rights_diff.model import Comparison, Report, Review, Span, Timeline, Yearbook
    from rights_diff.model.corpus import CorpusResult
    from rights_diff.pipeline import compare, load, load_all, parse
    from rights_diff.reading.options import ReadOptions
    from rights_diff.structure.addresses import find_source

__version__ = "0.1.0"

# Modules that are public as they are.
_MODULES = frozenset({"errors", "model", "samples"})
_HOMES = {
    "CompareError": "rights_diff.errors",
    "Comparison": "rights_diff.model",
    "CorpusResult": "rights_diff.model.corpus",
    "PluginError": "rights_diff.errors",
    "ReadError": "rights_diff.errors",
    "ReadOptions": "rights_diff.reading.options",
    "RenderError": "rights_diff.errors",
    "Report": "rights_diff.model",
    "Review": "rights_diff.model",
    "RightsDiffError": "rights_diff.errors",
    "Span": "rights_diff.model",
    "StructureError": "rights_diff.errors",
    "Timeline": "rights_diff.model",
    "Yearbook": "rights_diff.model",
    "compare": "rights_diff.pipeline",
    "compare_corpus": "rights_diff.many_reports",
    "compare_many": "rights_diff.many_reports",
    "find_source": "rights_diff.structure.addresses",
    "load": "rights_diff.pipeline",
    "load_all": "rights_diff.pipeline",
    "parse": "rights_diff.pipeline",
    "quantities": "rights_diff.extraction.quantities",
    "timeline": "rights_diff.many_reports",
    "word_edits": "rights_diff.comparison.edits",
}

__all__ = [
    "CompareError",
    "Comparison",
    "CorpusResult",
    "PluginError",
    "ReadError",
    "ReadOptions",
    "RenderError",
    "Report",
    "Review",
    "RightsDiffError",
    "Span",
    "StructureError",
    "Timeline",
    "Yearbook",
    "__version__",
    "compare",
    "compare_corpus",
    "compare_many",
    "errors",
    "find_source",
    "load",
    "load_all",
    "model",
    "parse",
    "quantities",
    "samples",
    "timeline",
    "word_edits",
]


if not TYPE_CHECKING:  # to a type checker, a module with this function has every name there is

    def __getattr__(name: str) -> Any:
        """Import public names on first use, so that `import rights_diff` stays fast."""
        if name in _MODULES:
            return importlib.import_module(f"rights_diff.{name}")
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module 'rights_diff' has no attribute {name!r}")
        value = getattr(importlib.import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
