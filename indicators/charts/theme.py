"""The colours of both themes, for images and the report; the pages take theirs from ``.streamlit/config.toml``.

A test checks that the two agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Colours as CSS values; ``marks`` are those of a chart, in the order of its categories."""

    paper: str
    ink: str
    link: str
    line: str
    marks: tuple[str, ...]


THEMES: Mapping[str, Theme] = {
    "light": Theme(
        paper="#ffffff",
        ink="#1a1a1a",
        link="#0b5cad",
        line="#d8d5ce",
        marks=("#064d86", "#b03d12", "#1c8359", "#a36793", "#3d9bd8", "#d47f0d"),
    ),
    "dark": Theme(
        paper="#14171a",
        ink="#e8e6e3",
        link="#7cc4ff",
        line="#3a4046",
        marks=("#5c8dd2", "#e16908", "#46ba7d", "#c37797", "#85d4ff", "#f8c23c"),
    ),
}

MARK_NAMES = ("blue", "orange")
"""Names of the first colours of marks, in both themes."""

VARIABLE = Theme(
    paper="var(--paper)",
    ink="var(--ink)",
    link="var(--link)",
    line="var(--line)",
    marks=tuple(f"var(--mark-{number})" for number in range(1, 7)),
)
"""The colours as CSS variables, so that one image serves both themes."""


def declarations(name: str) -> str:
    """CSS that gives the variables of VARIABLE their values in a theme of THEMES."""
    theme = THEMES[name]
    named = {"paper": theme.paper, "ink": theme.ink, "link": theme.link, "line": theme.line}
    named |= {f"mark-{number}": colour for number, colour in enumerate(theme.marks, 1)}
    return " ".join(f"--{variable}: {colour};" for variable, colour in named.items())
