"""The public verbs. Each takes and gives the data of ``anora_bib.model``; none prints, none touches the network.

Every verb takes a ``workspace`` (plugins and authority records); without one it uses everything installed and the
bundled records. A verb is imported when it is first asked for, so that reading a reference does not wait for all that
reads files and styles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anora_bib.system.lazy import names_from

if TYPE_CHECKING:
    from anora_bib.api.arguments import Readable
    from anora_bib.api.essays import Live, check, fix, link, make_live, restyle
    from anora_bib.api.libraries import collect, cross_reference, dump, merge, rename_keys
    from anora_bib.api.parsing import parse, parse_all
    from anora_bib.api.printing import cite, format, format_sections, identify_style
    from anora_bib.api.reading import apparatus, load, load_text, read, read_text, reread

_HOME = {
    "arguments": "Readable",
    "essays": "Live check fix link make_live restyle",
    "libraries": "collect cross_reference dump merge rename_keys",
    "parsing": "parse parse_all",
    "printing": "cite format format_sections identify_style",
    "reading": "apparatus load load_text read read_text reread",
}

__all__ = [
    "Live",
    "Readable",
    "apparatus",
    "check",
    "cite",
    "collect",
    "cross_reference",
    "dump",
    "fix",
    "format",
    "format_sections",
    "identify_style",
    "link",
    "load",
    "load_text",
    "make_live",
    "merge",
    "parse",
    "parse_all",
    "read",
    "read_text",
    "rename_keys",
    "reread",
    "restyle",
]

__getattr__ = names_from(__name__, _HOME)
