"""Sentences whose numbers are no figures, and texts that slow readers stumble on."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["hostile_texts", "not_figures"]

_MONTHS = ("January", "March", "May", "August", "October", "December")
_NAMES = (
    "Article {n}", "Articles {n} and {m}", "Article {n}({k})", "Section {n}", "paragraph {n}",
    "Resolution {k}/{n}", "resolution {y}", "Decree {n}", "Law No. {n}", "Camp {n}", "Room {n}",
    "ASA {k}/{n}/{y}", "A/HRC/{k}/{n}", "S/RES/{y}", "Rule {n}", "Channel {k}",
    "the {y} Convention", "COVID-19", "the Third Committee",
    "the 22nd Party Congress", "Protocol {k}", "BBC Two", "U{n}",
    "www.example.org/{y}/{n}", "the G-20", "the paper {k}Ymedio",
)  # fmt: skip
_DATES = (
    "on {d} {month}", "on {month} {d}", "on {d} {month} {y}", "on {month} {d}, {y}", "in {y}",
    "in {month} {y}", "in {y}/{yy}", "in {y}-{yy}", "in the {c}s", "between {y} and {z}",
    "from {d} to {e} {month}", "since {y}", "at 10:30", "at {k} a.m.", "at {k}pm", "at {k}.30 p.m.",
    "in mid-{y}", "by the end of {y}",
)  # fmt: skip
_NAMING = ("Lawyers cited {} in letters.", "The judge set {} aside.", "They knew of {}.")
_DATED = ("The court sat {}.", "It was {} that the mill closed.", "She left {}, and he came back.")


@st.composite
def not_figures(draw: st.DrawFn) -> str:
    """A sentence whose numbers name or date something: no figure is in it."""
    year, day = draw(st.integers(1950, 2026)), draw(st.integers(1, 27))
    parts = {
        "n": draw(st.integers(1, 99)), "m": draw(st.integers(1, 99)), "k": draw(st.integers(1, 9)),
        "y": year, "z": year + 3, "yy": f"{(year + 1) % 100:02}", "c": year // 10 * 10,
        "d": day, "e": day + 1, "month": draw(st.sampled_from(_MONTHS)),
    }  # fmt: skip
    if draw(st.booleans()):
        return draw(st.sampled_from(_NAMING)).format(draw(st.sampled_from(_NAMES)).format(**parts))
    if draw(st.integers(0, 3)) == 0:
        mark = draw(st.sampled_from(("{n}. ", "({k}) ", "{n}) ", "[{k}] "))).format(**parts)
        return f"{mark}The courts stayed closed."
    return draw(st.sampled_from(_DATED)).format(draw(st.sampled_from(_DATES)).format(**parts))


def hostile_texts(size: int) -> dict[str, str]:
    """Texts of about `size` characters that slow readers stumble on, by what they are made of."""
    makings = {
        "digits": "7", "grouped digits": ",123", "spaced digits": " 123", "brackets": "(",
        "bracketed": "(2) ", "ands": "and ", "commas": ", ", "hundreds": "hundred ", "one": "one ",
        "number words": "twenty-two and ", "slashes": "1/", "dots": "1.", "hyphens": "5-",
        "signs": "$", "qualifiers": "at least more than ", "articles": "a ", "hedges": "about ",
        "sources": "he said that ", "according": "according to ", "dates": "3 May 2011, ",
        "months": "May ", "quotes": "“", "ranges": "between 2 and 3 to ", "nouns": "people ",
        "figures": "5 birds and ", "of": "thousands of ", "capitals": "Aa ", "letters": "a",
        "ages": "aged 4 and ", "lists": "two, three, ", "halves": "half a ", "ordinals": "third ",
        "ranks": "lowest ", "parts": "5 birds (2 of them ", "points": "0.", "quoted": "“5” ",
        "alternating": "a 1 ", "spaces": " ", "years": "2011 ", "ranges of years": "2011-12, ",
    }  # fmt: skip
    return {name: (word * (size // len(word) + 1))[:size] for name, word in makings.items()}
