"""Hooks into Streamlit, uvicorn and Altair: each is there, and without it the dashboard still answers and says so."""

import importlib
import logging
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import altair.utils.schemapi
import pytest
import streamlit
import streamlit.cli_util
import streamlit.config
import streamlit.dataframe_util
import uvicorn.protocols.http.auto
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from indicators.ui.server import theme_settings
from indicators.ui.shared import hooks
from tests.support.dashboard import StartServer
from tests.support.places import ROOT

Patch = pytest.MonkeyPatch
STATIC = Path(streamlit.__file__).parent / "static"


def no_head(patch: Patch, folder: Path) -> None:
    """Streamlit's page begins in another way."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    other_static(patch, folder, page.replace("<head>", '<head lang="en">'))


def no_files(patch: Patch, folder: Path) -> None:
    """Streamlit's scripts lie elsewhere."""
    other_static(patch, folder, (STATIC / "index.html").read_text(encoding="utf-8"))


def other_scripts(patch: Patch, folder: Path) -> None:
    """Streamlit's scripts have other names for everything."""
    other_static(patch, folder, (STATIC / "index.html").read_text(encoding="utf-8"))
    for script in (STATIC / "static" / "js").glob("*.js"):
        target = folder / "static" / "static" / "js" / script.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("renamed()", encoding="utf-8")


def other_static(patch: Patch, folder: Path, page: str) -> None:
    (folder / "static").mkdir()
    (folder / "static" / "index.html").write_text(page, encoding="utf-8")
    patch.setattr(streamlit, "__file__", str(folder / "__init__.py"))


def no_arrow(patch: Patch, folder: Path) -> None:
    patch.delattr(streamlit.dataframe_util, "convert_anything_to_arrow_bytes")


def no_browser(patch: Patch, folder: Path) -> None:
    patch.delattr(streamlit.cli_util, "open_browser")


def no_transport(patch: Patch, folder: Path) -> None:
    module = sys.modules[uvicorn.protocols.http.auto.AutoHTTPProtocol.__module__]
    original = module.RequestResponseCycle

    class Cycle(original):  # type: ignore[misc, valid-type]
        def __init__(self, **settings: object) -> None:
            super().__init__(**settings)

    patch.setattr(module, "RequestResponseCycle", Cycle)


def no_switch(patch: Patch, folder: Path) -> None:
    patch.delattr(altair.utils.schemapi, "disable_debug_mode")


def no_rerun(patch: Patch, folder: Path) -> None:
    patch.delattr(streamlit.runtime.app_session.AppSession, "request_rerun")


MISSING: dict[str, Callable[[Patch, Path], None]] = {
    "PAGE": no_head,
    "STATIC_FILES": no_files,
    "PAGE_STATES": other_scripts,
    "BASE_ADDRESS": other_scripts,
    "STORED_THEME": other_scripts,
    "NAVIGATION": other_scripts,
    "STYLED_WIDGETS": other_scripts,
    "ARROW_BYTES": no_arrow,
    "BROWSER": no_browser,
    "TRANSPORT": no_transport,
    "ALTAIR_CHECKS": no_switch,
    "SESSIONS": no_rerun,
}
"""How each hook goes missing: a change of Streamlit, uvicorn or Altair."""


@pytest.fixture
def patch() -> Iterator[Patch]:
    """Changes that are undone; the hooks are looked for anew before and after."""
    importlib.reload(hooks)
    with pytest.MonkeyPatch.context() as changes:
        yield changes
    importlib.reload(hooks)


def warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in log.records if record.name == "indicators"]


def test_every_hook_is_there(patch: Patch, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        hooks.check()
    assert warnings(caplog) == []
    assert [getattr(hooks, name) for name in MISSING] == list(hooks.HOOKS)


@pytest.mark.parametrize("name", MISSING)
def test_a_missing_hook_is_one_warning_with_what_happens_without_it(
    name: str, patch: Patch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    MISSING[name](patch, tmp_path)
    hook: hooks.Hook = getattr(hooks, name)
    with caplog.at_level(logging.WARNING):
        assert not hook.available()
        assert not hook.available()
    assert warnings(caplog) == [
        f"{hook.name} is missing, which is for {hook.purpose}. Without it, {hook.without}.",
    ]


def test_without_its_hook_the_data_of_a_chart_stay_as_they_are(patch: Patch, tmp_path: Path) -> None:
    no_arrow(patch, tmp_path)
    rows = [{"a": 1}]
    assert hooks.arrow_bytes(rows) is rows


def test_without_its_hook_no_browser_opens(patch: Patch, tmp_path: Path) -> None:
    no_browser(patch, tmp_path)
    hooks.open_browser()


def test_without_its_hook_no_page_runs_again_by_itself(patch: Patch, tmp_path: Path) -> None:
    no_rerun(patch, tmp_path)
    hooks.rerun_pages()


def test_without_its_hook_a_request_has_no_connection() -> None:
    async def receive() -> dict[str, object]:
        return {}

    assert hooks.connection(receive) is None


def test_without_its_hook_altair_checks_on(patch: Patch, tmp_path: Path) -> None:
    patch.setattr(altair.utils.schemapi, "DEBUG_MODE", True)
    no_switch(patch, tmp_path)
    hooks.skip_altair_checks()
    assert altair.utils.schemapi.DEBUG_MODE


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["PAGE"], marks=pytest.mark.external),
        ["STATIC_FILES", "BROWSER", "TRANSPORT", "ALTAIR_CHECKS", "ARROW_BYTES"],
    ],
)
def test_without_hooks_the_first_page_is_answered(names: list[str], start_server: StartServer, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SITE.format(root=str(ROOT), names=names, folder=str(tmp_path)))
    server = start_server(PYTHONPATH=str(tmp_path))
    with urllib.request.urlopen(server.url, timeout=60) as answer:
        page = answer.read().decode()
        policy = answer.headers["content-security-policy"]
    assert '<div id="root">' in page
    assert "preview" not in page
    assert "script-src 'self' 'sha256-" in policy
    assert f"{getattr(hooks, names[0]).name} is missing" in server.log.read_text()


SITE = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
import pytest
from tests.ui import test_hooks
sys.path.remove({root!r})
for name in {names!r}:
    test_hooks.MISSING[name](pytest.MonkeyPatch(), Path({folder!r}))
"""
"""Run by Python as it starts: the hooks of these names go missing before Streamlit runs."""


SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


def test_the_theme_is_read_once_and_again_after_its_file_has_changed(monkeypatch: Patch) -> None:
    asked: list[str] = []
    read = app_session._populate_theme_msg

    def counted(message: CustomThemeConfig, section: str = "theme") -> None:
        asked.append(section)
        read(message, section)

    def sent() -> list[CustomThemeConfig]:
        messages = [CustomThemeConfig() for _ in SECTIONS]
        for message, section in zip(messages, SECTIONS, strict=True):
            app_session._populate_theme_msg(message, section)
        return messages

    wanted = sent()
    monkeypatch.setattr(app_session, "_populate_theme_msg", counted)
    theme_settings.keep()
    assert sent() == sent() == wanted
    assert [message.ByteSize() > 0 for message in wanted] == [True, True, True, False, False, False]
    assert asked == [*SECTIONS]
    streamlit.config.get_config_options(force_reparse=True)
    assert sent() == wanted
    assert asked == [*SECTIONS] * 2
