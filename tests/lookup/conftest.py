"""A network that is not there: canned answers in the order they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from anora_bib.lookup.http import Client

START = 1_700_000_000.0


@dataclass
class FakeResponse:
    """One answer; ``error`` is raised while the body is read."""

    body: bytes = b"{}"
    status_code: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    error: Exception | None = None
    closed: bool = False

    def iter_content(self, chunk_size: int) -> Iterator[bytes]:
        for start in range(0, len(self.body), chunk_size):
            yield self.body[start : start + chunk_size]
        if self.error:
            raise self.error

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeNetwork:
    """Session and clock in one: notes what is asked, what is waited for, and lets time pass only then."""

    answers: list[FakeResponse | Exception] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    time: float = START

    def get(
        self, url: str, *, headers: Mapping[str, str], timeout: tuple[float, float], stream: bool, allow_redirects: bool
    ) -> FakeResponse:
        assert stream
        assert not allow_redirects
        assert all(timeout)
        self.asked.append(url)
        self.headers.append(headers)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def now(self) -> float:
        return self.time

    def reply(
        self,
        body: object = b"{}",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        error: Exception | None = None,
    ) -> FakeResponse:
        """Queue an answer; a body that is not bytes is sent as JSON."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers.append(response := FakeResponse(data, status, headers or {}, error))
        return response

    def fail(self, error: Exception) -> None:
        """Queue a connection that fails."""
        self.answers.append(error)


@pytest.fixture
def network() -> FakeNetwork:
    return FakeNetwork()


@pytest.fixture
def client(network: FakeNetwork, tmp_path: Path) -> Client:
    return Client(cache=tmp_path / "cache", session=network, sleep=network.sleep, now=network.now)
