"""Settings: one table of options, read by the command line and by the configuration file alike.

A file is ``anora-bib.toml``, or ``[tool.anora-bib]`` in ``pyproject.toml``, in the working folder or the nearest one
above it. What is said on the command line wins.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from anora_bib.errors import InputError, SettingsError
from anora_bib.system.files import read_bytes
from anora_bib.text.characters import nearest

OwnFile: Final = "anora-bib.toml"
ProjectFile: Final = "pyproject.toml"

Setting = str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One setting. Its type is that of ``default``; a tuple may be given several times, or with commas.

    ``pairs`` is true of a table in the file: it is a list of ``key:value`` here and on the command line.
    """

    name: str
    default: Setting
    help: str
    short: str = ""
    metavar: str = ""
    pairs: bool = False


OPTIONS: Final = (
    Option("style", "mla", "CSL style: a short name, a name of the CSL repository, or a .csl file.", "-s", "STYLE"),
    Option("to", "", "Output format.", "-t", "FORMAT"),
    Option("keys", "", "Pattern of the keys of entries that have none: {author}{year}{title}.", "", "PATTERN"),
    Option("locale", "", "Language of the terms, in place of the style's own: fr-FR.", "", "LOCALE"),
    Option("engine", "", "CSL engine; the first of `anora-bib plugins` by default.", "", "NAME"),
    Option("links", False, "Make links of DOIs and web addresses, in every format but text."),
    Option("arranged", True, "Indents and spacing of the style: in HTML a style sheet, in Markdown pandoc's block."),
    Option("select", (), "Only these rules: codes, beginnings of codes, or names.", "", "RULES"),
    Option("ignore", (), "All rules but these.", "", "RULES"),
    Option("pedantic", False, "Tell as well what is a matter of taste, or often wrong."),
    Option("unsafe", False, "Apply fixes that change what is said as well."),
    Option("annotate", "", "A variable to print under each entry: annote, abstract, note.", "", "VARIABLE"),
    Option("abbreviations", "", "A list of short forms of titles, JSON as Zotero keeps it.", "", "FILE"),
    Option("mentions", False, "Count works that are only named in the prose as sources, by their records."),
    Option("references", (), "Further folders of authority records, read after the bundled ones.", "", "FOLDER"),
    Option("exclude", (), "Leave these out of folders; patterns as in .gitignore.", "", "PATTERNS"),
    Option("extend-exclude", (), "Leave these out as well as those of the settings.", "", "PATTERNS"),
    Option("respect-gitignore", True, "Leave out of folders what .gitignore names."),
    Option("force-exclude", False, "Leave out excluded files even if they are named."),
    Option(
        "per-file-ignores",
        (),
        "Rules that do not count in some files: drafts/*.md:N001.",
        "",
        "PATTERN:RULE",
        pairs=True,
    ),
    Option("cache", True, "Keep what was found in a file, and say it again as long as nothing changes."),
    Option("cache-dir", "", "Where that is kept, in place of the user's cache folder.", "", "FOLDER"),
    Option("disable", (), "Parts to leave out, by kind and name: rule:N001, stage:mentions.", "", "PARTS"),
    Option(
        "output-format",
        "full",
        "How findings are printed: full, concise, grouped, json, jsonl, junit, gitlab, sarif, github or html.",
        "",
        "FORMAT",
    ),
)

_FOLDERS: Final = ("references", "cache-dir")
"""Options that name folders: as seen from the file that names them."""

_BY_NAME: Final = {option.name: option for option in OPTIONS}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force: every option has a value."""

    values: Mapping[str, Setting]
    path: str = ""
    given: frozenset[str] = frozenset()

    def patterns(self, name: str) -> tuple[Path, tuple[str, ...]]:
        """Patterns of files, and the folder that they count from: that of the file which has them, or the current."""
        in_file = self.path and name not in self.given
        return Path(self.path).parent if in_file else Path(), self.list(name)

    def text(self, name: str) -> str:
        """The value of an option that takes a string."""
        return str(self.values[name])

    def flag(self, name: str) -> bool:
        """The value of an option that is on or off."""
        return self.values[name] is True

    def list(self, name: str) -> tuple[str, ...]:
        """The value of an option that takes a list; () for one that is not set."""
        value = self.values[name]
        return value if isinstance(value, tuple) else ()

    def merged(self, given: Mapping[str, Setting | None]) -> Config:
        """The settings overridden by those of the command line; None and an empty tuple mean "not given"."""
        said = {name: value for name, value in given.items() if value is not None and value != ()}
        return Config({**self.values, **said}, self.path, self.given | frozenset(said))


DEFAULTS: Final = Config({option.name: option.default for option in OPTIONS})


def load_config(folder: Path) -> Config:
    """The settings for work in ``folder``.

    Raises:
        SettingsError: the file cannot be read, is not TOML, has an option that does not exist, or a value of the wrong
            type.
    """
    for place in (folder, *folder.parents):
        own, project = place / OwnFile, place / ProjectFile
        if own.is_file():
            return _read(own, table=())
        if project.is_file() and (config := _read(project, table=("tool", "anora-bib"))).path:
            return config
    return DEFAULTS


def read_config(path: Path) -> Config:
    """The settings of a file that was named: those of its table, if it is a ``pyproject.toml``.

    Raises:
        SettingsError: as :func:`load_config`; or it is a project's and has no such table.
    """
    config = _read(path, table=("tool", "anora-bib") if path.name == ProjectFile else ())
    if not config.path:
        raise SettingsError("has no [tool.anora-bib]", path=str(path), hint="name another file")
    return config


def _read(path: Path, table: tuple[str, ...]) -> Config:
    try:
        text = read_bytes(path).decode("utf-8", errors="replace")
    except InputError as error:
        raise SettingsError(error.message, path=error.path, hint=error.hint) from error
    try:
        data: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        # Without a place the message says "at end of document".
        line, column = (int(number) for number in place.groups()) if place else (text.count("\n") + 1, None)
        message = str(error).split(" (at ")[0]
        raise SettingsError(f"not valid TOML: {message}", path=str(path), line=line, column=column) from None
    for key in table:
        data = data.get(key) if isinstance(data, dict) else None
    if not isinstance(data, dict):
        return DEFAULTS
    return Config({**DEFAULTS.values, **{k: _value(k, v, path, text) for k, v in data.items()}}, str(path))


def _value(name: str, value: object, path: Path, text: str) -> Setting:
    option = _BY_NAME.get(name)
    if option is None:
        near = nearest(name, _BY_NAME)
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"choose from {', '.join(_BY_NAME)}"
        raise _refused(f"there is no option {name!r}", name, path, text, hint)
    if option.pairs and isinstance(value, dict):
        value = [
            f"{key}:{item}" if isinstance(item, str) else item for key, items in value.items() for item in _items(items)
        ]
    if isinstance(option.default, tuple):
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
            return tuple(str(path.parent / item) if name in _FOLDERS else item for item in listed)
    elif type(value) is type(option.default):
        return str(path.parent / value) if name in _FOLDERS and isinstance(value, str) and value else value
    lists = "a table of lists of strings" if option.pairs else "a list of strings"
    wanted = {str: "a string", bool: "true or false", tuple: lists}[type(option.default)]
    raise _refused(f"the option {name!r} takes {wanted}, not {value!r}", name, path, text)


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _refused(message: str, name: str, path: Path, text: str, hint: str = "") -> SettingsError:
    """The error with a line: the first that begins with the option's name, since tomllib keeps no places."""
    match = re.search(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*=", text, re.MULTILINE)
    line = text.count("\n", 0, match.start()) + 1 if match else None
    return SettingsError(message, path=str(path), line=line, hint=hint)
