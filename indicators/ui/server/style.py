"""The style sheet of the dashboard, as it stands in the page that the server sends."""

from indicators.charts.theme import THEMES, declarations
from indicators.paths import PACKAGE
from indicators.ui.shared import hooks, site

_OF_PREVIEW = PACKAGE / "ui" / "server" / "preview.css"


def sheet() -> str:
    """The style of figures and dashboard and, where there is a preview, its own with the colours of both themes."""
    page = "\n".join(path.read_text(encoding="utf-8") for path in site.STYLE_SHEETS)
    if not hooks.PAGE_STATES.available():
        return page
    light, dark = (_colours(name) for name in THEMES)
    colours = " ".join(f"{name}: light-dark({colour}, {dark[name]});" for name, colour in light.items())
    preview = _OF_PREVIEW.read_text(encoding="utf-8").replace("STREAMLIT_MAIN", hooks.MAIN)
    return f"{page}\n#preview {{ {colours} }}\n{preview}"


def _colours(theme: str) -> dict[str, str]:
    """The colour of each variable of a theme."""
    pairs = (declaration.split(": ") for declaration in declarations(theme).rstrip(";").split("; "))
    return dict(pairs)
