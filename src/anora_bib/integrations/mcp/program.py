"""The server: the verbs as tools of the official SDK."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import getdoc
from typing import Any, Final

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from anora_bib.errors import AnoraBibError, UnknownNameError
from anora_bib.integrations.mcp.verbs import NAMES, Verbs
from anora_bib.text.characters import join_names, nearest

_INSTRUCTIONS: Final = (
    "Checks citations, notes and bibliographies, formats them in any CSL style, and shows repairs. Paths are seen from "
    "the working folder; nothing outside it is read, and nothing is written. A finding rests on the evidence it names."
)


class _Server(MCPServer[Any]):
    """A server that refuses an argument that a tool does not have: the SDK would drop it without a word."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None) -> Any:
        tool = next((one for one in await self.list_tools() if one.name == name), None)
        known = list(tool.input_schema.get("properties", {})) if tool else list(arguments)
        required = tool.input_schema.get("required", []) if tool else []
        for wrong in (argument for argument in arguments if argument not in known):
            raise ToolError(str(UnknownNameError("argument", wrong, nearest(wrong, known), known=known)))
        for missing in (argument for argument in required if argument not in arguments):
            raise ToolError(f"{name} needs {missing!r}; it takes {join_names(known)}")
        return await super().call_tool(name, arguments, context)


def server(verbs: Verbs, version: str) -> MCPServer[Any]:
    """A server that offers the verbs, and nothing else."""
    made = _Server("anora-bib", instructions=_INSTRUCTIONS, version=version, log_level="WARNING")
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
