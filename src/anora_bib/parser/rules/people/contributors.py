"""People named with their part in the work: "edited by", "trans.", "directed by", "starring", "with reporting by"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Explanation, asked_where, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.normalise.person import is_body
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.places import AND
from anora_bib.parser.text.signs import AnyOf, Chosen, Seen, Signed, signed, words_in
from anora_bib.parser.text.tokens import next_stop, tokenize
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class _Role:
    """Words that introduce names, the variables those fill, and what that says of the type."""

    pattern: Signed
    variables: tuple[str, ...]
    cue: str = ""


_BEHIND_STOP = r"(?:(?<=[.,;(\0] )|(?<=[(\[]))"


def _role(part: str, *variables: str, cue: str = "") -> _Role:
    """The phrases of one part in a work; ``part`` is the variable, unless others are given."""
    anywhere, behind = language.introductions(part), language.introductions(part, behind_stop=True)
    # One that may end early comes behind those that begin as it does and go on otherwise ("trad. [par]", "trad. de").
    longest_first = sorted(map(language.phrase_pattern, anywhere), key=lambda it: (it.endswith(")?"), -len(it)))
    longest_first += [_BEHIND_STOP + language.phrase_pattern(phrase) for phrase in behind]
    pattern = rf"\b(?:{'|'.join(longest_first)})(?=\s)"
    return _Role(signed(pattern, re.IGNORECASE, words=words_in(*anywhere, *behind)), variables or (part,), cue)


_VERBS = (*language.participles(), *language.vocabulary("film_work"), *language.vocabulary("edition_work"))
_VERB = rf"(?:co-?)?(?:{language.pattern(_VERBS)})\.?"
_COMBINED = signed(
    rf"\b(?P<verbs>{_VERB}(?:(?:,? (?:{AND}) |, |/){_VERB}){{1,5}}) (?:{language.pattern(language.vocabulary('by'))})"
    r"\.?(?=\s)",
    re.IGNORECASE,
    words=(f"{co}{verb}" for co in ("", "co") for verb in _VERBS),
)
"""What people did in a work, two things or more: "translated and annotated by", "eingeleitet und übersetzt von"."""

_ROLES: Final = Chosen(
    (
        _role("editor-translator", "editor", "translator"),
        _role("editor"),
        _role("translator"),
        _role("director", cue="film"),
        _role("script-writer", cue="film"),
        _role("performer", cue="performed"),
        _role("singer", "performer", cue="sung"),
        _role("producer"),
        _role("contributor"),
        _role("preface", "contributor"),
        _role("illustrator"),
        _role("narrator", cue="audio"),
        _role("host", cue="audio"),
        _role("interviewer", cue="interview"),
        _role("composer"),
        _role("curator"),
        _role("compiler"),
        _role("series-creator", cue="broadcast"),
        _Role(signed(r"(?<=[.,;(\0] )with(?= [A-Z])", re.IGNORECASE, words="with"), ("contributor",)),
        _role("maker", "author", cue="object"),
        _role("photographer", "author", cue="photo"),
    )
)

_WRITTEN: Final = signed(r"(?:(?<=[.,;(\0] )|(?<=[(\[]))written by(?=\s)", re.IGNORECASE, words="written")
_FILM_WORDS: Final = frozenset("directed dir starring season episode film dvd".split())
"""Words that tell that who wrote is the author of a script."""
_ROLE_WORD: Final = language.pattern(language.roles())
_ROLE_BEHIND: Final = signed(
    r"[(\[;]\s?(?P<names>[^\W\d_][^()\[\]\0;\d]{2,160}?),?\s"
    rf"(?P<role>(?:{_ROLE_WORD})\.?(?:\s(?:&|and|und|et)\s(?:{_ROLE_WORD})\b\.?)?)(?=[;)\]])",
    re.IGNORECASE,
    words=words_in(*language.roles()),
)
"""Names in brackets with their part behind them: "(S. Barker, Trans.)", "(A. Doe & B. Poe, Eds.; 2nd ed.)"."""
_IN_EDITOR: Final = lazy(r"\b[Ii]n:?\s+(?=[A-Z])")
"""Before editors, of whom a word behind their names tells."""
_EDITOR: Final = signed(r"\b(?:ed|editor)s?\b", re.IGNORECASE, words="ed eds editor editors")
_SAME: Final = signed(
    rf",?\s[Ii]n:?\s(?:{language.pattern(language.vocabulary('same_person'))})\b\.?(?:\s\([^()]{{2,8}}\))?[,:]\s",
    re.IGNORECASE,
    words=words_in(*language.vocabulary("same_person")),
)
"""The author of a part is that of the whole as well: "in: ders., Lampen"."""
_ANY: Final = AnyOf(_SAME, _EDITOR, _ROLE_BEHIND, _COMBINED, _WRITTEN, *(role.pattern for role in _ROLES.items))
_EDITOR_AFTER: Final = lazy(r"[\s,]{0,32}[(\[]?[Ee]d(?:itor)?s?\b\.?[)\]]?,?")
_ALONE: Final = lazy(r"\s{0,24}(?P<name>[A-Z][^\s,.;:()\0]+(?:\s[A-Z][^\s,.;:()\0]+){0,4})(?=\s*(?:[,.;:()\0]|$))")
_PERSON: Final = lazy(r"[^\W\d_a-z][\w.’'-]{0,24}(?: [^\W\d_][\w.’'-]{0,24}){1,3}\Z")
"""Two to four words that may be a name in reading order."""
_IN_JOURNAL: Final = lazy(
    r"\s(?:[A-Z][a-z]{0,7}\.?\s){0,3}[A-Z][a-z]{2,8}\.,?\s(?:vol\.\s|(?:[A-Z][a-z]{0,7}\.?,?\s){0,2})[A-Z]?\d{1,3}(?!\d)"
)
"""What follows "Trans." in the name of a journal, up to its volume: "Nucl. Sci. 58", "Math. Softw., 47"."""
_WINDOW: Final = 240
"""Characters after the words of a role in which its names are looked for."""


@asked_where(_ANY)
def find_contributors(draft: Draft) -> Iterable[Explanation]:
    """Every list of names that words of a role introduce."""
    for match in _SAME.finditer(draft.rest, draft.seen):
        yield explained(*match.span(), "in")
    taken: list[Span] = []
    for group in _groups(draft):
        if group and not any(group[0].cover.overlaps(span) for span in taken):
            taken.append(group[0].cover)
            yield from group


def _groups(draft: Draft) -> Iterable[list[Explanation]]:
    """The findings of each phrase, most telling kind of phrase first."""
    text = draft.rest
    seen = draft.seen
    for match in _IN_EDITOR.finditer(text) if _EDITOR.may_match(seen) else ():
        yield list(_in_editor(draft, match.start(), match.end()))
    for match in _ROLE_BEHIND.finditer(text, seen):
        yield list(_names_before(draft, match))
    for match in _COMBINED.finditer(text, seen):
        verbs = re.findall(r"[^\W\d_]+", match.group("verbs").casefold())
        directed = "directed" in verbs
        variables = [variable for verb in verbs if (variable := language.participles().get(verb))]
        # Who edits a film cuts it; CSL's editor is another trade.
        variables = [name for name in variables if not (directed and name == "editor")]
        yield list(_names_after(draft, match.start(), match.end(), variables, "film" if directed else ""))
    for match in _WRITTEN.finditer(text, seen):
        film = not _FILM_WORDS.isdisjoint(seen.words)
        yield list(_names_after(draft, match.start(), match.end(), ("script-writer" if film else "author",), ""))
    for role in _ROLES.likely(seen):
        for match in role.pattern.pattern.finditer(text):
            yield list(_names_after(draft, match.start(), match.end(), role.variables, role.cue))


def _names_after(draft: Draft, start: int, end: int, variables: Iterable[str], cue: str) -> Iterable[Explanation]:
    if draft.rest[end : end + 4].lstrip()[:1].islower() or _belongs_before(draft, start, end):
        return
    if variables == ("translator",) and draft.rest[end - 1] == "." and _IN_JOURNAL.match(draft.rest, end):
        return
    tokens = tokenize(draft.rest, end, min(len(draft.rest), end + _WINDOW))
    stop = next((index for index, token in enumerate(tokens) if token.text == HOLE), len(tokens))
    read = NameReader(tokens[:stop], draft.records).directs()
    if read:
        names, span = read.names, Span(tokens[0].start, tokens[read.end - 1].end)
        if len(names) == 1 and is_body(span.of(draft.rest)):
            names = (Name(literal=collapse(span.of(draft.rest))),)
        elif "performer" in variables and (cast := _cast(draft, span)):
            names, span = cast
    elif alone := _ALONE.match(draft.rest, end, min(len(draft.rest), end + _WINDOW)):
        names, span = (Name(literal=collapse(alone.group("name"))),), Span(*alone.span("name"))
    else:
        return
    cover = _bracketed(draft.rest, Span(start, span.end))
    for index, role in enumerate(variables):
        variable = role
        if cue == "interview" and not draft.rest[:start].strip(' \0"“(['):
            variable = "author"  # "Interview with Jane Roe" at the head: CSL's author of an interview is who answers.
        yield Explanation(variable, names, span, cover if not index else span, EXPLICIT, cue)


def _cast(draft: Draft, span: Span) -> tuple[tuple[Name, ...], Span] | None:
    """The names from the beginning of ``span`` up to a stop, if all between commas are names; no "and" is needed."""
    end = min(next_stop(draft.rest, span.end, ".;(" + HOLE), span.start + _WINDOW)
    words = draft.rest[span.start : end].rstrip(", ")
    if words.count(",") and all(map(_PERSON.match, words.split(", "))):
        return normalised(words, draft.records), Span(span.start, span.start + len(words))
    return None


def _belongs_before(draft: Draft, start: int, end: int) -> bool:
    """True if an abbreviated role is that of the names at the head ("Jane Roe, dir. The Orchard."), not of what comes.

    Which of the two is a name and which a title can be hard to tell ("Pulp Fiction, dir. Quentin Tarantino"): names
    family first are names, else a known given name decides.
    """
    head = draft.rest[:start].rstrip(" ,([")
    if draft.rest[end - 1] != "." or not head or len(head) > _WINDOW or HOLE in head:
        return False
    tokens = tokenize(head)
    read = NameReader(tokens, draft.records).listed()
    if read is None or read.end != len(tokens):
        return False
    following = tokenize(draft.rest, end, min(len(draft.rest), end + _WINDOW))
    person = NameReader(following, draft.records).directs()
    return read.inverted or (is_given(tokens[0].text) and not (person and is_given(following[0].text)))


def _names_before(draft: Draft, match: re.Match[str]) -> Iterable[Explanation]:
    """Names in brackets, with one or two roles behind them."""
    tokens = tokenize(draft.rest, *match.span("names"))
    read = NameReader(tokens, draft.records).listed()
    if read is None or read.end != len(tokens):
        return
    span = Span(*match.span("names"))
    closed = draft.rest[match.end()] in ")]" and draft.rest[match.start()] in "(["
    cover = Span(match.start(), match.end() + closed)
    for index, role in enumerate(re.findall(r"[^\W\d_]+", match.group("role").casefold())):
        if variable := language.roles().get(role):
            yield Explanation(variable, read.names, span, cover if not index else span, EXPLICIT)


def _in_editor(draft: Draft, start: int, end: int) -> Iterable[Explanation]:
    """Names between "in" and "(Eds.)", as in "In J. Roe & A. Doe (Eds.), Book"."""
    tokens = tokenize(draft.rest, end, min(len(draft.rest), end + _WINDOW))
    read = NameReader(tokens, draft.records).listed()
    if read is None:
        return
    span = Span(tokens[0].start, tokens[read.end - 1].end)
    after = _EDITOR_AFTER.match(draft.rest, span.end)
    if after:
        yield Explanation("editor", read.names, span, Span(start, after.end()), EXPLICIT, "in")


def _bracketed(text: str, span: Span) -> Span:
    """With the parentheses around it, or the opening one if a date and the closing one follow."""
    before = len(text[: span.start].rstrip()) - 1
    after = span.end + len(text[span.end : span.end + 3]) - len(text[span.end : span.end + 3].lstrip())
    if before >= 0 and text[before] in "([" and after < len(text) and text[after] in ")]":
        return Span(before, after + 1)
    return span


_HEAD_ROLE: Final = signed(
    rf"[\s,]{{0,32}}[(\[]?\b(?P<role>{language.pattern(language.roles('en'))})\b(?:\.(?=[\s,)\]]|$))?[)\]]?",
    re.IGNORECASE,
    words=words_in(*language.roles("en")),
)


def role_after(text: str, end: int, seen: Seen | None = None) -> tuple[str, int] | None:
    """The variable that a role printed after the names at the head stands for ("(ed.)", ", director"), and its end."""
    if not _HEAD_ROLE.may_match(seen or Seen(text)):
        return None
    match = _HEAD_ROLE.pattern.match(text, end, min(len(text), end + 30))
    if match is None:
        return None
    variable = language.roles().get(language.bare(match.group("role")))
    return (variable, match.end()) if variable else None
