"""The elements of CSL 1.0.2 as frozen values (specification, "Rendering Elements").

Attribute values are read once, here and in :mod:`anora_bib.csl.styletree.reader`: whatever consumes the tree finds
booleans, numbers and tuples, never the strings of the XML.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Look:
    """The formatting, affixes and other attributes that most elements share.

    ``marks`` holds ``(attribute, value)`` in the order of nesting, innermost first.
    """

    prefix: str = ""
    suffix: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    quotes: bool = False
    text_case: str = ""
    strip_periods: bool = False
    display: str = ""


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Text:
    """``source`` is "variable", "macro", "term" or "value"; ``name`` is what that attribute says."""

    source: str
    name: str
    look: Look = PLAIN
    form: str = "long"
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """``cs:number``."""

    variable: str
    look: Look = PLAIN
    form: str = "numeric"


@dataclass(frozen=True, slots=True)
class Label:
    """``plural`` is "contextual", "always" or "never". In names, ``variable`` is ""."""

    variable: str
    look: Look = PLAIN
    form: str = "long"
    plural: str = "contextual"


@dataclass(frozen=True, slots=True)
class DatePart:
    """``given`` is the attributes written out, by which a date of a style overrides that of its locale."""

    name: str
    look: Look = PLAIN
    form: str = ""
    range_delimiter: str | None = None
    given: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """``form`` is "text" or "numeric" for a date whose parts the locale says, "" for one that lists its own."""

    variable: str
    look: Look = PLAIN
    form: str = ""
    date_parts: str = "year-month-day"
    parts: tuple[DatePart, ...] = ()
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class NameOptions:
    """The inheritable name options; None where nothing is said."""

    and_: str | None = None
    delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    initialize_with_hyphen: bool | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None
    names_delimiter: str | None = None

    def under(self, outer: NameOptions) -> NameOptions:
        """These options, with what they leave open taken from the element around."""
        missing = {
            field.name: getattr(outer, field.name) for field in fields(self) if getattr(self, field.name) is None
        }
        return replace(self, **missing)


NO_OPTIONS: Final = NameOptions()


@dataclass(frozen=True, slots=True)
class Name:
    """``cs:name`` with the looks of its two ``cs:name-part`` elements."""

    options: NameOptions = NO_OPTIONS
    look: Look = PLAIN
    family: Look = PLAIN
    given: Look = PLAIN

    def like(self, outer: Name) -> Name:
        """With the looks of its parts taken over from the name in whose place it stands, where it has none."""
        family = outer.family if self.family is PLAIN else self.family
        return replace(self, family=family, given=outer.given if self.given is PLAIN else self.given)


@dataclass(frozen=True, slots=True)
class EtAl:
    """``cs:et-al``."""

    term: str = "et-al"
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Names:
    """``delimiter`` None is inherited. ``bare`` is true for the one-line form that takes its parts from around it."""

    variables: tuple[str, ...]
    look: Look = PLAIN
    delimiter: str | None = None
    name: Name | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: tuple[Element, ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """``cs:group``."""

    children: tuple[Element, ...]
    look: Look = PLAIN
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """One attribute of a condition: ``kind`` is its name, ``values`` its words, each tested by itself."""

    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """The conditions of a ``cs:if`` or ``cs:else-if``; ``match`` is "all", "any" or "none"."""

    match: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """``conditions`` is empty for ``else``; more than one only in a ``conditions`` element."""

    conditions: tuple[Condition, ...]
    children: tuple[Element, ...]
    match: str = "all"


@dataclass(frozen=True, slots=True)
class Choose:
    """``cs:choose``."""

    branches: tuple[Branch, ...]


Element = Text | Number | Label | Date | Names | Group | Choose


@dataclass(frozen=True, slots=True)
class Key:
    """A sort key, on a macro or a variable."""

    macro: str = ""
    variable: str = ""
    descending: bool = False
    options: NameOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True)
class Layout:
    """``cs:layout``. One that names ``locales`` is for the items in these languages (CSL-M)."""

    children: tuple[Element, ...]
    look: Look = PLAIN
    delimiter: str = ""
    locales: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """``cs:citation`` with its options for disambiguation and collapsing."""

    layout: Layout
    sort: tuple[Key, ...] = ()
    options: NameOptions = NO_OPTIONS
    add_names: bool = False
    add_givenname: bool = False
    givenname_rule: str = "by-cite"
    add_year_suffix: bool = False
    collapse: str = ""
    cite_group_delimiter: str | None = None
    year_suffix_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    near_note_distance: int = 5
    localized: tuple[Layout, ...] = ()
    """The layouts for items in some languages; ``layout`` is for all others."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """``cs:bibliography`` with its options for white space and repeated authors."""

    layout: Layout
    sort: tuple[Key, ...] = ()
    options: NameOptions = NO_OPTIONS
    hanging_indent: bool = False
    second_field_align: str = ""
    line_spacing: int = 1
    entry_spacing: int = 1
    substitute: str | None = None
    substitute_rule: str = "complete-all"
    localized: tuple[Layout, ...] = ()
    """As in :class:`Citation`."""

    @property
    def replaces_single_names(self) -> bool:
        """Whether repeated authors are replaced name by name."""
        return self.substitute is not None and self.substitute_rule != "complete-all"


@dataclass(frozen=True, slots=True)
class StyleTree:
    """An independent style. ``locales`` are its own overrides, as (language or "", element)."""

    kind: str
    default_locale: str
    citation: Citation
    bibliography: Bibliography | None
    macros: dict[str, tuple[Element, ...]]
    locales: tuple[LocaleTree, ...]
    options: NameOptions = NO_OPTIONS
    page_range_format: str = ""
    demote_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    intext: Citation | None = None
    """What stands for the author of a work in the running text (``cs:intext``, draft of CSL 1.1); it has the options of
    ``cs:citation``, and inherits none of them from there."""
    uses_disambiguate: bool = False
    uses_year_suffix: bool = False
    uses_display: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term. ``match`` and ``gender_form`` matter to ordinals only."""

    name: str
    form: str
    single: str
    multiple: str
    gender: str = ""
    gender_form: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class LocaleTree:
    """A locale file, or the part of one that a style overrides; ``language`` "" is for every language."""

    language: str
    terms: tuple[Term, ...]
    dates: tuple[Date, ...]
    options: tuple[tuple[str, str], ...]
