"""Writes an empty catalogue: a descriptor of its own, a header line for each table, units of time, one document."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from indicators import whole_files
from indicators.catalogue.schema import FILE, UNITS
from indicators.errors import IndicatorsError
from indicators.text.normal import as_id
from indicators.text.sentences import in_quotes
from indicators.text.unit_names import definitions

TIMES = ("day", "month", "year")
"""The units of every new catalogue: periods are measured in them."""

_UNITS_HEADER = """\
# Units of this catalogue, in the syntax of pint definition files: name = definition = symbol (or _) = plural.
# Only these are accepted in a unit cell. A counted thing is a base dimension of its own: ferry = [ferry] = _ = ferries
"""


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What is known of a new catalogue: its title, and the document whose figures it will hold.

    `publisher` is by default the host of `url`, `document_title` the title; `published` is a date in EDTF or empty.
    `headings` are the lines of the text that open a section, None where no text is held; `units` are names of the
    common units that the text needs besides units of time.
    """

    title: str
    url: str
    publisher: str = ""
    published: str = ""
    document_title: str = ""
    headings: Sequence[str] | None = None
    units: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The title as a name for files and addresses, and the id of the document."""
        return as_id(self.title)[:60].strip("-") or "catalogue"


def write_new(folder: Path, beginning: Beginning, today: date) -> None:
    """Writes an empty catalogue, which `check` accepts, into a new or empty folder.

    Raises IndicatorsError if the title is empty, the address is no web address, something is in the folder, or the
    folder cannot be written.
    """
    if not beginning.title.strip():
        raise IndicatorsError('the title is empty; give one, as --title "Ferries of the Sound"')
    address = urlsplit(beginning.url)
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise IndicatorsError(
            f"{in_quotes(beginning.url, whole=True)} is no address of a web page; it begins with https://"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise IndicatorsError(f"{in_quotes(str(folder), whole=True)} is not empty; name a new folder")
        described = _descriptor(beginning, today)
        texts = {}
        for resource in described["resources"]:
            if "schema" in resource:
                names = [field["name"] for field in resource["schema"]["fields"]]
                rows = [_document(beginning, address.hostname)] if resource["name"] == "documents" else []
                texts[resource["path"]] = _csv(names, rows)
        units = "\n".join(definitions((*TIMES, *beginning.units)))
        texts[UNITS] = f"{_UNITS_HEADER}\n{units}\n"
        texts[FILE] = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        whole_files.write({folder / name: text.encode() for name, text in texts.items()})
    except OSError as error:
        name = in_quotes(str(error.filename or folder), whole=True)
        raise IndicatorsError(f"{name} cannot be written: {error.strerror}; name a folder that can") from None


def _descriptor(beginning: Beginning, today: date) -> dict[str, Any]:
    form: dict[str, Any] = json.loads((files("indicators.catalogue") / "new_catalogue.json").read_text("utf-8"))
    own = {
        "name": beginning.name,
        "title": beginning.title,
        "description": "",
        "version": "0.1.0",
        "created": f"{today.isoformat()}T00:00:00Z",
    }
    resources = [resource for resource in form.pop("resources") if resource["name"] != "audit"]  # there is none yet
    return {**form, **own, "resources": resources}


def _document(beginning: Beginning, host: str) -> Mapping[str, str]:
    return {
        "id": beginning.name,
        "role": "subject",
        "title": beginning.document_title or beginning.title,
        "publisher": beginning.publisher or host,
        "published": beginning.published,
        "url": beginning.url,
        "text_held": "no" if beginning.headings is None else "yes",
        "headings": "|".join(beginning.headings or ()),
    }


def _csv(names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
