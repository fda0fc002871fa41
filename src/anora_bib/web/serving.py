"""The page on this computer alone: one address with a secret in it, and answers to questions that come from it.

Whoever does not know the secret gets nothing, be it another page in the same browser or another user. Requests that
name another host (DNS rebinding) or come from another origin are refused; no header allows another page to read.
"""

from __future__ import annotations

import hmac
import json
import secrets
import sys
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Final

from anora_bib.web.desk import MOST, Desk
from anora_bib.web.page import page

HOST: Final = "127.0.0.1"
_LARGEST: Final = 6 * MOST
"""Bytes of a question: JSON may write a letter with six."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PAGE_POLICY: Final = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
"""What the page cannot say itself, beside the policy that stands in it."""
_POLICY: Final = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
"""That of all else: a worker runs scripts and WebAssembly from here, and asks for files from here."""
_KINDS: Final[Mapping[str, str]] = {
    ".bin": "application/octet-stream",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}


class LocalServer(ThreadingHTTPServer):
    """Serves the page at ``address``; one question is answered after the other.

    Args:
        desk: who answers.
        port: the port; 0 for any that is free.
        token: the secret; a new one by default.
        built: the folder of a page that answers itself, in the browser; its files are served in place of our page.
    """

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0, token: str = "", built: Path | None = None) -> None:
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.token = token or secrets.token_urlsafe(18)
        self.page = b"" if built else page("server", desk).encode()
        self.files = _files(built) if built else {}
        self.asked = Lock()

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing, where the page was closed before it had its answer; else what went wrong, on standard error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _files(folder: Path) -> dict[str, Path]:
    """The files of a folder by what follows the secret in an address: nothing else can be asked for."""
    found = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.suffix in _KINDS}
    return {name: file for name, file in found.items() if file.is_file() and not file.is_symlink()}


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer
    server_version = "anora-bib"
    sys_version = ""
    timeout = 30  # seconds for a request to arrive

    def do_GET(self) -> None:
        name = self._asked()
        if name is None:
            return
        file = self.server.files.get(name or "index.html")
        if file is not None:
            self._reply(HTTPStatus.OK, file.read_bytes(), _KINDS[file.suffix])
        elif not name and self.server.page:
            self._reply(HTTPStatus.OK, self.server.page, _KINDS[".html"])
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        name = self._asked()
        if name is None:
            return
        if name != "answer" or not self.server.page:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        if self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            return
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
            return
        if int(length) > _LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        question = self.rfile.read(int(length)).decode("utf-8", "replace")
        try:
            with self.server.asked:
                answer = self.server.desk.answer_json(question)
        except Exception:  # noqa: BLE001  # a fault of ours: who runs the program sees where, and the page goes on
            traceback.print_exc(file=sys.stderr)
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        self._reply(HTTPStatus.OK, answer.encode(), "application/json")

    def _asked(self) -> str | None:
        """What follows the secret, of a request that knows it and comes from the page itself; others are refused."""
        _, token, name = (*self.path.split("?", 1)[0].split("/", 2), "", "", "")[:3]
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return None
        hosts = {f"{host}:{self.server.server_port}" for host in (HOST, "localhost")}
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in hosts or (origin and origin.removeprefix("http://") not in hosts):
            self._refuse(HTTPStatus.FORBIDDEN)
            return None
        return name

    def _refuse(self, status: HTTPStatus) -> None:
        self._reply(status, json.dumps({"error": status.phrase}).encode(), "application/json")

    def _reply(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        policy = _PAGE_POLICY if kind == _KINDS[".html"] else _POLICY
        own = {"Content-Security-Policy": policy, "Content-Type": kind, "Content-Length": str(len(body))}
        for header, value in (_HEADERS | own).items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the secret would be in the log."""
