"""A page of HTML that needs no other file, no script and no network."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

from indicators import markup
from indicators.charts.theme import declarations
from indicators.paths import PACKAGE

_FOLDER = PACKAGE / "render"


def style(sheets: Iterable[str]) -> str:
    """These style sheets of the folder of this module, below the colours of both themes, the reader's choice."""
    return "\n".join(
        [
            f":root {{ {declarations('light')} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {declarations('dark')} }} }}",
            *((_FOLDER / name).read_text(encoding="utf-8") for name in sheets),
        ]
    )


def head(title: str, description: str, css: str, *further: Markup) -> Markup:
    """The head of a page with this style, which forbids everything but it; ``further`` elements stand at its end."""
    digest = f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"
    policy = f"default-src 'none'; style-src {digest}; img-src data:; base-uri 'none'; form-action 'none'"
    return markup.element(
        "head",
        markup.join(
            [
                "",
                Markup('<meta charset="utf-8">'),
                Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
                Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
                markup.element("title", title),
                markup.empty_element("meta", name="description", content=description),
                Markup('<link rel="icon" href="data:,">'),
                # No text of HTML: a browser reads what stands inside the element without unescaping it.
                Markup(f"<style>{css}</style>"),
                *further,
                "",
            ],
            "\n",
        ),
    )


def page(title: str, description: str, body: Markup, sheets: Iterable[str], *, canonical: str = "") -> Markup:
    """A page with these style sheets; ``canonical`` is the address that stands for it, if any."""
    link = [markup.empty_element("link", rel="canonical", href=canonical)] if canonical else []
    return markup.join(
        [
            Markup('<!doctype html>\n<html lang="en">\n'),
            head(title, description, style(sheets), *link),
            "\n",
            markup.element("body", body, class_="ind"),
            Markup("\n</html>\n"),
        ]
    )
