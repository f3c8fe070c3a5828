"""What search engines read first: robots.txt, and the map of the pages and figures."""

from itertools import chain, islice
from urllib.parse import urlsplit

from indicators import markup
from indicators.errors import IndicatorsError
from indicators.figures.selection import figures_in_scope
from indicators.ui.shared import links, site
from indicators.ui.shared.file import Request

MOST = 50_000
"""Maximum number of addresses in a map of a site (sitemaps.org)."""

_NOT_FOR_CRAWLERS = ("/_stcore/", "/preview", "/connection")


def robots(request: Request) -> bytes:
    """Everything may be read but what the pages ask for themselves; where the map is, if the address is known."""
    prefix = urlsplit(request.root).path
    lines = ["User-agent: *", *(f"Disallow: {prefix}{path}" for path in _NOT_FOR_CRAWLERS)]
    lines += [f"Sitemap: {request.root}/sitemap.xml"] if request.root else []
    return ("\n".join(lines) + "\n").encode()


def sitemap(request: Request) -> bytes:
    """The pages, then each figure of the subject, MOST addresses at most; raises IndicatorsError without a root."""
    if not request.root:
        raise IndicatorsError("the map of the site holds full addresses, and nobody vouches for the host of this one")
    pages = (links.file_address(request.root, f"/{path}") for path in site.paths())
    ids = figures_in_scope(request.catalogue)["id"]
    figures = (links.figure_address(request.root, figure) for figure in ids.iloc[:MOST])
    entries = (markup.element("url", markup.element("loc", address)) for address in islice(chain(pages, figures), MOST))
    body = markup.element("urlset", *entries, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
