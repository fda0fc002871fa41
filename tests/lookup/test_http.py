"""The client: polite, patient within bounds, and never fooled into keeping nonsense."""

from __future__ import annotations

import email.utils
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

import pytest
import requests

from anora_bib.errors import InputError
from anora_bib.lookup.cache import Cache
from anora_bib.lookup.http import INTERVAL, LONGEST_PAUSE, MAX_AGE, MOST_BYTES, PAUSES, Client
from anora_bib.system.folders import cache_folder

URL = "https://api.example.org/works"
PARAMETERS = {"q": "capital & realism", "a": "1"}


def same(answer: object) -> object:
    return answer


def ask(client: Client) -> object:
    return client.json(URL, PARAMETERS, same)


def test_a_question_is_asked_once(client: Client, network: Any) -> None:
    network.reply({"n": 1})
    assert ask(client) == {"n": 1}
    assert ask(client) == {"n": 1}
    assert network.asked == [f"{URL}?a=1&q=capital+%26+realism"]


def test_an_old_answer_is_asked_for_again(client: Client, network: Any) -> None:
    network.reply({"n": 1})
    network.reply({"n": 2})
    ask(client)
    network.time += MAX_AGE + 1
    assert ask(client) == {"n": 2}


def test_a_cache_of_no_age_is_not_read(network: Any, tmp_path: Path) -> None:
    client = Client(cache=tmp_path, max_age=0, session=network, sleep=network.sleep, now=network.now)
    network.reply(1)
    network.reply(2)
    assert (ask(client), ask(client)) == (1, 2)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"url": "https://other.example"}', b"\xff", b"[" * 100_000])
def test_a_broken_cache_file_is_no_answer(client: Client, network: Any, tmp_path: Path, broken: bytes) -> None:
    network.reply({"n": 1})
    network.reply({"n": 2})
    ask(client)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(broken)
    assert ask(client) == {"n": 2}


def test_an_answer_that_is_not_understood_is_not_kept(client: Client, network: Any) -> None:
    def refuse(answer: object) -> object:
        raise InputError("is nonsense")

    network.reply({"n": 1})
    network.reply({"n": 2})
    with pytest.raises(InputError):
        client.json(URL, PARAMETERS, refuse)
    assert ask(client) == {"n": 2}


def test_a_cache_that_cannot_be_made_is_one_clear_line(network: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    client = Client(cache=tmp_path / "file" / "cache", session=network, sleep=network.sleep, now=network.now)
    network.reply({})
    with pytest.raises(InputError, match=r"^.*file.cache: the cache cannot be made"):
        ask(client)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(client: Client, network: Any, status: int) -> None:
    network.reply(status=status)
    network.reply({"n": 1})
    assert ask(client) == {"n": 1}
    assert network.slept == [PAUSES[0]]


@pytest.mark.parametrize(
    ("value", "waited", "reason"),
    [
        ("7", 7.0, "seconds"),
        ("0", PAUSES[0], "never less than our own pause"),
        ("soon", PAUSES[0], "neither a number nor a date"),
        ("²", PAUSES[0], "a digit, but no number"),
        ("-3", PAUSES[0], "a number below zero"),
    ],
)
def test_retry_after_is_honoured(client: Client, network: Any, value: str, waited: float, reason: str) -> None:
    network.reply(status=429, headers={"Retry-After": value})
    network.reply({})
    ask(client)
    assert network.slept[0] == waited, reason


def test_retry_after_may_be_a_date(client: Client, network: Any) -> None:
    network.reply(status=503, headers={"Retry-After": email.utils.formatdate(network.time + 9, usegmt=True)})
    network.reply({})
    ask(client)
    assert network.slept[0] == 9.0


@pytest.mark.parametrize("value", [str(int(LONGEST_PAUSE) + 1), "9" * 5000])
def test_a_service_that_asks_for_too_long_is_given_up(client: Client, network: Any, value: str) -> None:
    network.reply(status=429, headers={"Retry-After": value})
    with pytest.raises(InputError, match="answers 429; it asks to wait"):
        ask(client)
    assert network.slept == []


def test_three_attempts_and_no_more(client: Client, network: Any) -> None:
    for _ in range(4):
        network.reply(status=503)
    with pytest.raises(InputError, match=r"^api\.example\.org: answers 503; try again later$"):
        ask(client)
    assert len(network.asked) == 3
    assert network.slept == list(PAUSES)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (requests.ConnectTimeout(), "does not answer in time"),
        (requests.ReadTimeout(), "does not answer in time"),
        (requests.ConnectionError("getaddrinfo\nfailed"), "cannot be reached"),
    ],
)
def test_no_connection_is_one_clear_line(client: Client, network: Any, error: Exception, message: str) -> None:
    for _ in range(3):
        network.fail(error)
    with pytest.raises(InputError) as caught:
        ask(client)
    assert str(caught.value) == f"api.example.org: {message}; try again later"


def test_a_connection_lost_in_the_middle_is_tried_again(client: Client, network: Any) -> None:
    network.reply(b'{"n"', error=requests.exceptions.ChunkedEncodingError())
    network.reply({"n": 1})
    assert ask(client) == {"n": 1}


def test_a_request_that_cannot_be_made_is_not_repeated(client: Client, network: Any) -> None:
    network.fail(requests.exceptions.InvalidHeader())
    with pytest.raises(InputError, match="cannot be asked: InvalidHeader"):
        ask(client)
    assert len(network.asked) == 1


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        (b"<!DOCTYPE html><p>Down", 200, "answers with a web page where JSON was asked for"),
        (b"", 200, "answers with something else where JSON was asked for"),
        (b"\xff\xfe\x00", 200, "answers with something else where JSON was asked for"),
        (b"[" * 200_000, 200, "answers with something else where JSON was asked for"),
        (b"{}", 404, "answers 404"),
        (b"{}", 403, "answers 403"),
        (b" " * (MOST_BYTES + 1), 200, "sends more than 5 MB"),
    ],
)
def test_a_bad_answer_is_one_clear_line(client: Client, network: Any, body: bytes, status: int, message: str) -> None:
    response = network.reply(body, status)
    with pytest.raises(InputError) as caught:
        ask(client)
    assert str(caught.value) == f"api.example.org: {message}"
    assert response.closed
    assert len(network.asked) == 1, "asking again would not help"


def test_an_answer_that_drips_is_given_up(client: Client, network: Any) -> None:
    class Dripping:
        status_code = 200
        headers: dict[str, str] = {}  # noqa: RUF012

        def iter_content(self, chunk_size: int) -> Any:
            while True:
                network.time += 19
                yield b" "

        def close(self) -> None:
            pass

    network.answers += [Dripping()] * 3
    with pytest.raises(InputError, match="takes more than 60 seconds"):
        ask(client)


def test_a_service_that_drips_without_end_is_given_up(
    client: Client, network: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each piece comes in time, but the answer never does: not even the first 64 kB of it."""
    monkeypatch.setattr("anora_bib.lookup.http.DEADLINE", 0.2)
    released = threading.Event()

    class Endless:
        status_code = 200
        headers: dict[str, str] = {}  # noqa: RUF012

        def iter_content(self, chunk_size: int) -> Iterator[bytes]:
            released.wait(timeout=30)
            yield b"{}"

        def close(self) -> None:
            pass

    network.answers += [Endless()]
    started = time.monotonic()
    try:
        with pytest.raises(InputError, match="takes more than 0 seconds to answer"):
            ask(client)
    finally:
        released.set()
    assert time.monotonic() - started < 10
    assert len(network.asked) == 1, "it is not asked again"


def test_redirects_are_followed_on_https(client: Client, network: Any) -> None:
    network.reply(status=301, headers={"Location": "/v2/works"})
    network.reply({"n": 1})
    assert ask(client) == {"n": 1}
    assert network.asked[1] == "https://api.example.org/v2/works"


@pytest.mark.parametrize("location", ["http://api.example.org/works", "file:///etc/hosts", "ftp://example.org/"])
def test_redirects_lead_to_no_other_scheme(client: Client, network: Any, location: str) -> None:
    network.reply(status=302, headers={"Location": location})
    with pytest.raises(InputError, match="not https"):
        ask(client)
    assert len(network.asked) == 1


def test_redirects_come_to_an_end(client: Client, network: Any) -> None:
    for _ in range(9):
        network.reply(status=302)
    with pytest.raises(InputError, match="redirects more than 3 times"):
        ask(client)
    assert len(network.asked) == 4


def test_https_only(client: Client, network: Any) -> None:
    with pytest.raises(InputError, match="not https"):
        client.json("http://api.example.org/works", {}, same)
    assert not network.asked


def test_questions_keep_their_distance(client: Client, network: Any) -> None:
    network.reply({})
    network.reply({})
    client.json(URL, {"q": "a"}, same)
    network.time += INTERVAL / 4
    client.json(URL, {"q": "b"}, same)
    assert network.slept == [pytest.approx(INTERVAL * 3 / 4)]


def test_the_client_says_who_it_is(network: Any, tmp_path: Path) -> None:
    client = Client(cache=tmp_path, mailto="a.reader@example.org", session=network)
    network.reply({})
    ask(client)
    agent = network.headers[0]["User-Agent"]
    assert agent.startswith("anora-bib/")
    assert agent.endswith(" (mailto:a.reader@example.org)")


@pytest.mark.parametrize("mailto", ["reader", "a@b\r\nX-Evil: 1", "a b@c.org", "a@b)"])
def test_what_is_no_address_is_not_sent(mailto: str) -> None:
    with pytest.raises(InputError, match="is not a mail address"):
        Client(mailto=mailto)


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_CACHE_HOME", "{set}/anora-bib"),
        ("linux", "", "{home}/.cache/anora-bib"),
        ("darwin", "XDG_CACHE_HOME", "{home}/Library/Caches/anora-bib"),
        ("win32", "LOCALAPPDATA", "{set}/anora-bib"),
        ("win32", "", "{home}/AppData/Local/anora-bib"),
    ],
)
def test_the_cache_goes_where_the_system_wants_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variable: str, folder: str
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "set"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == Path(folder.format(set=tmp_path / "set", home=tmp_path / "home"))


def test_no_home_no_cache_and_one_clear_line(monkeypatch: pytest.MonkeyPatch, network: Any) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    client = Client(session=network)
    with pytest.raises(InputError, match="no home folder to keep anything in; name a folder"):
        ask(client)


def test_addresses_do_not_share_a_file(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("https://a.example/", 1, fetched=5.0)
    cache.put("https://b.example/", 2, fetched=5.0)
    assert cache.get("https://a.example/", since=5.0) == 1
    assert cache.get("https://b.example/", since=5.1) is None


def test_importing_and_building_opens_nothing() -> None:
    program = (
        "import sys; from anora_bib.lookup import builtin; from anora_bib.lookup.http import Client;"
        "builtin(Client()); assert not {'requests', 'rapidfuzz'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_threads_that_share_a_client_wait_for_each_other(client: Client, network: Any) -> None:
    inside: list[str] = []
    most = []
    get = network.get

    def slow(url: str, **options: Any) -> Any:
        inside.append(url)
        most.append(len(inside))
        sleep(0.01)
        inside.remove(url)
        return get(url, **options)

    network.get = slow
    for number in range(4):
        network.reply({"n": number})
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda number: client.json(URL, {"q": str(number)}, same), range(4)))
    assert sorted(answer["n"] for answer in found) == [0, 1, 2, 3]  # type: ignore[index]
    assert max(most) == 1
