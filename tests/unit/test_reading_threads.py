"""Reading in many threads at a time gives what reading one after the other gives."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from rights_diff.reading.html.charset import decode_page

# Words that are UTF-8, with some bytes of Windows-1252 among them.
UTF8 = "Señor Núñez había leído cinco páginas. ".encode() * 40


def page(foreign: int) -> bytes:
    return UTF8 + b" and a caf\xe9".join([b"Here"] * (foreign + 1)) + UTF8


def test_mixed_pages_in_threads_are_counted_each_for_itself() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda n: decode_page(f"{n}.html", page(n)), [1, 3, 7] * 60))
    finally:
        sys.setswitchinterval(before)
    told = {1: "1 place is", 3: "3 places are", 7: "7 places are"}
    for n, decoded in zip([1, 3, 7] * 60, found, strict=True):
        warning = f"{n}.html: {told[n]} not UTF-8 and read as Windows-1252"
        assert decoded.warnings == (warning,)
        assert decoded.text.count("café") == n


def test_a_mixed_page_with_bytes_that_no_encoding_has() -> None:
    decoded = decode_page("a.html", UTF8 + b"\x81\xe9" + UTF8)
    assert "\ufffdé" in decoded.text
    assert decoded.warnings == ("a.html: 1 place is not UTF-8 and read as Windows-1252",)


@pytest.mark.needs("pdf")
def test_one_pdf_file_is_open_at_a_time() -> None:
    from tests.pdf_fixture import Page, pdf

    from rights_diff.reading.pdf.engine import open_pdf

    sheet = Page()
    sheet.put(72, 700, "Nets were cut.", 11, "F1")
    data = pdf([sheet])
    entered = threading.Event()

    def other() -> None:
        with open_pdf("b.pdf", data):
            entered.set()

    with open_pdf("a.pdf", data):
        thread = threading.Thread(target=other)
        thread.start()
        assert not entered.wait(0.2)
    assert entered.wait(5)
    thread.join()


@pytest.mark.needs("pdf")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
def test_a_process_that_is_forked_can_read_too() -> None:
    from rights_diff.reading.pdf import engine

    child = os.fork()
    if not child:
        free = engine._ONE_AT_A_TIME.acquire(timeout=5)
        os._exit(0 if free else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
