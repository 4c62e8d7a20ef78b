"""XML parts of zipped formats: no entities, no DTD, no network, no great depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rights_diff.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes, *, part: str, name: str) -> _Element:
    """The root element of an XML part.

    Args:
        data: the part's bytes.
        part: its name in the archive.
        name: the archive, for messages.
    Raises:
        ReadError: not well-formed, nested too deeply (256, the parser's limit), or with
            entities of its own, which neither Word nor EPUB writers use.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        trouble = " ".join(str(error).split())[:120]
        raise ReadError(f"its part {part} is no sound XML ({trouble})", file=name) from error
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ReadError(f"its part {part} declares XML entities, which are refused", file=name)
    return root
