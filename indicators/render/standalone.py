"""A page of HTML that needs no other file, no script and no network."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

from indicators import markup
from indicators.charts.canvas import FRAMES
from indicators.charts.theme import THEMES, declarations
from indicators.paths import PACKAGE

PREVIEW = "opengraph"
"""The frame of the pictures that stand for a page."""

_FOLDER = PACKAGE / "render"


AUTO = "auto"
SCHEMES = (AUTO, *THEMES)
"""Colour schemes of a page: the reader's choice, or always the same."""


def style(sheets: Iterable[str], scheme: str = AUTO) -> str:
    """These style sheets of the folder of this module, below the colours of one of SCHEMES."""
    if scheme == AUTO:
        colours = [
            f":root {{ {declarations('light')} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {declarations('dark')} }} }}",
        ]
    else:
        colours = [f":root {{ {declarations(scheme)} }}"]
    texts = [(_FOLDER / name).read_text(encoding="utf-8") for name in sheets]
    # Last, where it outweighs what a style sheet says of both schemes.
    fixed = [] if scheme == AUTO else [f":root:root {{ color-scheme: {scheme}; }}"]
    return "\n".join([*colours, *texts, *fixed])


def head(title: str, description: str, css: str, *further: Markup, attributes: bool = False) -> Markup:
    """The head of a page with this style, which forbids everything but it; ``further`` elements stand at its end.

    With ``attributes``, elements may have a style of their own too, as the marks of cards do.
    """
    digest = f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"
    styles = f"style-src {digest};" + (" style-src-attr 'unsafe-inline';" if attributes else "")
    policy = f"default-src 'none'; {styles} img-src data:; base-uri 'none'; form-action 'none'"
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


def page(
    title: str,
    description: str,
    body: Markup,
    sheets: Iterable[str],
    *,
    scheme: str = AUTO,
    further: Iterable[Markup] = (),
    attributes: bool = False,
) -> Markup:
    """A page with these style sheets; ``further`` elements stand in its head, ``attributes`` are those of ``head``."""
    return markup.join(
        [
            Markup('<!doctype html>\n<html lang="en">\n'),
            head(title, description, style(sheets, scheme), *further, attributes=attributes),
            "\n",
            markup.element("body", body, class_="ind"),
            Markup("\n</html>\n"),
        ]
    )


def link_preview(site: str, title: str, words: str, address: str, image: str) -> list[Markup]:
    """Elements of a head for programs that preview a link (OpenGraph), and the canonical address.

    Without an ``address``, which is full, they name no address and no ``image``, which has the frame PREVIEW.
    """
    width, height = FRAMES[PREVIEW]
    graph = {"og:type": "website", "og:site_name": site, "og:title": title, "og:description": words}
    if address:
        graph |= {"og:url": address, "og:image": image, "og:image:alt": f"{title}. {words}"}
        graph |= {"og:image:width": str(width), "og:image:height": str(height)}
    return [
        *(markup.empty_element("meta", property=name, content=content) for name, content in graph.items()),
        markup.empty_element("meta", name="twitter:card", content="summary_large_image"),
        *([markup.empty_element("link", rel="canonical", href=address)] if address else []),
    ]
