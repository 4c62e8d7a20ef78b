"""Facts → plain view records. All decisions are made here, none in templates."""

from rights_diff.rendering.view.page import comparison_view, topic_label
from rights_diff.rendering.view.records import Page

__all__ = ["Page", "comparison_view", "topic_label"]
