"""What values write themselves as: given back, or written to a file where one is named.

As in pandas, a method that wrote a file gives nothing back: the last line of a notebook cell would
fill the notebook with the file.
"""

from __future__ import annotations

from os import PathLike
from typing import Any, TypeAlias, overload

__all__ = ["HtmlOutput", "JsonOutput", "MarkdownOutput", "Output", "PathName"]

PathName: TypeAlias = str | PathLike[str]


class Output:
    """A value that can be written to a file."""

    __slots__ = ()

    def _read_from(self) -> tuple[str, ...]:
        """Files that were read for it; none of them is overwritten."""
        return ()

    def _hand(self, content: str, path: PathName | None, *, mark: bool = False) -> str | None:
        """The content; None where it was written to a file.

        Args:
            mark: whether the file begins with a byte order mark.
        """
        from rights_diff.rendering.saving import BYTE_ORDER_MARK, save

        if path is None:
            return content
        save(path, BYTE_ORDER_MARK + content if mark else content, self._read_from())
        return None


class JsonOutput(Output):
    """A value that has the form of plain data."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The value as plain data."""
        raise NotImplementedError

    @overload
    def to_json(self, path: None = None) -> str: ...
    @overload
    def to_json(self, path: PathName) -> None: ...
    def to_json(self, path: PathName | None = None) -> str | None:
        """The data of `to_dict` as one JSON document; None where it is written to `path`.

        Raises:
            RenderError: `path` cannot be written, or is a report that was read.
        """
        from rights_diff.rendering.json import dumps

        return self._hand(dumps(self.to_dict()), path)


class HtmlOutput(Output):
    """A value that has a page of its own."""

    __slots__ = ()

    def _page(self, template_dir: PathName | None) -> str:
        raise NotImplementedError

    @overload
    def to_html(self, path: None = None, *, template_dir: PathName | None = None) -> str: ...
    @overload
    def to_html(self, path: PathName, *, template_dir: PathName | None = None) -> None: ...
    def to_html(
        self, path: PathName | None = None, *, template_dir: PathName | None = None
    ) -> str | None:
        """One self-contained HTML page; None where it is written to `path`.

        Args:
            template_dir: a folder with templates, styles or words of your own (docs/page.md).
        Raises:
            RenderError: `path` cannot be written or is a report that was read, or something in
                the folder is wrong; nothing is half-written.
        """
        return self._hand(self._page(template_dir), path)


class MarkdownOutput(Output):
    """A value that can be told as Markdown."""

    __slots__ = ()

    def _markdown(self) -> str:
        raise NotImplementedError

    @overload
    def to_markdown(self, path: None = None) -> str: ...
    @overload
    def to_markdown(self, path: PathName) -> None: ...
    def to_markdown(self, path: PathName | None = None) -> str | None:
        """The same as Markdown; None where it is written to `path`.

        Raises:
            RenderError: `path` cannot be written, or is a report that was read.
        """
        return self._hand(self._markdown(), path)
