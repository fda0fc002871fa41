"""A whole document around bibliographies, for outputs that are otherwise a part of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.documents.dialects import html, latex
from anora_bib.errors import UnsupportedError

_STYLE_SHEET: Final = re.compile(r"<style>\n(.{0,4000}?)</style>\n", re.DOTALL)
"""What :mod:`.formats.html` puts before the text; in a whole page it belongs into the head."""

_PAGE_STYLE: Final = """\
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, "Times New Roman", serif; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
a { color: inherit; overflow-wrap: anywhere; }
@page { margin: 2.5cm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 12pt; }
  h1, h2 { break-after: avoid; }
  .csl-entry { break-inside: avoid; orphans: 2; widows: 2; }
  a { text-decoration: none; }
}
"""


def _html(text: str, title: str, language: str) -> str:
    found = _STYLE_SHEET.match(text)
    sheet, body = (found[1], text[found.end() :]) if found else ("", text)
    attribute = f' lang="{html.attribute(language)}"' if language else ""
    return (
        f"<!DOCTYPE html>\n<html{attribute}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.text(title)}</title>\n<style>\n{_PAGE_STYLE}{sheet}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _latex(text: str, title: str, language: str) -> str:
    del language  # hyphenation in a language needs babel, and a document that says which other languages it has
    return (
        "\\documentclass{article}\n\\usepackage{iftex}\n"
        "\\iftutex\\usepackage{fontspec}\\else\\usepackage[T1]{fontenc}\\fi\n"
        f"\\usepackage[hidelinks]{{hyperref}}\n\\hypersetup{{pdftitle={{{latex.text(title)}}}}}\n"
        f"\\begin{{document}}\n{text}\\end{{document}}\n"
    )


_PAGES: Final[Mapping[str, Callable[[str, str, str], str]]] = {"html": _html, "latex": _latex}


def standalone(text: str, output: str, *, title: str, language: str = "") -> str:
    """The whole document: in HTML a page that prints well, in LaTeX one that compiles. RTF is whole already.

    Args:
        text: the bibliographies, as the output writes them.
        output: the name of the output.
        title: what the document is called.
        language: what it is written in, as BCP 47 has it; "" if that is not known.

    Raises:
        UnsupportedError: the output has no whole documents.
    """
    if output == "rtf":
        return text
    if output not in _PAGES:
        raise UnsupportedError(f"{output} has no whole documents", hint=f"choose from {', '.join(_PAGES)} and rtf")
    return _PAGES[output](text if text.endswith("\n") else text + "\n", title, language)
