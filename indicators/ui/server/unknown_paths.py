"""Addresses at which there is no page: where they lead instead, or a page with status 404 that says what is there."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from indicators import markup
from indicators.errors import CatalogueError, UnknownIdError, nearest
from indicators.render import standalone
from indicators.ui.shared import links, served_catalogue, site, streamlit_files
from indicators.ui.shared.addresses import MAX_LENGTH
from indicators.ui.shared.files import FILES

_MOST_CHARACTERS = 200
"""Of an address, in the page that says that there is nothing at it."""
_FIGURES = site.path("Figures")
_STYLE = """:root { color-scheme: light dark; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 "Source Sans", sans-serif; }
.ind { max-width: 1440px; margin: 0 auto; padding: 0 80px; box-sizing: border-box; }
.ind h1 { margin: 20px 0 16px; font-size: 40px; font-weight: 600; }
@media (max-width: 768px) {
  .ind { padding: 0 16px; }
  .ind h1 { font-size: 28px; }
}
"""
"""What the page has of the look of the others, beside their style sheets: Streamlit gives it to those."""


def answer(request: Request) -> Response:
    """Answers with the page that was meant, or with status 404."""
    path = request.path_params["path"]
    up = "../" * path.count("/") or "./"
    name, _, rest = path.strip("/").partition("/")
    query = request.scope["query_string"][:MAX_LENGTH].decode("ascii", "replace")
    if not rest and (name in site.PATHS or f"/{name}" in FILES):  # a slash at its end, or the first page by its name
        page = "" if name == site.path(site.FIRST) else name
        return RedirectResponse(f"{up}{page}" + (f"?{query}" if query else ""))
    titles, like = list[str](), list[str]()
    try:
        catalogue = served_catalogue.current().catalogue()
        titles += site.menu(catalogue)
        if rest and name == _FIGURES:
            catalogue.rows(rest)
            others = [pair for pair in parse_qsl(query) if pair[0] != links.FIGURE]
            return RedirectResponse(f"{up}{_FIGURES}?{urlencode([*others, (links.FIGURE, rest)])}")
    except UnknownIdError as error:
        like += error.nearest
    except CatalogueError:
        pass  # the first page shows the problems
    return HTMLResponse(_page(path, up, titles, like), status_code=404, headers={"Cache-Control": "no-store"})


def _page(path: str, up: str, titles: Sequence[str], figures: Sequence[str]) -> Markup:
    """The page at an unknown path; ``up`` leads from there to the first page."""
    pages = {title: "" if title == site.FIRST else site.path(title) for title in titles}
    alike = [title for title in titles if nearest(path, (title, site.path(title)))]
    suggested = [
        *(_link(f"{up}{pages[title]}", title) for title in alike),
        *(_link(f"{up}{_FIGURES}?{urlencode([(links.FIGURE, id_)])}", f"the figure {id_}") for id_ in figures),
    ]
    title = "There is no such page"
    content = [
        markup.heading(1, title),
        markup.element("p", "Nothing is at ", markup.element("code", f"/{path[:_MOST_CHARACTERS]}"), "."),
        markup.element("p", "Did you mean ", markup.join(suggested, " or "), "?") if suggested else "",
        markup.element("p", _link(up, f"Go to the {site.FIRST}" if titles else "Go to the first page"), "."),
    ]
    menu = [markup.element("a", title, href=f"{up}{address}", class_="way") for title, address in pages.items()]
    head = [
        markup.empty_element("meta", charset="utf-8"),
        markup.empty_element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        markup.empty_element("meta", name="robots", content="noindex"),
        markup.empty_element("link", rel="icon", href="data:,"),
        markup.element("title", title),
        markup.element("style", Markup(_style(up))),
    ]
    body = markup.element(
        "body",
        markup.element("nav", *menu, class_="menu", aria_label="Pages") if menu else "",
        markup.element("main", *content),
        class_="ind",
    )
    return Markup("<!DOCTYPE html>\n") + markup.element("html", markup.element("head", *head), body, lang="en")


def _style(up: str) -> str:
    """The style of the page, in the typeface and the colours of the others."""
    font = streamlit_files.typeface()
    face = f'@font-face {{ font-family: "Source Sans"; font-weight: 100 900; src: url("{up}{font}"); }}' if font else ""
    sheets = (path.read_text(encoding="utf-8") for path in site.STYLE_SHEETS)
    return "\n".join([face, standalone.style(()), *sheets, _STYLE])


def _link(address: str, text: str) -> Markup:
    return markup.element("a", text, href=address)
