"""The list of all addresses, and the descriptions by which other programs read the files from the address alone."""

import csv
import io
import re
from urllib.parse import urljoin

import frictionless
import pytest
from csvw import CSVW

from indicators.quoting.finding import FIELDS
from indicators.ui.shared import addresses
from indicators.ui.shared.descriptions import ABOUT, PARAMETERS
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import OPTIONS, SELECTION_PARAMETERS
from tests.support.dashboard import Server
from tests.support.http import ask

SELECTED = "?source=rok-military"


def test_every_address_and_parameter_is_described() -> None:
    assert set(ABOUT) == set(FILES)
    assert set(PARAMETERS) == {*SELECTION_PARAMETERS, *OPTIONS}


def test_the_list_is_a_page_for_people_and_openapi_for_programs(server: Server) -> None:
    page = ask(server, addresses.INDEX, Accept="text/html,*/*;q=0.8")
    assert page.headers["content-location"] == addresses.INDEX_HTML
    for path in FILES:
        assert path.replace("{id}", "NAME" if "charts" in path else "ID") in page.text
    assert ask(server, addresses.INDEX).json() == ask(server, addresses.OPENAPI).json()


def test_openapi_refers_to_what_it_has_and_names_each_operation_once(server: Server) -> None:
    document = ask(server, addresses.OPENAPI).json()
    assert document["openapi"].startswith("3.1.")
    assert document["servers"] == [{"url": server.url}]
    assert set(document["paths"]) == {*FILES, addresses.CHECK}
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for reference in re.findall(r'"\\$ref": "#/([^"]+)"', ask(server, addresses.OPENAPI).text):
        found = document
        for part in reference.split("/"):
            found = found[part]
        assert found
    finding = document["components"]["schemas"]["Finding"]
    assert list(finding["properties"]) == list(FIELDS) == finding["required"]
    figures = ask(server, "/data/figures.json").json()
    schema = document["components"]["schemas"]["Figure"]
    assert set(figures[0]) == set(schema["properties"])
    for path in FILES:
        placed = [one for one in document["paths"][path]["get"]["parameters"] if one.get("in") == "path"]
        assert ("{id}" in path) == bool(placed)


def test_a_csv_names_its_descriptions_and_they_name_the_csv(server: Server) -> None:
    answer = ask(server, f"/data/figures.csv{SELECTED}")
    named = re.findall(r'<([^>]+)>; rel="describedby"', answer.headers["link"])
    assert named == [f"figures.csv-metadata.json{SELECTED}", f"datapackage.json{SELECTED}"]
    metadata, package = (ask(server, f"/data/{name}").json() for name in named)
    assert metadata["url"] == package["resources"][0]["path"] == f"figures.csv{SELECTED}"
    columns = next(csv.reader(io.StringIO(answer.text)))
    assert [column["name"] for column in metadata["tableSchema"]["columns"]] == columns
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == columns
    assert "link" not in ask(server, "/data/figures.csv?columns=slim").headers


@pytest.mark.parametrize("query", ["", SELECTED])
def test_frictionless_reads_the_address_of_the_data_package_alone(server: Server, query: str) -> None:
    package = frictionless.Package(f"{server.url}{addresses.DATAPACKAGE}{query}")
    report = package.validate()
    assert report.valid, report.flatten(["type", "note"])
    rows = package.get_resource("figures").read_rows()
    assert [row["id"] for row in rows] == [row["id"] for row in ask(server, f"/data/figures.json{query}").json()]


def test_csvw_reads_the_address_of_the_csv_alone(server: Server) -> None:
    address = urljoin(server.url, f"/data/figures.csv{SELECTED}")
    table = CSVW(address)
    assert table.is_valid
    (rows,) = (one["row"] for one in table.to_json(minimal=False)["tables"])
    first = rows[0]["describes"][0]
    assert first["value"] == 13000
    assert first["caveats"][0] == ask(server, f"/data/figures.json{SELECTED}").json()[0]["caveats"][0]
