"""Links to files and pages, and lines to copy that read a file: pandas, R, Excel, curl."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from indicators import markup
from indicators.figures.selection import Selection
from indicators.measure.units import SYSTEMS
from indicators.ui.shared import site
from indicators.ui.shared.query import UNITS

FIGURE = "figure"
"""Query parameter of the figure that is opened in full."""


def address(root: str, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """The address of a file below ``root``, a server's own address without a slash at its end.

    Every letter of the query that means something to a shell or to a language is escaped.
    """
    asked = urlencode(list(query), quote_via=quote, safe="")
    return f"{root}{quote(path)}" + (f"?{asked}" if asked else "")


def pandas(of: str) -> str:
    """Reads the CSV at an address into a frame; only an empty cell is missing (*NA* is a country)."""
    return f'import pandas as pd\n\nfigures = pd.read_csv("{of}", keep_default_na=False, na_values=[""])'


def r(of: str) -> str:
    """Reads the CSV at an address into a data frame."""
    return f'figures <- read.csv("{of}", na.strings = "", encoding = "UTF-8")'


def excel(of: str) -> str:
    """Reads the CSV at an address in Power Query, which Excel also writes by itself from the address alone."""
    return f'= Csv.Document(Web.Contents("{of}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])'


def curl(of: str, file: str) -> str:
    """Saves the file at an address; a double quote is read alike by every shell."""
    return f'curl --fail --compressed --output {file} "{of}"'


def parameters(selection: Selection, system: str, *, figure: str = "", topic: str = "") -> list[tuple[str, str]]:
    """The parameters of a link that keeps the units and the selection, or selects a topic with the record instead.

    It may open a figure in full.
    """
    units = [(UNITS, system)] if system != SYSTEMS[0] else []
    chosen = Selection(topic=(topic,), record=True) if topic else selection
    return [*chosen.query(), *units, *([(FIGURE, figure)] if figure else [])]


def way(title: str, words: str, parameters: Sequence[tuple[str, str]]) -> str:
    """HTML of a link to the page of this title.

    Followed without loading the page anew: ``links.js`` sees to that.
    """
    return markup.way("?".join(filter(None, (site.path(title), urlencode(parameters)))), words)
