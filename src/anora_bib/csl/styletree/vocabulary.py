"""The values that attributes may have (specification, "Formatting", "Affixes" and so on; schema csl.rnc, CSL 1.0.2).

A value that CSL does not know is refused where the style is read, with its line: nothing later has to ask what it
means. Attributes that CSL does not know are another vocabulary's (CSL-M) and are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FLAG: Final = frozenset({"true", "false"})
_TERM_FORMS: Final = frozenset({"long", "short", "verb", "verb-short", "symbol"})

_FLAGS: Final = """quotes strip-periods initialize initialize-with-hyphen et-al-use-last names-use-last hanging-indent
    disambiguate-add-names disambiguate-add-givenname disambiguate-add-year-suffix limit-day-ordinals-to-day-1
    punctuation-in-quote""".split()

_NUMBERS: Final = frozenset(
    """et-al-min et-al-use-first et-al-subsequent-min et-al-subsequent-use-first names-min names-use-first
    near-note-distance line-spacing entry-spacing""".split()
)

_WORDS: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(values.split())
    for name, values in {
        "and": "text symbol",
        "class": "in-text note",
        "collapse": "citation-number year year-suffix year-suffix-ranged",
        "date-parts": "year-month-day year-month year month-day day month",
        "delimiter-precedes-et-al": "contextual after-inverted-name always never",
        "delimiter-precedes-last": "contextual after-inverted-name always never",
        "demote-non-dropping-particle": "never sort-only display-and-sort",
        "display": "block left-margin right-inline indent",
        "font-style": "normal italic oblique",
        "font-variant": "normal small-caps",
        "font-weight": "normal bold light",
        "gender": "masculine feminine neuter",
        "gender-form": "masculine feminine neuter",
        "givenname-disambiguation-rule": """all-names all-names-with-initials primary-name primary-name-with-initials
            by-cite""",
        "name-as-sort-order": "first all",
        "name-form": "long short count",
        "page-range-format": "chicago chicago-15 chicago-16 expanded minimal minimal-two",
        "second-field-align": "flush margin",
        "sort": "ascending descending",
        "subsequent-author-substitute-rule": "complete-all complete-each partial-each partial-first",
        "text-case": "lowercase uppercase capitalize-first capitalize-all sentence title normal none",
        "text-decoration": "none underline",
        "vertical-align": "baseline sup sub",
    }.items()
} | dict.fromkeys(_FLAGS, _FLAG)

_OF_ELEMENT: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("text", "form"): _TERM_FORMS,
    ("term", "form"): _TERM_FORMS,
    ("label", "form"): _TERM_FORMS,
    ("name", "form"): frozenset({"long", "short", "count"}),
    ("number", "form"): frozenset({"numeric", "ordinal", "roman", "long-ordinal"}),
    ("date", "form"): frozenset({"text", "numeric"}),
    ("date-part", "form"): frozenset({"numeric", "numeric-leading-zeros", "ordinal", "long", "short"}),
    ("date-part", "name"): frozenset({"year", "month", "day"}),
    ("name-part", "name"): frozenset({"family", "given"}),
    ("label", "plural"): frozenset({"contextual", "always", "never"}),
    ("text", "plural"): _FLAG,
    ("term", "match"): frozenset({"last-digit", "last-two-digits", "whole-number"}),
    **{(name, "match"): frozenset({"all", "any", "none"}) for name in ("if", "else-if", "conditions", "condition")},
}


def fault(element: str, attributes: Mapping[str, str]) -> str:
    """What is wrong with the attributes of an element, "" if nothing is; an empty value says nothing."""
    for name, value in attributes.items():
        allowed = _WORDS.get(name) or _OF_ELEMENT.get((element, name))
        if not value:
            continue
        if allowed is not None:
            if value not in allowed:
                return f"has {name}={value!r} in <{element}>: it must be one of {', '.join(sorted(allowed))}"
        elif name in _NUMBERS and not (value.isascii() and value.strip().isdigit() and len(value) < 10):
            return f"has {name}={value!r} in <{element}>: it must be a whole number"
    return ""
