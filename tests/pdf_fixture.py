"""Small PDF files, written by hand: text at places, in the standard fonts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

FONTS = {
    "regular": "Helvetica",
    "bold": "Helvetica-Bold",
    "italic": "Helvetica-Oblique",
    "symbol": "ZapfDingbats",
}
# Mean width of a Helvetica character in hundredths of the size; enough to break lines by.
MEAN_WIDTH = 0.5
WIDTH, HEIGHT = 420, 595  # points; half of a sheet


@dataclass
class Page:
    """Drawing instructions of one page; `y` counts from the bottom."""

    parts: list[str] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 10, font: str = "regular") -> Page:
        words = text.encode("cp1252").decode("latin-1")
        for character in "\\()":
            words = words.replace(character, "\\" + character)
        self.parts.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET")
        return self

    def turned(self, x: float, y: float, text: str) -> Page:
        self.parts.append(f"BT /regular 10 Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET")
        return self

    def column(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        size: float = 10,
        font: str = "regular",
        indent: float = 0,
    ) -> float:
        """Lines below one another, the first set in; returns the height of the next one."""
        for n, line in enumerate(lines):
            self.put(x + (0 if n else indent), y, line, size, font)
            y -= round(1.2 * size)
        return y


def wrapped(text: str, width: float, size: float = 10) -> list[str]:
    """The text in lines of that width."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * MEAN_WIDTH * size > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def pdf(
    pages: Sequence[Page],
    *,
    bookmarks: Sequence[tuple[str, int]] = (),
    encrypted: bool = False,
    image: bool = False,
    title: str = "",
) -> bytes:
    """The bytes of a file with these pages."""
    objects: list[bytes] = []

    def add(body: str, stream: bytes | None = None) -> int:
        data = body.encode("latin-1")
        if stream is not None:
            data = data[:-2] + b"/Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream"
        objects.append(data)
        return len(objects)

    fonts = {
        name: add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{base}"
            + ("" if name == "symbol" else " /Encoding /WinAnsiEncoding")
            + " >>"
        )
        for name, base in FONTS.items()
    }
    picture = add(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 >>",
        b"\x80",
    )
    named = " ".join(f"/{name} {n} 0 R" for name, n in fonts.items())
    resources = f"<< /Font << {named} >> /XObject << /Im {picture} 0 R >> >>"
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        drawn = "\n".join(page.parts) + ("\nq 300 0 0 400 50 50 cm /Im Do Q" if image else "")
        content = add("<< >>", drawn.encode("latin-1"))
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
                f"/Resources {resources} /Contents {content} 0 R >>"
            )
        )
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    assert add(f"<< /Type /Pages /Kids [{refs}] /Count {len(kids)} >>") == tree
    outlines = _outlines(add, len(objects), bookmarks, kids)
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R{outlines} >>")
    info = add(f"<< /Title ({title}) >>")
    locked = ""
    if encrypted:
        lock = add(
            f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{'4f' * 32}> /U <{'55' * 32}> >>"
        )
        locked = f" /Encrypt {lock} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _file(objects, f"/Root {root} 0 R /Info {info} 0 R{locked}")


def _outlines(
    add: Callable[[str], int],
    so_far: int,
    bookmarks: Sequence[tuple[str, int]],
    kids: Sequence[int],
) -> str:
    if not bookmarks:
        return ""
    top = so_far + len(bookmarks) + 1
    first = so_far + 1
    for n, (title, page) in enumerate(bookmarks):
        beside = f" /Prev {first + n - 1} 0 R" if n else ""
        beside += f" /Next {first + n + 1} 0 R" if n + 1 < len(bookmarks) else ""
        add(f"<< /Title ({title}) /Parent {top} 0 R{beside} /Dest [{kids[page]} 0 R /Fit] >>")
    last = so_far + len(bookmarks)
    add(f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(bookmarks)} >>")
    return f" /Outlines {top} 0 R"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\n".encode()
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
