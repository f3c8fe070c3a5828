"""What a wheel holds, and that it works where neither the checkout nor an extra is installed."""

import re
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.support.installation import Served, environment, install
from tests.support.places import DATA, ROOT, WARDS

EXTRAS = ("altair", "streamlit", "vl_convert")
WITHOUT_EXTRAS = (
    ("check",),
    ("list",),
    ("list", "--format", "csv"),
    ("show", "munitions-shipped"),
    ("derive",),
    ("compare", "munitions-shipped", "over", "munitions-shipped.period"),
    ("columns",),
    ("bundle", "bundle.zip"),
)


@pytest.fixture(scope="session")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, as an installation lays them out."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(folder)
    return folder


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_a_wheel_holds_the_package_and_what_starts_the_dashboard(unpacked: Path) -> None:
    package = {f"indicators/{name}" for name in _files(ROOT / "indicators")}
    pages = {f"indicators/dashboard/pages/{name}" for name in _files(ROOT / "pages")}
    start = {"indicators/dashboard/app.py", "indicators/dashboard/.streamlit/config.toml"}
    held = {name for name in _files(unpacked) if ".dist-info/" not in name}
    assert held == package | pages | start


def test_a_wheel_names_what_each_extra_needs(unpacked: Path) -> None:
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    needs = re.findall(r"^Requires-Dist: (.+)$", metadata.read_text(encoding="utf-8"), re.MULTILINE)
    by_extra: dict[str, set[str]] = {
        "": set(),
        "drafts": set(),
        "images": set(),
        "spreadsheets": set(),
        "dashboard": set(),
    }
    for need in needs:
        extra = re.search(r'extra == "(\w+)"', need)
        by_extra[extra[1] if extra else ""].add(re.split(r"[<>=;\s]", need)[0])
    assert {"pandas", "pint", "pyarrow", "markupsafe"} <= by_extra[""]
    assert not by_extra[""] & {"streamlit", "altair", "vl-convert-python"}
    assert by_extra["drafts"] == {"pypdf"}
    assert by_extra["images"] == {"altair", "vl-convert-python"}
    assert by_extra["spreadsheets"] == {"openpyxl", "xlsxwriter"}
    assert by_extra["dashboard"] == {"indicators[drafts,images,spreadsheets]", "streamlit"}


def test_the_commands_need_no_extra_and_no_checkout(unpacked: Path, tmp_path: Path) -> None:
    commands = [[*command, "--data", str(DATA)] for command in WITHOUT_EXTRAS if command != ("check",)]
    commands += [["check", str(DATA)], ["audit", str(WARDS / "text.txt"), "--data", str(WARDS)]]
    program = f"""
import sys
sys.modules.update(dict.fromkeys({EXTRAS}))  # as if they were not installed
import indicators
from indicators.cli.main import main
assert indicators.__file__.startswith({str(unpacked)!r}), indicators.__file__
print([command for command in {commands} if main(command) != 0], file=sys.stderr)
"""
    done = _run([sys.executable, "-c", program], unpacked, tmp_path)
    assert done.stderr == "[]\n"
    assert (tmp_path / "bundle.zip").exists()


@pytest.mark.parametrize(
    ("missing", "command", "message"),
    [
        (
            ("altair", "vl_convert"),
            ("report", "report.html"),
            'indicators: `indicators report` needs the extra "images"; type: pip install "indicators[images]"\n',
        ),
        pytest.param(
            ("vl_convert",),
            ("report", "report.html"),
            'indicators: `indicators report` needs the extra "images"; type: pip install "indicators[images]"\n',
            marks=pytest.mark.external,
        ),
        (
            EXTRAS,
            ("serve",),
            'indicators: `indicators serve` needs the extra "dashboard"; type: pip install "indicators[dashboard]"\n',
        ),
        pytest.param(
            ("vl_convert",),
            ("serve",),
            'indicators: `indicators serve` needs the extra "dashboard"; type: pip install "indicators[dashboard]"\n',
            marks=pytest.mark.external,
        ),
    ],
)
def test_a_command_says_in_a_line_which_extra_it_misses(
    missing: tuple[str, ...], command: tuple[str, ...], message: str, unpacked: Path, tmp_path: Path
) -> None:
    program = f"""
import sys
sys.modules.update(dict.fromkeys({missing}))
from indicators.cli.main import main
sys.exit(main({[*command, "--data", str(DATA)]}))
"""
    done = _run([sys.executable, "-c", program], unpacked, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)
    assert not (tmp_path / "report.html").exists()


def test_the_dashboard_of_a_wheel_answers_with_the_settings_of_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    with Served([sys.executable, "-m", "indicators"], tmp_path, PYTHONPATH=str(unpacked)) as served:
        _assert_answers(served)
        program = (
            "import sys; from streamlit import config; config._main_script_path = sys.argv[1]; "
            "names = 'browser.gatherUsageStats server.address client.showErrorDetails theme.light.linkColor'.split(); "
            "print([config.get_option(name) for name in names])"
        )
        app = unpacked / "indicators" / "dashboard" / "app.py"
        done = _run([sys.executable, "-c", program, str(app)], unpacked, tmp_path)
        assert done.stdout == "[False, '127.0.0.1', 'none', '#0b5cad']\n"


def test_serve_refuses_what_is_no_flag_and_no_catalogue(unpacked: Path, tmp_path: Path) -> None:
    serve = [sys.executable, "-m", "indicators", "serve"]
    done = _run([*serve, "--data", str(DATA), "figures"], unpacked, tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("indicators: error: unrecognized arguments: figures\n")
    done = _run(serve, unpacked, tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith('indicators: no folder "data" with a catalogue; ')


@pytest.mark.external
@pytest.mark.timeout(900)
def test_an_installed_wheel_runs_without_extras_and_with_the_dashboard(
    wheel: Path, installed: Path, tmp_path: Path
) -> None:
    program = str(installed / "indicators")
    for command in WITHOUT_EXTRAS:
        data = [str(DATA)] if command == ("check",) else ["--data", str(DATA)]
        done = _run([program, *command, *data], None, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
    for command, extra in (("report", "images"), ("serve", "dashboard")):
        file = ["report.html"] if command == "report" else []
        done = _run([program, command, *file, "--data", str(DATA)], None, tmp_path)
        message = f'`indicators {command}` needs the extra "{extra}"; type: pip install "indicators[{extra}]"'
        assert (done.returncode, done.stderr) == (2, f"indicators: {message}\n")

    install(installed, f"{wheel}[images]")
    done = _run([program, "report", "report.html", "--data", str(DATA)], None, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    install(installed, f"{wheel}[dashboard]")
    with Served([program], tmp_path) as served:
        _assert_answers(served)


def _assert_answers(served: Served) -> None:
    assert served.url.startswith("http://127.0.0.1:")
    for path, part in (
        ("/_stcore/health", b"ok"),
        ("/figures", b"<!DOCTYPE html>"),
        ("/data/figures.csv", b'"munitions-shipped"'),
    ):
        with urllib.request.urlopen(served.url + path, timeout=60) as answer:
            assert part.lower() in answer.read().lower(), path


def _run(command: list[str], site: Path | None, folder: Path) -> subprocess.CompletedProcess[str]:
    added = {"PYTHONPATH": str(site)} if site else {}
    return subprocess.run(command, cwd=folder, env=environment(**added), capture_output=True, text=True, check=False)
