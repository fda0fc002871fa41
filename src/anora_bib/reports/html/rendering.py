"""The templates, and the policy that lets a page run its own script and nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = Path(__file__).parent


def render(template: str, **values: object) -> str:
    """A template with its values, every text of which is escaped."""
    style, script = _asset("style.css"), _asset("script.js")
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src {_source(style)}; script-src {_source(script)}"
    )
    page = _environment().get_template(template)
    return page.render(style=style, script=script, policy=policy, **values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    """A file of ours that goes into the page as it is, between line ends that its hash counts as well."""
    from markupsafe import Markup

    return Markup("\n" + (_FOLDER / name).read_text("utf-8"))  # noqa: S704  # ours, and holds nothing of an essay


def _source(text: str) -> str:
    """The expression that allows an inline script or style (CSP level 3, hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
