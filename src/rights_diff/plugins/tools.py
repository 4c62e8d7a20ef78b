"""What a caller brings, made ready for the rooms; nothing is imported where nothing is brought."""

from __future__ import annotations

from typing import NamedTuple

from rights_diff.protocols import Reader, SentenceEncoder, SentenceSplitter, TopicFinder

__all__ = ["Tools", "encoder_of", "reader_of", "tools_of"]


class Tools(NamedTuple):
    """For the rooms behind the reader; `notes` says which plug-ins are among them."""

    splitter: SentenceSplitter | None = None
    topics: TopicFinder | None = None
    notes: tuple[str, ...] = ()


def tools_of(splitter: SentenceSplitter | str | None, topics: TopicFinder | str | None) -> Tools:
    """The splitter and the topic finder, checked.

    Raises:
        PluginError: there is no plug-in of that name, or it cannot be loaded.
    """
    if splitter is None and topics is None:
        return Tools()
    from rights_diff.plugins.checking import CheckedSplitter, CheckedTopics, given

    split = None if splitter is None else CheckedSplitter(given("splitter", splitter))
    find = None if topics is None else CheckedTopics(given("topics", topics))
    notes = (note for tool in (split, find) if tool for note in tool.given.note)
    return Tools(split, find, tuple(notes))


def reader_of(reader: Reader | str | None) -> Reader | None:
    """The reader, checked.

    Raises:
        PluginError: there is no plug-in of that name, or it cannot be loaded.
    """
    if reader is None:
        return None
    from rights_diff.plugins.checking import CheckedReader, given

    return CheckedReader(given("reader", reader))


def encoder_of(
    encoder: SentenceEncoder | str | None,
) -> tuple[SentenceEncoder | None, tuple[str, ...]]:
    """The encoder, and a note where it is a plug-in's; a function passes as it is.

    Raises:
        PluginError: there is no plug-in of that name, or it cannot be loaded.
    """
    if encoder is not None and not isinstance(encoder, str) and not callable(encoder):
        raise TypeError(f"an encoder is a function or the name of a plug-in, not {encoder!r:.60}")
    if not isinstance(encoder, str):
        return encoder, ()
    from rights_diff.plugins.checking import CheckedEncoder, given

    checked = CheckedEncoder(given("encoder", encoder))
    return checked, checked.given.note
