"""The settings, as the table of options has them."""

from __future__ import annotations

from collections.abc import Mapping

from anora_bib.assembly.config import OPTIONS, Option
from generated.markdown import code, plain, table


def pages() -> Mapping[str, str]:
    """The page by its path."""
    words = (
        "# Settings\n\nThey stand in `anora-bib.toml` or `[tool.anora-bib]` of `pyproject.toml` "
        "([how](../terminal.md#settings)), and are options of the commands that heed them.\n\n"
    )
    rows = [(code(option.name), code(_default(option)), plain(option.help)) for option in OPTIONS]
    return {"tables/settings.md": words + table(("setting", "default", "what it does"), rows)}


def _default(option: Option) -> str:
    value = option.default
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "{}" if option.pairs else "[]"
    return f'"{value}"'
