"""One bibliographic item, with the raw text it was understood from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast, overload

from anora_bib.model.bibliography.written import Written
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from anora_bib.model.values.csl_json import as_json, text_of
from anora_bib.model.values.date_reading import read_date
from anora_bib.model.values.dates import Date
from anora_bib.model.values.mapping import FrozenDict, frozen
from anora_bib.model.values.names import Name, unread
from anora_bib.model.values.richtext import plain
from anora_bib.notebook import REFERENCES, card, facts
from anora_bib.text.characters import printable_line, shortened
from anora_bib.text.spans import Span

T = TypeVar("T")

Value = str | tuple[Name, ...] | Date
"""Names for a name variable, a date for a date variable, text for all others (numbers too: "xii bis")."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value, where it was read (in the text of the essay or string it came from) and how sure that is.

    ``confidence`` runs from 0 to 1; 1 for what was given as structured data. ``reader`` says what of a parser read the
    value ("rules", "labels"); two fields that differ in it alone are the same.
    """

    value: Value
    span: Span | None = None
    confidence: float = 1.0
    reader: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an entry was read. ``how`` is "note", "works cited", "credit" or "file"; ``label`` is a note's number."""

    path: str
    how: str
    label: str = ""
    line: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """A bibliographic item in CSL's types and variables. Immutable, and so hashable: a correction is a new entry.

    ``text`` is the reference as printed and ``span`` its place; both are empty for entries from structured data.
    ``fields`` may hold variables beyond CSL's (``archived``); CSL-JSON carries those under ``custom``.

    It is a mapping of what it says: ``entry["title"]``, ``"issued" in entry``, ``entry.get("author")``,
    ``entry.items()``; ``entry["id"]`` is the key and ``entry["type"]`` the type.
    """

    type: str = "document"
    fields: Mapping[str, Field] = field(default_factory=FrozenDict)
    key: str = ""
    text: str = ""
    span: Span | None = None
    confidence: float = 1.0
    provenance: tuple[Provenance, ...] = ()
    written: Written | None = field(default=None, compare=False, repr=False)
    """How a ``.bib`` file has it; there for what is written to one again."""
    _built: dict[object, object] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", frozen(self.fields))

    def __repr__(self) -> str:
        """One line that tells the entry from others: ``Entry book roe2009lamps “A Book of Lamps”``.

        An entry without a title shows who made it, or its words; one without a key has none there.
        """
        title, who = plain(self.string("title")), "; ".join(name.display for name in self.creators())
        words = f"“{shortened(printable_line(title))}”" if title else shortened(printable_line(who or self.text))
        return " ".join(filter(None, ("Entry", self.type, printable_line(self.key), words)))

    def _repr_html_(self) -> str:
        """What a notebook shows: the formatted reference and the variables."""
        rows = [(name, self.string(name)) for name in self.fields]
        return card(repr(self), REFERENCES.shown(self), facts(rows))

    def __getitem__(self, variable: str) -> Value:
        """The value of a variable; ``id`` is the key and ``type`` the type, as in CSL-JSON.

        Raises:
            KeyError: the entry has no such variable.
        """
        value = self.get(variable)
        if value is None:
            raise KeyError(f"{variable}: this entry has {', '.join(self)}")
        return value

    def __contains__(self, variable: object) -> bool:
        return variable in self.fields or variable == "type" or (variable == "id" and bool(self.key))

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.keys())

    def __bool__(self) -> bool:
        """True, whatever it holds: an entry that says nothing is still one."""
        return True

    def keys(self) -> tuple[str, ...]:
        """The names of what it says, in order: ``id`` if it has a key, ``type``, then the variables."""
        return ("id", "type", *self.fields) if self.key else ("type", *self.fields)

    def values(self) -> tuple[Value, ...]:
        """The values, in the order of :meth:`keys`."""
        return tuple(self[name] for name in self.keys())

    def items(self) -> tuple[tuple[str, Value], ...]:
        """The names and values, in order. :meth:`to_csl` has the values as plain data."""
        return tuple((name, self[name]) for name in self.keys())

    def __reduce__(self) -> tuple[Callable[..., Entry], tuple[object, ...]]:
        """Pickled without what was derived from it."""
        said = (self.type, self.fields, self.key, self.text, self.span, self.confidence, self.provenance)
        return type(self), (*said, self.written)

    def derived(self, build: Callable[[Entry], T]) -> T:
        """What a function of the entry gives, worked out once. ``build`` is a function of a module."""
        built = self._built
        if built is None:
            built = {}
            object.__setattr__(self, "_built", built)
        if build not in built:
            built[build] = build(self)
        return cast(T, built[build])

    @classmethod
    def of(cls, type: str = "document", *, key: str = "", **values: Value) -> Entry:
        """Build one by hand; underscores in keywords stand for hyphens (``container_title=...``)."""
        return cls(type, {name.replace("_", "-"): Field(value) for name, value in values.items()}, key)

    @overload
    def get(self, variable: str) -> Value | None: ...
    @overload
    def get(self, variable: str, default: T) -> Value | T: ...
    def get(self, variable: str, default: object = None) -> object:
        """The value of a variable, ``default`` if it is missing."""
        field = self.fields.get(variable)
        if field is not None:
            return field.value
        if variable == "type":
            return self.type
        return self.key if variable == "id" and self.key else default

    def string(self, variable: str) -> str:
        """The variable as text: "" if it is missing."""
        field = self.fields.get(variable)
        if field is None:
            return ""
        value = field.value
        if isinstance(value, str):
            return value
        if isinstance(value, tuple):
            return "; ".join(name.inverted for name in value)
        return str(value)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a variable, () if it is missing or holds none."""
        value = self.get(variable)
        return value if isinstance(value, tuple) else ()

    def date(self, variable: str) -> Date | None:
        """The date of a variable, None if it is missing or holds none."""
        value = self.get(variable)
        return value if isinstance(value, Date) else None

    def creators(self) -> tuple[Name, ...]:
        """The names that the item is filed under: its authors, else its directors, editors, composers or performers."""
        roles = ("author", "director", "composer", "performer", "editor")
        return next((names for role in roles if (names := self.names(role))), ())

    def with_values(self, **values: Value | None) -> Entry:
        """A copy with these variables set (hyphens as underscores), or removed where the value is None."""
        fields = dict(self.fields)
        for keyword, value in values.items():
            name = keyword.replace("_", "-")
            if value is None:
                fields.pop(name, None)
            else:
                old = fields.get(name)
                fields[name] = replace(old, value=value) if old else Field(value)
        return replace(self, fields=fields)

    def shift(self, by: int) -> Entry:
        """The entry as read from the same text that many characters further on."""
        fields = {name: replace(one, span=one.span.shift(by)) if one.span else one for name, one in self.fields.items()}
        return replace(self, fields=fields, span=self.span.shift(by) if self.span else None)

    def to_csl(self) -> dict[str, object]:
        """A CSL-JSON item: ``id``, ``type``, variables in alphabetical order, then ``custom``."""
        out: dict[str, object] = {"id": self.key, "type": self.type}
        custom: dict[str, object] = {}
        for name in sorted(self.fields):
            value = self.fields[name].value
            plain = _to_csl(value)
            if name in VARIABLES:
                out[name] = plain
            else:
                custom[name] = plain
        if custom:
            out["custom"] = custom
        return out

    @classmethod
    def from_csl(cls, item: Mapping[str, object]) -> Entry:
        """From a CSL-JSON item. Unknown keys are kept, and come out again under ``custom``.

        A value that its variable cannot hold, or not all of it, is kept as JSON text in a field ``NAME-raw``.

        Raises:
            TypeError: it is no mapping.
        """
        if not isinstance(item, Mapping):
            raise TypeError(f"from_csl() takes one item of CSL-JSON, a mapping, and was given {type(item).__name__}")
        fields: dict[str, Field] = {}
        custom = item.get("custom")
        extra = cast(Mapping[str, object], custom) if isinstance(custom, Mapping) else {}
        for name, value in (*item.items(), *extra.items()):
            if name in ("id", "type", "custom") or value is None or value == "":
                continue
            understood, whole = _from_csl(name, value)
            if not whole:
                fields.setdefault(f"{name}-raw", Field(as_json(value)))
            if understood is not None:
                fields[name] = Field(understood)
        return cls(text_of(item.get("type")) or "document", fields, text_of(item.get("id")) or "")


Item = Entry | Mapping[str, object]
"""An entry, or an item of CSL-JSON."""


def _to_csl(value: Value) -> object:
    if isinstance(value, tuple):
        return [name.to_csl() for name in value]
    return value.to_csl() if isinstance(value, Date) else value


def _from_csl(variable: str, value: object) -> tuple[Value | None, bool]:
    """The value of the model, None if its kind is not that of the variable; and whether it holds all of the item's."""
    if variable in DATE_VARIABLES or variable == ARCHIVED:
        date, faults = read_date(value)
        return (date if date != Date() or not faults else None), not faults
    if variable in NAME_VARIABLES and isinstance(value, list | Mapping):
        read = [_name(one) for one in (value if isinstance(value, list) else [value])]
        names = tuple(name for name in read if name is not None)
        return (None, False) if None in read else (names, True)
    text = text_of(value)
    return text, text is not None


def _name(value: object) -> Name | None:
    if isinstance(value, Mapping):
        return None if unread(value) else Name.from_csl(value)
    text = text_of(value)
    return None if text is None else Name(literal=text)
