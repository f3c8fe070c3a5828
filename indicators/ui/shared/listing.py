"""The list of all addresses of files: a page for people, and OpenAPI 3.1 for programs."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.schema import Descriptor
from indicators.export import dictionary
from indicators.export.dictionary import Column
from indicators.figures.selection import FACETS, RECORD, SEARCH, selectable_ids
from indicators.render import standalone
from indicators.ui.shared import addresses
from indicators.ui.shared.descriptions import ABOUT, PARAMETERS
from indicators.ui.shared.file import File, Request
from indicators.ui.shared.query import COLUMNS, MAX_SEARCH_LENGTH, OPTIONS, SELECTION_PARAMETERS

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
            ", ".join(_names(file)),
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


def openapi(request: Request, files: Mapping[str, File]) -> dict[str, Any]:
    """The addresses as an OpenAPI document."""
    about = request.catalogue.descriptor
    licence = {"license": {"name": about.licence}} if about.licence else {}
    if licence and about.licence_url:
        licence["license"]["url"] = about.licence_url
    return {
        "openapi": "3.1.0",
        "info": {
            "title": about.title,
            "version": about.version or about.created or "1",
            "description": about.description or about.title,
            **licence,
        },
        "servers": [{"url": request.root or "/"}],
        "paths": {path: {"get": _operation(path, file)} for path, file in files.items()},
        "components": {
            "parameters": {name: _parameter(request, name) for name in (*SELECTION_PARAMETERS, *OPTIONS)},
            "schemas": {"Figure": _schema(about), "Error": _ERROR},
            "responses": {
                status: {"description": words, "content": {"application/json": {"schema": _reference("schemas/Error")}}}
                for status, words in _REFUSALS.items()
            },
        },
    }


_REFUSALS = {
    "BadRequest": "A parameter is unknown, or its value.",
    "NotFound": "There is no such figure, chart or file.",
    "TooMany": "The selection has more figures than this file holds.",
    "Unavailable": "The catalogue has problems, or too many files are asked for; see Retry-After.",
}
_ERROR = {
    "type": "object",
    "required": ["status", "error"],
    "properties": {"status": {"type": "integer"}, "error": {"type": "string"}, "problems": {"type": "array"}},
}


def _operation(path: str, file: File) -> dict[str, Any]:
    named = re.sub(r"[^a-z0-9]+", "_", path.lower()).strip("_")
    given = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}] if "{id}" in path else []
    json = file.media_type == "application/json"
    schema: dict[str, Any] = {}
    if path == addresses.FIGURES_JSON:
        schema = {"schema": {"type": "array", "items": _reference("schemas/Figure")}}
    elif path == addresses.FIGURE_JSON:
        schema = {"schema": _reference("schemas/Figure")}
    elif json:
        schema = {"schema": {"type": ["object", "array"]}}
    return {
        "operationId": named,
        "summary": _without_code(ABOUT[path]),
        "parameters": [*given, *(_reference(f"parameters/{name}") for name in _names(file))],
        "responses": {
            "200": {"description": "The file.", "content": {file.media_type.partition(";")[0]: schema}},
            "206": {"description": "The part of the file that the header Range names."},
            "304": {"description": "The file has not changed."},
            "400": _reference("responses/BadRequest"),
            "404": _reference("responses/NotFound"),
            "422": _reference("responses/TooMany"),
            "503": _reference("responses/Unavailable"),
        },
    }


def _parameter(request: Request, name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if name in FACETS:
        ids = selectable_ids(request.catalogue, name, record=True)
        items = {"type": "string", **({"enum": list(ids)} if 0 < len(ids) <= _MOST_VALUES else {})}
        schema = {"type": "array", "items": items}
    elif name == RECORD:
        schema["enum"] = ["on", "off"]
    elif name == SEARCH:
        schema["maxLength"] = MAX_SEARCH_LENGTH
    elif name != COLUMNS:
        schema |= {"enum": list(OPTIONS[name]), "default": OPTIONS[name][0]}
    return {"name": name, "in": "query", "description": _without_code(PARAMETERS[name]), "schema": schema}


def _schema(descriptor: Descriptor) -> dict[str, Any]:
    """The schema of a figure as JSON."""
    columns = dictionary.of_figures(descriptor)
    return {
        "type": "object",
        "required": [column.name for column in columns if column.required],
        "properties": {column.name: {**_type(column), "description": column.description} for column in columns},
    }


def _type(column: Column) -> dict[str, Any]:
    if column.type == "list":
        return {"type": "array", "items": {"type": "string"}}
    if "yes" in column.values:
        return {"type": ["boolean", "null"]}
    kind = _JSON_TYPES.get(column.type, "string")
    return {"type": kind} if column.required else {"type": [kind, "null"]}


def _names(file: File) -> Iterator[str]:
    """The parameters of a file."""
    yield from SELECTION_PARAMETERS if file.selects else ()
    yield from file.options


def _shown(path: str) -> str:
    return path.replace("{id}", "NAME" if "charts" in path else "ID")


def _breakable(media_type: str) -> Markup:
    """A media type, which may go on in another line after a sign."""
    return markup.join(re.split("(?<=[./+-])", media_type), Markup("<wbr>"))


def _without_code(text: str) -> str:
    return text.replace("`", "")


def _reference(place: str) -> dict[str, str]:
    return {"$ref": f"#/components/{quote(place)}"}
