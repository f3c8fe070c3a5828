"""Pages run as scripts, without a browser."""

from streamlit.testing.v1 import AppTest

from tests.support.blanks import plain
from tests.support.places import ROOT

PAGES = ("overview", "figures", "others", "compare", "what_follows", "check_a_draft", "sources", "method")
SCRIPT = ROOT / "indicators" / "ui" / "main.py"


def run_page(page: str = "overview", /, *, panel: bool = False, **query: str | list[str]) -> AppTest:
    """The page at an address, with the panel *Filter* open if its lists are looked at."""
    app = AppTest.from_file(str(SCRIPT), default_timeout=600)
    app.session_state["_filter"] = panel
    for name, values in query.items():
        app.query_params[name] = values
    if page != "overview":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    """Everything that the page says, as text, with plain blanks."""
    bodies = [one.proto.body for one in app.get("html")]
    words = " ".join([*bodies, *(one.value for one in [*app.title, *app.header, *app.info, *app.warning])])
    return plain(words)
