"""What a notebook shows below a cell."""

from functools import cache

from markupsafe import Markup

from indicators.paths import PACKAGE


@cache
def _style() -> str:
    return (PACKAGE / "render" / "style.css").read_text(encoding="utf-8")


def cell_output(content: Markup) -> str:
    """The HTML of a card or a table with the style sheet, as `_repr_html_` returns it."""
    return f'<style>{_style()}</style><div class="ind">{content}</div>'
