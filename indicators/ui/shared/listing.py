"""The list of all addresses of files, for people; ``openapi`` has it for programs."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from indicators import markup
from indicators.render import standalone
from indicators.ui.shared import addresses
from indicators.ui.shared.descriptions import ABOUT, PARAMETERS
from indicators.ui.shared.file import File, Request, parameter_names
from indicators.ui.shared.query import OPTIONS, SELECTION_PARAMETERS

_MOST_VALUES = 200
"""Maximum number of ids that are listed for a parameter."""
_JSON_TYPES = {"number": "number", "integer": "integer"}


def html(request: Request, files: Mapping[str, File]) -> bytes:
    """The addresses with their content and parameters, as a page."""
    base = f"{request.root}/" if request.root else ""
    rows = (
        (
            markup.element("code", _shown(path), class_="address"),
            _without_code(ABOUT[path]),
            ", ".join(parameter_names(file)),
            _breakable(file.media_type.partition(";")[0]),
        )
        for path, file in files.items()
    )
    title = f"Addresses of {request.catalogue.descriptor.title}"
    parameters = {name: _without_code(PARAMETERS[name]) for name in (*SELECTION_PARAMETERS, *OPTIONS)}
    body = markup.element(
        "main",
        markup.heading(1, title),
        markup.paragraph("Each file stays at its address. ID is the id of a figure, NAME the name of a chart."),
        markup.element("p", "For programs: ", markup.external_link(f"{request.root}{addresses.OPENAPI}", "OpenAPI 3.1"))
        if base
        else "",
        markup.table(("Address", "Content", "Parameters", "Media type"), rows),
        markup.heading(2, "Parameters"),
        markup.terms(parameters),
    )
    return standalone.page(title, title, body, ("style.css", "report.css")).encode()


def _breakable(media_type: str) -> Markup:
    """A media type, which may go on in another line after a sign."""
    return markup.join(re.split("(?<=[./+-])", media_type), Markup("<wbr>"))


def _shown(path: str) -> str:
    return path.replace("{id}", "NAME" if "charts" in path else "ID")


def _without_code(text: str) -> str:
    return text.replace("`", "")
