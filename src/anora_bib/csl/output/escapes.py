"""How text is written in each output format, so that nothing an item says can be markup."""

from __future__ import annotations

import re

from anora_bib.csl.output.signs import without_signs

# What a line or a field of a table ends with becomes a space: a blank line would end the paragraph, and with it the
# argument or the link that it stands in. Other control characters have no place in any format.
_LINE_END = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """Text without line ends, control characters and signs."""
    return text if text.isprintable() else without_signs(_CONTROL.sub("", _LINE_END.sub(" ", text)))


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


# -- Markdown

_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~^$@|]")
# An ampersand that begins an entity, and what some readers make dashes, an ellipsis, a trademark or a fraction of.
_ENTITY = re.compile(r"&(?=\w)")
_DASH = re.compile(r"-(?<=--)")
_ELLIPSIS = re.compile(r"\.(?<=\.\.)(?=\.)")
_TRADEMARK = re.compile(r"\((?=(?:[cCrRpP]|[tT][mM])\))")
_FRACTION = re.compile(r"/(?<=\d/)(?<!\d\d\d/)(?<!/\d/)(?<!/\d\d/)(?=\d{1,2}(?![\w/]))")
_SOMETIMES = (("&", _ENTITY), ("--", _DASH), ("...", _ELLIPSIS), ("(", _TRADEMARK), ("/", _FRACTION))
"""What must be in a text for each to be in it: most texts have none, and this is quicker to see."""
# What would make of a line the item of a list, a rule, a heading or a definition. Of an initial pandoc does not.
_MARKDOWN_BEGINNING = re.compile(
    r"[-+:](?=\s|\Z)|-(?=\\?-)|="
    r"|(?![A-Z]\.\s(?!\s))\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\\#)(?=[.)](?:\s|\Z))"
)


def markdown(text: str) -> str:
    """Text as a line of its own."""
    return markdown_line(markdown_text(one_line(text)))


def markdown_text(text: str) -> str:
    """Text inside a line; it has no line ends."""
    text = _MARKDOWN_SIGNS.sub(_backslashed, text)
    for sign, pattern in _SOMETIMES:
        if sign in text:
            text = pattern.sub(_backslashed, text)
    return text


def markdown_line(line: str) -> str:
    """A line of markup that begins no block but a paragraph."""
    found = _MARKDOWN_BEGINNING.match(line)
    if found is None:
        return line
    # Letters and digits cannot be escaped: the stop after them is.
    at = found.end() if found[0][-1].isalnum() or found[0][-1] == "#" else 0
    return f"{line[:at]}\\{line[at:]}"


# -- reStructuredText

# With an at sign an address of mail would be a link.
_RST_SIGNS = re.compile(r"[\\`*_|<>\[\]@]")
# A scheme before a colon makes a link of what follows, a script too; those of the web are what one would want. Two
# colons would make a literal block of what follows.
_RST_COLON = re.compile(
    r":(?:(?<=::)|(?:(?<=[a-zA-Z]:)|(?<=[a-zA-Z]\d:)|(?<=[a-zA-Z]\d\d\d:))"
    r"(?<!\b[hH][tT][tT][pP]:)(?<!\b[hH][tT][tT][pP][sS]:)(?=\S))"
)
# Lists, options, fields (but not our own roles), explicit markup, and lines of one sign: titles, rules, tables.
_RST_BEGINNING = re.compile(
    r"[-+/](?=\S)|[-+\u2022\u2023\u2043](?=\s|\Z)|:(?!su[bp]:`)|\.\.(?=\s|\Z)"
    r"|\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\#)[.)](?=\s|\Z)"
    r"|([!-/:-@\[-`{-~])\1*\s*\Z|=[= ]*\Z"
)


def rst(text: str) -> str:
    """Text as a line of its own."""
    return rst_line(rst_text(one_line(text)))


def rst_text(text: str) -> str:
    """Text inside a line; it has no line ends."""
    text = _RST_SIGNS.sub(_backslashed, text)
    return _RST_COLON.sub(_backslashed, text) if ":" in text else text


def rst_line(line: str) -> str:
    """A line of markup that begins no block but a paragraph."""
    if _RST_BEGINNING.match(line) is None:
        return line
    # A space that is escaped is not printed; a second backslash would be.
    return f"\\ {line}" if line[0] == "\\" else f"\\{line}"


# -- LaTeX

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
        "`": r"\textquoteleft{}",
        # LaTeX's default encoding (OT1) has no straight ones; the bare sign is a command in German (babel).
        '"': r"\textquotedblright{}",
        "\u00a0": "~",
        # pdfTeX knows no narrow spaces; ours stand before the high signs of French.
        "\u202f": r"\,",
        "\u2009": r"\,",
    }
)
# Signs that fonts join with an equal neighbour, to a dash or quotation marks; the address of a link is not printed.
_LATEX_JOINING = re.compile(r"(\\href\{(?:[^{}\\]|\\.)*\})|(-(?=-)|'(?=')|,(?=,))")


def latex(text: str) -> str:
    """Text as a line of its own."""
    return latex_apart(one_line(text).translate(_LATEX_SIGNS))


def latex_apart(text: str) -> str:
    """Markup in which signs that fonts would join with their neighbours stand apart."""
    if "--" not in text and "''" not in text and ",," not in text:
        return text
    return _LATEX_JOINING.sub(lambda match: match[1] or f"{match[2]}{{}}", text)


# -- RTF

_RTF_SIGNS = re.compile(r"[\\{}\t\n\r\v\f\x1c-\x1e]|[\x00-\x1f\x7f]|[^\x00-\x7f]")
_RTF_CONTROLS = {"\t": "\\tab ", **dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\\line ")}


def rtf(text: str) -> str:
    """RTF is ASCII: other characters are written as signed 16-bit units (specification 1.9, "Unicode RTF")."""
    return _RTF_SIGNS.sub(_in_rtf, text.replace("\r\n", "\n"))


def _in_rtf(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\\{}":
        return f"\\{char}"
    if char in _RTF_CONTROLS:
        return _RTF_CONTROLS[char]
    if char < " " or "\x7f" <= char <= "\x9f":
        return ""
    units = char.encode("utf-16-le", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2))
