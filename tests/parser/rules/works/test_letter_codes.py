"""References with the letter codes of GB/T 7714, in narrow and in wide signs."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "type", "fields"),
    [
        (
            "[3] 林望. 港口灯塔研究[M]. 2版. 青岛: 海潮出版社, 1998: 14-16.",
            "book",
            {
                "title": "港口灯塔研究",
                "edition": "2",
                "publisher-place": "青岛",
                "publisher": "海潮出版社",
                "locator": "14-16",
            },
        ),
        (
            "林望，陈舟．潮汐与灯光［J］．海港学报，2004，21（1）：56－58．",
            "article-journal",
            {"title": "潮汐与灯光", "container-title": "海港学报", "volume": "21", "issue": "1", "page": "56－58"},
        ),
        (
            "林望. 灯塔熄灭之后[N]. 海港日报, 1998-12-27(3).",
            "article-newspaper",
            {"container-title": "海港日报", "page": "3"},
        ),
        (
            "VAN DER WICK A B, ORME C. Lamps[C]//Proceedings of the Harbour Conference. Hull: Tide, 2018: 4-9.",
            "paper-conference",
            {"container-title": "Proceedings of the Harbour Conference", "publisher": "Tide", "page": "4-9"},
        ),
        (
            "ORME C. On fog[M]//The lamp room: essays. Hull: Tide Press, 1954.",
            "chapter",
            {"title": "On fog", "container-title": "The lamp room: essays", "publisher": "Tide Press"},
        ),
        (
            "ORME C. A theory of piers[M]. WICK D, 译. London: Quay, 1962.",
            "book",
            {"title": "A theory of piers", "publisher-place": "London", "publisher": "Quay"},
        ),
        ("林望. 雾中航行[D]. 青岛: 海潮大学, 2020.", "thesis", {"publisher-place": "青岛", "publisher": "海潮大学"}),
    ],
)
def test_the_code_tells_the_type_and_the_signs_the_fields(text: str, type: str, fields: dict[str, str]) -> None:
    [entry] = parse(text)
    assert entry.type == type
    assert {name: entry.string(name) for name in fields} == fields


def test_initials_without_stops_follow_the_family_name() -> None:
    [entry] = parse("VAN DER WICK A B, ORME C, 林望, et al. Lamps[J]. Harbour, 2018, 4(2): 1-9.")
    assert [(name.family, name.given, name.literal) for name in entry.names("author")] == [
        ("VAN DER WICK", "A B", ""), ("ORME", "C", ""), ("", "", "林望"), ("", "", "others")
    ]  # fmt: skip


def test_a_capital_in_brackets_within_a_sentence_is_no_code() -> None:
    [entry] = parse("Ada Orme, “[A] lamp is a promise,” Harbour Review 12 (2001): 4–9.")
    assert entry.string("title") == "[A] lamp is a promise"
