"""One citation of entries of a library, as it would be typed: for a shell, an editor or a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from anora_bib.csl.engine import Capability, Engine, Formatter
from anora_bib.csl.entries import printable
from anora_bib.csl.locators import read_locator
from anora_bib.csl.output.formats import Format
from anora_bib.csl.process.cites.asking import MODES
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.sections import FormattedDocument, short_forms, with_laws_named
from anora_bib.csl.styles import Style
from anora_bib.errors import InputError, UnknownNameError, UnsupportedError
from anora_bib.model import Entry
from anora_bib.model.bibliography.keys import keep_keys
from anora_bib.text.characters import nearest

_FIRST = 0
"""The position of a cite that nothing goes before, as citeproc-js numbers them."""


def cite(
    library: Iterable[Entry],
    keys: str | Sequence[str],
    engine: Engine,
    style: Style,
    *,
    locator: str | Sequence[str] = "",
    mode: str = "",
    prefix: str = "",
    infix: str = "",
    suffix: str = "",
    locale: str | None = None,
    abbreviations: Abbreviations | None = None,
    to: str | Format = "text",
) -> FormattedDocument:
    """One citation, as the style prints it in the text or, if it is one of notes, in a note.

    Its letters, names and numbers are those that the works have in the bibliography of the whole library.

    Args:
        library: the entries that may be cited.
        keys: those of the entries that are cited.
        engine: what formats.
        style: the style.
        locator: the place cited, as it would be typed: "p. 12", "chap. 4"; a number alone is a page. Several are those
            of the keys, in their order.
        mode: "author-only", "suppress-author", "composite", or "" for the citation as it is.
        prefix: what stands before the cites.
        infix: what stands between the author and the rest of a composite citation.
        suffix: what stands after the cites.
        locale: a language in place of the style's own.
        abbreviations: short forms of titles, for styles that ask for them.
        to: an output or the name of a built-in one.

    Raises:
        UnknownNameError: no entry has a key, or there is no such mode, locale or output.
        UnsupportedError: the engine knows no modes, or takes no abbreviations.
        InputError: the style cannot be used, there is no key, or there are more locators than keys.
    """
    listed = [keys] if isinstance(keys, str) else list(keys)
    if not listed:
        raise InputError("no key is given", hint="name an entry of the library")
    places = [locator] if isinstance(locator, str) else list(locator)
    if len(places) > len(listed):
        raise InputError(f"{len(places)} locators for {len(listed)} keys", hint="give each key one at most")
    cited = list(zip_longest(listed, places, fillvalue=""))
    if mode and mode not in MODES:
        raise UnknownNameError("mode", mode, nearest(mode, MODES), known=MODES)
    around = {"mode": mode, "prefix": prefix, "infix": infix, "suffix": suffix}
    if any(around.values()) and Capability.MODES not in engine.capabilities:
        raise UnsupportedError(
            f"the engine {engine.name!r} prints nothing around cites and knows no modes", hint="take the engine 'anora'"
        )
    more = short_forms(engine, abbreviations)
    entries = {entry.key: entry for entry in keep_keys(tuple(library))[0]}
    for key in listed:
        if key not in entries:
            raise UnknownNameError("entry", key, nearest(key, entries), known=entries)

    def formatter(some: Sequence[Entry], to: str | Format) -> Formatter:
        return engine.processor(style, [printable(entry) for entry in some], locale=locale, to=to, **more)

    named = with_laws_named([entries[key] for key in dict.fromkeys(listed)], lambda some: formatter(some, "text"))
    made = formatter(list({**entries, **{entry.key: entry for entry in named}}.values()), to)
    language = locale or style.default_locale or "en-US"
    cluster = {"citationItems": [_cite(key, locator, language) for key, locator in cited], "properties": around}
    (text,) = made.citations([cluster])
    return FormattedDocument(text, tuple(made.problems))


def _cite(key: str, locator: str, language: str) -> Mapping[str, object]:
    asked: dict[str, object] = {"id": key, "position": _FIRST}
    if locator.strip():
        asked |= read_locator(locator, language)._asdict()
    return asked
