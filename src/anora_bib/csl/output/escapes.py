"""How text is written in each output format, so that nothing an item says can be markup."""

from __future__ import annotations

import re

# Signs that are markup wherever they stand, an ampersand that would begin an entity, and what makes a list of a line.
# A full stop or a parenthesis in a title stays readable.
_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~^$@|]|&(?=#?\w)|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")

# A scheme before a colon makes a link of what follows, a script too; those of the web are what one would want.
_RST_SIGNS = re.compile(
    r"[\\`*_|<>\[\]]|^(?:\.(?=\.(?:\s|$))|[-+](?=\s))|(?<=[a-z0-9])(?<!\bhttp)(?<!\bhttps):(?=\S)", re.IGNORECASE
)

# A blank line would end the paragraph, and with it the argument or the link that it stands in; what comes after one
# could begin a block of its own.
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

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


def markdown(text: str) -> str:
    return _MARKDOWN_SIGNS.sub(_backslashed, _in_one_line(text))


def rst(text: str) -> str:
    return _RST_SIGNS.sub(_backslashed, _in_one_line(text))


def _in_one_line(text: str) -> str:
    return text if text.isprintable() else _LINE_END.sub(" ", text)


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def latex(text: str) -> str:
    return _in_one_line(text).translate(_LATEX_SIGNS).replace("--", "-{}-")


def rtf(text: str) -> str:
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
            units = char.encode("utf-16-le", "surrogatepass")
            numbers = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
            out += [f"\\u{number}?" for number in numbers]
    return "".join(out)
