"""What each file and each parameter of an address is, for people: documents, the list of addresses, OpenAPI."""

from collections.abc import Mapping

from indicators.ui.shared import addresses, query

ABOUT: Mapping[str, str] = {
    addresses.FIGURES_CSV: "The figures of the selection, one row each",
    addresses.FIGURES_JSON: "The figures of the selection as objects",
    addresses.FIGURES_XLSX: "The figures of the selection as a workbook: numbers and days are typed, all else is text",
    addresses.FIGURES_PARQUET: "The figures of the selection as Parquet, with description and unit of each column",
    addresses.DERIVED_CSV: "What follows from the figures of the selection",
    addresses.DERIVED_JSON: "What follows from the figures of the selection, as objects",
    addresses.DERIVED_XLSX: "What follows from the figures of the selection, as a workbook",
    addresses.BUNDLE_ZIP: "The selection as a data package, which is a catalogue again",
    addresses.COLUMNS_MD: "The meaning of each column",
    addresses.CATALOGUE_JSONLD: "The selection as a schema.org Dataset",
    addresses.DCAT_JSONLD: "The selection as a dataset of DCAT, for portals of open data",
    addresses.CROISSANT_JSONLD: "The selection as a Croissant dataset, with the columns of its tables",
    addresses.CITATIONS_BIB: "Citations of the dashboard, its documents and figures, as BibTeX",
    addresses.CITATIONS_RIS: "The same citations as RIS",
    addresses.CITATIONS_CSL: "The same citations as CSL-JSON",
    addresses.FIGURE_JSON: "One figure as an object",
    addresses.FIGURE_HTML: "The figure as a page without scripts",
    addresses.FIGURE_CSV: "The figure as a table of one row",
    addresses.FIGURE_MD: "The figure in Markdown",
    addresses.FIGURE_SVG: "A picture of the figure: number, bound, what it counts, who says so, when, caveat, source",
    addresses.FIGURE_PNG: "The picture of the figure as PNG",
    addresses.CHART_SVG: "A chart of the selection as SVG",
    addresses.CHART_PNG: "A chart of the selection as PNG",
    addresses.CHART_CSV: "The rows behind the chart",
    addresses.REPORT: "The whole dashboard as one page",
    addresses.CHART_HTML: "The chart as a page without scripts, with the line that embeds it",
    addresses.EMBED_FIGURE: "The figure for a frame of another page",
    addresses.EMBED_CHART: "The chart for a frame of another page",
    addresses.FIGURES_SVG: "A picture of the selection: its first figures with bound, unit, source and period",
    addresses.FIGURES_PNG: "The picture of the selection as PNG",
    addresses.INDEX_HTML: "Every address of a file, for people",
    addresses.OPENAPI: "Every address of a file, for programs (OpenAPI 3.1)",
    addresses.DATAPACKAGE: "The columns of the CSV files of the selection, as a Data Package that reads them",
    addresses.CSV_METADATA: "The columns of `figures.csv`, as CSV on the Web; the CSV names it in its header `Link`",
    addresses.ROBOTS: "What search engines may read",
    addresses.SITEMAP: "The pages and figures, for search engines; it needs a host that somebody vouches for",
}
"""Content of the file at each address."""

PARAMETERS: Mapping[str, str] = {
    "source": "Id of a source; may be repeated",
    "topic": "Id of a topic; may be repeated",
    "document": "Id of a document; may be repeated. A document of the public record includes the record",
    "status": "A status, such as `estimate`; may be repeated",
    "dimension": "Id of a dimension, such as sex or region: figures of one of its groups; may be repeated",
    "group": "Id of a group, such as men: figures of it; may be repeated",
    "period": "A period as the column `period` has it, such as `2024-03`; may be repeated",
    "search": "Words that a figure must all contain, short ones at the start of a word; "
    f"{query.MAX_SEARCH_LENGTH} characters at most",
    "record": "`on` includes the public record",
    query.UNITS: "Units of measure: as printed, SI, or US customary. A table keeps its columns as printed and "
    "has converted ones beside them",
    query.SCHEME: "Colours of a picture",
    query.SIZE: "Frame of a picture: as high as its content, 1200 × 630 (previews of links), 1600 × 900, 1080 × 1080. "
    "A frame has as many caveats as it has room for, and says how many more there are",
    query.THEME: "Colours of a page: as the reader's system says, or always the same",
    query.BIBTEX: "What the BibTeX is for: the package biblatex, or the styles of BibTeX itself",
    query.COLUMNS: "`slim` for what most readers need: each figure in words, a line that quotes it, first caveat, "
    "link; or names of columns of either table with commas between them",
    query.VERSION: "Version of the columns; `1` has the names that they had before, and will go with the next version",
    query.EXCEL: "`1` makes a CSV for spreadsheets: with a byte order mark, and an apostrophe before text that would "
    "run as a formula or be taken for a day or a number",
}
"""Meaning of each parameter of an address."""
