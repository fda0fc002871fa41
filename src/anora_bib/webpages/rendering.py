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
        style: the name of the style, which follows the one that all pages have.
    """

    def __init__(self, folder: Path, scripts: Sequence[str] = ("script.js",), style: str = "style.css") -> None:
        self._folder = folder
        self._script_names = scripts
        self._style_name = style

    def render(self, template: str, **values: object) -> str:
        """A template with its values, every text of which is escaped."""
        styles, scripts = self._styles, self._scripts
        policy = (
            "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
            f"style-src {_allowed(styles)}; script-src {_allowed(scripts)}"
        )
        page = self._environment.get_template(template)
        return page.render(styles=styles, scripts=scripts, policy=policy, **values)

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
    def _styles(self) -> list[Markup]:
        return [_asset(_OURS / "style.css"), _asset(self._folder / self._style_name)]

    @cached_property
    def _scripts(self) -> list[Markup]:
        return [_asset(self._folder / name) for name in self._script_names]


def _asset(file: Path) -> Markup:
    """A file of ours, which goes into the page as it is."""
    from markupsafe import Markup

    return Markup(file.read_text("utf-8"))  # noqa: S704  # it holds nothing of an essay


def _allowed(parts: Sequence[str]) -> str:
    """The expressions that allow inline scripts or styles (CSP level 3, hash-source)."""
    digests = (hashlib.sha256(part.encode()).digest() for part in parts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
