"""What each file is about, before anything is compared. `probe` runs in a worker.

A probe reads no further than the metadata. Of a yearbook it hands back the chapters, so that the
book is read once, however many countries it has.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rights_diff.corpus import limits
from rights_diff.corpus.build import build, check_version
from rights_diff.corpus.documents import document_bytes
from rights_diff.corpus.failing import failure_of
from rights_diff.corpus.packing import pack, to_json
from rights_diff.errors import ReadError
from rights_diff.model import Document, Metadata
from rights_diff.model.corpus import CorpusReport, Failure, Stage
from rights_diff.reading.claims import Assumed, Claims
from rights_diff.reading.yearbook import Part, chapter_document
from rights_diff.structure.edition_names import edition_name

__all__ = ["CHAPTER", "Probe", "probe", "read_document", "report_of", "volume_of"]

CHAPTER = "chapter-{}"
# Of a file no longer than a country's report, so much must stand under headings that are names of
# countries before it is a yearbook: a report may have sections on refugees from three countries.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Probe:
    """One file to look into; small, and sent to a worker.

    Attributes:
        file: as the user named it; `place` is where it lies.
        sha256: of the bytes that the plan saw.
        row: what a manifest says of it.
        version: of the program that started the run.
        data: its bytes, compressed, where the worker cannot read the file itself.
        assumed: its organization, where neither file nor manifest names one.
    """

    file: str
    place: str
    sha256: str
    row: Claims
    data: bytes | None = None
    version: str = field(default_factory=lambda: build()[0])
    assumed: Assumed | None = None

    @property
    def key(self) -> str:
        """What the answer depends on, as one hash."""
        parts = (build(), self.file, self.sha256, self.row, self.assumed)
        return hashlib.sha256(to_json(("probe 1", *parts))).hexdigest()


def probe(item: Probe) -> bytes | Failure:
    """The reports of a file (`reports`, and chapters of a yearbook), packed; or what failed."""
    try:
        check_version(item.version)
        with limits.at_most(limits.LONGEST):
            return pack(_parts(item))
    except Exception as error:  # whatever one file does to us must not stop a run: it is listed
        return failure_of(item.file, Stage.READ, error)


def read_document(file: str, place: str, sha256: str, sent: bytes | None = None) -> Document:
    """The document of a file, under the name that the user gave it.

    Args:
        sent: its bytes, compressed; read from its place where they were not sent.
    Raises:
        ReadError: it cannot be read, is beyond a limit, or is no longer what the plan saw.
    """
    from rights_diff.reading import read_bytes
    from rights_diff.reading.files import load_bytes, within_size
    from rights_diff.reading.options import DEFAULTS

    try:
        if sent:
            data = within_size(file, zlib.decompress(sent), DEFAULTS.max_bytes)
        else:
            data = load_bytes(place, DEFAULTS.max_bytes)
    except ReadError as error:
        raise type(error)(error.message, file=file) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ReadError("was changed while the run was going on", file=file)
    return read_bytes(file, data, DEFAULTS)


def _parts(item: Probe) -> dict[str, bytes]:
    document = read_document(item.file, item.place, item.sha256, item.data)
    chapters, left, volume = _divided(document)
    found: list[dict[str, Any]] = []
    parts: dict[str, bytes] = {}
    for n, part in enumerate(chapters):
        chapter = chapter_document(document, part)
        found.append(_told(chapter, item, volume, part))
        parts[CHAPTER.format(n)] = document_bytes(chapter)
    if not chapters:
        found.append(_told(document, item, Claims(), None))
    told = {"reports": found, "volume": volume, "notes": [f"{item.file}: {n}" for n in left]}
    return {"told": to_json(told), **parts}


def _divided(document: Document) -> tuple[list[Part], list[str], Claims]:
    """The chapters of a yearbook, what was left over, and what the book tells of all of them."""
    from rights_diff.structure.yearbooks import LONGEST_REPORT, claims_of_volume, divide, left_over

    parts = divide(document)
    chapters = [part for part in parts if part.is_chapter]
    covered = sum(part.span.length for part in chapters)
    if len(document.text) < LONGEST_REPORT and covered < _MOSTLY * len(document.text):
        return [], [], Claims()
    left = [part.sentence() for part in left_over(parts)]
    return chapters, left, claims_of_volume(document, parts)[1]


def _told(document: Document, item: Probe, volume: Claims, part: Part | None) -> dict[str, Any]:
    """What a report is about, as plain data."""
    from rights_diff.reading.claims import claims_of_document, first_claims
    from rights_diff.structure.assembly import mark_page
    from rights_diff.structure.metadata import Told, describe

    claims, told_by = first_claims(
        manifest=item.row,
        front_matter=claims_of_document(document),
        yearbook=volume,
        **(item.assumed.sources() if item.assumed else {}),
    )
    metadata = describe(document, mark_page(document), Told(*claims, by=told_by))
    return {
        **_described(metadata),
        "chapter": " ".join(part.title.split()) if part else None,
        "pages": part.pages if part else None,
        "sha256": _hash(document.text) if part else document.source.sha256,
        "words": len(document.text.split()),
    }


def _described(metadata: Metadata) -> dict[str, Any]:
    return {
        "country": metadata.country,
        "country_code": metadata.country_code,
        "organization": metadata.organization_family or metadata.organization,
        "edition": metadata.edition,
        "edition_name": edition_name(metadata),
        "published_year": metadata.published_year,
        "covered_years": metadata.covered_years,
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_of(file: str, told: Mapping[str, Any]) -> CorpusReport:
    """The report that a probe told of; its id is given later, when all are known."""
    pages = told["pages"]
    years = {"covered_years": tuple(told["covered_years"]), "pages": pages and tuple(pages)}
    return CorpusReport(id="", file=file, **{**told, **years})


def volume_of(told: Sequence[Any]) -> Claims:
    """What a yearbook tells of its chapters, from plain data."""
    claims = Claims(*told)
    return claims._replace(covered_years=claims.covered_years and tuple(claims.covered_years))


def hash_of_file(place: str) -> str:
    """The hash of a file's bytes; of one that cannot be read, a word that fits no file."""
    digest = hashlib.sha256()
    try:
        with Path(place).open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    except OSError:
        return "unreadable"
    return digest.hexdigest()


def read_told(data: bytes) -> dict[str, Any]:
    """The part `told` of a probe's answer."""
    told: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    return told
