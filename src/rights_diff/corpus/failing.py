"""An error as a line of the failures table."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from rights_diff.errors import RightsDiffError
from rights_diff.model.corpus import Failure, Stage

__all__ = ["failure_of"]

_LONGEST = 300  # characters of a message: an error may quote a whole line of a report


def failure_of(what: str, stage: Stage, error: BaseException) -> Failure:
    """What failed and why, on one line; an error that nobody expected says where it arose.

    >>> failure_of("a.txt", Stage.READ, ValueError("odd")).message
    'odd'
    """
    from rights_diff.rendering.view.plain import clip, shown_line

    if isinstance(error, RightsDiffError):
        # the file is named beside the message
        told, place = error.message if error.file == what else str(error), ""
    else:
        told, place = str(error), _place(error)
    message = clip(shown_line(told), _LONGEST) or "no message"
    if place:
        message += f" (at {place})"
    return Failure(what=what, stage=stage, error=type(error).__name__, message=message)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    path = PurePath(frames[-1].filename)
    return f"{path.parent.name}/{path.name}:{frames[-1].lineno}"
