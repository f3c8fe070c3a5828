"""What may stand in a unit cell, how units convert, and how they are written."""

import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnitError, UnknownIdError
from indicators.measure.units import Units

TEXT = """\
# the international prototype
kilogram = [mass] = kg = kilograms
metric_ton = 1000 * kilogram = t = metric_tons
short_ton = 907.18474 * kilogram = _ = short_tons
meter = [length] = m = meters
kilometer = 1000 * meter = km = kilometers
mile = 1609.344 * meter = mi = miles
hour = day / 24 = h = hours
day = [time] = d = days
month = 365.2425 / 12 * day = _ = months
year = 365.2425 * day = _ = years
decade = 10 * year = _ = decades
container = [container] = _ = containers
troop = [troop] = _ = troops
personnel_loss = [personnel_loss] = _ = personnel_losses
dead_and_wounded = [dead_and_wounded]
USD = [USD] = _ = US_dollars
@system SI
    kilometer: meter
    metric_ton: kilogram
@end
@system US
    mile: meter
    short_ton: kilogram
@end
"""
UNITS = Units(TEXT)
BASES = ("kilogram", "meter", "day", "container", "troop", "personnel_loss", "dead_and_wounded", "USD")
LENGTHS = ("meter", "kilometer", "mile")
TIMES = ("hour", "day", "month", "year", "decade")


def refusal(unit: str) -> UnitError:
    with pytest.raises(UnitError) as raised:
        UNITS.check(unit)
    return raised.value


def test_the_names_are_the_listed_ones_without_symbols_and_plurals() -> None:
    assert sorted(UNITS.names) == sorted(
        line.partition(" = ")[0] for line in TEXT.splitlines() if " = " in line and not line.startswith("#")
    )


@pytest.mark.parametrize("unit", [*UNITS.names, "metric_ton/month", "USD/decade", "metric_ton*kilometer"])
def test_a_listed_name_alone_or_with_another_is_accepted(unit: str) -> None:
    UNITS.check(unit)


@pytest.mark.parametrize(
    ("unit", "nearest"),
    [
        ("kt", ("metric_ton",)),  # knots to pint; the nearest spelling is the symbol t
        ("ton", ("short_ton", "metric_ton")),  # the US short ton to pint
        ("count", ()),  # a bare number to pint
        ("tonne", ()),
        ("kilometric_ton", ("metric_ton", "kilometer")),  # no prefixes
        ("kilokilogram", ("kilogram",)),
        ("metric_tons", ("metric_ton",)),  # plurals and symbols convert, but a cell has one spelling
        ("containers", ("container",)),
        ("troops", ("troop",)),
        ("US_dollars", ("USD",)),
        ("t", ("metric_ton",)),
        ("km", ("kilometer",)),
        ("usd", ("USD",)),
        ("Metric_Ton", ("metric_ton",)),
        (" day", ("day",)),
        ("dead and wounded", ("dead_and_wounded",)),
        ("t/mo", ("metric_ton/meter", "metric_ton/month")),
        ("metric_tons/months", ("metric_ton/month",)),
        ("metric_ton / month", ("metric_ton/month",)),
        ("metric_ton/month/day", ()),
        ("metric_ton**2", ()),
        ("1/day", ()),
        ("", ()),
        ("dimensionless", ()),
    ],
)
def test_any_other_text_is_refused_with_the_nearest_listed_units(unit: str, nearest: tuple[str, ...]) -> None:
    refused = refusal(unit)
    assert (refused.unit, refused.nearest) == (unit, nearest)


def test_a_refusal_suggests_what_is_near_or_says_what_is_listed() -> None:
    assert str(refusal("kt")) == '"kt" is not one of the listed units; did you mean "metric_ton"?'
    assert str(refusal("ton")) == ('"ton" is not one of the listed units; did you mean "short_ton" or "metric_ton"?')
    with pytest.raises(UnitError) as raised:
        Units("day = [time]\ntroop = [troop]").check("count")
    assert str(raised.value) == '"count" is not one of the listed units, which are day, troop, alone or as a/b or a*b'


def test_every_method_refuses_what_check_refuses() -> None:
    for call in (
        lambda: UNITS.label("kt"),
        lambda: UNITS.symbol("kt"),
        lambda: UNITS.factor("kt", "kilogram"),
        lambda: UNITS.factor("kilogram", "kt"),
        lambda: UNITS.same_dimension("metric_ton", "kt"),
        lambda: UNITS.measures("kt", "metric_ton"),
        lambda: UNITS.in_system("kt", "si"),
    ):
        with pytest.raises(UnitError):
            call()


def test_errors_survive_pickling() -> None:
    refused = refusal("ton")
    assert str(pickle.loads(pickle.dumps(refused))) == str(refused)


@given(st.text())
def test_no_text_but_a_listed_name_is_accepted(text: str) -> None:
    if not set(text.replace("*", "/").split("/")) <= set(UNITS.names):
        refusal(text)


@given(st.sampled_from(BASES), st.sampled_from(BASES))
def test_base_kinds_never_mix(one: str, other: str) -> None:
    assert UNITS.same_dimension(one, other) == (one == other)


def test_containers_troops_losses_and_casualties_do_not_convert() -> None:
    with pytest.raises(UnitError) as raised:
        UNITS.factor("container", "troop")
    assert str(raised.value) == '"container" does not convert to "troop": they measure different things'
    assert not UNITS.same_dimension("personnel_loss", "dead_and_wounded")
    assert not UNITS.same_dimension("troop", "troop/day")
    assert not UNITS.same_dimension("troop/day", "personnel_loss/day")


def test_a_rate_measures_its_kind_per_time() -> None:
    assert UNITS.measures("short_ton", "kilogram")
    assert UNITS.measures("personnel_loss/day", "personnel_loss", rate=True)
    assert not UNITS.measures("personnel_loss", "personnel_loss", rate=True)
    assert not UNITS.measures("personnel_loss/day", "personnel_loss")
    assert not UNITS.measures("personnel_loss/kilometer", "personnel_loss", rate=True)
    assert not UNITS.measures("troop/day", "personnel_loss", rate=True)
    assert UNITS.measures("kilometer/hour", "meter/day")


@pytest.mark.parametrize(
    ("unit", "to", "factor"),
    [
        ("metric_ton", "metric_ton", 1),
        ("metric_ton", "kilogram", 1000),
        ("metric_ton", "short_ton", 1000 / 907.18474),
        ("mile", "kilometer", 1.609344),
        ("decade", "year", 10),
        ("year", "month", 12),
        ("metric_ton/month", "metric_ton/year", 12),
        ("mile/day", "kilometer/hour", 1.609344 / 24),
        ("metric_ton*kilometer", "kilogram*meter", 1_000_000),
        ("troop/day", "troop/month", 30.436875),
    ],
)
def test_factors_are_those_worked_by_hand(unit: str, to: str, factor: float) -> None:
    assert UNITS.factor(unit, to) == pytest.approx(factor, rel=1e-15)


@given(st.sampled_from(LENGTHS), st.sampled_from(TIMES), st.sampled_from(LENGTHS), st.sampled_from(TIMES))
def test_conversions_round_trip(length: str, time: str, other_length: str, other_time: str) -> None:
    there, back = f"{length}/{time}", f"{other_length}/{other_time}"
    assert math.isclose(UNITS.factor(there, back) * UNITS.factor(back, there), 1, rel_tol=1e-14)


@pytest.mark.parametrize(
    ("unit", "si", "us"),
    [
        ("metric_ton", "metric_ton", "short_ton"),
        ("metric_ton/month", "metric_ton/month", "short_ton/month"),
        ("short_ton*mile", "metric_ton*kilometer", "short_ton*mile"),
        ("mile", "kilometer", "mile"),
        ("troop/day", "troop/day", "troop/day"),
        ("USD", "USD", "USD"),
        ("decade", "decade", "decade"),
    ],
)
def test_a_system_replaces_the_units_it_declares_and_leaves_the_others(unit: str, si: str, us: str) -> None:
    assert [UNITS.in_system(unit, system) for system in ("printed", "si", "us")] == [unit, si, us]


@given(st.sampled_from(UNITS.names), st.sampled_from(UNITS.names), st.sampled_from(["si", "us"]))
def test_a_system_keeps_the_dimension(name: str, per: str, system: str) -> None:
    unit = f"{name}/{per}"
    assert UNITS.same_dimension(unit, UNITS.in_system(unit, system))


def test_a_file_without_systems_leaves_every_unit_as_printed() -> None:
    assert Units("mile = [length]").in_system("mile", "si") == "mile"


def test_a_compound_system_unit_is_left_alone() -> None:
    units = Units("m = [l]\ns = [t]\nspeed = m / s\n@system SI\n    speed: m\n@end")
    assert units.in_system("m", "si") == "m"


def test_an_unknown_system_is_refused() -> None:
    with pytest.raises(UnknownIdError) as raised:
        UNITS.in_system("mile", "SI")
    assert str(raised.value) == 'no system of units "SI"; did you mean "si"?'


@pytest.mark.parametrize(
    ("unit", "many", "one", "symbol"),
    [
        ("metric_ton", "metric tons", "metric ton", "t"),
        ("short_ton", "short tons", "short ton", "short tons"),
        ("dead_and_wounded", "dead and wounded", "dead and wounded", "dead and wounded"),
        ("USD", "US dollars", "USD", "US dollars"),
        ("personnel_loss/day", "personnel losses a day", "personnel loss a day", "personnel losses a day"),
        ("kilometer/hour", "kilometers an hour", "kilometer an hour", "km an hour"),
        ("metric_ton*kilometer", "metric ton-kilometers", "metric ton-kilometer", "metric ton-kilometers"),
    ],
)
def test_units_are_written_for_people(unit: str, many: str, one: str, symbol: str) -> None:
    assert (UNITS.label(unit), UNITS.label(unit, singular=True), UNITS.symbol(unit)) == (many, one, symbol)


@pytest.mark.parametrize(
    ("name", "each"),
    [
        ("acre", "an acre"),
        ("euro", "a euro"),
        ("hour", "an hour"),
        ("unit", "a unit"),
        ("household", "a household"),
    ],
)
def test_the_article_follows_the_sound(name: str, each: str) -> None:
    assert Units(f"loss = [loss] = _ = losses\n{name} = [other]").label(f"loss/{name}") == f"losses {each}"


def test_the_plural_is_read_past_a_comment() -> None:
    assert Units("loss = [loss] = _ = losses # = = never").label("loss") == "losses"


def test_people_are_persons_one_by_one() -> None:
    units = Units("people = [people]\nliter = [volume] = _ = liters")
    assert (units.label("liter/people"), units.label("people")) == ("liters a person", "people")


@pytest.mark.parametrize(
    "plural",
    [
        "deaths_per_100,000_people",
        "metric_tons_of_CO₂-equivalent",
        "liters/m²",
        "euros_(2020_prices)",
        "people's_votes",
        "50%_shares",
        "10⁶_m³;_dry",
        "2_×_4_boards",
        "kg_m⁻²",
    ],
)
def test_a_plural_is_shown_whole_whatever_its_signs(plural: str) -> None:
    units = Units(f"thing = [thing] = _ = {plural}  # a comment\nday = [time]")
    shown = plural.replace("_", " ")
    # Its name says less than such a plural, so that there is no singular.
    assert units.label("thing") == units.label("thing", singular=True) == units.symbol("thing") == shown
    assert units.label("thing/day") == f"{shown} a day"
    assert units.label("day/thing") == f"day per {shown}"


@given(st.text(st.characters(exclude_characters="=#_", exclude_categories=["Z", "C"]), min_size=1))
def test_every_plural_that_is_accepted_is_shown_as_it_stands(plural: str) -> None:
    try:
        units = Units(f"qqq = [qqq] = _ = {plural}")
    except UnitError:
        return
    assert units.label("qqq") == plural


def test_a_plural_that_a_comment_cuts_short_is_refused() -> None:
    with pytest.raises(UnitError) as raised:
        Units("seat = [seat] = _ = seats_in_bus_#4")
    assert str(raised.value) == 'the plural of "seat" is cut short: a sign "#" starts a comment'


def test_a_further_spelling_and_an_absent_plural_are_no_label() -> None:
    units = Units("meter = [length] = m = meters = metres\nhead = [head] = _ = _")
    assert (units.label("meter"), units.label("head")) == ("meters", "head")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "metric_ton = 1000 * kilogram",
            "the unit definitions cannot be read: 'kilogram' is not defined in the unit registry",
        ),
        ("a = b\nb = a", "the unit definitions cannot be read: maximum recursion depth exceeded"),
        (
            "metric tons, mostly",
            "the unit definitions cannot be read: there is no such definition",
        ),
        ("a = [a]\na = [b]", "the unit definitions cannot be read: Cannot redefine 'a'"),
        ("a = [a]\n@system SI\n  b: a\n@end", "the unit definitions cannot be read: 'b' is not defined"),
        (
            "celsius = [temperature]; offset: 273.15",
            'the unit "celsius" is no plain multiple of its base unit',
        ),
    ],
)
def test_a_file_that_is_no_list_of_units_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnitError) as raised:
        Units(text)
    assert str(raised.value).startswith(message)


def test_an_empty_file_lists_nothing() -> None:
    assert Units("").names == ()


def test_a_unit_with_an_offset_is_refused() -> None:
    with pytest.raises(UnitError, match='the unit "celsius" is no plain multiple of its base unit'):
        Units("kelvin = [temperature]\ncelsius = kelvin; offset: 273.15\n")


@pytest.mark.parametrize("relation", ["value * admision / bed", "value * a\x00dmission / bed", "value * admission /"])
def test_a_context_that_cannot_be_evaluated_is_refused(relation: str) -> None:
    definitions = "bed = [bed]\nadmission = [admission]\n@context bed_for_admission\n"
    with pytest.raises(UnitError, match="the unit definitions cannot be read"):
        Units(f"{definitions}    [bed] -> [admission]: {relation}\n@end\n")


def test_a_plural_may_be_spelled_as_another_name_or_sign() -> None:
    units = Units(
        "TWh = [energy] = _ = TWh\nwarming = [difference] = °C = °C\nwarmth = [temperature] = _ = °C  # of a day\n"
    )
    assert [units.label(name) for name in units.names] == ["TWh", "°C", "°C"]
    assert [units.is_degree(name) for name in units.names] == [False, True, True]
    assert not units.same_dimension("warming", "warmth")
