"""How soon the language server says what is wrong, after its start and after each change.

``python -m tests.benchmarks.server_speed [FILE]`` prints the seconds since its start in which a fresh server answers
``initialize`` and publishes the first diagnostics, then those from each change to its diagnostics. FILE is an essay;
without one it is an essay of 5,000 words that is made up. ``--python`` names an interpreter of another installation.
Behind each stroke stands the CPU time of the server, which says more where other programs run.

The client speaks the protocol itself, so that no library of an editor's side is measured. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any, Final

from tests.benchmarks.essay_texts import of_words

WORDS: Final = 5_000
CHANGES: Final = ("and", " so", "!", " it", " went", ".", " Then", " 12", " (", "x)")
"""What is typed in the middle of the essay, one after another."""


class Server:
    """A server that runs, with its start on the clock."""

    def __init__(self, python: str) -> None:
        self._start = time.perf_counter()
        command = [python, "-m", "anora_bib", "server"]
        pipe = subprocess.PIPE
        # An installed package has its bytecode, or keeps it after the first run.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)
        assert self._process.stdin and self._process.stdout
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout

    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._start

    def cpu(self) -> float:
        """Seconds of CPU time since the start, in hundredths; 0 where the system does not tell."""
        told = Path(f"/proc/{self._process.pid}/stat")
        fields = told.read_text("utf-8").rpartition(")")[2].split() if told.exists() else ["0"] * 13
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def say(self, method: str, params: object, id: int | None = None) -> None:
        """Send a notification, or a request if it has an ``id``."""
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if id is None else {"id": id})
        body = json.dumps(message).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def heard(self) -> dict[str, Any]:
        """The next message of the server."""
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message

    def until(self, method: str, version: int) -> list[object]:
        """The diagnostics that come for a version of the document."""
        while True:
            message = self.heard()
            params = message.get("params", {})
            if message.get("method") == method and params.get("version") == version:
                return list(params["diagnostics"])

    def end(self) -> None:
        """Ask it to end, and wait."""
        self.say("shutdown", None, 2)
        self.say("exit", None)
        self._process.wait(20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="an essay")
    parser.add_argument("--python", default=sys.executable, help="the interpreter of the server")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    name = options.file.name if options.file else "essay.md"
    text = options.file.read_text("utf-8") if options.file else of_words(WORDS)
    print(f"{name}: {len(text.split()):,} words")
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.runs):
            path = Path(folder) / name
            path.write_text(text, "utf-8")
            print(_run(options.python, path, text))


def _run(python: str, path: Path, text: str) -> str:
    """A line about one fresh server."""
    server, uri, published = Server(python), path.as_uri(), "textDocument/publishDiagnostics"
    server.say("initialize", {"processId": None, "rootUri": path.parent.as_uri(), "capabilities": {}}, 1)
    server.heard()
    answered = server.seconds(), server.cpu()
    server.say("initialized", {})
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    server.say("textDocument/didOpen", {"textDocument": document})
    found = server.until(published, 1)
    first = server.seconds(), server.cpu()
    line, column = text[: len(text) // 2].count("\n"), 0
    changed = []
    for version, typed in enumerate(CHANGES, 2):
        before, cpu_before, at = server.seconds(), server.cpu(), {"line": line, "character": column}
        change = {"range": {"start": at, "end": at}, "text": typed}
        server.say(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        )
        server.until(published, version)
        changed.append((server.seconds() - before, server.cpu() - cpu_before))
        column += len(typed)
    server.end()
    told = " ".join(map(_pair, changed))
    return f"initialize {_pair(answered)}, first {len(found)} diagnostics {_pair(first)}, after changes {told}"


def _pair(seconds: tuple[float, float]) -> str:
    return "{:.2f}/{:.2f}".format(*seconds)


if __name__ == "__main__":
    main()
