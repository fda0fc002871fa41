"""Locale files, and the locales inside styles, as trees; which file a language has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from anora_bib.csl.styletree.attributes import Attributes
from anora_bib.csl.styletree.elements import LANG, XMLElement, decoded, read_xml, undeclared
from anora_bib.csl.styletree.nodes import Date, LocaleTree, Term
from anora_bib.errors import InputError
from anora_bib.system.files import read_bytes


def locale_tree(node: XMLElement) -> LocaleTree:
    """A ``locale`` element, of a file or of a style."""
    terms: list[Term] = []
    dates: list[Date] = []
    options: list[tuple[str, str]] = []
    for child in node:
        match child.name:
            case "terms":
                terms += [_term(term) for term in child if term.name == "term"]
            case "date":
                dates.append(_date(child))
            case "style-options":
                options += child.attributes.items()
    return LocaleTree(node.get(LANG, ""), tuple(terms), tuple(dates), tuple(options))


def _term(node: XMLElement) -> Term:
    at = Attributes(node.attributes)
    single = multiple = None
    for child in node:
        if child.name == "single":
            single = child.text
        elif child.name == "multiple":
            multiple = child.text
    text = node.text if single is None and multiple is None else ""
    return Term(
        name=at.text("name").replace("sub verbo", "sub-verbo"),
        form=at.text("form", "long"),
        single=text if single is None else single,
        multiple=text if multiple is None else multiple,
        gender=at.text("gender"),
        gender_form=at.text("gender-form"),
        match=at.text("match"),
    )


def _date(node: XMLElement) -> Date:
    at = Attributes(node.attributes)
    parts = tuple(Attributes(part.attributes).date_part() for part in node if part.name == "date-part")
    return Date("", at.look(), at.text("form"), parts=parts, delimiter=at.text("delimiter"))


@cache
def _folder() -> Path:
    """Where the locale files that come with citeproc-py lie."""
    from importlib.util import find_spec

    package = find_spec("citeproc")  # only looked for: importing it takes longer than formatting a bibliography
    return Path(str(package and package.origin)).parent / "data" / "locales"


@cache
def primary_dialects() -> dict[str, str]:
    """The dialect that stands for a language when none is named: "de" is "de-DE"."""
    import json

    loaded = json.loads((_folder() / "locales.json").read_text("utf-8"))
    return {str(key): str(value) for key, value in loaded["primary-dialects"].items()}


@cache
def languages() -> frozenset[str]:
    """All languages that have a file."""
    return frozenset(path.stem.removeprefix("locales-") for path in _folder().glob("locales-*.xml"))


def is_locale_file(locale: str) -> bool:
    """Whether a locale is named by the path of a file, not by a language."""
    return locale.casefold().endswith(".xml")


def own_locale(path: str) -> LocaleTree:
    """The locale in a file of one's own. What it lacks comes from the locale of its language.

    Raises:
        InputError: the file cannot be read, is not XML, or is no locale.
    """
    data = read_bytes(Path(path))
    try:
        root = read_xml(undeclared(decoded(data)))
        if root.name != "locale":
            raise InputError(f"is no locale file: its root is <{root.name}>", line=root.line)
    except InputError as error:
        error.path = path
        raise
    return locale_tree(root)


@cache
def locale_file(language: str) -> LocaleTree:
    """The locale of a language that has a file."""
    file = _folder() / f"locales-{language}.xml"
    return locale_tree(read_xml(file.read_text("utf-8")))
