"""Numbers of every kind in sentences of our own: words, value, unit, bound."""

from math import isnan

import pytest

from indicators.text.expression import Expression
from indicators.text.search import find


def one(text: str, kind: str = "") -> Expression:
    (found,) = [each for each in find(text) if not kind or each.kind == kind]
    return found


def number(text: str) -> float:
    return one(text).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four hundred and twelve", 412), ("ninety-nine thousand and one", 99_001), ("twelve hundred sheep", 1200),
        ("a hundred and one", 101), ("two million three hundred thousand", 2_300_000), ("6 thousand 2 hundred", 6200),
        ("nought point two five", 0.25), ("sixteen point three million", 16.3e6), ("minus forty", -40),
        ("seven and a half", 7.5), ("seven-and-a-half", 7.5), ("four million and a quarter", 4.25e6),
        ("half a billion", 5e8), ("a quarter of a million", 250_000), ("three quarters of a million", 750_000),
        ("two thirds", 2 / 3), ("one-eighth", 1 / 8), ("five sixteenths", 5 / 16), ("a hundredth of it", 0.01),
        ("3 lakh", 300_000), ("2.5 crore", 25e6), ("9 dozen", 108), ("12 1/2", 12.5), ("4-3/8 wide", 4.375),
        ("8,5 wide", 8.5), ("1'250'000", 1_250_000), ("7.5e-3", 0.0075), ("4.2 × 10^7", 4.2e7), ("−17", -17),
        ("18K", 18_000), ("5.6M", 5.6e6), ("7bn", 7e9), ("1.4tn", 1.4e12), ("9m people", 9e6), ("1 in 8 homes", 0.125),
        ("seven out of ten", 0.7), ("a 3:1 lead", 3), ("one over four", 0.25), ("grew 3x", 3), ("tripled", 3),
    ],
)  # fmt: skip
def test_numbers_in_words_digits_and_both(text: str, value: float) -> None:
    assert number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["no one came", "one another", "each other", "either of them", "this one", "another"])
def test_words_that_count_nothing_are_no_number(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$7.5m", 7.5e6, "USD"), ("US$3.1 billion", 3.1e9, "USD"), ("€2½ million", 2.5e6, "EUR"), ("40 €", 40, "EUR"),
        ("GBP350m", 350e6, "GBP"), ("12.5 EUR", 12.5, "EUR"), ("CHF 80,000", 80_000, "CHF"), ("HK$ 9", 9, "HKD"),
        ("A$15", 15, "AUD"), ("8 million Swedish kronor", 8e6, "SEK"), ("six Canadian dollars", 6, "CAD"),
        ("20 USD million", 20e6, "USD"), ("45 MEUR", 45e6, "EUR"), ("Rs 300 crore", 3e9, "INR"), ("₹12", 12, "INR"),
        ("-$4", -4, "USD"), ("$(3.2) million", -3.2e6, "USD"), ("a 75-cent coin", 75, "cent"), ("60p", 60, "pence"),
        ("5 dollars and 20 cents", 5.2, "USD"), ("900 yen", 900, "JPY"), ("£3.2bn", 3.2e9, "GBP"),
    ],
)  # fmt: skip
def test_money_has_its_magnitude_and_its_currency(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value) == ("money", pytest.approx(value, rel=1e-12))
    assert unit == found.units[0]


def test_a_sign_of_several_currencies_leaves_open_which() -> None:
    assert one("$5").units[:2] == ("USD", "CAD")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8%", 8, "percent"), ("8 per cent", 8, "percent"), ("8 pct", 8, "percent"), ("eight percent", 8, "percent"),
        ("0.4 percentage points", 0.4, "percentage_point"), ("25 basis points", 25, "basis_point"),
        ("1.6 per thousand", 1.6, "per_mille"), ("16‰", 16, "per_mille"),
        ("minus 3 percent", -3, "percent"), ("−0.2%", -0.2, "percent"),
    ],
)  # fmt: skip
def test_percentages_and_points_are_told_apart(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value, found.units) == ("percent", value, (unit,))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3.5 km", 3.5, "kilometer"), ("a six-mile walk", 6, "mile"), ("12 sq ft", 12, "square_foot"),
        ("30 m²", 30, "square_meter"), ("70 square miles", 70, "square_mile"), ("400 cubic metres", 400, "cubic_meter"),
        ("90 km/h", 90, "kilometer_per_hour"), ("55 miles per hour", 55, "mile_per_hour"), ("9 kg", 9, "kilogram"),
        ("180lbs", 180, "pound"), ("4 terawatt-hours", 4, "terawatt_hour"), ("2 kWh", 2, "kilowatt_hour"),
        ("5 ft 6 in", 5.5, "foot"), ("6'3\"", 6.25, "foot"), ("750ml", 750, "milliliter"), ("128 GB", 128, "gigabyte"),
        ("2.4 GHz", 2.4, "gigahertz"), ("30m high", 30, "meter"), ("half a mile", 0.5, "mile"),
        ("3 tonnes", 3, "tonne"), ("62 bcm", 62, "billion_cubic_meters"), ("93 mb/d", 93, "million_barrels_per_day"),
        ("600 EJ", 600, "exajoule"), ("12 MMBtu", 12, "million_British_thermal_units"),
    ],
)  # fmt: skip
def test_measures_have_the_longest_unit_that_fits(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value, found.units[0]) == ("measure", pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("31°C", 31, "degree_Celsius"), ("−4 °F", -4, "degree_Fahrenheit"),
        ("70 degrees Fahrenheit", 70, "degree_Fahrenheit"),
        ("minus six degrees", -6, "degree"), ("12 degrees below zero", -12, "degree"), ("291 K", 291, "kelvin"),
        ("5 degrees centigrade", 5, "degree_Celsius"),
    ],
)  # fmt: skip
def test_temperatures(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value, found.units[0]) == ("temperature", value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("nine days", 9, "day"), ("a two-week break", 2, "week"), ("an hour", 1, "hour"),
        ("a year and a half", 1.5, "year"),
        ("half an hour", 0.5, "hour"), ("2 hours and 15 minutes", 2.25, "hour"), ("three more years", 3, "year"),
        ("40 ms", 40, "millisecond"), ("1.5 decades", 1.5, "decade"),
    ],
)  # fmt: skip
def test_lengths_of_time(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value, found.units[0]) == ("duration", pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41 years old", 41, "year"), ("a 9-month-old boy", 9, "month"), ("aged 17", 17, "year"),
        ("age of 80", 80, "year"),
        ("a sixty-year-old house", 60, "year"), ("62 years of age", 62, "year"),
    ],
)  # fmt: skip
def test_ages(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.value, found.units) == ("age", value, (unit,))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("9 March 2021", ("2021-03-09",)), ("March 9th, 2021", ("2021-03-09",)), ("Mar. 9", ("--03-09",)),
        ("the ninth of March", ("--03-09",)), ("2021-03-09", ("2021-03-09",)), ("23/03/2021", ("2021-03-23",)),
        ("3/23/2021", ("2021-03-23",)), ("3/4/2021", ()), ("9-Mar-21", ("2021-03-09",)), ("March 2021", ("2021-03",)),
        ("Sept 2021", ("2021-09",)), ("9–12 March 2021", ("2021-03-09", "2021-03-12")), ("in 2021", ("2021",)),
        ("January to March 2021", ("2021-01", "2021-03")), ("2021–2023", ("2021", "2023")),
        ("2021/22", ("2021", "2022")),
        ("FY2021", ("2021",)), ("fiscal year 2021", ("2021",)), ("Q2 2021", ("2021-04", "2021-06")),
        ("second quarter of 2021", ("2021-04", "2021-06")), ("H2 2021", ("2021-07", "2021-12")),
        ("the second quarter", ("--04", "--06")), ("the 1970s", ("197X",)),
        ("winter 2021", ("2021-24",)), ("the eighties", ()), ("nineteen eighty-four", ("1984",)), ("at 7:45 pm", ()),
        ("from 1995 to 2005", ("1995", "2005")), ("last month", ()), ("44 BC", ()), ("the '90s", ()),
    ],
)  # fmt: skip
def test_dates_of_every_common_form(text: str, dates: tuple[str, ...]) -> None:
    found = one(text)
    assert (found.kind, found.dates) == ("date", dates)


@pytest.mark.parametrize(
    "text", ["2,021 men", "2021 men came", "more than 2021", "up to 1900", "$2021", "2021 kg", "the 2021st"]
)
def test_a_count_that_looks_like_a_year_is_none(text: str) -> None:
    assert one(text).kind != "date"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("an F-35 jet", "F-35"), ("COVID-19", "COVID-19"), ("the S&P 500", "S&P 500"), ("an iPhone 12", "iPhone 12"),
        ("Article 9", "Article 9"), ("open 24/7", "24/7"), ("since 9/11", "9/11"), ("a 5G mast", "5G"),
        ("the G20", "G20"),
        ("Boeing 747", "Boeing 747"), ("see www.example.org/2021/5", "www.example.org/2021/5"), ("v2.1", "v2.1"),
        ("10.0.0.1", "10.0.0.1"), ("call 555-867-5309", "555-867-5309"), ("page 12", "page 12"), ("No. 10", "No. 10"),
        ("World War II", "II"), ("45 men[7]", "[7]"),
    ],
)  # fmt: skip
def test_digits_of_a_name_are_no_number(text: str, label: str) -> None:
    found = one(text, "label")
    assert text[found.start : found.end] == label
    assert isnan(found.value)


@pytest.mark.parametrize("text", ["won 3–1", "a 4-4 draw", "lost 10-12", "6-4"])
def test_scores(text: str) -> None:
    assert one(text).kind == "score"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between about 60 and 75 km", 60, 75, "kilometer"), ("£3–4k", 3000, 4000, "GBP"),
        ("1.1–1.3m people", 1.1e6, 1.3e6, "people"),
        ("5 to 10 percent", 5, 10, "percent"), ("$2-3 billion", 2e9, 3e9, "USD"), ("from 4 to 9 weeks", 4, 9, "week"),
        ("between $5bn and $6bn", 5e9, 6e9, "USD"), ("20% to 25%", 20, 25, "percent"), ("ages 5 to 9", 5, 9, "year"),
        ("10-to-15-minute walks", 10, 15, "minute"), ("between the ages of 18 and 24", 18, 24, "year"),
    ],
)  # fmt: skip
def test_ranges_share_magnitude_and_unit(text: str, low: float, high: float, unit: str) -> None:
    found = one(text)
    assert (found.kind, found.qualifier) == ("range", "between")
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
    assert found.units[0] == unit


@pytest.mark.parametrize(
    "text", ["rose from 5 to 9", "was cut from 9% to 12%", "went from $5 to $8", "5% to 80 places"]
)
def test_a_change_is_no_range(text: str) -> None:
    assert len(find(text)) == 2


def test_a_tolerance_keeps_its_value() -> None:
    found = one("12 ± 0.5 kg")
    assert (found.value, found.lower, found.upper, found.qualifier) == (12, 11.5, 12.5, "approximate")


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("never more than 7", None, 7), ("not over 7", None, 7), ("no fewer than 7", 7, None),
        ("at the very least 7", 7, None),
        ("as few as 7", 7, None), ("north of 7", 7, None), ("exceeds 7", 7, None), ("does not exceed 7", None, 7),
        ("less than or equal to 7", None, 7), ("greater than or equal to 7", 7, None), ("7 or more", 7, None),
        ("7 or fewer", None, 7), ("<7", None, 7), ("≥ 7", 7, None), ("not nearly 7", None, 7),
        ("approaching 7", None, 7),
        ("upwards of 7", 7, None), ("up to 7", None, 7), ("in excess of 7", 7, None), ("7-plus", 7, None),
        ("aged 7 and over", 7, None), ("as many as 7", None, 7), ("no later than 7", None, 7),
        ("a minimum of 7", 7, None),
    ],
)  # fmt: skip
def test_bounds_with_negation_and_or_equal(text: str, lower: float | None, upper: float | None) -> None:
    found = one(text)
    assert found.value == 7
    assert (None if isnan(found.lower) else found.lower, None if isnan(found.upper) else found.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [("90 patients a day", 90, "day"), ("$40 a month", 40, "month"), ("7 times per week", 7, "week"),
    ("12 daily", 12, "day"),
     ("14 per 100,000 people", 14, "100000"), ("€9 per hour", 9, "hour"),
     ("14 passengers cross the Sound a day.", 14, "day"), ("14 people killed or wounded each day,", 14, "day"),
     ("14 shells are fired a minute on average", 14, "minute"),
     ("9.5 litres of water per day", 9.5, "day"), ("4 tonnes of food a month", 4, "month"),
     ("15 litres per person per day", 15, "people/day"), ("12 kWh per capita", 12, "people"),
     ("14 men waited a day.", 14, ""), ("14 trains passed in a day.", 14, ""), ("14 men left a day later", 14, ""),
     ("14 people built a day centre", 14, ""), ("14 men left, and it costs a day.", 14, "")],
)  # fmt: skip
def test_what_a_number_is_per(text: str, value: float, per: str) -> None:
    found = find(text)[0]
    assert (found.value, found.per) == (value, per)


@pytest.mark.parametrize(
    ("text", "values", "units"),
    [
        ("They sent 12 F-16 jets.", [12], [()]),
        ("It has 6 C-130s and 40 K-9 guns.", [6, 40], [(), ()]),
        ("It has 31 M-1 tanks and 5 C-class ships.", [31, 5], [(), ()]),
        ("It was 40 F.", [40], [("degree_Fahrenheit",)]),
        ("It cost 3M-5M dollars.", [], []),
    ],
)
def test_the_letter_of_a_name_behind_a_number_is_no_unit_and_no_scale(
    text: str, values: list[float], units: list[tuple[str, ...]]
) -> None:
    found = [each for each in find(text) if each.kind not in ("label", "range", "money")]
    assert [(each.value, each.units) for each in found] == list(zip(values, units, strict=True))
