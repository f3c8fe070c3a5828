"""The addresses of files below that of the dashboard; ``{id}`` stands for the id of a figure or the name of a chart."""

MAX_LENGTH = 8000
"""Maximum number of characters of a query: browsers, servers and proxies all pass on that many."""

FIGURES_CSV = "/data/figures.csv"
FIGURES_JSON = "/data/figures.json"
FIGURES_XLSX = "/data/figures.xlsx"
FIGURES_PARQUET = "/data/figures.parquet"
FIGURES_SVG, FIGURES_PNG = "/data/figures.svg", "/data/figures.png"
DERIVED_CSV = "/data/derived.csv"
DERIVED_JSON = "/data/derived.json"
DERIVED_XLSX = "/data/derived.xlsx"
BUNDLE_ZIP = "/data/bundle.zip"
COLUMNS_MD = "/data/columns.md"
CATALOGUE_JSONLD = "/data/catalogue.jsonld"
DCAT_JSONLD, CROISSANT_JSONLD = "/data/dcat.jsonld", "/data/croissant.jsonld"
CITATIONS_BIB = "/data/citations.bib"
CITATIONS_RIS = "/data/citations.ris"
CITATIONS_CSL = "/data/citations.json"
FIGURE = "/data/figures/{id}"
FIGURE_JSON, FIGURE_HTML, FIGURE_CSV = (f"{FIGURE}.{ending}" for ending in ("json", "html", "csv"))
FIGURE_MD, FIGURE_SVG, FIGURE_PNG = (f"{FIGURE}.{ending}" for ending in ("md", "svg", "png"))
CHART_SVG = "/data/charts/{id}.svg"
CHART_PNG = "/data/charts/{id}.png"
CHART_HTML = "/data/charts/{id}.html"
EMBED_FIGURE, EMBED_CHART, OEMBED = "/embed/figures/{id}", "/embed/charts/{id}", "/oembed"
INDEX, INDEX_HTML, OPENAPI = "/data", "/data/index.html", "/data/openapi.json"
DATAPACKAGE, CSV_METADATA = "/data/datapackage.json", "/data/figures.csv-metadata.json"
REPORT = "/report"
CHECK = "/check"
ROBOTS, SITEMAP = "/robots.txt", "/sitemap.xml"
CHART_CSV = "/data/charts/{id}.csv"

FIGURE_FORMS = (FIGURE_JSON, FIGURE_HTML, FIGURE_CSV, FIGURE_MD, FIGURE_SVG, FIGURE_PNG)
"""The files of which FIGURE gives the one that the client accepts; the first if it accepts any."""
INDEX_FORMS = (OPENAPI, INDEX_HTML)
"""The files of which INDEX gives the one that the client accepts."""
