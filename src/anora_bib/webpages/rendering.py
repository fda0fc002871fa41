"""Templates that escape every text, in a page whose policy lets its own styles and scripts act and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_OURS: Final = Path(__file__).parent


class Pages:
    """What makes the pages of one kind.

    Args:
        folder: where ``templates/``, the style and the scripts are. A template extends ``base.html.j2``.
        scripts: the names of the scripts, in the order in which they run.
        styles: the names of the styles, which follow the one that all pages have.
        policy: what the policy allows besides, directive by directive.
        embeds: pages of another kind that are shown within these, so that the policy allows their parts as well.
    """

    def __init__(
        self,
        folder: Path,
        scripts: Sequence[str | Path] = ("script.js",),
        styles: Sequence[str | Path] = ("style.css",),
        policy: Sequence[str] = (),
        embeds: Sequence[Pages] = (),
    ) -> None:
        self._folder = folder
        self._script_names = scripts
        self._style_names = styles
        self._policy = policy
        self._embeds = embeds

    def render(self, template: str, **values: object) -> str:
        """A template with its values, every text of which is escaped."""
        page = self._environment.get_template(template)
        return page.render(styles=self.styles, scripts=self.scripts, policy=self._allowing(), **values)

    def _allowing(self) -> str:
        """The content security policy of a page."""
        all_pages = (self, *self._embeds)
        styles = [style for pages in all_pages for style in pages.styles]
        scripts = [script for pages in all_pages for script in pages.scripts]
        directives = ("default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'", *self._policy)
        sources = (f"style-src {_allowed(styles)}", f"script-src {_allowed(scripts)}")
        return "; ".join((*directives, *sources))

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        return Environment(
            loader=FileSystemLoader([self._folder / "templates", _OURS / "templates"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @cached_property
    def styles(self) -> list[Markup]:
        """The styles of a page, as they stand in it."""
        return [_asset(_OURS / "style.css"), *(_asset(self._folder / name) for name in self._style_names)]

    @cached_property
    def scripts(self) -> list[Markup]:
        """The scripts of a page, as they stand in it."""
        return [_asset(self._folder / name) for name in self._script_names]


def _asset(file: Path) -> Markup:
    """A file of ours, which goes into the page as it is."""
    from markupsafe import Markup

    return Markup(file.read_text("utf-8"))  # noqa: S704  # it holds nothing of an essay


def _allowed(parts: Sequence[str]) -> str:
    """The expressions that allow inline scripts or styles (CSP level 3, hash-source)."""
    digests = dict.fromkeys(hashlib.sha256(part.encode()).digest() for part in parts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
