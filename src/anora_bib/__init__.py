"""anora-bib: from hand-typed notes back to sound, live citations.

    >>> import anora_bib as ab
    >>> entry, = ab.parse("Fisher, Mark. Capitalist Realism. Zero Books. 2009.")
    >>> entry.string("title")
    'Capitalist Realism'

The verbs are those of :mod:`anora_bib.api`, the data those of :mod:`anora_bib.model`. A name is imported when it is
first used, so that ``import anora_bib`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anora_bib.about import VERSION
from anora_bib.system.lazy import names_from

if TYPE_CHECKING:
    from anora_bib.api import (
        Live,
        apparatus,
        check,
        cite,
        collect,
        cross_reference,
        dump,
        fix,
        format,
        format_sections,
        identify_style,
        link,
        load,
        load_text,
        make_live,
        merge,
        parse,
        parse_all,
        read,
        read_text,
        rename_keys,
        reread,
        restyle,
    )
    from anora_bib.assembly.workspace import (
        Workspace,
    )
    from anora_bib.authority.unite import (
        Merged,
    )
    from anora_bib.csl.sections import (
        FormattedDocument,
        Section,
    )
    from anora_bib.diagnostics import (
        Applicability,
        Diagnostic,
        Fix,
        Problems,
        Severity,
    )
    from anora_bib.errors import (
        AnoraBibError,
        DamagedTextWarning,
        InputError,
        NotReadError,
        OverwriteError,
        PluginError,
        SettingsError,
        UnknownNameError,
        UnsupportedError,
    )
    from anora_bib.graph.model import (
        CitationGraph,
    )
    from anora_bib.hookspecs import (
        hookimpl,
    )
    from anora_bib.identify.result import (
        StyleLine,
        StyleMatch,
        StyleRanking,
    )
    from anora_bib.lint.fixer import (
        FixResult,
    )
    from anora_bib.live.linked.link import (
        Linked,
    )
    from anora_bib.live.styled.restyle import (
        Restyled,
    )
    from anora_bib.model import (
        Apparatus,
        Date,
        Entry,
        Essay,
        Library,
        Name,
    )

_HOME = {
    "api": "Live apparatus check cite collect cross_reference dump fix format format_sections identify_style link load "
    "load_text make_live merge parse parse_all read read_text rename_keys reread restyle",
    "authority.unite": "Merged",
    "csl.sections": "FormattedDocument Section",
    "diagnostics": "Applicability Diagnostic Fix Problems Severity",
    "errors": "AnoraBibError DamagedTextWarning InputError NotReadError OverwriteError PluginError SettingsError "
    "UnknownNameError UnsupportedError",
    "graph.model": "CitationGraph",
    "hookspecs": "hookimpl",
    "identify.result": "StyleLine StyleMatch StyleRanking",
    "lint.fixer": "FixResult",
    "live.linked.link": "Linked",
    "live.styled.restyle": "Restyled",
    "model": "Apparatus Date Entry Essay Library Name",
    "assembly.workspace": "Workspace",
}

__version__ = VERSION

__all__ = [
    "AnoraBibError",
    "Apparatus",
    "Applicability",
    "CitationGraph",
    "DamagedTextWarning",
    "Date",
    "Diagnostic",
    "Entry",
    "Essay",
    "Fix",
    "FixResult",
    "FormattedDocument",
    "InputError",
    "Library",
    "Linked",
    "Live",
    "Merged",
    "Name",
    "NotReadError",
    "OverwriteError",
    "PluginError",
    "Problems",
    "Restyled",
    "Section",
    "SettingsError",
    "Severity",
    "StyleLine",
    "StyleMatch",
    "StyleRanking",
    "UnknownNameError",
    "UnsupportedError",
    "Workspace",
    "apparatus",
    "check",
    "cite",
    "collect",
    "cross_reference",
    "dump",
    "fix",
    "format",
    "format_sections",
    "hookimpl",
    "identify_style",
    "link",
    "load",
    "load_text",
    "make_live",
    "merge",
    "parse",
    "parse_all",
    "read",
    "read_text",
    "rename_keys",
    "reread",
    "restyle",
]

__getattr__ = names_from(__name__, _HOME)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
