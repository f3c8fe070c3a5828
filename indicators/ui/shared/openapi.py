"""The list of all addresses for programs: OpenAPI 3.1."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from indicators.catalogue.schema import Descriptor
from indicators.export import dictionary, figure_columns
from indicators.export.dictionary import Column
from indicators.figures.facets import FACETS
from indicators.figures.selection import RECORD, SEARCH, selectable_ids
from indicators.quoting.finding import FIELDS, LOSSES, VERDICTS
from indicators.ui.shared import addresses
from indicators.ui.shared.descriptions import ABOUT, PARAMETERS
from indicators.ui.shared.file import File, Request, parameter_names
from indicators.ui.shared.query import COLUMNS, MAX_SEARCH_LENGTH, OPTIONS, SELECTION_PARAMETERS

_MOST_VALUES = 200
"""Maximum number of ids that are listed for a parameter."""
_JSON_TYPES = {"number": "number", "integer": "integer"}


def document(request: Request, files: Mapping[str, File]) -> dict[str, Any]:
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
        "paths": {
            **{path: {"get": _operation(request, path, file)} for path, file in files.items()},
            addresses.CHECK: {"post": _CHECK},
        },
        "components": {
            "parameters": {name: _parameter(request, name) for name in (*SELECTION_PARAMETERS, *OPTIONS)},
            "schemas": {"Figure": _schema(about), "Finding": _FINDING, "Error": _ERROR},
            "responses": {
                status: {"description": words, "content": {"application/json": {"schema": _reference("schemas/Error")}}}
                for status, words in _REFUSALS.items()
            },
        },
    }


_REFUSALS = {
    "BadRequest": "A parameter is unknown, or its value.",
    "NotFound": "There is no such figure, chart or file.",
    "TooLong": "The query has more than 8,000 characters, or the draft more than 1 MiB.",
    "NoSuchPart": "The part of the file that is asked for lies behind its end.",
    "TooMany": "The selection has more figures than this file holds.",
    "TooOften": "More drafts a minute than are checked; see Retry-After.",
    "Unavailable": "The catalogue has problems, or too many files are asked for; see Retry-After.",
}
_FINDING = {
    "type": "object",
    "description": "A number of the draft, and the verdict on it.",
    "required": list(FIELDS),
    "properties": {
        "start": {"type": "integer", "description": "Its first character in the draft, counted from 0."},
        "end": {"type": "integer", "description": "The character after its last."},
        "words": {"type": "string", "description": "Its words in the draft."},
        "verdict": {"type": "string", "enum": list(VERDICTS)},
        "loses": {"type": "array", "items": {"type": "string", "enum": list(LOSSES)}},
        "figure": {"type": "string", "description": "Id of the figure that is meant; empty where there is none."},
        "pair": {"type": "string", "description": "The two figures of what does not follow, and the operation."},
        "message": {"type": "string", "description": "Why the verdict is so."},
        "assumes": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Sentences that must be granted before a result holds.",
        },
        "quote": {"type": "string", "description": "A wording that is whole."},
    },
}
_ERROR = {
    "type": "object",
    "required": ["status", "error"],
    "properties": {"status": {"type": "integer"}, "error": {"type": "string"}, "problems": {"type": "array"}},
}


def _operation(request: Request, path: str, file: File) -> dict[str, Any]:
    named = re.sub(r"[^a-z0-9]+", "_", path.lower()).strip("_")
    given = [_id(request, path)] if "{id}" in path else []
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
        "parameters": [*given, *(_reference(f"parameters/{name}") for name in parameter_names(file))],
        "responses": {
            "200": {"description": "The file.", "content": {file.media_type.partition(";")[0]: schema}},
            "206": {"description": "The part of the file that the header Range names."},
            "304": {"description": "The file has not changed."},
            "400": _reference("responses/BadRequest"),
            "404": _reference("responses/NotFound"),
            "414": _reference("responses/TooLong"),
            "416": _reference("responses/NoSuchPart"),
            "422": _reference("responses/TooMany"),
            "503": _reference("responses/Unavailable"),
        },
    }


def _id(request: Request, path: str) -> dict[str, Any]:
    """The id in a path, with that of the first figure as an example."""
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    if "/charts/" in path:
        return {**parameter, "description": "Name of a chart, as the dialog Download links it"}
    ids = request.catalogue.figures["id"]
    return {**parameter, "description": "Id of a figure", **({"example": str(ids.iloc[0])} if len(ids) else {})}


def _parameter(request: Request, name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if name in FACETS:
        # A document of the record includes the record; of the others some have a figure only where it is asked for.
        ids = selectable_ids(request.catalogue, name, record=name == "document")
        items = {"type": "string", **({"enum": list(ids)} if 0 < len(ids) <= _MOST_VALUES else {})}
        # A facet that no figure of the catalogue has takes no value at all, and an enum has to have one.
        schema = {"type": "array", "items": items, **({} if ids else {"maxItems": 0})}
    elif name == RECORD:
        schema["enum"] = ["on", "off"]
    elif name == SEARCH:
        schema["maxLength"] = MAX_SEARCH_LENGTH
    elif name == COLUMNS:
        column = f"({'|'.join(figure_columns.COLUMNS)})"
        schema["pattern"] = f"^({'|'.join(OPTIONS[COLUMNS])}|{column}(,{column})*)$"
    else:
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


def _without_code(text: str) -> str:
    return text.replace("`", "")


def _reference(place: str) -> dict[str, str]:
    return {"$ref": f"#/components/{quote(place)}"}


_CHECK = {
    "operationId": "check",
    "summary": "Compares the numbers of a draft with the figures; nothing of the draft is kept",
    "requestBody": {
        "required": True,
        "content": {
            "text/plain": {"schema": {"type": "string", "minLength": 1}},
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {
                        "text": {"type": "string", "description": "The draft."},
                        "record": {"type": "boolean", "description": "Whether the public record counts too."},
                    },
                }
            },
        },
    },
    "responses": {
        "200": {
            "description": "A finding for each number, in the order of the draft.",
            "content": {"application/json": {"schema": {"type": "array", "items": _reference("schemas/Finding")}}},
        },
        "400": _reference("responses/BadRequest"),
        "413": _reference("responses/TooLong"),
        "429": _reference("responses/TooOften"),
        "503": _reference("responses/Unavailable"),
    },
}
