"""Headers of files: who may read, embed and run what, and where a file is described."""

from indicators.ui.shared import embedding, links
from indicators.ui.shared.addresses import CSV_METADATA, DATAPACKAGE
from indicators.ui.shared.query import Query

ANY_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Disposition, Content-Range, ETag",
    # A page of any origin may read a file, so a file that is opened runs no script and loads nothing.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Pages of every site may read a file."""


def described(query: Query) -> dict[str, str]:
    """A header that names the descriptions of the CSV of a selection; none where other columns are asked for."""
    selected = query.selection.query()
    if query.parameters() != selected:
        return {}
    metadata, package = (
        links.file_address("", path.rpartition("/")[2], selected) for path in (CSV_METADATA, DATAPACKAGE)
    )
    return {"Link": f'<{metadata}>; rel="describedby"; type="application/csvm+json", <{package}>; rel="describedby"'}


def frame_policy() -> dict[str, str]:
    """Headers of a page for frames: which pages may embed it, also pages that ask for isolation (COEP)."""
    policy = ANY_ORIGIN["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", f"frame-ancestors {embedding.ancestors()}"
    )
    return {"Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "require-corp"}
