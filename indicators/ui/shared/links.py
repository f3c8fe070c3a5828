"""Addresses of files, code that reads a file from its address, and links between pages."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from markupsafe import Markup

from indicators import markup
from indicators.figures.facets import FACETS
from indicators.figures.selection import RECORD, SEARCH, Selection
from indicators.measure.units import SYSTEMS
from indicators.render.standalone import PREVIEW
from indicators.ui.shared import site
from indicators.ui.shared.addresses import OEMBED
from indicators.ui.shared.query import COMPARISON, PAGE, SIZE, SORT, UNITS

FIGURE = "figure"
"""Parameter of a page's address: the figure that is opened in full."""
PAGE_PARAMETERS = (*FACETS, SEARCH, RECORD, UNITS, FIGURE, SORT, PAGE, *COMPARISON)
"""Every parameter of a page's address; each is also the key of its value in the session."""


def file_address(root: str, path: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """The address of a file below ``root``, the address of a server without a slash at its end.

    Every character of the query that means something to a shell or to a programming language is escaped.
    """
    query = urlencode(list(parameters), quote_via=quote, safe="")
    return f"{root}{quote(path)}" + (f"?{query}" if query else "")


def figure_address(root: str, figure: str, system: str = SYSTEMS[0]) -> str:
    """The address of the page with a figure in full."""
    return file_address(root, f"/{site.path('Figures')}", page_parameters(Selection(), system, figure=figure))


def pandas_code(address: str) -> str:
    """Python that reads a CSV file into a frame, in which only an empty cell is missing (*NA* is a country)."""
    return f'import pandas as pd\n\nfigures = pd.read_csv("{address}", keep_default_na=False, na_values=[""])'


def r_code(address: str) -> str:
    """R that reads a CSV file into a data frame, in which only an empty cell is missing."""
    return f'figures <- read.csv("{address}", na.strings = "", encoding = "UTF-8")'


def power_query_code(address: str) -> str:
    """Power Query M that reads a CSV file, the same that Excel writes for an address."""
    return (
        f'= Csv.Document(Web.Contents("{address}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])'
    )


def curl_command(address: str, file_name: str) -> str:
    """A command that saves the file at an address; every shell reads double quotes alike."""
    return f'curl --fail --compressed --output {file_name} "{address}"'


def units_parameters(system: str) -> list[tuple[str, str]]:
    """The parameter that chooses a system of units; none for the units as printed."""
    return [(UNITS, system)] if system != SYSTEMS[0] else []


def page_parameters(selection: Selection, system: str, *, figure: str = "") -> list[tuple[str, str]]:
    """The parameters of a link to a page: the selection, the units and the figure that is opened in full, if any."""
    return [*selection.query(), *units_parameters(system), *([(FIGURE, figure)] if figure else [])]


def picture_parameters(system: str) -> list[tuple[str, str]]:
    """The parameters of the picture that stands for a link to a figure, chart or selection, besides the selection."""
    return [*units_parameters(system), (SIZE, PREVIEW)]


def oembed_link(root: str, address: str) -> Markup:
    """The element of a head that tells where the line to embed what stands at an address is found (oEmbed)."""
    found = file_address(root, OEMBED, [("url", address)])
    return markup.empty_element("link", rel="alternate", type="application/json+oembed", href=found)


def page_address(title: str, parameters: Sequence[tuple[str, str]], anchor: str = "") -> str:
    """The address of the page of this title, or of its section with this id, relative to that of any page."""
    query = urlencode(parameters)
    page = site.path(title) if title != site.FIRST else "./"
    return page + (f"?{query}" if query else "") + (f"#{quote(anchor)}" if anchor else "")


def page_link(title: str, text: str, parameters: Sequence[tuple[str, str]], anchor: str = "") -> Markup:
    """A link to the page of this title, which ``links.js`` follows without loading the dashboard anew."""
    return markup.page_link(page_address(title, parameters, anchor), text)


def figure_link(selection: Selection, system: str, id_: str, words: str) -> Markup:
    """A link within a line to the page with a figure in full."""
    address = page_address("Figures", page_parameters(selection, system, figure=id_))
    return markup.element("a", words, class_="way within", href=address)
