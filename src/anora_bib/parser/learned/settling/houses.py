"""Who brought a work out, where, and in which series: put right where the labeller saw something else.

Each step takes parts in order and gives parts in order, and knows one habit of print.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.asking import Parts, asked_of, in_turn
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.parser.text.words import PLACES
from anora_bib.text.patterns import lazy


def housed(parts: Parts, text: str) -> Parts:
    """The parts with series, places and houses told apart."""
    return in_turn(parts, text, _STEPS)


_BEHIND_HOUSE: Final = lazy(r"[.,]?\s{0,2}(?:\Z|<?https?:|[([]?(?:1[6-9]|20)\d\d)")


@asked_of(Label.AUTHOR, lacks=frozenset((Label.PUBLISHER,)))
def _own_house(parts: Parts, text: str) -> Parts:
    """A body that brings its work out itself is named again behind it: "Tide Office. *Lamps*. Tide Office."."""
    author = parts[0]
    if author.label is not Label.AUTHOR:
        return parts
    words = text[author.start : author.end].strip(" .,")
    at = text.rfind(words, author.end) if " " in words else -1
    if at < 0 or text[:at].rstrip(" *_")[-1:] not in '.,:;?!”"' or not _BEHIND_HOUSE.match(text, at + len(words)):
        return parts
    house = LabelledPart(at, at + len(words), Label.PUBLISHER, author.likely)
    before = [part._replace(end=min(part.end, at)) for part in parts if part.start < at]
    return [*before, house, *(part for part in parts if part.start >= house.end)]


@asked_of(Label.PLACE, Label.PUBLISHER)
def _in_state(parts: Parts, text: str) -> Parts:
    """A name right before a place, with a house behind a colon, is the town: "(Macon, Georgia: Tide Press)"."""
    for at in range(1, len(parts) - 1):
        town, place, house = parts[at - 1 : at + 2]
        labels = (town.label, place.label, house.label)
        joined = text[town.end : place.start] == ", " and text[place.end : house.start].strip() == ":"
        if labels == (Label.PUBLISHER, Label.PLACE, Label.PUBLISHER) and joined:
            return [*parts[: at - 1], place._replace(start=town.start), *parts[at + 1 :]]
    return parts


_BESIDE_YEAR: Final = lazy(
    r"(?P<house>[^\W\d_a-z][\w’'&.-]{1,24}(?:\s[^\W\d_a-z&]?[\w’'&.-]{1,24}){0,3}),?\s(?:1[5-9]|20)\d\d"
)


@asked_of(Label.DATE, lacks=frozenset((Label.PLACE, Label.PUBLISHER)), sign="(")
def _beside_year(parts: Parts, text: str) -> Parts:
    """Words that are of no date, right before the year in brackets, are the house or its place: "(Maggid 2016)"."""
    for at, part in enumerate(parts):
        if part.label is not Label.DATE or text[part.start - 1 : part.start] != "(":
            continue
        found = _BESIDE_YEAR.fullmatch(text, part.start, part.end)
        if found and _DATE_WORDS.isdisjoint(found["house"].lower().replace(".", " ").split()):
            label = Label.PLACE if found["house"].casefold() in PLACES else Label.PUBLISHER
            house = LabelledPart(*found.span("house"), label, part.likely)
            return [*parts[:at], house, part._replace(start=part.end - 4), *parts[at + 1 :]]
    return parts


_DATE_WORDS: Final = frozenset(
    (*language.months(), *language.seasons(), *language.connectives(), "ca", "c", "late", "early")
)
_NAME: Final = r"[^\W\d_a-z][\w.’-]{1,24}"
_IMPRINT: Final = lazy(
    rf"[.?!][”\"’*_]{{0,3}}\s(?P<place>(?P<town>{_NAME}(?:\s{_NAME})?)(?:\s?[-–—/&,]\s?{_NAME}(?:\s{_NAME})?){{0,2}}):\s"
    r"(?P<house>[^\W\d_a-z][^:;()\d]{1,50}?)\.?\Z"
)


@asked_of(Label.TITLE, lacks=frozenset((Label.PLACE, Label.PUBLISHER)), sign=": ")
def _in_title(parts: Parts, text: str) -> Parts:
    """A known town, a colon and a name that end a title are of who brought it out: "A Dictionary. Hull: Tide Press"."""
    for at, part in enumerate(parts):
        found = _IMPRINT.search(text, part.start, part.end) if part.label is Label.TITLE else None
        if found and found["town"].casefold() in PLACES:
            told = [
                LabelledPart(*found.span(group), label, part.likely)
                for group, label in (("place", Label.PLACE), ("house", Label.PUBLISHER))
            ]
            return [*parts[:at], part._replace(end=found.start()), *told, *parts[at + 1 :]]
    return parts


_OPENS: Final = lazy(r"\s?\(")
_CLOSED: Final = lazy(r"\)?[\s.]{0,3}\Z")
_BY_WHOM: Final = frozenset((Label.PLACE, Label.PUBLISHER))


@asked_of(one_of=frozenset((Label.VOLUME, Label.DATE)), sign="(")
def _told_series(parts: Parts, text: str) -> Parts:
    """What stands with its number before the brackets of a house is a series, and so is what ends in brackets.

    "Lamps, Studies of the Shore 40 (Hull: Tide Press, 1961)"; "Die Lampe, Hamburg 1962 (Fischer Bücherei)".
    """
    out = list(parts)
    for at in range(1, len(parts) - 2):
        title, holder, number, house = parts[at - 1 : at + 3]
        numbered = title.label is Label.TITLE and holder.label is Label.CONTAINER and number.label is Label.VOLUME
        if numbered and house.label in _BY_WHOM and _OPENS.fullmatch(text, number.end, house.start):
            quoted = text[: title.start][-1:] in "“\"‘„«'" or text[title.end : holder.start].strip(" *_") != ","
            out[at] = holder if quoted else holder._replace(label=Label.COLLECTION)
    last = parts[-1] if parts else None
    if last and last.label is Label.PUBLISHER and len(parts) > 1 and parts[-2].label is Label.DATE:
        placed = any(part.label is Label.PLACE for part in parts)
        if placed and _OPENS.fullmatch(text, parts[-2].end, last.start) and _CLOSED.match(text, last.end):
            out[-1] = last._replace(label=Label.COLLECTION)
    return out


_PLACED: Final = lazy(r"(?P<place>[^\W\d_a-z][\w.’/-]{1,24}(?:,? [^\W\d_a-z][\w.’/-]{1,24}){0,3}):\s(?=\w)")

_PLACE_BEFORE: Final = lazy(
    r"(?<=[(\[.,;\s])(?<![^\W_]\s)(?P<place>[^\W\d_a-z][\w.’/-]{1,24}(?:,? [^\W\d_a-z][\w.’/-]{1,24}){0,3}):\s\Z"
)


@asked_of(Label.PUBLISHER, lacks=frozenset((Label.PLACE,)), sign=":")
def _placed(parts: Parts, text: str) -> Parts:
    """What stands before a colon in or before the name of a house is its place: "Hull: Tide Press"."""
    for at, part in enumerate(parts):
        if part.label is not Label.PUBLISHER:
            continue
        if placed := _PLACED.match(text, part.start, part.end):
            place = LabelledPart(part.start, placed.end("place"), Label.PLACE, part.likely)
            return [*parts[:at], place, part._replace(start=placed.end()), *parts[at + 1 :]]
        last = parts[at - 1] if at else None
        told = int(last is not None and last.label is Label.PUBLISHER)  # the town, where "Calif.:" follows it
        least = 0 if last is None else last.start if told else last.end
        if before := _PLACE_BEFORE.search(text, max(least, part.start - 60), part.start):
            return [*parts[: at - told], LabelledPart(*before.span("place"), Label.PLACE, part.likely), *parts[at:]]
    return parts


_WHERE: Final = frozenset((Label.PUBLISHER, Label.PLACE, Label.CONTAINER, Label.COLLECTION, Label.URL, Label.KIND))
_HOUSE: Final = lazy(r"\w[.?!][”\"’]?\s(?P<house>[^\W\d_a-z][\w’'&-]{1,24}(?: (?:&|[^\W\d_a-z][\w’'-]{1,24})){0,2})\Z")


@asked_of(Label.PLACE, lacks=frozenset((Label.PUBLISHER,)), sign=", ")
def _house_behind_place(parts: Parts, text: str) -> Parts:
    """Of two names behind each other, where nothing is a house, the one that is no known place is: "Paris, Phare"."""
    for at, part in enumerate(parts):
        place, comma, house = text[part.start : part.end].partition(", ")
        named = part.label is Label.PLACE and comma and len(house) > _COUNTRY and not house.isupper()
        told = place.casefold() in PLACES and house.casefold() not in PLACES
        if named and told and _YEAR_NEXT.match(text, part.end):
            published = part._replace(start=part.end - len(house), label=Label.PUBLISHER)
            return [*parts[:at], part._replace(end=part.start + len(place)), published, *parts[at + 1 :]]
    return parts


_YEAR_NEXT: Final = lazy(r",?\s(?:1[5-9]|20)\d\d\b")
_COUNTRY: Final = 4
"""Letters of what may be a state or a country: "NY", "UK", "Mass."."""


@asked_of(Label.TITLE, Label.DATE, lacks=_WHERE, sign=",")
def _last_of_title(parts: Parts, text: str) -> Parts:
    """Where nothing says who published a book, the last words of its title before a year do: "Lamps. Wick, 2010"."""
    for at, (title, date) in enumerate(pairwise(parts)):
        if (title.label, date.label) == (Label.TITLE, Label.DATE) and text[: date.start].rstrip()[-1:] == ",":
            end = text.rindex(",", 0, date.start)
            if house := _HOUSE.search(text, max(title.start, end - 80), end):
                publisher = LabelledPart(house.start("house"), end, Label.PUBLISHER, title.likely)
                signs = text[house.start() + 1] in "?!"  # they belong to a title, a stop does not
                parts[at : at + 1] = [title._replace(end=house.start() + 1 + signs), publisher]
            break
    return parts


_STEPS: Final = (
    *(_in_state, _own_house, _beside_year, _in_title),
    *(_told_series, _placed, _house_behind_place, _last_of_title),
)
