"""Notes in the sentence between tags or in templates.

``<ref>Roe, Docks.</ref>`` and ``<ref name="roe">`` (MediaWiki), ``<span class="sidenote">`` with the label and box
before it (Tufte's style sheet), ``{{< sidenote >}}Roe, Docks.{{< /sidenote >}}`` (Hugo), ``{% sidenote "id" "Roe,
Docks." %}`` and ``{% include sidenote.html content="Roe, Docks." %}`` (Jekyll), ``{% footnote %}...{% endfootnote %}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from anora_bib.text.spans import Span

LONGEST: Final = 6000
"""Characters of a note in a sentence."""
_NAMES: Final = r"(?:side|margin|foot)[-_]?note"
_OPENING: Final = re.compile(
    r"<ref(?P<ref>(?:\s[^<>]{0,200})?)>"
    rf"|<span\b[^<>]{{0,200}}?\bclass=[\"'](?P<classes>[^\"'<>]{{1,120}})[\"'][^<>]{{0,200}}>"
    rf"|\{{\{{(?P<hugo>[<%])\s{{0,4}}(?P<shortcode>{_NAMES}[\w-]{{0,20}}|fn|sn|mn)(?=[\s>%])(?P<given>[^{{}}]{{0,{LONGEST}}}?)[>%]\}}\}}"
    rf"|\{{%-?\s{{0,4}}(?:include\s{{1,4}})?(?P<tag>{_NAMES})(?:\.html)?(?P<words>(?:\s[^{{}}]{{0,{LONGEST}}}?)?)-?%\}}",
    re.IGNORECASE,
)
_SIGNS: Final = (
    "<ref",
    "sidenote",
    "side-note",
    "side_note",
    "marginnote",
    "margin-note",
    "margin_note",
    *(
        f"{opening}{name}"
        for opening in ("{{< ", "{{<", "{{% ", "{{%", "{% ", "{%- ")
        for name in ("foot", "fn", "sn", "mn")
    ),
)
_REPEATED: Final = re.compile(r"<ref\s[^<>]{0,200}/>", re.IGNORECASE)
_NAMED: Final = re.compile(r"\bname\s{0,3}=\s{0,3}(?:\"(?P<quoted>[^\"<>]{1,80})\"|(?P<bare>[^\s\"'<>/]{1,80}))")
_SIDENOTE: Final = frozenset(("sidenote", "side-note", "marginnote", "margin-note"))
_SPAN: Final = re.compile(r"<(?P<close>/)?span\b[^<>]{0,400}>", re.IGNORECASE)
_SWITCH: Final = re.compile(
    r"(?:<label\b[^<>]{0,200}>[^<>]{0,20}</label>|<input\b[^<>]{0,200}>)\s{0,9}"
    r"(?:<input\b[^<>]{0,200}>\s{0,9})?(?:</input>\s{0,9})?$",
    re.IGNORECASE,
)
"""What shows and hides a sidenote where there is no room: the label stands where its number is printed."""
_REACH: Final = 500
_QUOTED: Final = re.compile(
    r"(?<!\\)\"(?P<double>(?:[^\"\\]|\\.)*+)\"|(?<![\w\\])'(?P<single>(?:[^'\\]|\\.|(?<=\w)'(?=\w))*+)'", re.DOTALL
)
_UNQUOTED: Final = re.compile(r"\s{1,4}[\w:-]{1,60}\s{1,4}(?P<words>\S.*\S)\s{0,4}$", re.DOTALL)
_PRINTED: Final = re.compile(r"\s\"[^\"]")
_PROSE: Final = re.compile(r"\w\s\S|://")


class EnclosedNote(NamedTuple):
    """A note, with its tags and without; ``name`` is what others of the same note call it."""

    outer: Span
    inner: Span
    name: str = ""


def is_sidenote(classes: str) -> bool:
    """Whether the class of an element makes it a note beside the text.

    >>> is_sidenote("sidenote left"), is_sidenote("sidenote-number")
    (True, False)
    """
    return not _SIDENOTE.isdisjoint(classes.lower().split())


def may_enclose_notes(text: str, start: int) -> bool:
    """Whether a text has anything in it that such notes begin with."""
    return any(text.find(sign, start) >= 0 for sign in _SIGNS)


def enclosed_notes(text: str, span: Span) -> Iterator[EnclosedNote]:
    """The notes in a block, in order."""
    done = span.start
    for match in _OPENING.finditer(text, *span):
        if match.start() < done:
            continue
        note = _note(text, match, span)
        if note is not None and note.inner.of(text).strip() and note.outer.start >= done:
            yield note
            done = note.outer.end


def repeated_notes(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The signs ``<ref name="roe" />``, which point at a note again, with the names."""
    for match in _REPEATED.finditer(text, *span):
        if name := _name(match[0]):
            yield Span(*match.span()), name


def _note(text: str, match: re.Match[str], span: Span) -> EnclosedNote | None:
    end = min(span.end, match.end() + LONGEST)
    if match["ref"] is not None:
        if match["ref"].endswith("/"):
            return None
        return _until(text, match, re.compile(r"</ref\s{0,3}>", re.IGNORECASE), end, _name(match["ref"]))
    if match["shortcode"]:
        closing = re.compile(rf"\{{\{{[<%]\s{{0,4}}/\s{{0,4}}{re.escape(match['shortcode'])}\s{{0,4}}[>%]\}}\}}")
        note = _until(text, match, closing, end)
        # Words that the shortcode prints before the note, as some do, are not the note's.
        prints = note is not None and _PRINTED.search(match["given"])
        return note._replace(outer=note.inner) if note and prints else note or _given(text, match, "given")
    if match["tag"]:
        closing = re.compile(rf"\{{%-?\s{{0,4}}(?:end|/\s{{0,4}}){re.escape(match['tag'])}\s{{0,4}}-?%\}}")
        return _until(text, match, closing, end) or _given(text, match, "words")
    return _sidenote(text, match, span.start, end) if is_sidenote(match["classes"]) else None


def _until(text: str, match: re.Match[str], closing: re.Pattern[str], end: int, name: str = "") -> EnclosedNote | None:
    """The note that goes on to what closes it."""
    close = closing.search(text, match.end(), end)
    return EnclosedNote(Span(match.start(), close.end()), Span(match.end(), close.start()), name) if close else None


def _given(text: str, match: re.Match[str], part: str) -> EnclosedNote | None:
    """The note that is given to the template itself: the longest of its quoted words, or all behind the first word."""
    within = Span(*match.span(part))
    quoted = [Span(*found.span(found.lastgroup or 0)) for found in _QUOTED.finditer(text, *within)]
    unquoted = None if quoted else _UNQUOTED.match(text, *within)
    words = max(quoted, key=len) if quoted else Span(*unquoted.span("words")) if unquoted else None
    if words is None or not _PROSE.search(text, *words):
        return None
    return EnclosedNote(Span(*match.span()), words)


def _sidenote(text: str, match: re.Match[str], start: int, end: int) -> EnclosedNote | None:
    """The words of a span, up to the tag that closes it."""
    depth = 1
    for tag in _SPAN.finditer(text, match.end(), end):
        depth += -1 if tag["close"] else 1
        if depth == 0:
            # Without it, as in old books, it is a heading in the margin.
            before = _SWITCH.search(text, max(start, match.start() - _REACH), match.start())
            outer = Span(before.start(), tag.end()) if before else None
            return EnclosedNote(outer, Span(match.end(), tag.start())) if outer else None
    return None


def _name(attributes: str) -> str:
    named = _NAMED.search(attributes)
    return (named["quoted"] or named["bare"]) if named else ""
