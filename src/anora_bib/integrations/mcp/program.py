"""The server: the verbs as tools of the official SDK."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import getdoc
from typing import Any, Final

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from anora_bib.errors import AnoraBibError
from anora_bib.integrations.mcp.verbs import NAMES, Verbs

_INSTRUCTIONS: Final = (
    "Checks citations, notes and bibliographies, formats them in any CSL style, and shows repairs. Paths are seen from "
    "the working folder; nothing outside it is read, and nothing is written. A finding rests on the evidence it names."
)


def server(verbs: Verbs, version: str) -> MCPServer[Any]:
    """A server that offers the verbs, and nothing else."""
    made: MCPServer[Any] = MCPServer("anora-bib", instructions=_INSTRUCTIONS, version=version, log_level="WARNING")
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for name in NAMES:
        verb = getattr(verbs, name)
        made.add_tool(_told(verb), name=name, description=getdoc(verb), annotations=reads)
    return made


def _told(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The verb, whose errors for the person are told to the assistant."""

    @wraps(verb)
    def told(*arguments: Any, **options: Any) -> Any:
        try:
            return verb(*arguments, **options)
        except AnoraBibError as error:
            raise ToolError(str(error)) from error

    return told
