"""The page on this computer alone: who gets an answer, and who does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.web.desk import Desk
from anora_bib.web.serving import HOST, LocalServer

JSON = {"Content-Type": "application/json"}
QUESTION = json.dumps({"do": "styles"})


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


class Visitor:
    """Sends requests to a server as they are written."""

    def __init__(self, server: LocalServer) -> None:
        self.server = server

    def asks(self, path: str, body: str | None = None, headers: dict[str, str] | None = None, **more: str) -> Reply:
        connection = HTTPConnection(HOST, self.server.server_port, timeout=10)
        method = more.get("method", "GET" if body is None else "POST")
        connection.request(method, path, body, {**(headers or {})})
        reply = connection.getresponse()
        out = Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read().decode())
        connection.close()
        return out

    @property
    def home(self) -> str:
        return f"/{self.server.token}/"


def serving(server: LocalServer) -> Iterator[Visitor]:
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Visitor(server)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def local() -> Iterator[Visitor]:
    yield from serving(LocalServer(Desk()))


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Visitor]:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = tmp_path / "dist"
    (folder / "pyodide").mkdir(parents=True)
    (folder / "index.html").write_text("<p>built", "utf-8")
    (folder / "pyodide" / "pyodide.mjs").write_text("export {}", "utf-8")
    (folder / "key.pem").write_text("secret", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    yield from serving(LocalServer(Desk(), built=folder))


def test_it_listens_at_this_computer_only_and_at_an_address_nobody_can_guess(local: Visitor) -> None:
    assert local.server.server_address[0] == "127.0.0.1"
    assert len(local.server.token) >= 20
    assert local.server.address.endswith(local.home)
    with LocalServer(Desk()) as other:
        assert other.token != local.server.token


def test_the_page_and_an_answer(local: Visitor) -> None:
    page = local.asks(local.home)
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert 'data-engine="server"' in page.body
    answer = local.asks(f"{local.home}answer", QUESTION, JSON)
    assert answer.status == 200
    assert "mla" in [name for name, _ in json.loads(answer.body)["styles"]]


def test_no_header_lets_another_page_read_or_frame_it(local: Visitor) -> None:
    for reply in (local.asks(local.home), local.asks(f"{local.home}answer", QUESTION, JSON), local.asks("/")):
        assert not [name for name in reply.headers if name.startswith("access-control")]
        assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cross-origin-resource-policy"] == "same-origin"
        assert reply.headers["x-content-type-options"] == "nosniff"
    page = local.asks(local.home).body
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "unsafe-inline" not in page


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/answer", "//", "/%2e%2e/"])
def test_without_the_secret_there_is_nothing(local: Visitor, path: str) -> None:
    for reply in (local.asks(path), local.asks(path, QUESTION, JSON)):
        assert reply.status == 404
        assert local.server.token not in reply.body


@pytest.mark.parametrize("name", ["answers", "answer/", "index.html", "../answer", "script.js"])
def test_with_the_secret_there_is_nothing_else(local: Visitor, name: str) -> None:
    assert local.asks(local.home + name).status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}"])
def test_another_host_is_refused(local: Visitor, host: str) -> None:
    headers = {"Host": host.format(port=local.server.server_port)}
    assert local.asks(local.home, headers=headers).status == 403
    assert local.asks(f"{local.home}answer", QUESTION, {**JSON, **headers}).status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_another_origin_is_refused(local: Visitor, origin: str) -> None:
    headers = {**JSON, "Origin": origin.format(port=local.server.server_port)}
    assert local.asks(f"{local.home}answer", QUESTION, headers).status == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({}, 415),
        ({**JSON, "Content-Length": "999999999"}, 413),
        ({**JSON, "Content-Length": "-1"}, 411),
    ],
)
def test_a_question_is_json_of_a_length_that_is_told(local: Visitor, headers: dict[str, str], status: int) -> None:
    assert local.asks(f"{local.home}answer", QUESTION, headers).status == status


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "HEAD"])
def test_nothing_else_can_be_done(local: Visitor, method: str) -> None:
    assert local.asks(f"{local.home}answer", method=method).status == 501


def test_a_fault_of_ours_is_said_and_the_page_goes_on(
    local: Visitor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(local.server.desk, "answer_json", lambda _question: 1 / 0)
        assert local.asks(f"{local.home}answer", QUESTION, JSON).status == 500
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert local.asks(f"{local.home}answer", QUESTION, JSON).status == 200


@pytest.mark.parametrize(
    ("error", "told"), [(BrokenPipeError, False), (ConnectionResetError, False), (ValueError, True)]
)
def test_that_the_page_was_closed_is_no_fault(
    local: Visitor, capsys: pytest.CaptureFixture[str], error: type[Exception], told: bool
) -> None:
    try:
        raise error
    except error:
        local.server.handle_error(None, (HOST, 0))
    assert bool(capsys.readouterr().err) is told


def test_a_built_page_is_served_with_its_files(built: Visitor) -> None:
    assert built.asks(built.home).body == "<p>built"
    script = built.asks(f"{built.home}pyodide/pyodide.mjs?v=1")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "wasm-unsafe-eval" in script.headers["content-security-policy"]
    assert built.asks(f"{built.home}answer", QUESTION, JSON).status == 404


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "%2e%2e/secret.txt", "pyodide/../../secret.txt", "/etc/passwd", "link.txt", "key.pem"],
)
def test_nothing_outside_the_folder_is_served(built: Visitor, name: str) -> None:
    reply = built.asks(built.home + name)
    assert reply.status == 404
    assert "secret" not in reply.body


def test_the_command_says_what_it_cannot_serve(tmp_path: Path, local: Visitor) -> None:
    done = CliRunner().invoke(main, ["serve", "--built", str(tmp_path)])
    assert done.exit_code == 1
    assert "web/build.py" in done.output
    taken = CliRunner().invoke(main, ["serve", "--port", str(local.server.server_port)])
    assert taken.exit_code == 1
    assert "cannot be listened at" in taken.output
