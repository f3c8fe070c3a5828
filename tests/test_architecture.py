"""Who may use whom: the arrows of the house, and what importing the library pulls in."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "indicators"
STREAMLIT = {"app", "pages", "indicators.ui"}

# Each module may use those above it. `ui` may use all of them, and none may use `ui` or `cli`.
ORDER = [
    "errors",
    "text",
    "parallel",
    "codes",
    "numerals",
    "dates",
    "qualifiers",
    "patterns",
    "readers",
    "expressions",
    "units",
    "bounds",
    "period",
    "schema",
    "descriptor",
    "csvfile",
    "findings",
    "cells",
    "checks",
    "crosschecks",
    "catalogue",
    "cite",
    "unit_codes",
    "reading",
    "record",
    "chain",
    "tables",
    "quantity",
    "span",
    "operand",
    "pair",
    "rules.said",
    "rules.things",
    "rules.issuers",
    "rules.times",
    "rules",
    "result",
    "working",
    "verdict",
    "recipes",
    "derive",
    "recipe_faults",
    "derived_tables",
    "dictionary",
    "references",
    "compare",
    "load",
    "wording",
    "agreement",
    "claims",
    "audit",
    "drafts",
    "audit_state",
    "textfile",
    "select",
    "axes",
    "marks",
    "record_marks",
    "drawing",
    "record_charts",
    "charts",
    "markup",
    "cards",
    "headlines",
    "record_cards",
    "verdict_cards",
    "source_cards",
    "method",
    "theme",
    "typeface",
    "images",
    "export",
    "flat",
    "prune",
    "readme",
    "bundle",
    "linked",
    "report_parts",
    "report",
    "audit_command",
    "cli",
    "__main__",
]


def _modules() -> dict[str, Path]:
    paths = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *PACKAGE.rglob("*.py")]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths)
    return dict(zip(names, paths, strict=True))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


MODULES = _modules()


def test_every_module_of_the_library_has_its_place() -> None:
    inside = {name.removeprefix("indicators.") for name in MODULES if name.startswith("indicators.")}
    assert {name for name in inside if not name.startswith("ui")} == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_a_module_uses_only_what_stands_above_it(name: str) -> None:
    imported = _imports(MODULES[f"indicators.{name}"]) & MODULES.keys() - {"indicators", f"indicators.{name}"}
    used = {one.removeprefix("indicators.") for one in imported}
    assert used <= set(ORDER[: ORDER.index(name)])


def test_streamlit_is_imported_by_the_pages_and_ui_only() -> None:
    using = {name for name, path in MODULES.items() if any(one.split(".")[0] == "streamlit" for one in _imports(path))}
    assert using
    assert all(name.startswith(tuple(STREAMLIT)) for name in using)


def test_importing_the_library_imports_no_streamlit() -> None:
    modules = sorted(name for name in MODULES if name.startswith("indicators") and ".ui" not in name)
    modules.remove("indicators.__main__")
    program = f"import sys, {', '.join(modules)}; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_help_is_printed_without_reading_tables() -> None:
    program = "import sys; from indicators import cli\ntry: cli.main(['--help'])\nexcept SystemExit: pass\n"
    program += "print('pandas' in sys.modules, 'pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False False\n")


@pytest.mark.parametrize("name", sorted(MODULES))
def test_nothing_about_the_shipped_article_is_in_the_code(name: str) -> None:
    code = MODULES[name].read_text(encoding="utf-8").casefold()
    for word in ("38north", "38 north", "korea", "dprk", "russia", "ukrain", "munition", "zelensky", "c4ads"):
        assert word not in code


def test_a_page_is_thin() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 80
