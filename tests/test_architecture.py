"""What importing the library pulls in, and that the contract of the layers notices an import turned round."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

PACKAGE = ROOT / "indicators"


def _modules() -> dict[str, Path]:
    paths = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *PACKAGE.rglob("*.py")]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths)
    return dict(zip(names, paths, strict=True))


MODULES = _modules()


def test_importing_the_library_imports_no_streamlit() -> None:
    modules = sorted(name for name in MODULES if name.startswith("indicators") and ".ui" not in name)
    modules.remove("indicators.__main__")
    program = f"import sys, {', '.join(modules)}; print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_help_is_printed_without_reading_tables() -> None:
    program = "import sys; from indicators.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    program += "print('pandas' in sys.modules, 'pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False False\n")


def test_the_server_starts_without_what_reads_and_shows_a_catalogue() -> None:
    program = "import sys, app; print([name for name in sys.modules if name.startswith({})])"
    packages = tuple(f"indicators.{name}" for name in ("_load", "audit", "combine", "export", "quoting", "render"))
    command = [sys.executable, "-c", program.format(packages)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


CURRENCIES = "indicators.text.currencies"
"""The names of all currencies, as ISO 4217 has them, hold the names of countries."""


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {CURRENCIES}))
def test_nothing_about_the_shipped_article_is_in_the_code(name: str) -> None:
    code = MODULES[name].read_text(encoding="utf-8").casefold()
    for word in ("38north", "38 north", "korea", "dprk", "russia", "ukrain", "munition", "zelensky", "c4ads"):
        assert word not in code


def test_a_page_is_thin() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


def test_no_module_is_long() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_no_package_imports_a_private_name_of_another() -> None:
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("indicators."):
                private = [alias.name for alias in node.names if alias.name.startswith("_")]
                is_own = node.module.rpartition(".")[0] == name.rpartition(".")[0]
                assert not private or is_own, (name, node.module, private)


def test_the_contract_fails_when_an_import_is_turned_round(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "indicators", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line in {
        "measure/period": "import indicators.catalogue.model",
        "ui/shared/links": "import indicators.ui.parts.filter_panel",
        "figures/citation": "import streamlit",
    }.items():
        path = tmp_path / "indicators" / f"{module}.py"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Contracts: 0 kept, 3 broken." in done.stdout
    for arrow in (
        "indicators.measure.period -> indicators.catalogue.model",
        "indicators.ui.shared.links -> indicators.ui.parts.filter_panel",
        "indicators.figures.citation -> streamlit",
    ):
        assert arrow in done.stdout


def test_no_cache_of_a_module_holds_catalogues() -> None:
    """`catalogue.kept` keeps results of a catalogue in it; a cache of a module would keep every one ever served."""
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                decorators = {ast.unparse(each).partition("(")[0].rpartition(".")[2] for each in node.decorator_list}
                arguments = {each.arg.strip("_") for each in node.args.args}
                holds = decorators & {"cache", "lru_cache", "cache_data", "cache_resource"} and "catalogue" in arguments
                assert not holds, f"{name}.{node.name}"
