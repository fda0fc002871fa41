"""Questions about one text and their answers, as plain data: what the page asks, whoever carries it.

A question says what to ``do`` with the ``text`` of a file that is called ``name``. Of the texts only the last is kept,
so that it is read once, and of others the notes, which are not parsed again; no file is read or written, and nothing
goes out to the network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from anora_bib import api
from anora_bib.assembly.workspace import Workspace
from anora_bib.checking.examine import Examined, examine
from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import AnoraBibError, InputError, UnknownNameError
from anora_bib.inputs.opening import Bibliography
from anora_bib.lint.fixer import plan, settle
from anora_bib.lint.rule import Documented
from anora_bib.lint.select import select
from anora_bib.model import Library
from anora_bib.reports.base import Findings
from anora_bib.reports.html import HtmlReport
from anora_bib.shelf import Shelf
from anora_bib.text.characters import printable_line
from anora_bib.text.excerpts import by_number, lines_about
from anora_bib.text.spans import apply_edits

Answer = dict[str, object]

MOST: Final = 5_000_000
"""Characters of a text; more would keep a browser busy for minutes."""
_UNNAMED: Final = "Pasted text"
"""What a text is called whose format its content tells."""
_STYLE_NAME: Final = re.compile(r"[\w-]{1,200}", re.ASCII)


class _Question(NamedTuple):
    """What is asked, with every value of the kind that it must be."""

    do: str
    text: str
    name: str
    number: int
    style: str
    csl: str
    to: str
    query: str


class Desk:
    """Answers questions about texts, with the records, rules and styles of a workspace.

    Args:
        workspace: by default everything installed, and the bundled records.
        rules: those that run; by default all but the pedantic.
    """

    def __init__(self, workspace: Workspace | None = None, rules: Sequence[Documented] = ()) -> None:
        self._workspace = workspace or Workspace()
        self._workspace.remember_texts()
        self._rules = rules or select(self._workspace.plugins.rules, (), ())
        self._report = HtmlReport()
        self._last: tuple[str, str, Examined] | None = None
        self._answers: Mapping[str, Callable[[_Question], Answer]] = {
            "look": self._look,
            "fix": self._fix,
            "format": self._format,
            "export": self._export,
            "graph": self._graph,
            "styles": self._styles,
        }

    def answer(self, question: Mapping[str, object]) -> Answer:
        """The answer to a question, or ``{"error": ...}`` with one line that says what is wrong with it.

        ``do`` is one of

        - "look": ``html``, the text with all that is found in it; how much there is (``findings``, ``safe``);
        - "fix": ``text`` with the fix of the finding ``number`` (1 is the first) or, where that is 0, all safe ones,
          and how many were ``applied``;
        - "format": ``html``, the bibliography in a ``style``, or in that whose XML is ``csl``;
        - "export": ``text``, the sources in a format (``to``);
        - "graph": ``html``, a page of its own;
        - "styles": ``styles``, pairs of a name and a title, that ``query`` is found in.
        """
        try:
            asked = _question(question)
            if asked.do not in self._answers:
                raise InputError(f"is no question; ask one of {', '.join(self._answers)}", path=asked.do)
            return self._answers[asked.do](asked)
        except AnoraBibError as error:
            return {"error": printable_line(str(error))}

    def answer_json(self, question: str) -> str:
        """The same in JSON, for what can hand over nothing but text."""
        try:
            asked = json.loads(question)
        except ValueError:
            asked = None
        answer = self.answer(asked) if isinstance(asked, dict) else {"error": "the question is no JSON object"}
        return json.dumps(answer)

    def _look(self, asked: _Question) -> Answer:
        examined = self._examined(asked.text, asked.name)
        found, page = examined.diagnostics, examined.page
        lines = {page.path: by_number(lines_about(examined.source, found))}
        html = self._report.section(Findings(found, 1, lines, pages=[page]), self._rules)
        return {"html": html, "findings": len(found), "safe": len(plan(found))}

    def _fix(self, asked: _Question) -> Answer:
        examined = self._examined(asked.text, asked.name)
        if not asked.number:
            text, applied, _ = settle(examined.source, examined.diagnostics, self._finder(asked.name), unsafe=False)
            return {"text": text, "applied": len(applied)}
        chosen = plan(examined.diagnostics[asked.number - 1 : asked.number] if asked.number > 0 else (), unsafe=True)
        edits = [edit for one in chosen if one.fix for edit in one.fix.edits]
        return {"text": apply_edits(examined.source, edits), "applied": len(chosen)}

    def _finder(self, name: str) -> Callable[[str], Sequence[Diagnostic]]:
        return lambda text: self._examined(text, name).diagnostics

    def _format(self, asked: _Question) -> Answer:
        style = asked.style or "mla"
        if not _STYLE_NAME.fullmatch(style):  # which a command may take from a file, and a page may not
            raise UnknownNameError("style", style)
        library = self._sources(asked)
        style = _style_sheet(asked.csl) if asked.csl else style
        html = api.format(library, style=style, to="html", arranged=True, links=True, workspace=self._workspace)
        return {"html": html, "entries": len(library)}

    def _export(self, asked: _Question) -> Answer:
        library = self._sources(asked)
        text = api.dump(library, to=asked.to or "bibtex", workspace=self._workspace)
        return {"text": text, "entries": len(library)}

    def _graph(self, asked: _Question) -> Answer:
        item = self._examined(asked.text, asked.name).item
        if isinstance(item, Bibliography):
            raise InputError("is a bibliography, which cites nobody", path=asked.name)
        graph = api.cross_reference(item, workspace=self._workspace)
        return {"html": self._workspace.plugins.graph_writers.get("html")(graph)}

    def _styles(self, asked: _Question) -> Answer:
        from anora_bib.csl import search_styles

        return {"styles": [[style.name, style.title] for style in search_styles(asked.query)]}

    def _sources(self, asked: _Question) -> Library:
        return Shelf(self._workspace, (self._examined(asked.text, asked.name).item,)).library()

    def _examined(self, text: str, name: str) -> Examined:
        """The text, read and checked.

        Raises:
            InputError: it is in no format that is read, or holds nothing.
        """
        last = self._last
        if last and last[:2] == (text, name):
            return last[2]
        opened = self._workspace.opener.decode(text.encode(), name)
        examined = examine(opened, self._workspace, self._rules)
        self._last = text, name, examined
        return examined


def _style_sheet(xml: str) -> str:
    """The text of a style, which nothing can take for the name of a file."""
    if not xml.lstrip("\ufeff \t\r\n").startswith("<"):
        raise InputError("is no CSL style, which begins with <", path="style")
    return xml.lstrip("\ufeff \t\r\n")


def _question(asked: Mapping[str, object]) -> _Question:
    def words(key: str, most: int = 200) -> str:
        value = asked.get(key, "")
        if not isinstance(value, str):
            raise InputError("must be a string", path=key)
        if len(value) > most:
            raise InputError(f"is longer than {most:,} characters", path=key)
        return value

    number = asked.get("number", 0)
    if not isinstance(number, int) or isinstance(number, bool):
        raise InputError("must be a whole number", path="number")
    text = words("text", MOST).encode("utf-8", "replace").decode()
    name = PurePosixPath(words("name").replace("\\", "/")).name or _UNNAMED
    return _Question(words("do"), text, name, number, words("style"), words("csl", MOST), words("to"), words("query"))
