"""From rendered text to text, HTML, Markdown, LaTeX or RTF: the one place where CSL output becomes markup.

Engines render with *marks*, single characters of Unicode's private use area that stand for "italics begin" and the
like. Case changes and punctuation rules pass over them, and as :func:`unmarked` takes them out of what an item says,
nothing in an item can forge one. :func:`write` then escapes all that is text and turns the marks into markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.errors import UnknownNameError
from anora_bib.model.richtext import Closing, Opening, Tag, pieces
from anora_bib.text import nearest

_FIRST = 0xE000
_MARKS: Final = {tag: (chr(_FIRST + 2 * i), chr(_FIRST + 2 * i + 1)) for i, tag in enumerate(Tag)}
_OPENING: Final = {opening: tag for tag, (opening, _) in _MARKS.items()}
_CLOSING: Final = {closing: tag for tag, (_, closing) in _MARKS.items()}
_ANY_MARK = re.compile(f"([{''.join((*_OPENING, *_CLOSING))}])")
# XML and RTF have no place for control characters, and no name or title needs one.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Output:
    """An output format: how it escapes text, what it puts around each kind of run, and how it sets a document."""

    name: str
    escape: Callable[[str], str]
    markup: Mapping[Tag, tuple[str, str]]
    heading: str
    """A template for a heading: ``{}`` is the title, ``{rule}`` a line under it as long as the title."""
    entry: str = "{}"
    marked_entry: str = "{}"
    """What an engine itself puts around an entry."""
    list: tuple[str, str] = ("", "\n")
    """What stands before the first and after the last entry of a section."""
    between: str = "\n\n"
    document_ends: tuple[str, str] = ("", "")

    def document(self, sections: Sequence[tuple[str, Sequence[str]]]) -> str:
        """One text of titled sections of written entries; a section without either leaves no trace."""
        parts = [part for title, entries in sections if (part := self._section(title, entries))]
        begin, end = self.document_ends
        return f"{begin}{chr(10).join(parts)}{end}" if parts else ""

    def _section(self, title: str, entries: Sequence[str]) -> str:
        head = self.heading.replace("{rule}", "=" * len(title)).replace("{}", self.escape(unmarked(title)))
        begin, end = self.list
        body = self.between.join(self.entry.replace("{}", entry) for entry in entries)
        return (head if title else "") + (f"{begin}{body}{end}" if entries else "")


def mark(tag: Tag, text: str) -> str:
    opening, closing = _MARKS[tag]
    return f"{opening}{text}{closing}"


def marked(value: str) -> str:
    """A value of an item, its tags turned to marks; any mark or control character it held itself is gone."""
    return "".join(
        _MARKS[piece.tag][isinstance(piece, Closing)] if isinstance(piece, Opening | Closing) else piece
        for piece in pieces(unmarked(value))
    )


def unmarked(text: str) -> str:
    """``text`` without marks and control characters."""
    return _CONTROL.sub(" ", _ANY_MARK.sub("", text))


def write(text: str, output: Output) -> str:
    """Rendered text as markup. Runs that cross each other are cut so that they nest; unclosed ones are closed."""
    out: list[str] = []
    stack: list[Tag] = []
    for part in _ANY_MARK.split(text):
        if part in _OPENING:
            stack.append(_OPENING[part])
            out.append(_around(output, stack)[0])
        elif part in _CLOSING:
            _close(_CLOSING[part], stack, out, output)
        else:
            out.append(output.escape(part))
    while stack:
        out.append(_around(output, stack)[1])
        stack.pop()
    return "".join(out).strip()


def _close(tag: Tag, stack: list[Tag], out: list[str], output: Output) -> None:
    if tag not in stack:
        return
    above: list[Tag] = []
    while tag != stack[-1]:
        out.append(_around(output, stack)[1])
        above.append(stack.pop())
    out.append(_around(output, stack)[1])
    stack.pop()
    for reopened in reversed(above):
        stack.append(reopened)
        out.append(_around(output, stack)[0])


def _around(output: Output, stack: list[Tag]) -> tuple[str, str]:
    """The markup of the innermost run; none for italics in italics, which Markdown could not tell from their end."""
    innermost = stack[-1]
    return ("", "") if innermost in stack[:-1] else output.markup.get(innermost, ("", ""))


def _html(text: str) -> str:
    return html.escape(text, quote=True)


# Signs that are markup wherever they stand, an ampersand that would begin an entity, and what makes a list of a line.
# A full stop or a parenthesis in a title stays readable.
_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~^$@|]|&(?=#?\w)|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")


def _markdown(text: str) -> str:
    return _MARKDOWN_SIGNS.sub(lambda match: f"\\{match[0]}", text)


_LATEX_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "\u00a0": "~",
    }
)


def _latex(text: str) -> str:
    return text.translate(_LATEX_SIGNS).replace("--", "-{}-")


def _rtf(text: str) -> str:
    """RTF is ASCII: other characters are written as signed 16-bit units (specification 1.9, "Unicode RTF")."""
    out = []
    for char in text:
        if char in "\\{}":
            out.append(f"\\{char}")
        elif char == "\n":
            out.append("\\line ")
        elif char.isascii():
            out.append(char)
        else:
            units = char.encode("utf-16-le")
            numbers = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
            out += [f"\\u{number}?" for number in numbers]
    return "".join(out)


OUTPUTS: Final[tuple[Output, ...]] = (
    Output("text", str, {}, heading="{}\n{rule}\n\n"),
    Output(
        "html",
        _html,
        {
            Tag.ITALIC: ("<i>", "</i>"),
            Tag.BOLD: ("<b>", "</b>"),
            Tag.SUPERSCRIPT: ("<sup>", "</sup>"),
            Tag.SUBSCRIPT: ("<sub>", "</sub>"),
            Tag.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
        },
        heading="<h2>{}</h2>\n",
        marked_entry='<div class="csl-entry">{}</div>',
        list=('<div class="csl-bib-body">\n', "\n</div>\n"),
        between="\n",
    ),
    Output(
        "markdown",
        _markdown,
        {
            Tag.ITALIC: ("*", "*"),
            Tag.BOLD: ("**", "**"),
            Tag.SUPERSCRIPT: ("<sup>", "</sup>"),
            Tag.SUBSCRIPT: ("<sub>", "</sub>"),
        },
        heading="## {}\n\n",
    ),
    Output(
        "latex",
        _latex,
        {
            Tag.ITALIC: (r"\emph{", "}"),
            Tag.BOLD: (r"\textbf{", "}"),
            Tag.SUPERSCRIPT: (r"\textsuperscript{", "}"),
            Tag.SUBSCRIPT: (r"\textsubscript{", "}"),
            Tag.SMALL_CAPS: (r"\textsc{", "}"),
        },
        heading="\\section*{{}}\n\n",
    ),
    Output(
        "rtf",
        _rtf,
        {
            Tag.ITALIC: (r"{\i ", "}"),
            Tag.BOLD: (r"{\b ", "}"),
            Tag.SUPERSCRIPT: (r"{\super ", "}"),
            Tag.SUBSCRIPT: (r"{\sub ", "}"),
            Tag.SMALL_CAPS: (r"{\scaps ", "}"),
        },
        heading="{\\pard\\sb240\\sa240\\b {}\\par}\n",
        entry=r"{\pard\li720\fi-720\sa240 {}\par}",
        between="\n",
        document_ends=("{\\rtf1\\ansi\\deff0\n", "}\n"),
    ),
)


def output(name: str) -> Output:
    """The output format of that name.

    Raises:
        UnknownNameError: there is none.
    """
    by_name = {item.name: item for item in OUTPUTS}
    if name not in by_name:
        raise UnknownNameError("output", name, nearest(name, by_name) or by_name)
    return by_name[name]
