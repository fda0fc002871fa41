"""The locale of a style: the file of its language, over that of its main dialect, under what the style overrides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from anora_bib.csl.styletree.locales import languages, locale_file, primary_dialects
from anora_bib.csl.styletree.nodes import Date, LocaleTree, Term
from anora_bib.csl.values.richtext import Quotes
from anora_bib.csl.values.typography import Typography
from anora_bib.errors import UnknownNameError
from anora_bib.text.characters import nearest

_FALLBACK = {"short": ("long",), "symbol": ("short", "long"), "verb": ("long",), "verb-short": ("verb", "long"),
             "long": ()}  # fmt: skip
"""The fallbacks of a form that a locale does not have (specification, "Terms")."""


def resolve(language: str) -> str:
    """The locale file for a language tag: itself, the main dialect of its language, or American English."""
    if language in languages():
        return language
    base = language.partition("-")[0]
    dialect = primary_dialects().get(base, base)
    return dialect if dialect in languages() else "en-US"


def asked_language(asked: str, own: Iterable[LocaleTree] = ()) -> str:
    """The tag of a language that is asked for, as CSL writes it: "pt_BR" is "pt-BR", "DE" is "de".

    Args:
        asked: the tag as somebody gave it.
        own: the locales that the style brings, which may be of languages that have no file.

    Raises:
        UnknownNameError: neither a locale file nor the style has the language.
    """
    language, *rest = asked.strip().replace("_", "-").split("-")
    tag = "-".join([language.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    known = {name.partition("-")[0] for name in languages()} | {tree.language.partition("-")[0] for tree in own}
    if language.lower() not in known - {""}:
        raise UnknownNameError("locale", asked, nearest(asked, sorted(languages())))
    return tag


class Locale:
    """Terms, dates and options of one language in one style."""

    def __init__(self, language: str, overrides: Iterable[LocaleTree] = (), own: LocaleTree | None = None) -> None:
        """Take the files of a language, over them a file of one's own, and over all what a style overrides."""
        self.language = language or "en-US"
        best = resolve(self.language)
        base = primary_dialects().get(best.partition("-")[0], best)
        self._terms: dict[tuple[str, str, str], Term] = {}
        self._names: set[str] = set()
        self.genders: dict[str, str] = {}
        self.dates: dict[str, Date] = {}
        self.options: dict[str, str] = {}
        self._add(locale_file("en-US"), replaces_ordinals=True)
        files = [locale_file(name) for name in dict.fromkeys((base, best)) if name != "en-US"]
        if base != "en-US":
            self._forget(files)
        for tree in files:
            self._add(tree, replaces_ordinals=True)
        if own is not None:
            self._add(own, replaces_ordinals=True)
        asked = self.language
        for wanted in ("", asked.partition("-")[0], *((asked,) if "-" in asked else ())):
            for tree in overrides:
                if tree.language == wanted:
                    self._add(tree, replaces_ordinals=True)

    def _forget(self, trees: Iterable[LocaleTree]) -> None:
        """Drop the terms that a language has in some form: its own other form is the fallback of one that it lacks.

        By the letter of the specification an English "ed." would come before a Hungarian word for the editor.
        """
        names = {term.name for tree in trees for term in tree.terms}
        self._terms = {key: term for key, term in self._terms.items() if key[0] not in names}

    def _add(self, tree: LocaleTree, *, replaces_ordinals: bool) -> None:
        if replaces_ordinals and any(term.name.startswith("ordinal") for term in tree.terms):
            self._terms = {key: term for key, term in self._terms.items() if not key[0].startswith("ordinal")}
        for term in tree.terms:
            self._terms[term.name, term.form, term.gender_form] = term
            self._names.add(term.name)
            if term.gender and term.form == "long":
                self.genders[term.name] = term.gender
        self.dates.update({date.form: date for date in tree.dates})
        self.options.update(tree.options)

    def has(self, name: str) -> bool:
        """Whether there is a term of that name, in whatever form."""
        return name in self._names

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term in a form, or in the form that it falls back to."""
        for candidate in (form, *_FALLBACK.get(form, ("long",))):
            if gender and (term := self._terms.get((name, candidate, gender))):
                return term
            if term := self._terms.get((name, candidate, "")):
                return term
        return None

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str:
        """The text of a term, "" if there is none."""
        printed = self.find(name, form, gender)
        if printed is None:
            return ""
        return printed.multiple if plural else printed.single

    def ordinal_term(self, name: str, gender: str | None) -> tuple[str, str] | None:
        """What :mod:`anora_bib.csl.values.ordinals` asks for."""
        term = self._terms.get((name, "long", gender or ""))
        return (term.single, term.match) if term else None

    def flag(self, option: str) -> bool:
        """Whether an option of the locale is "true"."""
        return self.options.get(option) == "true"

    @cached_property
    def quotes(self) -> Quotes:
        """The quotation marks, outer and inner."""
        names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        return Quotes(*(self.term(name) for name in names))

    @cached_property
    def typography(self) -> Typography:
        """What a writer needs to know."""
        return Typography(self.quotes, self.flag("punctuation-in-quote"))
