"""How Sphinx makes the documentation (`make docs`)."""

from __future__ import annotations

from pygments.lexers.data import JsonLexer
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import rights_diff

project = "rights_diff"
author = "The rights_diff developers"
project_copyright = "The rights_diff developers"
version = release = rights_diff.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
default_role = "code"  # `name` in a docstring is code
nitpicky = False  # types of other libraries are not linked
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
python_maximum_signature_line_length = 90  # longer ones have a line for each argument
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "show-inheritance": False}
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["docs.css"]
html_title = "rights_diff"
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#00594c", "color-brand-content": "#00594c"},
    "dark_css_variables": {"color-brand-primary": "#7fd1c3", "color-brand-content": "#7fd1c3"},
}


def setup(app: Sphinx) -> None:
    """Let the pages name what their examples are, where Pygments has no word for it."""
    app.add_lexer("jsonl", JsonLexer)
    app.add_lexer("csv", TextLexer)
