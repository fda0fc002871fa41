from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values import collation
from anora_bib.csl.values.collation import sort_key


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Baker", "baker", "case"),
        ("Émile", "emile", "accents"),
        ("[Baker]", "Baker", "brackets"),
        ("\u201cBaker\u201d", "baker", "quotation marks"),
        ("de la Cruz", "delacruz", "spaces"),
        ("O\u2019Neil", "oneil", "apostrophes"),
        ("Æther", "aether", "ligatures"),
        ("Łódź", "lodz", "strokes"),
        ("Straße", "strasse", "sharp s"),
        ("vol. 007", "vol. 7", "zeros in front"),
        ("か", "ガ", "the two kana"),
    ],
)
def test_what_sorts_alike(left: str, right: str, reason: str) -> None:
    assert sort_key(left) == sort_key(right), reason


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        ("en-US", ["", "$a", "1", "vol 2", "vol 10", "z", "þ", "αβγ", "я", "ア", "中"]),
        ("en-US", ["Abel", "Äbel 2", "Abele", "zebra"]),
        ("sv-SE", ["a", "z", "å", "ä", "ö"]),
        ("zh-CN", ["阿城", "曹禺", "费穆", "姜文", "梅兰芳", "田壮壮", "谢晋", "郑君里", "龘", "a"]),
        ("zh-TW", ["丁善璽", "王童", "白先勇", "李行", "林海音", "張愛玲", "蔡明亮"]),
        ("ja-JP", ["a", "あ", "溝口健二", "今村昌平", "小林正樹", "是枝裕和", "成瀬巳喜男"]),
        ("th-TH", ["กบ", "เก่ง", "ไก่", "ขวด", "แข", "จันทร์", "โจ", "นิด", "เพชร"]),
        ("cy-GB", ["cy", "cz", "chwarae", "dy", "ddoe", "fy", "ffordd", "lwc", "llan", "rhad", "sain", "ty", "thema"]),
        ("da-DK", ["a", "z", "æ", "ø", "aa"]),
        ("nb-NO", ["y", "z", "ä", "ö", "å"]),
        ("nn-NO", ["z", "æ", "ø", "å"]),
        ("fi-FI", ["z", "å", "ä", "ö"]),
        ("de-DE", ["a", "äa", "ab", "o", "öa", "z"]),
        ("es-ES", ["n", "nz", "ñ", "o"]),
        ("cs-CZ", ["c", "cz", "č", "h", "hz", "ch", "i"]),
        ("pl-PL", ["l", "lz", "ł", "m", "z", "ź", "ż"]),
        ("tr-TR", ["h", "ı", "i", "j"]),
        ("hu-HU", ["c", "cz", "cs", "d"]),
        ("hr-HR", ["c", "č", "ć", "d", "dz", "đ", "e"]),
        ("et-EE", ["s", "š", "z", "ž", "t", "w", "õ", "ä", "ö", "ü", "x"]),
        ("ru-RU", ["1", "и", "й", "к", "a", "z"]),
        ("uk-UA", ["г", "ґ", "д", "и", "і", "ї", "й", "к", "a"]),
        ("el-GR", ["α", "ω", "a"]),
    ],
)
def test_order(lang: str, ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda text: sort_key(text, lang)) == ordered


def test_signs_come_before_digits() -> None:
    assert max(collation._SYMBOL_KEYS.values()) < collation._OTHER_SYMBOL < "0"


@settings(max_examples=100)
@given(st.text(max_size=20), st.sampled_from(["en", "cs", "da", "ru", "zh", "tr"]))
def test_any_text_has_a_key(text: str, lang: str) -> None:
    assert sort_key(text, lang) == sort_key(f" {text}.", lang)


@settings(max_examples=100)
@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_sort_by_their_value(left: int, right: int) -> None:
    assert (sort_key(f"a {left}") < sort_key(f"a {right}")) is (left < right)


@pytest.mark.parametrize("unit", ["a", "1", "é", "1 ", "ch"])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    for lang in ("en", "cs", "ru"):
        assert sort_key(unit * 250_000, lang) > sort_key(unit, lang)
