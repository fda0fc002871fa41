"""Dates as the specification has them printed ("Date", "Date-part", "Date Ranges", "AD and BC", "Seasons")."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Style
from tests.csl.snippets import Around, cite, entries, style


def dated(*points: list[int], **more: object) -> dict[str, object]:
    """An item issued on a day, or from one to another."""
    return {"issued": {"date-parts": list(points), **more}}


def parts(*names: str) -> str:
    """A date of these parts, each as it is written."""
    return f'<date variable="issued">{"".join(f"<date-part {name}/>" for name in names)}</date>'


DAY, MONTH, YEAR = 'name="day" suffix=" "', 'name="month" suffix=" "', 'name="year"'
LOCALIZED = [
    # locale, form, date-parts, printed
    ("en-US", "text", "year-month-day", "May 4, 2008"),
    ("en-US", "text", "year-month", "May 2008"),
    ("en-US", "text", "year", "2008"),
    ("en-GB", "text", "year-month-day", "4 May 2008"),
    ("de-DE", "text", "year-month-day", "4. Mai 2008"),
    ("de-DE", "text", "year-month", "Mai 2008"),
    ("de-DE", "numeric", "year-month-day", "04.05.2008"),
    ("fr-FR", "text", "year-month-day", "4 mai 2008"),
    ("fr-FR", "numeric", "year-month-day", "04/05/2008"),
    ("ja-JP", "text", "year-month-day", "2008年5月4日"),
    ("hu-HU", "text", "year-month-day", "2008. május 4."),
]


@pytest.mark.parametrize(("locale", "form", "date_parts", "printed"), LOCALIZED)
def test_a_localized_date(locale: str, form: str, date_parts: str, printed: str) -> None:
    inside = f'<date variable="issued" form="{form}" date-parts="{date_parts}"/>'
    assert cite(inside, dated([2008, 5, 4]), locale=locale) == printed


AS_KNOWN = [([2008, 5, 4], "May 4, 2008"), ([2008, 5], "May 2008"), ([2008], "2008")]


@pytest.mark.parametrize(("point", "printed"), AS_KNOWN)
def test_a_localized_date_prints_what_is_known(point: list[int], printed: str) -> None:
    assert cite('<date variable="issued" form="text"/>', dated(point)) == printed


OVERRIDES = {
    "a form": ('<date-part name="month" form="short"/>', "Jan. 2, 2008"),
    "without the period": ('<date-part name="month" form="short" strip-periods="true"/>', "Jan 2, 2008"),
    "formatting": ('<date-part name="year" font-weight="bold"/>', "January 2, <b>2008</b>"),
    "a case": ('<date-part name="month" text-case="uppercase"/>', "JANUARY 2, 2008"),
    "an ordinal": ('<date-part name="day" form="ordinal"/>', "January 2nd, 2008"),
    "order counts for nothing": ('<date-part name="year"/><date-part name="month" form="short"/>', "Jan. 2, 2008"),
}


@pytest.mark.parametrize(("own", "printed"), OVERRIDES.values(), ids=OVERRIDES)
def test_parts_override_those_of_the_locale(own: str, printed: str) -> None:
    inside = f'<date variable="issued" form="text">{own}</date>'
    assert cite(inside, dated([2008, 1, 2]), to="html") == printed


FORMS = [
    ('name="day"', "4"),
    ('name="day" form="numeric"', "4"),
    ('name="day" form="numeric-leading-zeros"', "04"),
    ('name="day" form="ordinal"', "4th"),
    ('name="month"', "January"),
    ('name="month" form="long"', "January"),
    ('name="month" form="short"', "Jan."),
    ('name="month" form="short" strip-periods="true"', "Jan"),
    ('name="month" form="numeric"', "1"),
    ('name="month" form="numeric-leading-zeros"', "01"),
    ('name="year"', "2008"),
    ('name="year" form="long"', "2008"),
    ('name="year" form="short"', "08"),
    ('name="month" text-case="lowercase"', "january"),
    ('name="year" prefix="(" suffix=")"', "(2008)"),
]


@pytest.mark.parametrize(("part", "printed"), FORMS)
def test_the_form_of_a_part(part: str, printed: str) -> None:
    assert cite(parts(part), dated([2008, 1, 4])) == printed


@pytest.mark.parametrize(
    ("day", "printed"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (21, "21st"), (31, "31st")]
)
def test_ordinal_days(day: int, printed: str) -> None:
    assert cite(parts('name="day" form="ordinal"'), dated([2008, 1, day])) == printed


def test_only_the_first_day_is_an_ordinal_where_the_locale_says_so() -> None:
    inside = parts('name="day" form="ordinal" suffix=" "', 'name="month"')
    made = [cite(inside, dated([2008, 1, day]), locale="fr-FR") for day in (1, 2)]
    assert made == ["1ᵉʳ janvier", "2 janvier"]
    everyday = Around(locales='<locale><style-options limit-day-ordinals-to-day-1="false"/></locale>')
    assert cite(inside, dated([2008, 1, 2]), everyday, locale="fr-FR") == "2ᵉ janvier"


def test_the_order_and_the_delimiter_are_those_of_the_elements() -> None:
    inside = (
        '<date variable="issued" delimiter="/"><date-part name="year"/><date-part name="day"/>'
        '<date-part name="month" form="numeric"/></date>'
    )
    assert [cite(inside, dated(point)) for point in ([2008, 5, 4], [2008, 5], [2008])] == ["2008/4/5", "2008/5", "2008"]


RANGES = {
    # The example of "Date Ranges", and what it leads to.
    "days": (([2008, 5, 1], [2008, 5, 4]), "1-4 May 2008"),
    "months": (([2008, 5], [2008, 7]), "May–July 2008"),
    "years": (([2008, 5], [2009, 6]), "May 2008/June 2009"),
    "years alone": (([2008], [2009]), "2008/2009"),
    "days of two months": (([2008, 5, 1], [2008, 7, 4]), "1 May–4 July 2008"),
    "days of two years": (([2008, 5, 1], [2009, 5, 1]), "1 May 2008/1 May 2009"),
    "the same day": (([2008, 5, 4], [2008, 5, 4]), "4 May 2008"),
}


@pytest.mark.parametrize(("points", "printed"), RANGES.values(), ids=RANGES)
def test_a_range(points: tuple[list[int], ...], printed: str) -> None:
    inside = parts(f'{DAY} range-delimiter="-"', MONTH, f'{YEAR} range-delimiter="/"')
    assert cite(inside, dated(*points)) == printed


def test_an_empty_delimiter_of_ranges_is_none() -> None:
    assert cite(parts(f'{YEAR} range-delimiter=""'), dated([2008], [2009])) == "2008–2009"
    assert cite(parts(f'{DAY} range-delimiter=""', 'name="month"'), dated([2008, 5, 1], [2008, 5, 4])) == "1–4 May"


@pytest.mark.parametrize(
    ("points", "printed"),
    [
        (([2008],), "2008"),
        (([2008], [2009]), "2008–2009"),
        (([2008, 5], [2009, 6]), "May 2008–June 2009"),
        (([2008, 5], [2008, 6]), "May–June 2008"),
    ],
)
def test_the_letter_of_a_year_follows_the_last_year_of_a_range(points: tuple[list[int], ...], printed: str) -> None:
    around = Around(citation='disambiguate-add-year-suffix="true"')
    items = [{"title": title, **dated(*points)} for title in ("Anora", "Tangerine")]
    assert entries(parts(MONTH, YEAR), items, around) == [f"{printed}a", f"{printed}b"]


def test_a_localized_range() -> None:
    inside = '<date variable="issued" form="text"/>'
    made = [cite(inside, dated(*points)) for points in (([2008, 5, 1], [2008, 5, 4]), ([2008, 5], [2008, 7]))]
    assert made == ["May 1–4, 2008", "May–July 2008"]


def test_a_range_is_only_as_long_as_the_parts_that_are_printed() -> None:
    assert cite(parts(YEAR), dated([2008, 5, 1], [2008, 7, 4])) == "2008"
    assert cite(parts(YEAR), dated([2008, 5, 1], [2009, 7, 4])) == "2008–2009"


# One sign for each era, so that it is seen where it is put.
ERA_TERMS = Around(locales='<locale><terms><term name="ad">AD</term><term name="bc">BC</term></terms></locale>')
ERAS: list[tuple[tuple[list[int], ...], str]] = [
    (([79],), "79AD"),
    (([1000],), "1000"),
    (([1066],), "1066"),
    (([-2500],), "2500BC"),
    (([-44, 3, 15],), "44BC"),
    (([-1],), "1BC"),
    (([-100], [-50]), "100–50BC"),
    (([50], [60]), "50–60AD"),
    (([-100], [50]), "100BC–50AD"),
    (([50], [600]), "50AD–600"),
]


@pytest.mark.parametrize(("points", "printed"), ERAS)
def test_eras(points: tuple[list[int], ...], printed: str) -> None:
    assert cite(parts(YEAR), dated(*points), ERA_TERMS) == printed


def test_an_era_is_a_term_of_the_locale() -> None:
    made = [cite(parts(YEAR), dated([-44]), locale=language) for language in ("en-US", "de-DE")]
    assert [text.replace("\u00a0", " ") for text in made] == ["44 BC", "44 v. Chr."]


SEASONS = {
    "as a number": (dated([2009], season=1), "Spring 2009"),
    "as a numeral": (dated([2009], season="4"), "Winter 2009"),
    "as a month": (dated([2009, 14]), "Summer 2009"),
    "as a month of EDTF": (dated([2009, 23]), "Autumn 2009"),
    "as a word": (dated([2009], season="Michaelmas"), "Michaelmas 2009"),
    "none": (dated([2009]), "2009"),
}


@pytest.mark.parametrize(("item", "printed"), SEASONS.values(), ids=SEASONS)
def test_seasons(item: dict[str, object], printed: str) -> None:
    assert cite(parts(MONTH, YEAR), item) == printed


def test_a_season_in_another_language() -> None:
    made = [cite(parts(MONTH, YEAR), dated([2009], season=1), locale=language) for language in ("de-DE", "fr-FR")]
    assert made == ["Frühjahr 2009", "printemps 2009"]


CIRCA = (
    '<choose><if is-uncertain-date="issued"><text term="circa" form="short" suffix=" "/></if></choose>'
    '<date variable="issued"><date-part name="year"/></date>'
)


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        (dated([2005]), "2005"),
        (dated([2003], circa=True), "c. 2003"),
        (dated([2003], circa=1), "c. 2003"),
        (dated([2003], circa="true"), "c. 2003"),
        (dated([2003], circa=False), "2003"),
        (dated([2003], circa=0), "2003"),
        ({}, ""),
    ],
)
def test_approximate_dates(item: dict[str, object], printed: str) -> None:
    assert cite(CIRCA, item).replace("ca. ", "c. ") == printed


GIVEN: dict[str, tuple[object, str]] = {
    "strings": ({"date-parts": [["2008", "5", "4"]]}, "4 May 2008"),
    "raw": ({"raw": "2008-05-04"}, "4 May 2008"),
    "a string": ("2008-05-04", "4 May 2008"),
    "EDTF": ({"edtf": "2008-05"}, "May 2008"),
    "an EDTF range": ({"edtf": "2008-05/2008-07"}, "May–July 2008"),
    "words": ({"literal": "forthcoming"}, "forthcoming"),
}


@pytest.mark.parametrize(("value", "printed"), GIVEN.values(), ids=GIVEN)
def test_how_a_date_may_be_given(value: object, printed: str) -> None:
    assert cite(parts(DAY, MONTH, YEAR), {"issued": value}) == printed


def test_affixes_and_formatting() -> None:
    inside = '<date variable="issued" form="text" prefix="(" suffix=")." font-style="italic"/>'
    assert cite(inside, dated([2008, 5]), to="html") == "(<i>May 2008</i>)."
    assert cite(inside, {}) == ""


def test_the_case_of_a_date() -> None:
    assert cite('<date variable="issued" form="text" text-case="uppercase"/>', dated([2008, 5])) == "MAY 2008"


def test_a_part_that_is_not_known_takes_its_affixes_with_it() -> None:
    inside = parts('name="day" prefix="[" suffix="]"', 'name="month" prefix="&lt;" suffix=">"', YEAR)
    assert cite(inside, dated([2008])) == "2008"


def test_a_date_without_what_is_asked_for_prints_nothing() -> None:
    day = parts('name="day"')
    inside = f'<group prefix="on ">{day}</group>'
    assert cite(inside, dated([2008, 5])) == ""
    assert cite(inside, dated([2008, 5, 4])) == "on 4"


def test_months_of_every_language_have_both_forms() -> None:
    for language, long, short in (("es-ES", "septiembre", "sep."), ("it-IT", "settembre", "set.")):
        item = dated([2008, 9])
        assert cite(parts('name="month"'), item, locale=language) == long
        assert cite(parts('name="month" form="short"'), item, locale=language).startswith(short.rstrip("."))


ORDER = {
    "less specific first": [[[2000]], [[2000, 5]], [[2000, 5, 1]]],
    "the end decides where the start does not": [
        [[2000]],
        [[2000], [2001]],
        [[2000], [2005]],
        [[2002], [2003]],
        [[2002], [2009]],
    ],
    "eras": [[[-100]], [[-50]], [[50]], [[100]]],
}


@pytest.mark.parametrize("direction", ["ascending", "descending"])
@pytest.mark.parametrize("dates", ORDER.values(), ids=ORDER)
def test_the_order_in_which_dates_sort(dates: list[list[list[int]]], direction: str) -> None:
    around = Around(sort=f'<sort><key variable="issued" sort="{direction}"/></sort>')
    items = [{"title": str(number), **dated(*points)} for number, points in enumerate(dates)]
    made = entries('<text variable="title"/>', [*items[1:], items[0]], around)
    assert made == [str(number) for number in sorted(range(len(dates)), reverse=direction == "descending")]


def test_items_without_a_date_come_last_either_way() -> None:
    for direction in ("ascending", "descending"):
        around = Around(sort=f'<sort><key variable="issued" sort="{direction}"/></sort>')
        items: list[dict[str, object]] = [{"title": "none"}, {"title": "some", **dated([2000])}]
        assert entries('<text variable="title"/>', items, around) == ["some", "none"]


OPEN = [
    # points, printed by year, printed in full
    ([[2001], []], "2001–", "2001–"),
    ([[2001], [0]], "2001–", "2001–"),
    ([[], [2001]], "–2001", "–2001"),
    ([[2001, 5, 3], []], "2001–", "May 3, 2001–"),
    ([[], [2001, 5]], "–2001", "–May 2001"),
]


@pytest.mark.parametrize(("points", "year", "whole"), OPEN)
def test_a_range_with_an_open_end(points: list[list[int]], year: str, whole: str) -> None:
    assert cite('<date variable="issued" form="text" date-parts="year"/>', dated(*points)) == year
    assert cite('<date variable="issued" form="text"/>', dated(*points)) == whole


@pytest.mark.parametrize("collapse", ["year", "year-suffix", "year-suffix-ranged", "citation-number"])
def test_an_open_range_may_stand_beside_a_cite_without_a_date(collapse: str) -> None:
    inside = '<group delimiter=" "><names variable="author"/><date variable="issued" form="text"/></group>'
    around = Around(citation=f'collapse="{collapse}" disambiguate-add-year-suffix="true"')
    items: list[dict[str, object]] = [
        {"id": "a", **dated([2001], [])},
        {"id": "b", "title": "x"},
        {"id": "c", **dated([2001], [])},
    ]
    processor = Processor(Style.load(style(inside, around)), items, to="text")
    (text,) = processor.citations([{"citationItems": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}])
    assert text.count("2001–") == 2


def test_a_range_without_any_point_is_no_date() -> None:
    inside = '<group><date variable="issued" form="text"/><text value="undated"/></group>'
    assert cite(inside, dated([], [])) == ""
