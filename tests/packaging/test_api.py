"""`import indicators` as people use it: its names, what importing and loading leave alone, and the notebook's lines."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import indicators as ind
from tests.support.blanks import plain
from tests.support.places import DATA, ROOT, WARDS


@pytest.fixture(scope="module")
def catalogue() -> ind.Catalogue:
    return ind.load(DATA)


def run(program: str) -> str:
    """What a program prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_all_is_curated() -> None:
    assert ind.__all__ == [
        "Catalogue",
        "CatalogueError",
        "Figure",
        "Figures",
        "Finding",
        "IndicatorsError",
        "NumberFound",
        "UnitError",
        "UnknownIdError",
        "Verdict",
        "__version__",
        "audit_text",
        "check",
        "compare",
        "derive",
        "load",
        "numbers",
        "quote",
    ]
    assert dir(ind) == ind.__all__


@pytest.mark.parametrize("name", ind.__all__)
def test_every_name_is_there_documented_and_where_type_checkers_look(name: str) -> None:
    thing = getattr(ind, name)
    if name != "__version__":
        assert thing.__doc__
        source = (ROOT / "indicators" / "__init__.py").read_text(encoding="utf-8")
        imports = source.partition("if TYPE_CHECKING:")[2].partition("__version__")[0]
        assert re.search(rf"from {thing.__module__} import .*\b{name}\b", imports)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'indicators' has no attribute 'lode'"):
        importlib.import_module("indicators").lode  # noqa: B018


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "indicators" / "py.typed").exists()


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = "import sys, indicators; dir(indicators); print([name for name in sys.modules if name in {}])"
    assert run(program.format({"pandas", "numpy", "pyarrow", "pint", "streamlit", "altair"})) == "[]\n"


def test_the_notebook_needs_neither_charts_nor_the_dashboard() -> None:
    program = (
        "import sys; sys.modules.update(dict.fromkeys(('streamlit', 'altair', 'vl_convert')))\n"
        "import indicators as ind; c = ind.load('data'); c._repr_html_(); c.select()._repr_html_(); "
        "c['distance']._repr_html_(); ind.derive(c)._repr_html_(); print(len(c.select()))"
    )
    assert run(program) == "22\n"


def test_loading_has_no_effect_on_the_process() -> None:
    program = """
import gc, os, signal, sys, threading, warnings, locale
import numpy, pandas, pint, pyarrow, pyarrow.compute  # what other libraries do at import is theirs
import indicators as ind

def state():
    return {
        "gc": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "threads": pyarrow.cpu_count(),
        "pool": pyarrow.default_memory_pool().backend_name,
        "warnings": list(warnings.filters),
        "locale": locale.setlocale(locale.LC_ALL),
        "signals": [signal.getsignal(number) for number in signal.valid_signals()],
        "recursion": sys.getrecursionlimit(),
        "excepthook": sys.excepthook,
        "pandas": {name: pandas.get_option(name) for name in ("display.max_rows", "mode.copy_on_write")},
    }

before = state()
catalogue = ind.load("data")
after = state()
print({name: (before[name], after[name]) for name in before if before[name] != after[name]})
"""
    assert run(program) == "{}\n"


def test_a_catalogue_is_looked_into_by_id(catalogue: ind.Catalogue) -> None:
    assert "distance" in catalogue
    assert "distanse" not in catalogue
    assert len(catalogue) == 59
    assert list(catalogue)[:22] == [figure.id for figure in catalogue.select()]
    assert repr(catalogue) == f"<{DATA}: 22 figures, 37 of the public record, 31 sources>"
    with pytest.raises(ind.UnknownIdError, match='no figure "distanse"; did you mean "distance"'):
        catalogue["distanse"]
    with pytest.raises(ind.IndicatorsError, match='"munitions-per-month" is derived and not printed'):
        catalogue["munitions-per-month"]


def test_a_selection_is_the_one_of_the_dashboard(catalogue: ind.Catalogue) -> None:
    figures = catalogue.select(source="c4ads")
    assert repr(figures) == "<1 of 22 figures (source=c4ads)>"
    assert [figure.id for figure in figures] == ["munitions-shipped"]
    both = catalogue.select(source=["c4ads", "rok-military"], search="containers")
    assert [figure.id for figure in both] == [figure.id for figure in catalogue.select(source="rok-military")]
    assert len(catalogue.select()) == 22
    assert len(catalogue.select(record=True)) == 59
    with pytest.raises(ind.UnknownIdError, match='no source "c4ad"; did you mean "c4ads"'):
        catalogue.select(source="c4ad")


def test_a_figure_has_its_numbers_and_its_words(catalogue: ind.Catalogue) -> None:
    figure = catalogue["munitions-shipped"]
    assert (figure.phrase, figure.unit_name) == ("more than 74,000 metric tons", "metric_ton")
    assert (figure.value, figure.lower, figure.upper) == (74_000, 74_000, None)
    assert (figure.lower_open, figure.upper_open) == (True, False)
    assert repr(figure) == (
        "<munitions-shipped: more than 74,000 metric tons; North Korean munitions shipped to Russian ports; C4ADS>"
    )


def test_a_figure_converts_and_keeps_bound_digits_and_caveats(catalogue: ind.Catalogue) -> None:
    printed = catalogue["munitions-shipped"]
    converted = printed.to("short_ton")
    # 74,000 t / 0.90718474 = 81,571 short tons; two digits, and a lower bound rounds down
    assert converted.phrase == "more than 81,000 short tons"
    assert converted.converted == "more than 74,000 metric tons"
    assert converted.value == pytest.approx(74_000 / 0.90718474)
    assert (converted.lower, converted.upper, converted.lower_open) == (converted.value, None, True)
    assert converted.caveats == printed.caveats
    assert converted.qualifier == printed.qualifier == "more_than"
    back = converted.to("metric_ton")
    assert (back.phrase, back.value, back.converted) == (printed.phrase, 74_000, "")
    assert catalogue["munitions-shipped"].phrase == "more than 74,000 metric tons"


def test_a_bound_is_never_passed_whatever_the_unit(catalogue: ind.Catalogue) -> None:
    for figure in catalogue.select(record=True):
        names = [name for name in catalogue.units.names if catalogue.units.same_dimension(figure.unit_name, name)]
        for name in names:
            converted = figure.to(name)
            shown = re.search(r"[\d,.]+", converted.number)
            if shown and converted.qualifier in ("more_than", "at_least", "less_than", "at_most"):
                scale = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
                factor = next((size for word, size in scale.items() if word in converted.number), 1)
                number = float(shown[0].replace(",", "")) * factor
                if converted.lower is not None:
                    assert number <= converted.lower * (1 + 1e-12)
                if converted.upper is not None:
                    assert number >= converted.upper * (1 - 1e-12)
            assert converted.caveats == figure.caveats


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ("ton", '"ton" is not one of the listed units; did you mean "short_ton" or "metric_ton"?'),
        ("container", '"metric_ton" does not convert to "container": they measure different things'),
    ],
)
def test_a_unit_that_does_not_fit_is_a_unit_error(catalogue: ind.Catalogue, unit: str, message: str) -> None:
    with pytest.raises(ind.UnitError) as raised:
        catalogue["munitions-shipped"].to(unit)
    assert str(raised.value) == message


def test_a_vague_magnitude_keeps_its_words_in_another_unit() -> None:
    catalogue = ind.load(DATA)
    for figure in catalogue.select(record=True):
        if figure.qualifier == "vague":
            converted = figure.to(figure.unit_name)
            assert (converted.phrase, converted.value, converted.converted) == (figure.phrase, None, "")


def test_frames_have_types(catalogue: ind.Catalogue) -> None:
    frame = catalogue.select(source="c4ads").to_frame()
    assert list(frame.index) == [0]
    row = frame.loc[0]
    assert (row["id"], row["value"], row["unit"], row["lower_open"]) == (
        "munitions-shipped",
        74_000,
        "metric_ton",
        True,
    )
    assert row["period_start"] == pd.Timestamp("2023-08-01")
    kinds = {name: str(frame.dtypes[name]) for name in ("value", "paragraph", "source_named", "upper_open")}
    assert kinds == {"value": "float64", "paragraph": "Int64", "source_named": "bool", "upper_open": "bool"}
    assert frame["period_end"].dtype.kind == "M"
    derived = ind.derive(catalogue).to_frame()
    assert derived["id"].tolist()[:2] == ["munitions-per-month", "munitions-per-day"]
    assert derived["period_start"].dtype.kind == "M"
    assert derived["lower_open"].dtype == bool


def test_an_empty_selection_shows_and_has_a_frame(catalogue: ind.Catalogue) -> None:
    nothing = catalogue.select(source="c4ads", topic="troops")
    assert (list(nothing), len(nothing.to_frame())) == ([], 0)
    assert "0 of 22 figures" in plain(nothing._repr_html_())


def test_a_comparison_shows_its_verdict_and_working(catalogue: ind.Catalogue) -> None:
    verdict = ind.compare(catalogue, "munitions-shipped", "over", "munitions-shipped.period")
    assert verdict.verdict == "sound"
    lines = repr(verdict).splitlines()
    assert lines[0] == "sound: more than 12,000 metric tons a month"
    assert [line.strip() for line in lines[1:]] == list(verdict.working)
    shown = plain(verdict._repr_html_())
    assert "more than 12,000 metric tons a month" in shown
    assert "<h2>Working</h2>" in shown
    with pytest.raises(ind.UnknownIdError, match='no operation "divided"'):
        ind.compare(catalogue, "distance", "divided", "distance")


def test_what_follows_is_listed(catalogue: ind.Catalogue) -> None:
    derived = ind.derive(catalogue)
    assert len(derived) == 11
    assert derived[0].phrase == "more than 12,000 metric tons a month"
    assert repr(derived).splitlines()[:2] == [
        "<11 derived figures>",
        "    munitions-per-month: more than 12,000 metric tons a month (sound)",
    ]


def test_a_text_is_audited() -> None:
    catalogue = ind.load(WARDS)
    audit = ind.audit_text(catalogue, WARDS / "text.txt")
    assert repr(audit) == f"<audit of {audit.document}: {len(audit.expressions)} numbers; no finding>"
    changed = ind.audit_text(catalogue, (WARDS / "text.txt").read_text(encoding="utf-8") + " There were 977 <b>.")
    assert changed.findings
    assert "977" in changed._repr_html_()


def test_check_returns_problems_and_none_for_a_sound_catalogue(tmp_path: Path) -> None:
    assert ind.check(DATA) == ()
    (problem,) = ind.check(tmp_path / "nowhere")
    assert problem.found == "no such folder"


def test_text_of_a_catalogue_is_escaped_wherever_it_shows(tmp_path: Path) -> None:
    for path in DATA.iterdir():
        text = path.read_text(encoding="utf-8")
        if path.name in ("indicators.csv", "sources.csv", "caveats.csv"):
            text = text.replace("North Korean munitions shipped", "<b>North Korean munitions</b> shipped").replace(
                "C4ADS", "<i>C4ADS</i>"
            )
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    catalogue = ind.load(tmp_path)
    figure = catalogue["munitions-shipped"]
    assert "<b>" in figure.title
    verdict = ind.compare(catalogue, "munitions-shipped", "over", "munitions-shipped.period")
    for shown in (catalogue, catalogue.select(), figure, verdict, ind.derive(catalogue)):
        piece = shown._repr_html_()
        assert "&lt;b&gt;" in piece or "&lt;i&gt;" in piece
        assert "<b>" not in piece
        assert "<i>" not in piece
        assert piece.startswith("<style>")
        assert "<script" not in piece
