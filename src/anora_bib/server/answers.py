"""Answers to an editor's questions about a document, in the protocol's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lsprotocol import types as lsp

from anora_bib.assembly.workspace import Workspace
from anora_bib.diagnostics import Applicability, Diagnostic, Severity, SourceFix
from anora_bib.errors import AnoraBibError
from anora_bib.model import Entry
from anora_bib.model.values.richtext import plain
from anora_bib.server.analysis import Analysis
from anora_bib.server.lines import Lines
from anora_bib.text.spans import SourceEdit, SourceSpan

SOURCE: Final = "anora-bib"
_SEVERITIES: Final = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_BEFORE_KEY: Final = re.compile(
    r"(?:(?<![\w.])@|\\[A-Za-z]{0,20}cite[A-Za-z]{0,20}\*?"
    r"(?:(?:\[[^\]\n]{0,80}\]){0,2}\{[^{}\n]{0,80}\}){0,8}(?:\[[^\]\n]{0,80}\]){0,2}\{(?:[^{}\n]{0,400},\s{0,40})?)"
    r"([\w:.#$%&+?<>~/-]{0,80})\Z"
)
"""What a key is typed behind: ``@`` in Markdown and Typst, ``\\cite{`` and its like in LaTeX; and its beginning.

Behind ``\\autocites[1]{one}[2]{`` is another.
"""
_REACH: Final = 600
"""Characters before the cursor that are looked at."""
FIX_ALL: Final = "source.fixAll.anora-bib"


def diagnostics(analysis: Analysis) -> list[lsp.Diagnostic]:
    """What is wrong, each with its evidence."""
    return [_diagnostic(analysis, one) for one in analysis.diagnostics]


def _diagnostic(analysis: Analysis, one: Diagnostic) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range=analysis.lines.range(one.span),
        message="\n".join([one.message, *one.evidence]),
        severity=_SEVERITIES[one.severity],
        code=one.code,
        source=SOURCE,
    )


def actions(analysis: Analysis, uri: str, wanted: lsp.Range) -> list[lsp.CodeAction]:
    """The fixes of what is wrong in a range, the safe ones preferred, and one action for all that is safe to repair."""
    start, end = analysis.lines.offset(wanted.start), analysis.lines.offset(wanted.end)
    out = [
        _action(analysis, uri, one, one.fix)
        for one in analysis.diagnostics
        if one.fix and one.span.start <= end and start <= one.span.end
        if one.applicability is not Applicability.DISPLAY_ONLY
    ]
    if edits := list(_safe_edits(analysis)):
        change = lsp.WorkspaceEdit(changes={uri: _edits(analysis, edits)})
        out.append(lsp.CodeAction(title="Make all safe repairs of anora-bib", kind=FIX_ALL, edit=change))
    return out


def _action(analysis: Analysis, uri: str, one: Diagnostic, fix: SourceFix) -> lsp.CodeAction:
    safe = one.applicability is Applicability.SAFE
    return lsp.CodeAction(
        title=fix.title if safe else f"{fix.title} (unsafe: changes what is said)",
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(analysis, one)],
        is_preferred=safe,
        edit=lsp.WorkspaceEdit(changes={uri: _edits(analysis, fix.edits)}),
    )


def _safe_edits(analysis: Analysis) -> Iterator[SourceEdit]:
    """The edits of all safe fixes, of those that overlap the first."""
    taken: list[SourceSpan] = []
    for one in analysis.diagnostics:
        if one.fix and one.applicability is Applicability.SAFE:
            spans = [edit.span for edit in one.fix.edits]
            if not any(_meet(span, other) for span in spans for other in taken):
                taken += spans
                yield from one.fix.edits


def _meet(one: SourceSpan, other: SourceSpan) -> bool:
    """True where two edits cannot both be made: they overlap, or insert at one place."""
    return one.overlaps(other) or one == other


def _edits(analysis: Analysis, edits: Iterable[SourceEdit]) -> list[lsp.TextEdit]:
    return [lsp.TextEdit(analysis.lines.range(edit.span), edit.replacement) for edit in edits]


def formatting(analysis: Analysis) -> list[lsp.TextEdit]:
    """The safe repairs of a bibliography: every other byte of the file stays."""
    if analysis.bibliography is None:
        return []
    return [lsp.TextEdit(analysis.lines.range(edit.span), edit.replacement) for edit in _safe_edits(analysis)]


def hover(analysis: Analysis, position: lsp.Position, workspace: Workspace, style: str) -> lsp.Hover | None:
    """The note of the marker at a position, or the entry of the citation key there, in a style."""
    offset = analysis.lines.offset(position)
    if (key := analysis.key_at(offset)) and (entry := analysis.entries.get(key[1])):
        words, span = shown(entry, workspace, style), key[0]
    elif note := analysis.note_at(offset):
        words, span = note[1], note[0]
    else:
        return None
    # Words of the essay are no markup of the editor's.
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, words), analysis.lines.range(span))


def shown(entry: Entry, workspace: Workspace, style: str) -> str:
    """An entry in a line: in the style, or by its title where the style cannot."""
    from anora_bib import api  # the engine of styles, without which the first diagnostics come sooner

    try:
        return api.format([entry], style=style, workspace=workspace).strip()
    except AnoraBibError:
        return entry.string("title") or entry.key


def completions(analysis: Analysis, position: lsp.Position) -> list[lsp.CompletionItem]:
    """The keys of the libraries, where one is typed."""
    offset = analysis.lines.offset(position)
    typed = _BEFORE_KEY.search(analysis.text, max(0, offset - _REACH), offset)
    if typed is None:
        return []
    span = SourceSpan(typed.start(1), offset)
    return [
        lsp.CompletionItem(
            label=key,
            kind=lsp.CompletionItemKind.Reference,
            detail=_detail(entry),
            filter_text=" ".join([key, _detail(entry)]),
            text_edit=lsp.TextEdit(analysis.lines.range(span), key),
        )
        for key, entry in sorted(analysis.entries.items())
    ]


def _detail(entry: Entry) -> str:
    names = ", ".join(name.family or name.literal for name in entry.creators()[:2])
    year = entry.string("issued")[:4]
    return " ".join(part for part in (names, year, plain(entry.string("title"))) if part)


def definition(analysis: Analysis, position: lsp.Position, uri: str) -> list[lsp.Location]:
    """The note of a marker, or the entry of a key in its library."""
    offset = analysis.lines.offset(position)
    if key := analysis.key_at(offset):
        return [
            lsp.Location(place.path.resolve().as_uri(), Lines(place.text).range(place.span))
            for place in analysis.places_of(key[1])
        ]
    if note := analysis.note_at(offset):
        return [lsp.Location(uri, analysis.lines.range(note[2]))]
    return []
