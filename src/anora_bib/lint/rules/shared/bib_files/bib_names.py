"""The fields of a ``.bib`` file that hold names, and what of them BibTeX looks at when it parts them."""

from __future__ import annotations

from typing import Final

NAMES: Final = tuple(
    """author editor translator editora editorb editorc bookauthor afterword annotator commentator foreword holder
    introduction""".split()
)


def without_groups(latex: str) -> str:
    """The value with everything in braces, and commands, written over by digits: BibTeX does not look into them.

    The length stays, so that places are the same.
    """
    if "{" not in latex and "\\" not in latex:
        return latex
    out: list[str] = []
    depth = 0
    escaped = False
    for sign in latex:
        if escaped:
            escaped = False
            out.append("0")
            continue
        escaped = sign == "\\"
        depth += sign == "{"
        out.append("0" if depth > 0 or escaped else sign)
        depth -= sign == "}"
        depth = max(depth, 0)
    return "".join(out)
