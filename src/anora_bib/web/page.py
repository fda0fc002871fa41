"""The page itself: one file of HTML with its style and script, which asks either this program or a worker beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from anora_bib.graph.writers import html as graph
from anora_bib.reports.html import STYLE, WALK
from anora_bib.web.desk import Desk
from anora_bib.webpages import Pages

Engine = Literal["server", "worker"]
"""Who answers: the program that serves the page, or Python in the browser."""

WORKER: Final = Path(__file__).parent / "worker.js"
"""The script of the worker, which the page of the engine "worker" expects beside it."""

_PAGES: Final = Pages(
    Path(__file__).parent,
    scripts=(WALK, "script.js"),
    styles=(STYLE, "style.css"),
    policy=("connect-src 'self'", "worker-src 'self'"),
    embeds=(graph.PAGES,),
)


def page(engine: Engine, desk: Desk) -> str:
    """The page, with the styles that it offers at once."""
    styles = desk.answer({"do": "styles"})["styles"]
    return _PAGES.render("page.html.j2", engine=engine, known_styles=styles)
