"""One name: the affixes and the text case of its parts ("Name-part", "Text-case")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import cite, entries

NAMES = '<names variable="author"><name {}>{}</name></names>'
AFFIXES = '<name-part name="given" prefix="(" suffix=")"/><name-part name="family" prefix="[" suffix="]"/>'
AFFIXED: dict[str, tuple[dict[str, str], str, str]] = {
    # person: in order, inverted
    "both names": ({"family": "Doe", "given": "Jane"}, "(Jane) [Doe]", "[Doe], (Jane)"),
    "a family name alone": ({"family": "Plato"}, "[Plato]", "[Plato]"),
    "a given name alone": ({"given": "Hildegard"}, "Hildegard", "Hildegard"),
    "an institution": ({"literal": "UNESCO"}, "UNESCO", "UNESCO"),
}


@pytest.mark.parametrize(("person", "plain", "inverted"), AFFIXED.values(), ids=AFFIXED)
def test_the_given_name_has_affixes_beside_a_family_name(person: dict[str, str], plain: str, inverted: str) -> None:
    made = [cite(NAMES.format(order, AFFIXES), {"author": [person]}) for order in ("", 'name-as-sort-order="all"')]
    assert made == [plain, inverted]


CASED = [
    # language of the item, locale of the style, text-case, family name, printed
    ("tr", "en-US", "uppercase", "Dinçmikli", "DİNÇMİKLİ"),
    ("tr-TR", "de-DE", "lowercase", "IŞIK", "ışık"),
    ("en", "tr-TR", "uppercase", "Dinçmikli", "DINÇMIKLI"),
    (None, "tr-TR", "uppercase", "Dinçmikli", "DİNÇMİKLİ"),
    (None, "en-US", "uppercase", "Dinçmikli", "DINÇMIKLI"),
    ("el", "en-US", "uppercase", "Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
]


@pytest.mark.parametrize(("language", "locale", "case", "family", "printed"), CASED)
def test_the_case_of_names_is_that_of_the_language_of_the_item(
    language: str | None, locale: str, case: str, family: str, printed: str
) -> None:
    inside = NAMES.format("", f'<name-part name="family" text-case="{case}"/>')
    assert cite(inside, {"author": [{"family": family}], "language": language}, locale=locale) == printed


def test_one_name_in_two_languages() -> None:
    inside = NAMES.format("", '<name-part name="family" text-case="uppercase"/>')
    items = [{"author": [{"family": "Divit", "given": "Filiz"}], "language": language} for language in ("tr", "en")]
    assert entries(inside, items) == ["Filiz DİVİT", "Filiz DIVIT"]
