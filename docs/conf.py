"""How the documentation is built: ``python -m sphinx -W docs build/docs``.

The pages are Markdown, so that they read well in the repository too. Sphinx, because it reads our docstrings as they
are (``:func:`load```) and shows types as they stand in the code; MyST reads the Markdown, furo is the theme. What the
code knows already (rules, commands, formats, settings, the API) is written out of it by ``docs/generated`` when the
build begins.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from anora_bib.about import VERSION
from anora_bib.reports import base, pages

# Imported there for an annotation alone; autodoc resolves all names in the annotations of a module, or none.
base.Page = pages.Page

project = "anora-bib"
author = "The anora-bib authors"
release = VERSION

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "generated"]
exclude_patterns = ["generated"]
suppress_warnings = ["toc.not_included"]  # a page may be linked by others alone

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"anora-bib {VERSION}"
html_copy_source = False
smartquotes = False  # `--library` has two hyphens, and quotation marks are what it is about
