"""A claim as a person would name it: its words in the newest edition, shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rights_diff.model import Report
from rights_diff.model.timeline import Edition, ThreadPoint

__all__ = ["label_of", "shortened"]

_MOST = 140  # characters
# A label of fewer characters says too little: "He was released."
_LEAST = 30
# What leads over from the sentence before, and says nothing of the claim.
_LEAD_OVER = re.compile(
    r"(?:additionally|also|although|besides|consequently|despite this|finally|for example"
    r"|for instance|furthermore|however|in addition|in particular|in this regard|meanwhile"
    r"|moreover|nevertheless|nonetheless|on the other hand|similarly|still|therefore|thus"
    r"|as a result|by contrast|in contrast|at the same time|instead|yet),\s+",
    re.IGNORECASE,
)
# A sentence that opens so is understood only with the one before it.
_POINTS_BACK = re.compile(
    r"(?:he|she|it|they|this|these|those|that|his|her|its|their|such|others?|both|some)\b",
    re.IGNORECASE,
)
# What stands for something said before, anywhere in a sentence.
_STANDS_FOR = re.compile(r"\b(?:he|she|him|her|they|them|their)\b", re.IGNORECASE)
# Where a sentence may end early and still be one: before what only adds to it.
_ADDED = re.compile(
    r";|\s[–—-]\s|—|,?\s\((?=see\b)"
    r"|,\s(?=(?:which|who|whose|where|while|although|though|including|especially|particularly"
    r"|despite|but|such as|because|since|after|followed|resulting|citing|prompting|making"
    r"|leaving|causing)\b)"
)
# Where a phrase ends, if the sentence must be cut inside of what it says.
_PHRASE = re.compile(
    r",?\s(?=(?:and|or|of|in|on|at|to|for|from|by|with|without|as|that|which|who|whose|under"
    r"|between|during|into|against|among|through|because|when|where|while|if|after|before|since"
    r"|until|regarding|concerning|including|related|due|based)\b)"
)
# The least share of a label's length that a cut leaves.
_KEPT = 0.6
_BROKEN = re.compile(r"[\s,;:(–—-]+$")
# Words that no phrase ends in.
_DANGLING = re.compile(
    r"\s+(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|its|their|his"
    r"|her|was|were|is|are|be|been|had|has|have|not|no|than|more|only|also|such|due|based"
    r"|related|regarding)$",
    re.IGNORECASE,
)


def label_of(editions: Sequence[Edition], points: Sequence[ThreadPoint]) -> str:
    """The claim in the newest edition whose words can be understood alone.

    Args:
        editions: those of the points; the points that tell the claim, in order.
    """
    told = list(zip(editions, points, strict=True))
    dated = [(e, p) for e, p in told if e.year is not None]
    quotes = [q for e, p in reversed(dated or told) for q in _quotes(e.report, p.sentences)]
    clear = [q for q in quotes if len(q) >= _LEAST and not _POINTS_BACK.match(_opened(q))]
    named = [q for q in clear if not _STANDS_FOR.search(q)]
    return shortened((named or clear or quotes)[0])


def _quotes(report: Report, sentences: Sequence[str]) -> list[str]:
    return [" ".join(report.sentence(s).span.of(report.text).split()) for s in sentences]


def shortened(sentence: str, most: int = _MOST) -> str:
    """The sentence without what leads over to it, cut where a clause ends.

    >>> shortened("However, the courts stayed closed.")
    'The courts stayed closed'
    >>> shortened("Guards beat the men in the yard, which the ministry denied.", most=40)
    'Guards beat the men in the yard …'
    """
    whole = _opened(sentence)
    if len(whole) <= most:
        return whole.rstrip(".")
    least = int(_KEPT * most)
    for marks in (_ADDED, _PHRASE):
        ends = [m.start() for m in marks.finditer(whole, least, most)]
        if ends:
            return _ended(whole[: ends[-1]])
    return _ended(whole[:most].rsplit(" ", 1)[0])


def _ended(cut: str) -> str:
    while _DANGLING.search(cut):
        cut = _DANGLING.sub("", cut)
    return f"{_BROKEN.sub('', cut)} …"


def _opened(sentence: str) -> str:
    bare = _LEAD_OVER.sub("", sentence, count=1) if _LEAD_OVER.match(sentence) else sentence
    return bare[:1].upper() + bare[1:]
