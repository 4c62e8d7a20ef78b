"""The cases of Recognizers-Text's specifications, and how our answer is held against theirs.

A case is one input with the entities that one of their models finds in it. Their seven models are
seven programs and ours is one reader, so each model is compared with our figures of its sort:

- Number: every figure that tells a number, ordinals, measures ("29km" is no number to them) and
  words such as "several" aside. A bare number is a count of nothing named (`counted` is None).
  Their text is our `core`; their value is our `value`, or the bound where we read one ("more than
  20" is 20 to their Number model).
- NumberRange: figures with a bound, and figures told to be "equal to" a number. Both bounds agree;
  for open ranges, too, whether the bound itself is in (`at_least`, `up_to`) or not (`more_than`,
  `less_than`). A range between two numbers says no such thing in our export.
- Ordinal: ordinals; their text is our `core`, their value our `value`.
- Percent, Age, Duration, Currency: figures of these kinds (a punishment is a duration). Amount and
  unit agree, the unit by the tables below. Their Duration cases give no amount: it is read here
  from their text, by a table of words that our reader does not share.

Where the texts need not be equal, their text holds our `core` and stands inside our `span`, the
words for "equal" aside. Nothing of theirs may be missing, and nothing of ours be left over.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rights_diff as rd
from rights_diff.model import Qualifier, Quantity, QuantityKind

MODELS = ("Number", "NumberRange", "Ordinal", "Percent", "Age", "Currency", "Duration")
_FILES = {m: f"{m}Model.json" for m in MODELS} | {"Duration": "DurationExtractor.json"}

_NO_NUMBER = {
    QuantityKind.ORDINAL, QuantityKind.RANK, QuantityKind.TREND, QuantityKind.ZERO,
    QuantityKind.MEASURE,
    QuantityKind.VAGUE_COUNT, QuantityKind.VAGUE_DURATION, QuantityKind.VAGUE_MAGNITUDE,
    QuantityKind.VAGUE_PROPORTION,
}  # fmt: skip
_TIMES = {QuantityKind.DURATION, QuantityKind.SENTENCE_LENGTH, QuantityKind.VAGUE_DURATION}
_KINDS = {
    "Number": set(QuantityKind) - _NO_NUMBER,
    "NumberRange": set(QuantityKind) - _NO_NUMBER,
    "Ordinal": {QuantityKind.ORDINAL, QuantityKind.RANK},
    "Percent": {QuantityKind.PERCENT},
    "Age": {QuantityKind.AGE},
    "Currency": {QuantityKind.MONEY},
    "Duration": _TIMES,
}

# Our fractions are rounded to four decimals, small ones to four figures.
_ROUNDED = 6e-5

# Their names of currencies that have no ISO code there, and our units (ISO codes, or the word
# where several countries use it).
_COINS = {
    "Dollar": "USD", "Pound": "pound GBP", "Cent": "USD cent", "Pence": "GBP penny",
    "Penny": "GBP penny", "Franc": "franc", "Rupee": "rupee", "Peseta": "ESP",
    "Netherlands guilder": "NLG", "Finnish markka": "FIM", "Bitcoin": "BTC", "Satoshi": "satoshi",
    "Sen": "sen",
}  # fmt: skip

_UNITS = {
    "year": "y ys year years yr yrs", "month": "month months", "week": "week weeks",
    "day": "day days", "hour": "h hr hrs hour hours", "minute": "min minutes minute",
    "second": "sec second seconds", "decade": "decades", "fortnight": "fortnight",
}  # fmt: skip
_UNIT_OF = {word: unit for unit, names in _UNITS.items() for word in names.split()}
# Amounts told in words in their Duration cases; None: told without a number.
_AMOUNTS = {
    "a": 1, "an": 1, "all": 1, "full": 1, "another": 1, "two": 2, "twenty": 20, "half": 0.5,
    "few": None, "some": None, "several": None,
}  # fmt: skip
# Whole phrases with more than one number in them, in the unit named first (a month counts 1/12 of
# a year, a day 1/365).
_PHRASES = {
    "twenty and four hours": 24, "two and a half hours": 2.5, "an hour and half": 1.5,
    "an hour and a half": 1.5, "a half hour": 0.5, "half an hour": 0.5, "half an year": 0.5,
    "half an business days": 0.5, "1 year 1 month 21 days": 1 + 1 / 12 + 21 / 365,
    "2 days 1 month": 2 + 365 / 12, "a few minutes": None,
}  # fmt: skip
# Longer units that our export gives in years or days.
_SAME = {"decade": ("year", 10), "fortnight": ("fortnight", 1)}


@dataclass(frozen=True)
class Entity:
    """One answer of theirs."""

    start: int
    stop: int
    resolution: dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One input of their specifications and what their model finds in it.

    Attributes:
        name: model, place in the file, and a mark of the input, so that a list of names cannot
            drift when the files change.
    """

    model: str
    name: str
    text: str
    entities: tuple[Entity, ...]


def cases(folder: Path, model: str) -> Iterator[Case]:
    """The cases of one model, in the order of the file."""
    rows = json.loads((folder / "recognizers-text" / _FILES[model]).read_text(encoding="utf-8"))
    for n, row in enumerate(rows):
        text = row["Input"]
        mark = hashlib.sha256(text.encode()).hexdigest()[:6]
        entities, at = [], 0
        for result in row["Results"]:
            start = _place(text, result["Text"], result["Start"], at)
            at = start + len(result["Text"])
            entities.append(Entity(start, at, result.get("Resolution") or {}))
        yield Case(model, f"{model}-{n:03}-{mark}", text, tuple(entities))


def _place(text: str, found: str, said: int, at: int) -> int:
    """Where their text stands; the places they give count other characters in some cases."""
    lower = text.lower()
    if lower.startswith(found.lower(), said):
        return said
    place = lower.find(found.lower(), at)
    assert place >= 0, f"{found!r} is not in {text!r}"
    return place


def agrees(case: Case) -> bool:
    """Whether our figures of the case's sort are theirs, no more and no fewer."""
    ours = [q for q in rd.quantities(case.text) if _of_sort(case, q)]
    return len(ours) == len(case.entities) and all(
        _same(case, q, e) for q, e in zip(ours, case.entities, strict=True)
    )


def answer(case: Case) -> str:
    """Their answer and ours in one line, for messages."""
    theirs = [(case.text[e.start : e.stop], e.resolution.get("value")) for e in case.entities]
    ours = [
        (q.core.of(case.text), q.span.of(case.text), q.kind.value, q.value, q.low, q.high, q.unit)
        for q in rd.quantities(case.text)
    ]
    return f"{case.name} {case.text!r}\n   theirs {theirs}\n   ours   {ours}"


def _of_sort(case: Case, q: Quantity) -> bool:
    if q.kind not in _KINDS[case.model]:
        return False
    if case.model == "NumberRange":
        return q.low is not None or q.high is not None or _equal_to(case.text, q)
    return True


_EQUAL = re.compile(r"\b(?:equal(?:s|ing)?(?: to)?)\s*$", re.IGNORECASE)


def _equal_to(text: str, q: Quantity) -> bool:
    return _EQUAL.search(text, 0, q.span.start) is not None


def _same(case: Case, q: Quantity, e: Entity) -> bool:
    if case.model in {"Number", "Ordinal"}:
        there = (q.core.start, q.core.end) == (e.start, e.stop)
    else:
        start = q.span.start
        if case.model == "NumberRange" and (m := _EQUAL.search(case.text, 0, start)):
            start = m.start()
        there = start <= e.start <= q.core.start and q.core.end <= e.stop <= q.span.end
    return there and _MEANING[case.model](case, q, e)


def _close(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=1e-4, abs_tol=_ROUNDED if theirs > 1e-2 else 0)


def _told(q: Quantity) -> float | None:
    """The one number of a figure: its value, or the bound that it is."""
    if q.value is not None:
        return q.value
    return q.low if q.high is None else q.high if q.low is None else None


def _number(_: Case, q: Quantity, e: Entity) -> bool:
    return _close(_told(q), float(e.resolution["value"]))


def _percent(_: Case, q: Quantity, e: Entity) -> bool:
    said = e.resolution["value"]
    return said != "null" and q.unit == "percent" and _close(_told(q), float(said.rstrip("%")))


_OPEN = {Qualifier.MORE_THAN: "(", Qualifier.AT_LEAST: "["}
_SHUT = {Qualifier.LESS_THAN: ")", Qualifier.UP_TO: "]"}


def _range(_: Case, q: Quantity, e: Entity) -> bool:
    said = e.resolution["value"]
    low, high = (float(x) if x else None for x in said[1:-1].split(","))
    if low == high:
        return q.qualifier is Qualifier.EXACT and _close(q.value, low)
    if low is not None and high is not None:
        return _close(q.low, low) and _close(q.high, high)
    if low is not None:
        return _close(q.low, low) and q.high is None and _OPEN.get(q.qualifier) == said[0]
    return _close(q.high, high) and q.low is None and _SHUT.get(q.qualifier) == said[-1]


def _age(_: Case, q: Quantity, e: Entity) -> bool:
    unit = {"Age": "year"}.get(e.resolution["unit"], e.resolution["unit"].lower())
    return q.unit == unit and _close(_told(q), float(e.resolution["value"]))


def _currency(_: Case, q: Quantity, e: Entity) -> bool:
    said = e.resolution
    if said.get("value") is None or q.unit is None:
        return False
    units = {said["isoCurrency"]} if "isoCurrency" in said else {_COINS[said["unit"]]}
    if said["unit"] == "Pound":
        units = {"pound", "GBP"}
    return q.unit in units and _close(_told(q), float(said["value"]))


def _duration(case: Case, q: Quantity, e: Entity) -> bool:
    said = case.text[e.start : e.stop].lower().replace("-", " ")
    unit = next(_UNIT_OF[w] for w in re.findall(r"[a-z]+", said) if w in _UNIT_OF)
    digits = re.match(r"[\d.]+", said)
    first = said.split()[0]
    alone = float(digits[0]) if digits else _AMOUNTS.get(first)
    amount = _PHRASES.get(said, alone)
    unit, factor = _SAME.get(unit, (unit, 1))
    if amount is not None:
        amount *= factor
    return q.unit == unit and _close(q.value, amount)


_MEANING = {
    "Number": _number,
    "NumberRange": _range,
    "Ordinal": _number,
    "Percent": _percent,
    "Age": _age,
    "Currency": _currency,
    "Duration": _duration,
}
