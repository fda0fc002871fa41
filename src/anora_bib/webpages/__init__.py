"""Pages for a browser that stand alone: templates, what they look like, and a policy that runs no script but ours."""

from __future__ import annotations

from anora_bib.webpages.rendering import Pages

__all__ = ["Pages"]
