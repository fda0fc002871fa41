"""References as GB/T 7714 has them: in brackets behind the title stands what it is, "[M]" for a book, "[J]" an article.

Source: GB/T 7714-2015, "Information and documentation: Rules for bibliographic references and citations to information
resources", sections 4 (order of the elements), 7 (signs between them) and annex B (letter codes). Whoever prints
Chinese uses the wide signs as well as the narrow ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from anora_bib.model import Name
from anora_bib.model.values.names import OTHERS
from anora_bib.parser.draft import EXPLICIT, STRUCTURE, Draft, Explanation, asked_where, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_STOP: Final = r"[.．。]"
_COMMA: Final = r"\s?[,，]\s?"
_COLON: Final = r"\s?[:：]\s?"
_PAGES: Final = r"(?P<page>[A-Z]?\d[\w\s,，+–—－~-]{0,40})"
_CODE: Final = signed(
    r"\s?[\[［](?P<code>[MJNCDRSPGZA]|EB|DB|CP)(?:/(?:OL|CD|MT|DK))?[\]］]"
    r"(?:(?P<within>\s?//\s?)|(?=\s?(?:[.．。,，:：;；(（\[［]|\Z)))",
    sign=r"[\[［][a-z]{1,2}(?:/[a-z]{2})?[\]］]",
)
"""With a sign behind it: "[A] lamp" in a quotation is no code."""
_CUES: Final = {
    "C": "conference", "D": "thesis", "J": "periodical", "M": "monograph", "N": "newspaper", "P": "patent",
    "R": "report", "S": "standard", "CP": "software", "DB": "dataset",
}  # fmt: skip
"""What each code is evidence of; what is on the web is known by its address."""
_PERIODICALS: Final = frozenset(("J", "N"))
_LABEL: Final = lazy(r"\s*(?:[\[［]\d{1,4}[\]］]|\d{1,4}[.．、])\s*")
_CREATORS: Final = lazy(rf"(?P<names>[^\[\]［］.．。]{{2,300}}){_STOP}\s?(?=\S)")
_INITIALS_FIRST: Final = lazy(r"(?P<names>(?=[A-Z]\.)(?:(?<![^\W\d_])[A-Z]\.|[^\[\]［］.．。]){4,300})\.\s(?=\S)")
"""As others have them: "J. Roe, B. Wick"."""
_NAMES_APART: Final = lazy(r"[,，;；&]")
_OTHERS: Final = lazy(r"(?:et al\.?|等)\Z", re.IGNORECASE)
_GIVEN: Final = lazy(r"[A-Z]\.?(?:[\s-]?[A-Z]\.?){0,3}")
_COMPILED: Final = lazy(r"\s?(?:主编|编著|编|著)\Z")
"""Behind a name, what it did: edited, or wrote."""
_BY_INITIALS: Final = lazy(r"(?P<family>[^\W\d_][^\d,]{0,40}?)\s(?P<given>[A-Z](?:[\s-]?[A-Z]){0,3})\Z")
_EDITION: Final = lazy(
    rf"{_STOP}?\s?(?:第?(?P<edition>\d{{1,2}})\s?版|(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th))\s?ed(?:ition)?\b\.?)"
)
_TRANSLATOR: Final = lazy(rf"{_STOP}?\s?(?P<names>[^.．。:：\[\]]{{2,80}}?){_COMMA}(?:等)?译")
_EDITORS: Final = lazy(rf"(?P<names>[^.．。:：\[\]]{{2,80}}?){_COMMA}(?:主编|编){_STOP}?\s?")
_HOST: Final = lazy(rf"(?P<container>[^\[\]]{{2,240}}?)(?={_STOP}\s?[^\d\s]|{_COMMA}{_YEAR})")
_IN_PERIODICAL: Final = lazy(
    rf"\A{_STOP}?\s?(?P<container>[^\[\]]{{1,160}}?){_COMMA}(?P<issued>{_YEAR}(?:-\d{{1,2}}-\d{{1,2}})?)"
    rf"(?:{_COMMA}(?P<volume>\d{{1,4}}))?\s?(?:[(（](?P<issue>[\w-]{{1,12}})[)）])?(?:{_COLON}{_PAGES})?"
)
_IMPRINT: Final = lazy(
    rf"\A{_STOP}?\s?(?:(?P<place>[^:：\[\].．。]{{1,60}}){_COLON})?(?P<publisher>[^:：\[\]]{{2,160}}?)"
    rf"{_COMMA}(?P<issued>{_YEAR})(?:{_COLON}{_PAGES})?"
)
_ONLY_YEAR: Final = lazy(rf"\A(?:{_STOP}|{_COMMA})?\s?(?P<issued>{_YEAR})(?:{_COLON}{_PAGES})?")
_ON_WEB: Final = lazy(
    rf"{_STOP}?\s?[(（](?P<issued>{_YEAR}(?:-\d{{1,2}}){{0,2}})[)）](?:[\[［](?P<accessed>{_YEAR}-\d{{1,2}}-\d{{1,2}})[\]］])?"
)


@asked_where(AnyOf(_CODE))
def find_coded(draft: Draft) -> Iterable[Explanation]:
    """All that stands before and behind the letter code of a reference."""
    text = draft.text
    coded = _CODE.search(text, draft.seen)
    if coded is None:
        return
    start = label.end() if (label := _LABEL.match(text)) else 0
    if start:
        yield explained(0, start)
    creators = _INITIALS_FIRST.match(text, start, coded.start())
    people = normalised(creators["names"], draft.records) if creators else ()
    if creators is None and (creators := _CREATORS.match(text, start, coded.start())):
        people = _people(creators["names"])
    if creators and people:
        yield Explanation("author", people, Span(*creators.span("names")), Span(*creators.span()), STRUCTURE, "head")
        start = creators.end()
    if not text[start : coded.start()].strip():
        return
    yield draft.string("title", start, coded.start(), EXPLICIT, cue="bare")
    code = coded["code"]
    yield explained(*coded.span(), _CUES.get(code, "") if code == "C" or not coded["within"] else "")
    yield from _behind(draft, coded.end(), code, within=bool(coded["within"]))


def _behind(draft: Draft, at: int, code: str, *, within: bool) -> Iterator[Explanation]:
    """What follows the code: what holds the work, its edition and translator, and where and when it came out."""
    text = draft.text
    if web := _ON_WEB.match(text, at):
        yield from _fields(draft, web, 0)
        return
    if within:
        if (editors := _EDITORS.match(text, at)) and (people := _people(editors["names"])):
            yield Explanation("editor", people, Span(*editors.span("names")), Span(*editors.span()), STRUCTURE)
            at = editors.end()
        if host := _HOST.match(text, at):
            yield draft.string("container-title", *host.span("container"), EXPLICIT, cue="in")
            at = host.end()
    if (translator := _TRANSLATOR.match(text, at)) and (people := _people(translator["names"])):
        yield Explanation("translator", people, Span(*translator.span("names")), Span(*translator.span()), EXPLICIT)
        at = translator.end()
    if edition := _EDITION.match(text, at):
        yield from _fields(draft, edition, 0)
        at = edition.end()
    if code == "A" and not within:
        return  # The form of 1987: "In", editors, and the title of the book with a code of its own.
    forms = (_IN_PERIODICAL,) if code in _PERIODICALS and not within else (_ONLY_YEAR, _IMPRINT)
    for form in forms:
        if found := form.match(text[at : at + _REACH]):
            yield from _fields(draft, found, at, {"issue": "page"} if code == "N" else {})
            return


_REACH: Final = 400
"""Characters behind the title in which the rest of a reference stands."""
_VARIABLES: Final = {"container": "container-title", "place": "publisher-place", "ordinal": "edition"}


def _fields(
    draft: Draft, match: re.Match[str], offset: int, renamed: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Explanation]:
    """The groups of a match, each under the variable that it is named for; the signs between them are explained.

    ``offset`` is where the text that was matched begins in that of the draft. ``renamed`` has other names: of a
    newspaper the page stands where the issue of a journal does.
    """
    for group, words in match.groupdict().items():
        if not words:
            continue
        start, end = Span(*match.span(group)).shift(offset)
        if group in ("issued", "accessed"):
            for dated in find_dates(draft.text, start, end)[:1]:
                yield Explanation(group, dated.date, dated.span, Span(start, end), EXPLICIT)
        else:
            yield draft.string(renamed.get(group) or _VARIABLES.get(group, group), start, end, EXPLICIT)
    yield explained(*Span(*match.span()).shift(offset))


def _people(words: str) -> tuple[Name, ...]:
    """Names with the family first and initials without stops, "JACOBS A M", or Chinese ones, which stay whole."""
    names: list[Name] = []
    for part in _NAMES_APART.split(words):
        printed = _COMPILED.sub("", part.strip())
        others = _OTHERS.search(printed)
        if not printed:
            continue
        if others and others.start() == 0:
            names.append(Name(literal=OTHERS))
        elif names and _GIVEN.fullmatch(printed) and names[-1].literal:
            names[-1] = Name(names[-1].literal, printed)
        elif latin := _BY_INITIALS.match(printed):
            names.append(Name(latin["family"], latin["given"]))
        else:
            names.append(Name(literal=printed[: others.start()] if others else printed))
    return tuple(names)
