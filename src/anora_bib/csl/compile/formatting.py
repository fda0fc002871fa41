"""Formatting and affixes put on text: the last step of every leaf."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from anora_bib.csl.compile.context import Context
from anora_bib.csl.compile.plans import AFFIXED, PLAIN
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import FLIPPING, QUOTED, Data, Frame, Mark, Node, Output, frame
from anora_bib.csl.styletree.nodes import Look
from anora_bib.csl.values import richtext
from anora_bib.csl.values.textcase import casing, is_english
from anora_bib.system.memory import Memory

TextFormatter = Callable[[Context, str], Output | None]

_TERMS: Final = 512
"""Terms that a formatter remembers."""


_PERIOD = re.compile(r"\.(?![a-z]{2})")


def marks_of(look: Look) -> tuple[Mark, ...]:
    """All that is to be set around the content, innermost first."""
    marks = tuple(mark for mark in look.marks if mark != ("font-weight", "light"))
    if look.quotes:
        marks += (QUOTED,)
    return marks


def wrapper(look: Look, delimiter: str = "") -> Callable[[list[Output]], Output]:
    """What puts the formatting and affixes of an element around its parts."""
    around = frame_of(look, delimiter)
    return unwrapped if around.bare else lambda parts: Node(parts, around)


def frame_of(look: Look, delimiter: str = "") -> Frame:
    """The formatting and affixes of an element, to be put around its parts."""
    return frame(look.prefix, look.suffix, delimiter, marks_of(look))


def shape_of(frame: Frame) -> int:
    """The shape of what comes out of a frame."""
    return AFFIXED if frame.affixed else PLAIN


def unwrapped(parts: list[Output]) -> Output:
    """Parts under an element that adds nothing; one part alone is left alone, unless it is formatted.

    What may happen between it and the punctuation after it depends on whether an element stands around it.
    """
    if len(parts) == 1:
        part = parts[0]
        if isinstance(part, str) or not part.frame.affixed:
            return part
    return Node(parts)


def without_periods(text: str) -> str:
    """``text`` as ``strip-periods`` has it: without periods, but for that within a name such as "nhs.uk"."""
    return _PERIOD.sub("", text)


def stripped(output: Output) -> Output:
    """Output without the periods of its text; those of its affixes stay."""
    if isinstance(output, str):
        return without_periods(output)
    children = output.children
    bare = without_periods(children) if isinstance(children, str) else [stripped(child) for child in children]
    return output.with_children(bare)


def rich(text: str, quotes: richtext.Quotes) -> str | list[Output]:
    """The text of a field as output; a list only where it has markup."""
    parsed = richtext.parse(text, quotes)
    return parsed if isinstance(parsed, str) else [_node(piece) for piece in parsed]


def _node(piece: richtext.Rich) -> Output:
    if isinstance(piece, str):
        return piece
    content = piece.content
    around = frame(marks=((FLIPPING, piece.tag),))
    if len(content) == 1 and isinstance(content[0], str):
        return Node(content[0], around)
    return Node([_node(inner) for inner in content], around)


def text_formatter(
    look: Look,
    locale: Locale,
    default_language: str,
    data: Data | None = None,
    *,
    translatable: bool = False,
    literal: bool = False,
) -> TextFormatter:
    """What makes output of a text, by its element's attributes; ``translatable`` text is in the item's language.

    Of ``literal`` text every character stays as it is: it has no markup, and no apostrophes but what looks like them.
    ``data`` is that of the node, if it is to have any.
    """
    quotes = locale.quotes
    case = caser(look, locale, default_language, translatable=translatable)
    strips = look.strip_periods
    around = frame_of(look)
    bare, marks = around.bare, around.marks
    has_markup = richtext.finder(quotes)

    def format_text(ctx: Context, text: str) -> Output | None:
        if case is not None:
            text = case(ctx, text)
        if strips or ctx.strip:
            text = without_periods(text)
        children = rich(text, quotes) if not literal and has_markup(text) else text
        if not children:
            return None
        ctx.started = True
        if bare:
            return children if data is None and isinstance(children, str) else Node(children, around, data)
        if marks and isinstance(children, str) and "\u2019" in children:
            # Text with an apostrophe is rich text, inside whose formatting punctuation merges.
            children = [children]
        return Node(children, around, data)

    return format_text


def term_formatter(look: Look, locale: Locale, default_language: str, data: Data | None = None) -> TextFormatter:
    """The same for terms, of which there are few: what is done to one is done once for each language of items."""
    format_text = text_formatter(look, locale, default_language, data)
    around = frame_of(look)
    known: Memory[tuple[str, str], str] = Memory(_TERMS)
    leaf = text_formatter(Look(text_case=look.text_case, strip_periods=look.strip_periods), locale, default_language)
    # Whether title case applies depends on more than the language; an apostrophe makes rich text of a formatted one.
    always = look.text_case == "title"
    bare = data is None and around.bare

    def format_term(ctx: Context, text: str) -> Output | None:
        if always or ctx.strip:
            return format_text(ctx, text)
        key = text, ctx.ref.language
        made = known.get(key)
        if made is None:
            plain = leaf(ctx, text)
            if not isinstance(plain, str) or "\u2019" in plain:
                return format_text(ctx, text)
            made = known.keep(key, plain)
        ctx.started = True
        return made if bare else Node(made, around, data)

    return format_term


def caser(
    look: Look, locale: Locale, default_language: str, *, translatable: bool = False
) -> Callable[[Context, str], str] | None:
    """The text case asked for; what is in the item's language gets title case only if that is English."""
    name = look.text_case
    if name in ("", "normal", "none"):
        return None
    change = casing(name)
    language = locale.language
    if name != "title":
        return lambda ctx, text: change(text, ctx.ref.language or language)

    def title(ctx: Context, text: str) -> str:
        ref = ctx.ref
        if "jurisdiction" in ref.text or (translatable and not is_english(ref.language, default_language)):
            return text
        return change(text, ref.language or language)

    return title


def flat(output: Output | None) -> str:
    """The text of output without its formatting, its affixes in place."""
    if output is None:
        return ""
    before = after = ""
    while not isinstance(output, str):
        children, frame = output.children, output.frame
        if frame.affixed:
            before, after = before + frame.prefix, frame.suffix + after
        if isinstance(children, str):
            output = children
        elif len(children) == 1:
            output = children[0]
        else:
            output = frame.delimiter.join([child if isinstance(child, str) else flat(child) for child in children])
    return f"{before}{output}{after}" if before or after else output
