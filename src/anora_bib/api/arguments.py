"""What the public verbs are given: taken as it was meant where that is plain, else refused in one helpful sentence.

Each refusal is a ``TypeError``, since a program has to be changed; what is wrong with a file is an ``InputError``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.assembly.workspace import Workspace, default_workspace
from anora_bib.model import Apparatus, Entry, Essay, Library
from anora_bib.text.characters import printable_line, shortened

if TYPE_CHECKING:
    from anora_bib.csl.engine import Engine

Readable = Essay | Apparatus
"""An essay, or what :func:`anora_bib.apparatus` made of it already."""

_OPENS = "read(path) opens the essay in a file, read_text(text) takes the text itself"
_LOADS = "load(path) opens a bibliography, load_text(text) takes the text itself"
_SOURCES = "collect([essay]) finds the sources of an essay"
_ENTRIES = "give a library, entries or items of CSL-JSON"


def essay(what: object, verb: str) -> Readable:
    """An essay, or its apparatus.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(what, Essay | Apparatus):
        return what
    if isinstance(what, str | PathLike):
        raise _refused(verb, "takes an essay", what, _OPENS)
    if isinstance(what, Library | Entry | Mapping):
        raise _refused(verb, "takes an essay", what, "format() and dump() take libraries and entries")
    if isinstance(what, Iterable):
        raise _refused(verb, "takes one essay", what, f"call it for each: [{verb}(essay) for essay in essays]")
    raise _refused(verb, "takes an essay", what, _OPENS)


def essays(what: object, verb: str) -> list[Readable]:
    """Several essays; one is taken for a list of one.

    Raises:
        TypeError: it, or one of them, is something else.
    """
    if isinstance(what, Essay | Apparatus):
        return [what]
    if isinstance(what, str | PathLike | Mapping | Library | Entry) or not isinstance(what, Iterable):
        raise _refused(verb, "takes essays in a list", what, _OPENS)
    listed = list(what)
    for one in listed:
        if not isinstance(one, Essay | Apparatus):
            raise _refused(verb, "takes essays", one, _OPENS)
    return listed


def libraries(what: object, more: Sequence[object], verb: str) -> list[Library]:
    """Several libraries, in a list or one after the other.

    Raises:
        TypeError: one of them is something else.
    """
    one_thing = isinstance(what, str | PathLike | Library | Entry | Essay)
    first = [*what] if isinstance(what, Iterable) and not one_thing else [what]
    out: list[Library] = []
    for one in (*first, *more):
        if not isinstance(one, Library):
            hint = _SOURCES if isinstance(one, Essay | Apparatus) else f"{_LOADS}, Library(entries) holds entries"
            raise _refused(verb, "takes libraries", one, hint)
        out.append(one)
    return out


def entries(what: object, verb: str, *, keyed: bool = False) -> tuple[Entry, ...]:
    """Entries: those of a library, a list of entries or items of CSL-JSON, or one of them.

    Where they are ``keyed``, an item must say what it is called.

    Raises:
        TypeError: it, or one of them, is something else.
    """
    if isinstance(what, Library):
        return what.entries
    items = [what] if isinstance(what, str | bytes | PathLike | Entry | Mapping | Essay | Apparatus) else what
    if not isinstance(items, Iterable):
        raise _refused(verb, "takes entries", what, _ENTRIES)
    out: list[Entry] = []
    for item in items:
        if isinstance(item, Essay | Apparatus):
            raise _refused(verb, "takes entries", item, _SOURCES)
        if not isinstance(item, Entry | Mapping):
            raise _refused(verb, "takes entries", item, f"{_ENTRIES}; load() reads a file, parse() a reference")
        if keyed and isinstance(item, Mapping) and item.get("id") in (None, ""):
            raise _refused(verb, "needs an “id” in each item of CSL-JSON", item, "it is what the item is cited by")
        out.append(item if isinstance(item, Entry) else Entry.from_csl(item))
    return tuple(out)


def path(what: object, verb: str, instead: str) -> Path:
    """The path of a file; ``instead`` is the verb for the text itself.

    Raises:
        TypeError: it is no path, or plainly the text of a file.
    """
    if not isinstance(what, str | PathLike):
        raise _refused(verb, "takes the path of a file", what, f"{instead}(text) takes the text itself")
    if isinstance(what, str) and "\n" in what.strip():
        raise _refused(verb, "takes the path of a file, not its text", what, f"{instead}(text) takes the text itself")
    return Path(what)


def paths(what: str | PathLike[str] | Sequence[str | PathLike[str]]) -> list[Path]:
    """The paths of files, or of one."""
    return [*map(Path, [what] if isinstance(what, str | PathLike) else what)]


def text(what: object, verb: str, instead: str = "") -> str:
    """A string; ``instead`` says what takes something else.

    Raises:
        TypeError: it is none.
    """
    if isinstance(what, str):
        return what
    hint = "decode the bytes first" if isinstance(what, bytes | bytearray) else instead
    if not hint and isinstance(what, Iterable):
        hint = f"call it for each: [{verb}(one) for one in many]"
    raise _refused(verb, "takes a string", what, hint)


def texts(what: object, verb: str, single: str) -> list[str]:
    """Several strings; ``single`` is the verb that takes one.

    Raises:
        TypeError: it is one string, whose letters nobody means, or holds something else.
    """
    if isinstance(what, str | bytes | bytearray | Mapping) or not isinstance(what, Iterable):
        raise _refused(verb, "takes strings in a list", what, f"{single}(text) takes one")
    return [text(one, verb) for one in what]


def names(what: str | Iterable[str] | None) -> tuple[str, ...]:
    """Names of rules: several, or one string with commas, as the command line takes them."""
    if what is None:
        return ()
    listed = what.split(",") if isinstance(what, str) else what
    return tuple(name.strip() for name in listed if name.strip())


def keys(what: object, verb: str) -> str | tuple[str, ...]:
    """The key of an entry, or several; an entry stands for its own.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(what, str):
        return what
    listed = [what] if isinstance(what, Entry) or not isinstance(what, Iterable) else [*what]
    out = [one.key if isinstance(one, Entry) else one for one in listed]
    for one in out:
        if not isinstance(one, str):
            raise _refused(
                verb, "takes the keys of entries", one, "the first argument is the library, the second the keys"
            )
    return tuple(str(one) for one in out)


def style(what: object, verb: str) -> str | PathLike[str]:
    """A CSL style, by its name, path or XML.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(what, str | PathLike):
        return what
    raise _refused(verb, "takes the name of a style, the path of a .csl file, or its XML", what, "")


def workspace(what: Workspace | None) -> Workspace:
    """The workspace given, or the one with everything installed and the bundled records."""
    return what or default_workspace()


def engine(here: Workspace, name: str | None) -> Engine:
    """The CSL engine of that name, or the first.

    Raises:
        UnknownNameError: there is no such engine.
    """
    return here.plugins.engines.get(name) if name else here.plugins.engines.first()


def locators(what: object, verb: str) -> str | tuple[str, ...]:
    """The place that is cited, or those of several keys in their order.

    Raises:
        TypeError: it is neither text nor a number of a page.
    """
    given = [*what] if isinstance(what, Iterable) and not isinstance(what, str | bytes) else [what]
    for one in given:
        if not isinstance(one, str | int):
            raise _refused(
                verb, "takes a locator", one, 'give it as it is typed: "p. 12", "chap. 4"; a number is a page'
            )
    return str(what) if isinstance(what, str | int) else tuple(map(str, given))


def mapping(what: object, verb: str, takes: str, hint: str) -> Mapping[str, str]:
    """A mapping; ``takes`` and ``hint`` say what it has.

    Raises:
        TypeError: it is none.
    """
    if isinstance(what, Mapping):
        return what
    raise _refused(verb, takes, what, hint)


def _refused(verb: str, takes: str, what: object, hint: str) -> TypeError:
    shown, kind = shortened(printable_line(repr(what))), type(what).__name__
    given = shown if shown.startswith(kind) or what is None else f"{shown} ({kind})"
    return TypeError(f"{verb}() {takes}, and was given {given}{'; ' if hint else ''}{hint}")
