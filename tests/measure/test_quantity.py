"""Interval arithmetic, by hand and as properties."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.measure import quantity
from indicators.measure.quantity import End, Quantity, add, between, divide, exact, multiply, subtract


def more_than(value: float, digits: int | None = None) -> Quantity:
    return Quantity(lower=End(value=value, open=True), upper=End(value=math.inf), digits=digits)


def less_than(value: float) -> Quantity:
    return Quantity(lower=End(value=-math.inf), upper=End(value=value, open=True))


def ends(one: Quantity | None) -> tuple[float, float, bool, bool]:
    assert one is not None
    return one.lower.value, one.upper.value, one.lower.open, one.upper.open


def test_two_independent_intervals_of_one_width_differ_by_up_to_that_width() -> None:
    # Moore: [0, 10] - [0, 10] is [-10, 10], not 0.
    assert ends(subtract(between(0, 10), between(0, 10))) == (-10, 10, False, False)


def test_a_lower_bound_over_the_longest_time_is_a_lower_bound() -> None:
    # 74000 / 6 = 12333.33…; nothing bounds it from above.
    rate = divide(more_than(74000, 2), between(4, 6), "")
    assert ends(rate) == (pytest.approx(12333.3333), math.inf, True, False)
    assert rate is not None
    assert rate.number() == "more than 12,000"


def test_anything_over_a_lower_bound_is_at_most_so_much() -> None:
    # 100 / (50, inf) is (0, 2).
    assert ends(divide(exact(100), more_than(50), "")) == (0, 2, True, True)


def test_a_difference_of_two_lower_bounds_has_no_bound() -> None:
    assert not subtract(more_than(10), more_than(4)).bounded


def test_a_lower_bound_less_an_upper_bound_is_a_lower_bound() -> None:
    assert ends(subtract(more_than(10), less_than(4))) == (6, math.inf, True, False)


def test_a_divisor_that_may_be_zero_gives_nothing() -> None:
    assert divide(exact(1), between(-1, 1), "") is None


def test_about_stays_with_every_result() -> None:
    about = quantity.replace(exact(1200, digits=2), about=True)
    assert multiply(about, exact(30), "").number() == "about 36,000"
    assert divide(exact(12000, digits=2), about, "").number() == "about 10"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        # 13,000 is known to thousands, 7,000 to hundreds: the difference to thousands.
        (exact(13000, digits=2), exact(7000, digits=2), "6,000"),
        (exact(12345, digits=5), exact(45, digits=2), "12,300"),
        (exact(1000, digits=2), exact(1271, digits=4), "about −300"),
    ],
)
def test_a_difference_is_shown_to_the_coarser_place(a: Quantity, b: Quantity, shown: str) -> None:
    assert subtract(a, b).number() == shown


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (exact(600 / 7, digits=2), "about 86"),  # 85.714…
        (exact(6000, digits=1), "6,000"),
        (exact(0.1 + 0.2, digits=2), "0.3"),  # the noise of binary fractions changes nothing
        (between(4.0645, 6), "between 4.06 and 6"),
        (quantity.replace(between(26.5, 27), about=True), "between about 26.5 and about 27"),
        (more_than(12333.3, 2), "more than 12,000"),
    ],
)
def test_one_value_that_rounding_changed_is_about_what_is_shown(one: Quantity, shown: str) -> None:
    assert one.number() == shown


@pytest.mark.parametrize(("a", "b"), [(more_than(10), more_than(4)), (less_than(-3), more_than(2))])
def test_a_quotient_of_which_only_the_sign_is_known_is_none(a: Quantity, b: Quantity) -> None:
    # (10, inf) / (4, inf) is (0, inf): more than 0, which any ratio of counts is.
    assert divide(a, b, "") is None


def test_more_than_zero_stays_where_a_difference_says_it() -> None:
    # More than 10 less at most 10: that the first is the larger is news.
    assert subtract(more_than(10), exact(10)).number() == "more than 0"


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Quantity, float]:
    """A quantity and a truth that its bounds admit."""
    truth = draw(numbers)
    low, high = (draw(st.one_of(st.just(math.inf), st.floats(0, 1e5).map(lambda gap: round(gap, 3)))) for _ in "ab")
    digits = draw(st.one_of(st.none(), st.integers(1, 6)))
    # An open end excludes itself, so a truth that lies on it closes it.
    lower = End(value=truth - low, open=low != 0 and draw(st.booleans()))
    upper = End(value=truth + high, open=high != 0 and draw(st.booleans()))
    return Quantity(lower=lower, upper=upper, digits=digits), truth


def holds(one: Quantity, truth: float) -> bool:
    slack = 1e-9 * max(1.0, abs(truth))
    return one.lower.value - slack <= truth <= one.upper.value + slack


@given(intervals(), intervals())
def test_sums_differences_and_products_hold_every_truth(
    first: tuple[Quantity, float], second: tuple[Quantity, float]
) -> None:
    (a, x), (b, y) = first, second
    assert holds(add(a, b), x + y)
    assert holds(subtract(a, b), x - y)
    assert holds(multiply(a, b, ""), x * y)


@st.composite
def divisors(draw: st.DrawFn) -> tuple[Quantity, float]:
    """A quantity that cannot be zero, and a truth that its bounds admit."""
    gaps = st.floats(0, 1e5).map(lambda gap: round(gap, 3))
    near = draw(gaps) + 0.001
    truth = near + draw(gaps)
    far = truth + draw(st.one_of(st.just(math.inf), gaps))
    sign = draw(st.sampled_from([1, -1]))
    lower, upper = sorted([sign * near, sign * far])
    return Quantity(lower=End(value=lower), upper=End(value=upper), digits=draw(st.integers(1, 6))), sign * truth


@given(intervals(), divisors())
def test_quotients_hold_every_truth(first: tuple[Quantity, float], second: tuple[Quantity, float]) -> None:
    (a, x), (b, y) = first, second
    quotient = divide(a, b, "")
    endless = math.inf in (abs(end.value) for one in (a, b) for end in (one.lower, one.upper))
    assert endless if quotient is None else holds(quotient, x / y)


@given(intervals(), st.integers(1, 6))
def test_what_is_shown_after_rounding_holds_every_truth(case: tuple[Quantity, float], digits: int) -> None:
    one, truth = case
    one = quantity.replace(one, digits=digits)
    assume(not one.single)
    low, high = one.shown()
    assert low <= truth + 1e-9 * max(1.0, abs(truth))
    assert truth <= high + 1e-9 * max(1.0, abs(truth))


@given(intervals(), intervals(), st.sampled_from([0.90718474, 1.609344, 1000.0]))
def test_converting_before_or_after_changes_nothing(
    first: tuple[Quantity, float], second: tuple[Quantity, float], factor: float
) -> None:
    (a, _), (b, _) = first, second
    before, after = add(a.scale(factor, ""), b.scale(factor, "")), add(a, b).scale(factor, "")
    assert before.lower.value == pytest.approx(after.lower.value)
    assert before.upper.value == pytest.approx(after.upper.value)
    assert (before.lower.open, before.upper.open) == (after.lower.open, after.upper.open)
