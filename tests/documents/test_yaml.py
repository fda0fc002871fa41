"""YAML that anybody may have written. Every case runs with libyaml and without: PyYAML is built either way."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.documents.yaml import (
    MAX_DEPTH,
    Fault,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose,
    documents,
    dump,
)


@pytest.fixture(params=[True, False], ids=["libyaml", "no libyaml"], autouse=True)
def _libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.delattr(pyyaml, "CSafeLoader", raising=False)
    elif not hasattr(pyyaml, "CSafeLoader"):
        pytest.skip("PyYAML is built without libyaml")


def plain(node: Node | None) -> object:
    """The node as text, lists and pairs."""
    match node:
        case ScalarNode(value):
            return value
        case SequenceNode(value):
            return [plain(item) for item in value]
        case MappingNode(value):
            return [(plain(key), plain(item)) for key, item in value]
        case _:
            return None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "title: 1984\nlanguage: no\ndate: 2024-05-22",
            [("title", "1984"), ("language", "no"), ("date", "2024-05-22")],
        ),
        ("[a, 'b', \"c\\n\", ~]", ["a", "b", "c\n", "~"]),
        ("a: 1\na: 2", [("a", "1"), ("a", "2")]),
        ("volume: !!int iv", [("volume", "iv")]),
        ("when: !!timestamp soon", [("when", "soon")]),
        ("\ufeffa: b", [("a", "b")]),
        ("", None),
        ("# nothing\n", None),
    ],
)
def test_scalars_are_text(text: str, values: object) -> None:
    assert plain(compose(text)) == values


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places(mark: str) -> None:
    text = f"{mark}é: [‘one’, 'two 𝄞']\nthree: x\n"
    root = compose(text)
    assert isinstance(root, MappingNode)
    (_, listed), (key, value) = root.value
    assert isinstance(listed, SequenceNode)
    assert [item.span.of(text) for item in (*listed.value, key, value)] == ["‘one’", "'two 𝄞'", "three", "x"]
    assert listed.span.of(text) == "[‘one’, 'two 𝄞']"


def test_tags_stay_as_they_are() -> None:
    root = compose("[!!int 3, !mine x, plain]")
    assert isinstance(root, SequenceNode)
    assert [item.tag for item in root.value] == ["tag:yaml.org,2002:int", "!mine", None]


@pytest.mark.parametrize(
    ("text", "message", "start"),
    [
        ("[" * 3_000, "nested too deeply", MAX_DEPTH),
        ("[" * 100_000, "nested too deeply", MAX_DEPTH),
        ("title: " + "{a: " * 3_000, "nested too deeply", 7 + 4 * MAX_DEPTH - 4),
        ("- " * 100_000, "nested too deeply", 2 * MAX_DEPTH),
        ("a: &x [1]\nb: *x", "not YAML: aliases are not allowed here", 13),
        ("a: &x [*x]", "not YAML: aliases are not allowed here", 7),
        ("a: b\n---\nc: d", "not one YAML document: a second one begins here", 9),
        ("ab: \x07", "not YAML: a character that YAML does not allow", 4),
        ("ab: \ud800", "not YAML: a character that YAML does not allow", 4),
        ("a: [b\nc: d", "not YAML", 3),
        ("a: 'b", "not YAML", 3),
        ("a: b: c", "not YAML", 4),
        ('title: "\\U00110000"', "not YAML: a number that is too large", 10),
        ("%YAML 1." + "1" * 5_000 + "\n--- a", "not YAML", None),
        ('a: "\\xzz"', "not YAML", None),
        ("a: !<%FF> b", "not YAML", None),
        ("\t- a", "not YAML", None),
        ("a: @b", "not YAML", 3),
    ],
)
def test_whatever_is_wrong_has_a_place(text: str, message: str, start: int | None) -> None:
    with pytest.raises(Fault) as raised:
        compose(text)
    assert raised.value.message.startswith(message)
    assert raised.value.span.end <= len(text)
    assert start is None or raised.value.span.start == start


@pytest.mark.parametrize("bomb", ["&a [x, x]", "".join(f"- &a{n + 1} [*a{n}, *a{n}, *a{n}]\n" for n in range(30))])
def test_an_anchor_alone_is_harmless_and_a_bomb_is_refused(bomb: str) -> None:
    if "*" not in bomb:
        assert plain(compose(bomb)) == ["x", "x"]
    else:
        with pytest.raises(Fault):
            compose(f"- &a0 x\n{bomb}")


def test_documents_before_a_fault_are_given() -> None:
    found = documents("a\n---\n---\nb: c\n---\n- [\n")
    assert [plain(next(found)), plain(next(found))] == ["a", [("b", "c")]]
    with pytest.raises(Fault):
        next(found)


PIECES = ["a", ": ", "\n",
          "- ", "[", "]", "{", "}", ", ", "'", '"', "&a ", "*a ", "!!int ", "!x", "|", ">", "#", "%YAML 1",
          "\\", "\\U00110000",
          "---\n", "...", "\t", "?", "  ", "\x85", "\u2028", "\ufeff", "\x00", "@", "<<: "]  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_text_is_nodes_or_a_fault(text: str) -> None:
    try:
        node = compose(text)
    except Fault as fault:
        assert 0 <= fault.span.start <= len(text)
        return
    assert node is None or node.span.end <= len(text)


@settings(max_examples=200)
@given(st.lists(st.text(st.sampled_from("ab \n\r\x85\u2028\u2029\ufeff:-'\"\\#𝄞é\t"), max_size=12), max_size=4))
def test_what_is_dumped_comes_back(values: list[str]) -> None:
    assert plain(compose(dump({"values": values}))) == [("values", values)]
