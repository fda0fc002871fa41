"""What was made of a file is gone as soon as nobody has it, without the cyclic collector.

An editor has an essay checked at each key that is typed, and the collector looks at what is old too seldom.
"""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from anora_bib.assembly.workspace import Workspace, default_workspace
from anora_bib.checking.examine import examine
from anora_bib.inputs.opening import Bibliography
from anora_bib.lint.select import select
from anora_bib.model import Apparatus, Essay

FILES = {
    "essay.md": "# Doors\n\nRoe calls it “a delay.”[^1] As she told Variety, “it ends.”\n\n"
    "[^1]: Ann Roe, *Lamps* (London: Verso, 2001), 12.\n",
    "essay.html": "<h1>Doors</h1><p>Roe calls it “a delay.”<a href='#n1'>1</a></p>"
    "<h2>Notes</h2><ol><li id='n1'>Ann Roe, <i>Lamps</i> (London: Verso, 2001), 12.</li></ol>\n",
    "essay.txt": "Doors\n\nRoe calls it “a delay” (Roe 2001, 12).\n\nWorks Cited\n\nRoe, Ann. Lamps. Verso, 2001.\n",
    "refs.bib": "@book{roe2001, author = {Roe, Ann}, title = {Lamps}, year = 2001, pages = {1-2}}\n",
}


def kept() -> int:
    return sum(isinstance(one, Essay | Apparatus | Bibliography) for one in gc.get_objects())


@pytest.fixture
def uncollected() -> object:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_examined_is_forgotten(name: str) -> None:
    workspace: Workspace = default_workspace()
    rules = select(workspace.plugins.rules, (), (), pedantic=True)
    before = kept()
    examined = examine(workspace.opener.decode(FILES[name].encode(), str(Path(name))), workspace, rules)
    assert kept() > before
    del examined
    assert kept() == before
