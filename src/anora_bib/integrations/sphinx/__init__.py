"""A Sphinx extension: citations rendered in any CSL style, and checked.

In ``conf.py``: ``extensions = ["anora_bib.integrations.sphinx"]``. ``nodes`` makes nodes of what the engine prints, and
``extension`` is what Sphinx loads.
"""

from __future__ import annotations

from typing import Any


def setup(app: Any) -> dict[str, Any]:
    """What Sphinx calls."""
    from anora_bib.integrations.sphinx.extension import setup

    return setup(app)
