"""The report as one page, or as an index and a page for each file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from anora_bib.reports.base import Described, Findings
from anora_bib.webpages import Pages

if TYPE_CHECKING:
    from anora_bib.reports.html.views import PageView, ReportView

STYLE: Final = Path(__file__).parent / "style.css"
"""What the parts of a report look like."""
WALK: Final = Path(__file__).parent / "walk.js"
"""The script that leads through findings, wherever they are shown."""

_PAGES: Final = Pages(Path(__file__).parent, (WALK, "script.js"))
_UNSAFE: Final = re.compile(r"[^\w-]{1,200}", re.ASCII)
_LONGEST: Final = 60


class HtmlReport:
    """A report of whole texts. Called, it gives one page with everything; :meth:`files` gives many."""

    def __call__(self, found: Findings, rules: Sequence[Described] = ()) -> str:
        """One page with everything."""
        view = _view(found, rules)
        return _PAGES.render("whole.html.j2", view=view, links={})

    def section(self, found: Findings, rules: Sequence[Described] = ()) -> str:
        """The first file alone, as a part of a page that has ``STYLE``; its findings are numbered from 1."""
        view = _view(found, rules)
        return _PAGES.render("section.html.j2", view=view, page=view.pages[0])

    def files(self, found: Findings, rules: Sequence[Described] = (), *, index: str) -> Mapping[str, str]:
        """An index, and a page for each file in which something is found or of which there is a text.

        Args:
            found: the findings, with the pages of the files.
            rules: all rules there are.
            index: the name of the index; the other files go into a folder beside it that bears its name.
        """
        view = _view(found, rules)
        folder = f"{index.rpartition('.')[0]}-files"
        names = {page.id: f"{folder}/{_name(page)}" for page in view.pages}
        out = {index: _PAGES.render("index.html.j2", view=view, links=names)}
        beside = ["", *map(_name, view.pages), ""]
        for at, page in enumerate(view.pages):
            near = {"previous": beside[at], "next": beside[at + 2]}
            out[names[page.id]] = _PAGES.render("essay.html.j2", view=view, page=page, index=f"../{index}", near=near)
        return out


def _view(found: Findings, rules: Sequence[Described]) -> ReportView:
    from anora_bib.reports.html.views import report_view  # knows essays, which a run without this report may not need

    return report_view(found, rules)


def _name(page: PageView) -> str:
    """The name of the file of a page: of letters that every system takes, and told apart by its number."""
    stem = page.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = _UNSAFE.sub("-", stem).strip("-")[:_LONGEST]
    return f"{page.id[1:].zfill(4)}{'-' if words else ''}{words}.html"
