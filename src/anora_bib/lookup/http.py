"""The only module that uses the network: JSON over https, with few requests and a cache.

Nothing here runs before the first question: importing this module and making a :class:`Client` open no connection.
"""

from __future__ import annotations

import email.utils
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import Protocol, TypeVar
from urllib.parse import urlencode, urljoin, urlsplit

from anora_bib.errors import InputError
from anora_bib.lookup.cache import Cache
from anora_bib.system.folders import cache_folder
from anora_bib.system.locks import ForkSafeLock

T = TypeVar("T")

PAUSES = (1.0, 4.0)
"""Seconds before the second and the third attempt, which is the last."""
LONGEST_PAUSE = 60.0
"""Seconds we let a service make us wait; one that asks for more is given up for this time."""
INTERVAL = 1.0
"""Seconds between two questions, to whichever service: the slower of the rates Crossref and Open Library ask for."""
TIMEOUTS = (5.0, 20.0)
"""Seconds to connect, and between two pieces of an answer."""
DEADLINE = 60.0
"""Seconds for a whole answer, headers and redirects included. A service that drips a byte now and then beats the other
timeouts, and a read that waits for its next piece never looks at a clock: so another thread reads, and we stop waiting.
"""
MOST_BYTES = 5_000_000
"""A page of search results is below 200 kB; what is 25 times that is not one."""
MOST_REDIRECTS = 3
MAX_AGE = 30 * 24 * 3600.0
"""Seconds an answer stays good: a catalogue changes within months, not days."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((429, 500, 502, 503, 504))
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")


class Response(Protocol):
    """What is used of a ``requests.Response``."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, by names in any case."""

    def iter_content(self, chunk_size: int) -> Iterable[bytes]:
        """The body in parts of at most ``chunk_size`` bytes."""

    def close(self) -> None:
        """Release the connection."""


class Session(Protocol):
    """What is used of a ``requests.Session``."""

    def get(
        self, url: str, *, headers: Mapping[str, str], timeout: tuple[float, float], stream: bool, allow_redirects: bool
    ) -> Response:
        """Ask for ``url``; with ``stream``, the body is read only by :meth:`Response.iter_content`."""


class _PassingError(InputError):
    """A failure that may pass. ``wait`` is what the service asks for, in seconds."""

    def __init__(self, host: str, what: str, wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(what, path=host, hint=f"it asks to wait {wait:.0f} seconds" if wait else "try again later")


class Client:
    """Asks services and keeps their answers.

    Args:
        cache: the folder for answers; the user's cache folder if not given.
        mailto: an address the services may write to, sent along so that they can treat us better.
        max_age: seconds a kept answer stays good; 0 asks anew.
        session: opens connections; a ``requests.Session`` if not given.
        sleep, now: the clock.

    Raises:
        InputError: ``mailto`` is not an address.
    """

    def __init__(
        self,
        *,
        cache: Path | None = None,
        mailto: str = "",
        max_age: float = MAX_AGE,
        session: Session | None = None,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        if mailto and not _MAIL.fullmatch(mailto):
            raise InputError(f"{mailto!r} is not a mail address", hint="give one like name@example.org, or none")
        self._folder = cache
        self._mailto = mailto
        self._max_age = max_age
        self._session = session
        self._sleep = sleep
        self._now = now
        self._asked = 0.0
        self._one_at_a_time = ForkSafeLock()

    @cached_property
    def _cache(self) -> Cache:
        return Cache(self._folder or cache_folder())

    def json(self, url: str, parameters: Mapping[str, str], read: Callable[[object], T]) -> T:
        """The answer to a question, as ``read`` understands it; from the cache if it is there.

        ``read`` takes the JSON and raises InputError if it is not what it should be; such an answer is not kept.

        Raises:
            InputError: the service cannot be reached, refuses, or answers nonsense.
        """
        full = f"{url}?{urlencode(sorted(parameters.items()))}"
        now = self._now()
        kept = self._cache.get(full, since=now - self._max_age) if self._max_age else None
        if kept is not None:
            return read(kept)
        host = urlsplit(url).hostname or url
        with self._one_at_a_time:  # threads that share a client are no less polite than one
            fetched = self._fetch(full, host)
        answer = _decode(fetched, host)
        understood = read(answer)
        self._cache.put(full, answer, fetched=now)
        return understood

    def _fetch(self, url: str, host: str) -> bytes:
        for pause in PAUSES:
            try:
                return self._in_time(url, host)
            except _PassingError as error:
                wait = max(pause, error.wait)
                if wait > LONGEST_PAUSE:
                    raise
            self._sleep(wait)
        return self._in_time(url, host)

    def _in_time(self, url: str, host: str) -> bytes:
        """The answer to one attempt.

        Raises:
            InputError: it takes longer than :data:`DEADLINE`; who is that slow once is not asked again.
        """
        outcome: Future[bytes] = Future()
        Thread(target=_settle, args=(outcome, lambda: self._attempt(url, host)), daemon=True).start()
        try:
            return outcome.result(timeout=DEADLINE)
        except FutureTimeout as error:
            self._session = None  # the thread left behind may still hold its connection
            raise _too_slow(host) from error

    def _attempt(self, url: str, host: str) -> bytes:
        for _ in range(MOST_REDIRECTS + 1):
            if urlsplit(url).scheme != "https":
                raise _failure(host, "leads to an address that is not https")
            response = self._get(url, host)
            try:
                if response.status_code not in _REDIRECTS:
                    return self._body(response, host)
                url = urljoin(url, response.headers.get("Location", ""))
            finally:
                response.close()
        raise _failure(host, f"redirects more than {MOST_REDIRECTS} times")

    def _get(self, url: str, host: str) -> Response:
        import requests

        if self._session is None:
            self._session = requests.Session()
        due = self._asked + INTERVAL - self._now()
        if 0 < due <= INTERVAL:
            self._sleep(due)
        self._asked = self._now()
        headers = {"User-Agent": self._user_agent(), "Accept": "application/json"}
        try:
            return self._session.get(url, headers=headers, timeout=TIMEOUTS, stream=True, allow_redirects=False)
        except (requests.ConnectionError, requests.Timeout) as error:
            raise _unreachable(host, error) from error
        except requests.RequestException as error:
            raise _failure(host, f"cannot be asked: {type(error).__name__}") from error

    def _body(self, response: Response, host: str) -> bytes:
        import requests

        if response.status_code in _PASSING:
            wait = _retry_after(response.headers, self._now())
            raise _PassingError(host, f"answers {response.status_code}", wait)
        if response.status_code != HTTPStatus.OK:
            raise _failure(host, f"answers {response.status_code}")
        body = bytearray()
        end = self._now() + DEADLINE
        try:
            for piece in response.iter_content(65536):
                body += piece
                if len(body) > MOST_BYTES:
                    raise _failure(host, f"sends more than {MOST_BYTES // 1_000_000} MB")
                if self._now() > end:
                    raise _too_slow(host)
        except requests.RequestException as error:
            raise _unreachable(host, error) from error
        return bytes(body)

    def _user_agent(self) -> str:
        from importlib.metadata import version

        agent = f"anora-bib/{version('anora-bib')}"
        return f"{agent} (mailto:{self._mailto})" if self._mailto else agent


def _settle(outcome: Future[bytes], ask: Callable[[], bytes]) -> None:
    """Put the result or the exception of the request into ``outcome``, for the thread that waits for it."""
    try:
        outcome.set_result(ask())
    except BaseException as error:  # noqa: BLE001  (handed to the thread that waits, not swallowed)
        outcome.set_exception(error)


def _decode(body: bytes, host: str) -> object:
    try:
        answer: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        kind = "a web page" if body.lstrip()[:1] == b"<" else "something else"
        raise _failure(host, f"answers with {kind} where JSON was asked for") from error
    return answer


def _retry_after(headers: Mapping[str, str], now: float) -> float:
    """Seconds to wait, from a number of seconds or a date (RFC 9110, 10.2.3); 0 if it says neither."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return 0.0


def _unreachable(host: str, error: Exception) -> _PassingError:
    import requests

    late = isinstance(error, requests.Timeout)
    return _PassingError(host, "does not answer in time" if late else "cannot be reached")


def _too_slow(host: str) -> InputError:
    return InputError(f"takes more than {DEADLINE:.0f} seconds to answer", path=host, hint="try again later")


def _failure(host: str, what: str) -> InputError:
    return InputError(what, path=host)
