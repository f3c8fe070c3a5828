"""The dashboard as plain files: what needs no query, at the paths that the server gives it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from indicators import whole_files
from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.errors import IndicatorsError
from indicators.figures.selection import Selection, select
from indicators.ui.shared import addresses
from indicators.ui.shared.file import Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import Query
from indicators.ui.shared.static_pages import Pages, file_name

MOST = 5_000
"""Maximum number of figures of a site, each of which has nine files."""
_OF_A_SERVER = (addresses.INDEX_HTML, addresses.OPENAPI, addresses.ROBOTS, addresses.SITEMAP)
"""Files about the addresses of a server."""


def write(catalogue: Catalogue, folder: Path, server: str = "") -> int:
    """Writes the site into a folder, new or empty, and returns the number of its files.

    What needs a query is linked to ``server``, the address of a dashboard, and left out without one. Raises
    IndicatorsError where the folder has files, the address is none of the web, or there are more than MOST figures.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise IndicatorsError(f'"{folder}" is not empty; name a new folder')
    if server and not server.startswith(("https://", "http://")):
        raise IndicatorsError(f'"{server}" is no address of a server; expected https://… or http://…')
    if len(catalogue.figures) > MOST:
        raise IndicatorsError(
            f"a site has at most {MOST:,} figures, and these are {len(catalogue.figures):,}; serve them"
        )
    written = 0
    with whole_files.filling(folder):
        for name, content in _files(catalogue, server.rstrip("/")):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.writelines(content)
            written += 1
    return written


def _files(catalogue: Catalogue, server: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The path of each file of the site and its content."""
    query, rows = Query(selection=Selection()), select(catalogue, Selection())
    found = (build.chart(catalogue, rows, name) for name in build.chart_names(catalogue, rows))
    charts = build.with_distinct_titles([chart for chart in found if chart])
    whole = [path for path in FILES if "{id}" not in path and path not in _OF_A_SERVER]
    listed = [path for path in whole if path != addresses.REPORT]
    for address, page in Pages(catalogue=catalogue, charts=charts, files=listed, server=server):
        yield file_name(address), [page.encode()]
    wanted: list[tuple[str, Iterable[str]]] = [
        *((path, [""]) for path in whole),
        *((path, [chart.name for chart in charts]) for path in FILES if "{id}" in path and "charts" in path),
        *((path, catalogue.figures["id"]) for path in FILES if "{id}" in path and "figures" in path),
    ]
    for path, ids in wanted:
        for id_ in ids:
            address = path.format(id=id_)
            full = server and f"{server}{address}"
            request = Request(catalogue=catalogue, query=query, root=server, address=full, id=id_)
            yield file_name(address), FILES[path].make(request)
