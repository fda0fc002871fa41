"""The desk of the page that answers itself, with Python in the browser, and what it does before anybody asks.

``web/build.py`` has it rehearse and keeps the memory of that Python, from which browsers go on: most of what a first
answer takes is reading code, rules, records and models, and it is the same for everybody.
"""

from __future__ import annotations

import gc
import json
from typing import Final

from anora_bib.web.desk import Desk

answer = Desk().answer_json
"""Answers a question, as :meth:`Desk.answer_json` does."""

_TEXTS: Final = {
    "essay.md": """---
title: Harbour Lamps
---

# Harbour Lamps

“The lamps were never ours,” Ada Orme argues in *Harbour Law*, and as Roe writes, nobody lit them (Roe 1999, 12).[^1]
She told the Harbour Gazette5 of it.[^2] It was so again in 2003.[^3]

[^1]: Ada Orme, *Harbour Law* (Hull: Tide Press, 1961), 110-12; see also Jane Roe, “Lamps and Wicks,” *Journal of Lamps*
    12, no. 3 (1999): 4-9, https://doi.org/10.1000/182.
[^2]: Ibid., 14; Orme, *Harbour Law*, 20.
[^3]: Roe J, Poe E. Wicks. Lamp Stud. 2003;4(2):77-9; Hale v. Porter, 12 F.2d 38 (1926).

## Works Cited

Roe, Jane. “Lamps and Wicks.” *Journal of Lamps*, vol. 12, no. 3, 1999, pp. 4–9.
""",
    "essay.html": "<p>So they say.<sup><a href='#n1'>1</a></sup></p><p id='n1'>1. Orme, A. Lamps. 1961.</p>",
    "essay.txt": "Lamps\n\nSo they say [1].\n\nNotes\n\n[1] Orme, Ada. “A Lamp.” The Gazette. May 3, 2001.\n",
    "library.bib": "@article{roe, author = {Roe, Jane}, title = {Lamps}, journal = {Wicks}, year = 1999, pages = {4}}",
}


def rehearse() -> None:
    """Have every kind of question answered once, for texts of several formats.

    Raises:
        RuntimeError: one was not answered.
    """
    for name, text in _TEXTS.items():
        for do in ("look", "fix", "format", "export", "graph", "styles"):
            if (do, name) != ("graph", "library.bib"):  # it cites nobody
                answered = json.loads(answer(json.dumps({"do": do, "name": name, "text": text})))
                if "error" in answered:
                    raise RuntimeError(f"{do} {name}: {answered['error']}")
    gc.collect()
