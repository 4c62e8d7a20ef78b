"""Attention per topic before and after, as a figure (extra `plot`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.errors import RenderError
from rights_diff.model import Comparison, TopicAttention
from rights_diff.rendering.strings import say
from rights_diff.rendering.view.aside import leading_topics
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.sides import labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["attention_plot"]

# The page's colours; the markers differ too, for those who cannot tell the colours apart.
_PAPER, _INK, _QUIET, _LINE = "#fbfaf7", "#1e1c19", "#5f5a52", "#d5cfc3"
_OLD, _NEW = "#9a3f0b", "#11568c"
_OLD_MARK, _NEW_MARK = "s", "o"

_WIDTH, _HEAD, _ROW = 8.0, 1.5, 0.36  # inches
_LABEL_SHOWN = 44  # characters of a topic's name
_ROOM = 0.13  # of the longest line, beside it for its figure


def attention_plot(comparison: Comparison, ax: Axes | None = None) -> Axes:
    """A line a topic: where its words in every thousand stood, and where they stand.

    Args:
        ax: where to draw; a new figure by default. No setting of matplotlib is changed.
    Returns:
        the axes; topics that either report gives most words to come first. The lines are a
        collection named `change`, the two ends collections named `old` and `new`.
    Raises:
        RenderError: matplotlib is not installed.
    """
    topics = leading_topics(comparison)
    drawn = ax if ax is not None else _new_axes(len(topics))
    names = [_plain(name) for name in labels(comparison)]
    _lines(drawn, topics, names)
    _figures(drawn, topics)
    _frame(drawn, topics)
    _name(drawn, comparison, names)
    return drawn


def _new_axes(rows: int) -> Axes:
    try:
        from matplotlib import pyplot
    except ImportError as missing:
        message = 'plots need matplotlib; install the extra: pip install "rights-diff[plot]"'
        raise RenderError(message) from missing
    _, axes = pyplot.subplots(
        figsize=(_WIDTH, _HEAD + _ROW * max(rows, 1)), facecolor=_PAPER, layout="constrained"
    )
    return axes


def _plain(text: str) -> str:
    """A report's words as matplotlib shows them: a dollar sign opens no formula."""
    return text.replace("$", r"\$")


def _lines(ax: Axes, topics: tuple[TopicAttention, ...], names: list[str]) -> None:
    places = range(len(topics))
    old = [topic.old_per_thousand for topic in topics]
    new = [topic.new_per_thousand for topic in topics]
    ax.hlines(places, old, new, colors=_LINE, linewidth=3, zorder=1, label="_change").set_gid(
        "change"
    )
    for values, colour, mark, name, gid in (
        (old, _OLD, _OLD_MARK, names[0], "old"),
        (new, _NEW, _NEW_MARK, names[1], "new"),
    ):
        dots = ax.scatter(values, places, s=52, c=colour, marker=mark, label=name, zorder=2)
        dots.set_gid(gid)


def _figures(ax: Axes, topics: tuple[TopicAttention, ...]) -> None:
    """The figure beside each end: outside of the line, where nothing is in its way."""
    for place, topic in enumerate(topics):
        old, new = topic.old_per_thousand, topic.new_per_thousand
        right_is_new = new >= old
        for value, colour, right in ((old, _OLD, not right_is_new), (new, _NEW, right_is_new)):
            ax.annotate(
                f"{value:,.0f}",
                (value, place),
                xytext=(7 if right else -7, 0),
                textcoords="offset points",
                ha="left" if right else "right",
                va="center_baseline",
                fontsize=8,
                color=colour,
            )


def _frame(ax: Axes, topics: tuple[TopicAttention, ...]) -> None:
    ax.set_facecolor(_PAPER)
    ax.set_yticks(range(len(topics)))
    ax.set_yticklabels([_plain(clip(topic_label(t.topic), _LABEL_SHOWN)) for t in topics])
    ax.set_ylim(max(len(topics), 1) - 0.4, -0.6)  # the first on top
    most = max((max(t.old_per_thousand, t.new_per_thousand) for t in topics), default=1.0) or 1.0
    ax.set_xlim(-_ROOM * most, (1 + _ROOM) * most)
    ax.set_xticks([tick for tick in ax.get_xticks() if 0 <= tick <= most])
    ax.tick_params(colors=_INK, labelsize=9, length=0)
    ax.xaxis.grid(visible=True, color=_LINE, linewidth=0.6)
    ax.set_axisbelow(True)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xlabel(say("plot", "axis"), color=_QUIET, fontsize=9)
    if not topics:
        ax.set_xticks([])
        ax.annotate(say("plot", "empty"), (0.5, 0.5), xycoords="axes fraction", ha="center")


def _name(ax: Axes, comparison: Comparison, names: list[str]) -> None:
    """A title, and below it which mark is whose."""
    country = comparison.new.metadata.country or comparison.old.metadata.country
    title = say("plot", "title", old=names[0], new=names[1])
    about = f"{_plain(shown_line(country))}, {title}" if country else title
    ax.set_title(about, loc="left", color=_INK, fontsize=12, pad=26)
    if comparison.summary.topics:
        ax.legend(
            loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False,
            fontsize=9, labelcolor=_INK, borderaxespad=0, handletextpad=0.2,
        )  # fmt: skip
