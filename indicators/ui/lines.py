"""The addresses of files, and lines to copy that read one: pandas, R, Excel, curl."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode


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
