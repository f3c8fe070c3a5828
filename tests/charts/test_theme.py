"""The colours of both themes, by the formula of WCAG 2.2 (relative luminance and contrast ratio)."""

import colorsys
import tomllib
from itertools import combinations

import pytest

from indicators.charts.theme import MARK_NAMES, THEMES
from tests.support.places import ROOT

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_and_links_are_readable_on_every_paper(name: str) -> None:
    theme = THEME[name]
    for paper in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert _contrast(theme["textColor"], paper) >= 7
        assert _contrast(theme["linkColor"], paper) >= 4.5
        assert _contrast(theme["primaryColor"], paper) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_chart_colours_stand_out_from_the_paper(name: str) -> None:
    for colour in THEME[name]["chartCategoricalColors"]:
        assert _contrast(colour, THEME[name]["backgroundColor"]) >= 3


def test_both_themes_have_as_many_chart_colours_and_none_twice() -> None:
    palettes = [THEME[name]["chartCategoricalColors"] for name in ("light", "dark")]
    assert len(palettes[0]) == len(palettes[1]) == 6
    assert all(one != other for palette in palettes for one, other in combinations(palette, 2))


def test_the_first_colours_have_the_names_that_keys_give_them() -> None:
    hues = {"orange": (10, 40), "blue": (195, 230)}
    for theme in THEMES.values():
        for name, colour in zip(MARK_NAMES, theme.marks, strict=False):
            red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
            low, high = hues[name]
            assert low <= colorsys.rgb_to_hls(red, green, blue)[0] * 360 <= high, colour
