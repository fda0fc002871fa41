"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from anora_bib.diagnostics import Applicability
from anora_bib.reports.base import Described, Findings, Tone
from anora_bib.reports.people.summary import summary


def statistics(found: Findings, rules: Sequence[Described] = ()) -> str:
    """The number, the code and the name of each rule, a line each with tabs between, the most frequent first.

    ``[*]`` marks those of which ``fix`` repairs something.
    """
    times = Counter(diagnostic.code for diagnostic in found)
    fixable = {diagnostic.code for diagnostic in found if diagnostic.applicability is Applicability.SAFE}
    names = {diagnostic.code: diagnostic.rule for diagnostic in found} | {rule.code: rule.name for rule in rules}
    lines = (
        f"{number}\t{found.paint(code, Tone.PATH)}\t{'[*]' if code in fixable else '[ ]'} {names[code]}\n"
        for code, number in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    )
    return "".join([*lines, *summary(found)])
