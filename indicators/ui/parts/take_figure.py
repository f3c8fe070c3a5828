"""What a reader takes away of one figure: its citation, its picture, the line that embeds it, its address."""

from indicators import markup
from indicators.charts.canvas import NATURAL
from indicators.export import references
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.render import embed
from indicators.ui.parts.downloads import citation_formats, root_address
from indicators.ui.parts.html import copyable, show_html
from indicators.ui.shared import addresses, embedding, links
from indicators.ui.shared.query import SIZE
from indicators.ui.shared.site import View

_PICTURES = {
    "as it stands": NATURAL,
    "for slides, 16:9": "wide",
    "square": "square",
    "for links, 1200 × 630": "opengraph",
}
_FILES = {
    "page": addresses.FIGURE_HTML,
    "JSON": addresses.FIGURE_JSON,
    "CSV": addresses.FIGURE_CSV,
    "Markdown": addresses.FIGURE_MD,
}


def show(view: View, id_: str) -> None:
    """Citation, pictures, line to embed and addresses of a figure, each copied or saved with one click."""
    rows = view.catalogue.rows(id_)
    root, units = root_address(), links.units_parameters(view.system)
    show_html(markup.heading(2, "Use it elsewhere"), markup.paragraph("Citation"))
    citation_formats(references.figure_references(view.catalogue, rows)[0])

    def link(path: str, text: str, *options: tuple[str, str]) -> str:
        address = links.file_address(root, path.format(id=id_), [*options, *units])
        return markup.element("a", text, href=address, target="_blank", rel="noopener")

    def pictures(path: str) -> str:
        return markup.join(
            (link(path, words, *([] if size == NATURAL else [(SIZE, size)])) for words, size in _PICTURES.items()),
            " · ",
        )

    show_html(
        markup.element("p", "Picture with bound, source, period and caveat, as PNG: ", pictures(addresses.FIGURE_PNG)),
        markup.element("p", "As SVG: ", pictures(addresses.FIGURE_SVG)),
    )
    if embedding.ancestors():
        (figure,) = figures_of(view.catalogue, rows, view.system)
        address = links.file_address(root, addresses.EMBED_FIGURE.format(id=id_), units)
        title = summary.title(figure)
        frame = embedding.frame(address, title, embed.WIDTH, embed.figure_height(figure))
        show_html(markup.paragraph("Embed code, which shows it on another page"), copyable(frame))
    show_html(
        markup.element("p", "As a file: ", markup.join((link(path, words) for words, path in _FILES.items()), " · ")),
        markup.paragraph("Address of all its fields, as JSON"),
        copyable(links.file_address(root, addresses.FIGURE_JSON.format(id=id_))),
    )
