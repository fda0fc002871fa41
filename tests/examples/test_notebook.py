"""The cells of the notebook run one after the other, and what each ends with can be shown."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

NOTEBOOK = Path(__file__).parents[2] / "examples" / "library.ipynb"


def shown(notebook: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    """What a notebook would print under each cell: the value of its last expression."""
    names: dict[str, object] = {}
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        assert isinstance(cell["source"], list)
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, f"cell {number}", "exec"), names)  # noqa: S102
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)  # noqa: S307
            yield value._repr_html_() if hasattr(value, "_repr_html_") else repr(value)


def test_every_cell_runs() -> None:
    cells = list(shown(json.loads(NOTEBOOK.read_text("utf-8"))))
    words = "\n".join(cells)
    assert len(cells) > 8
    assert "Srnicek" in words
    assert "Entry book fisher2009capitalist “Capitalist Realism”" in words
    assert "cited" in words


def test_no_output_is_kept_in_it() -> None:
    """Outputs go stale."""
    assert all(not cell.get("outputs") for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"])
