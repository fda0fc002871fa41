r"""LaTeX: ``\cite`` and its kin, ``\nocite``, ``\bibliography``, ``\addbibresource``, ``\input``, ``\bibitem``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.documents.document import Document
from anora_bib.model.essay.keyed import CitationKey, KeyedText, NamedFile
from anora_bib.readers.keys import commands
from anora_bib.readers.keys.blanking import after, blanked
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import TextSpan

SUFFIXES: Final = (".tex", ".ltx", ".latex", ".rnw", ".lytex")

_SHOWN: Final = lazy(
    r"\\begin\s{0,4}\{(?P<environment>(?:verbatim|Verbatim|lstlisting|minted|comment|filecontents|alltt)\*?)\}"
    r"|\\(?:verb|lstinline)\*?(?P<mark>[^\sA-Za-z*\[])"
    r"|\\(?P<command>iffalse|end\s{0,4}\{document\})"
    r"|\\."
    r"|(?P<comment>%)",
    re.DOTALL,
)
"""Where words begin that LaTeX does not read as its own; an escaped sign is passed over."""
_FI: Final = lazy(r"\\fi(?![A-Za-z])")
_OPTION: Final = lazy(r"\s{0,8}(?:\[[^\[\]]{0,2000}\]|\([^()]{0,2000}\)|<[^<>{}]{0,2000}>)")
_GROUP: Final = lazy(r"\s{0,8}\{(?P<words>[^{}]{0,20000})\}")
_KEY: Final = lazy(r"[^\s,]+")
_LIBRARY: Final = lazy(
    r"\\(?P<command>bibliography|nobibliography|addbibresource|addglobalbib|addsectionbib|putbib)(?P<series>[a-z]{0,20})"
    r"\*?(?P<option>\s{0,4}\[[^\[\]]{0,200}\])?\s{0,4}\{(?P<names>[^{}]{0,2000}|[^{}]{0,200}\{[^{}]{0,200}\}[^{}]{0,200})\}"
)
_PART: Final = lazy(
    r"\\(?:input|include|subfile|InputIfFileExists)\s{0,4}\{(?P<name>[^{}#\\]{1,300})\}"
    r"|\\(?:import|subimport|includefrom|subincludefrom)\*?\s{0,4}\{(?P<folder>[^{}#\\]{0,300})\}\s{0,4}\{(?P<file>[^{}#\\]{1,300})\}"
    r"|\\input\s{1,4}(?P<bare>[^\s{}#\\%]{1,300})"
)
_ITEM: Final = lazy(r"\\bibitem\s{0,4}(?:\[[^\[\]]{0,500}\]\s{0,4})?\{(?P<key>[^{}]{1,300})\}")
_SET: Final = lazy(r"\\defbibentryset\s{0,4}\{(?P<key>[^{}]{1,300})\}")
_EMBEDDED: Final = lazy(r"\\begin\s{0,4}\{filecontents\*?\}(?:\[[^\]]{0,100}\])?\s{0,4}\{[^{}]{1,200}\.bib\}")


def read(text: str, path: str) -> KeyedText:
    """What the text of a LaTeX file says of its citations."""
    shown = without_shown(text)
    series = [name for found in commands.SERIES.finditer(shown) for name in re.findall(r"[A-Za-z]+", found["names"])]
    keys = tuple(found for found in cited(shown, series) if found.key != "*")
    libraries, hidden = _libraries(shown, series)
    own = {found["key"].strip() for pattern in (_ITEM, _SET) for found in pattern.finditer(shown)}
    return KeyedText(
        Document(path, text),
        keys,
        libraries,
        tuple(_parts(shown)),
        frozenset(own),
        everything=any(found.key == "*" for found in cited(shown, series)),
        hidden=hidden or _EMBEDDED.search(text) is not None,
    )


def without_shown(text: str) -> str:
    r"""The text with comments, code, what stands between ``\iffalse`` and ``\fi``, and the rest made blanks."""
    spans: list[tuple[int, int]] = []
    at = 0
    while match := _SHOWN.search(text, at):
        at = max(_end(text, match), match.end())
        if at > match.end() or match["comment"]:
            spans.append((match.start(), at))
    return blanked(text, spans)


def _end(text: str, match: re.Match[str]) -> int:
    """Where the words end that begin there; where they begin, if they are read as any other."""
    if environment := match["environment"]:
        return after(text, f"\\end{{{environment}}}", match.end())
    if match["comment"]:
        end = text.find("\n", match.end())
        return end if end >= 0 else len(text)
    if mark := match["mark"]:
        end = text.find({"{": "}"}.get(mark, mark), match.end())
        newline = text.find("\n", match.end(), end)
        return end + 1 if end >= 0 and newline < 0 else match.start()
    if match["command"] == "iffalse":
        found = _FI.search(text, match.end())
        return found.end() if found else len(text)
    return len(text) if match["command"] else match.start()


def cited(text: str, series: list[str] | None = None) -> Iterator[CitationKey]:
    """Each key in a command that cites, or may."""
    own = _own_commands(text) | {f"{command}{name}" for name in series or () for command in _IN_SERIES}
    for command in commands.CITES.finditer(text):
        name = command["name"]
        if commands.takes_no_key(name):
            continue
        sure = commands.is_known(name) or name in own
        for group in _groups(text, command.end(), name):
            for key in _KEY.finditer(group["words"]):
                if not set(key[0]) & set("#\\$&"):
                    start = group.start("words") + key.start()
                    yield CitationKey(key[0], TextSpan(start, start + len(key[0])), sure)


_IN_SERIES: Final = ("cite", "nocite", "citet", "citep", "citealt", "citealp", "citeauthor", "citeyear")


def _groups(text: str, at: int, name: str) -> Iterator[re.Match[str]]:
    """The groups of keys of a command whose name ends at a place."""
    while True:
        at = _behind_options(text, at)
        group = _GROUP.match(text, at)
        if group is None:
            return
        at = group.end()
        if commands.takes_volume(name):
            group = _GROUP.match(text, _behind_options(text, at))
            if group is None:
                return
            at = group.end()
        yield group
        if not commands.takes_several(name):
            return


def _behind_options(text: str, at: int) -> int:
    while option := _OPTION.match(text, at):
        at = option.end()
    return at


_BODY: Final = 400
"""Characters of a definition in which a command that cites is looked for."""


def _own_commands(text: str) -> set[str]:
    """The commands that the document defines by one that cites, or as one."""
    names: set[str] = set()
    for found in commands.OWN.finditer(text):
        body = text[found.end() : found.end() + _BODY].partition("\n\n")[0]
        if "CiteCommand" in found[0] or any(commands.is_known(one["name"]) for one in commands.CITES.finditer(body)):
            names.add(found["name"])
    return names


def _libraries(text: str, series: list[str]) -> tuple[tuple[NamedFile, ...], bool]:
    """The libraries that are named, and whether there are more that cannot be known."""
    named: list[NamedFile] = []
    hidden = False
    for found in _LIBRARY.finditer(text):
        if found["series"] and found["series"] not in series:
            continue  # \bibliographystyle, \bibliographyname
        hidden = hidden or "location" in (found["option"] or "") or "glob" in (found["option"] or "")
        if "\\" in found["names"] or "#" in found["names"]:
            hidden = True
            continue
        for name in re.finditer(r"[^,\s][^,]*", found["names"]):
            start = found.start("names") + name.start()
            named.append(NamedFile(name[0].strip(), TextSpan(start, start + len(name[0].rstrip()))))
    return tuple(named), hidden


def _parts(text: str) -> Iterator[NamedFile]:
    """The files that the text takes in."""
    for found in _PART.finditer(text):
        if found["file"]:
            folder = found["folder"].strip()
            name = f"{folder.rstrip('/')}/{found['file'].strip()}" if folder else found["file"].strip()
            yield NamedFile(name, TextSpan(*found.span("file")))
        else:
            group = "name" if found["name"] else "bare"
            yield NamedFile(found[group].strip().strip('"'), TextSpan(*found.span(group)))
