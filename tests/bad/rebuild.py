"""Writes the faulty files in this folder anew from the wards catalogue; what is expected of each stays.

Run it after a change to the wards catalogue, or to the schema of the shipped one, from which the wards take
theirs; then read the diff: `python tests/bad/rebuild.py`.
"""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

BAD = Path(__file__).parent
WARDS = BAD.parent / "catalogues" / "wards"
SHIPPED = BAD.parents[1] / "data"

Change = Callable[[bytes], bytes]
FAULTS: dict[str, dict[str, Change]] = {}
"""For each fault the files that have it, and how they differ from those of the wards catalogue."""


def fault(name: str, **changes: Change) -> None:
    """Declares a fault; a file is named without its ending, which is `.csv` unless it says otherwise."""
    endings = {"datapackage": ".json", "units": ".txt"}
    FAULTS[name] = {f"{stem}{endings.get(stem, '.csv')}": change for stem, change in changes.items()}


def cells(**changes: dict[str, str]) -> Change:
    """Sets columns of rows; a row is named by its id with underscores for hyphens."""

    def change(data: bytes) -> bytes:
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
        rows = list(reader)
        for name, columns in changes.items():
            row = next(row for row in rows if next(iter(row.values())) == name.replace("_", "-"))
            row.update(columns)
        return _csv(list(reader.fieldnames or ()), rows)

    return change


def added(**columns: str) -> Change:
    """Adds a row at the end."""

    def change(data: bytes) -> bytes:
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
        return _csv(list(reader.fieldnames or ()), [*reader, columns])

    return change


def _csv(header: list[str], rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def text(*replacements: tuple[str, str], encoding: str = "utf-8") -> Change:
    """Replaces text that stands there, and saves in an encoding."""

    def change(data: bytes) -> bytes:
        found = data.decode()
        for old, new in replacements:
            if old not in found:
                raise ValueError(f"{old!r} is not there any more")
            found = found.replace(old, new, 1)
        return found.encode(encoding)

    return change


def line(number: int, *lines: str) -> Change:
    """Puts lines in place of one."""

    def change(data: bytes) -> bytes:
        found = data.decode().split("\n")
        return "\n".join([*found[: number - 1], *lines, *found[number:]]).encode()

    return change


def after(number: int, *lines: str) -> Change:
    """Puts lines behind one."""
    return lambda data: line(number, data.decode().split("\n")[number - 1], *lines)(data)


def content(new: bytes) -> Change:
    """Puts other bytes in place of all."""
    return lambda _: new


def described(edit: Callable[[dict[str, Any]], object]) -> Change:
    """Edits the descriptor, given its resources by name, under "" the whole."""

    def change(data: bytes) -> bytes:
        whole = json.loads(data)
        edit({resource["name"]: resource for resource in whole["resources"]} | {"": whole})
        return json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n"

    return change


def column(resources: dict[str, Any], table: str, name: str) -> dict[str, Any]:
    """The declaration of a column."""
    return next(one for one in resources[table]["schema"]["fields"] if one["name"] == name)


def first_lines(count: int) -> Change:
    """Keeps so many lines."""
    return lambda data: b"".join(data.splitlines(keepends=True)[:count])


# Files
fault("file_unknown", extra=content(b"id,title\na,A\n"))
fault("file_misnamed", topic=content(b"id,title\na,A\n"))
fault("file_empty", topics=content(b""))
fault("file_with_header_only", observations=first_lines(1))
fault("file_starting_with_an_empty_line", topics=lambda data: b"\n" + data)
fault("column_unknown", kinds=lambda data: data.replace(b"\n", b",\n").replace(b",\n", b",colour\n", 1))
fault("column_missing", kinds=lambda data: b"".join(one.rsplit(b",", 1)[0] + b"\n" for one in data.splitlines()))
fault("column_renamed", sources=text(("short_name", "short name")))
fault("column_twice", topics=text(("id,title", "id,id")))

# Recipes
fault("recipe_in_a_circle", derivations=cells(leavers={"left": "season-growth"}, season_growth={"left": "leavers"}))
fault(
    "recipe_of_nothing",
    derivations=cells(leavers={"left": "home-2023-11"}, home_share={"right": "left-2023-10.perod"}),
)
fault("recipe_refused", derivations=cells(season_growth={"operation": "sum"}))
fault("recipe_without_number", derivations=cells(home_share={"left": "nurses-leaving"}))
fault("recipe_unit_not_listed", derivations=cells(oxygen_monthly={"unit": "kt/month"}))
fault("recipe_named_like_a_figure", derivations=cells(leavers={"id": "home-2023-10"}))
fault("assumption_unused", assumptions=added(id="steady", text="Nothing changes."))
fault("temptation_of_nothing", temptations=cells(both_seasons={"right": "season-2023-13"}))

# Unit codes
fault("unit_code_of_no_unit", unit_codes=cells(bed={"unit": "beds"}))
fault("unit_code_with_blank", unit_codes=cells(hour={"ucum": "1 h", "uncefact": "hour"}))

# Form
fault("encoding_latin_1", topics=text(("Patients", "Gen\u00e8ve"), encoding="latin-1"))
fault("encoding_utf_16", topics=text(encoding="utf-16"))
fault("encoding_misread", topics=text(("Patients", "St. Anne\u00e2\u20ac\u2122s Caf\u00c3\u00a9")))
fault("semicolons", topics=lambda data: data.replace(b",", b";"))
fault("semicolons_and_quotes", topics=content(b'"id";"title"\n"capacity";"Capacity"\n'))
fault("tabs", topics=lambda data: data.replace(b",", b"\t"))
fault("quote_unclosed", observations=text(('"exactly 1,240 staffed beds"', '"exactly 1,240 staffed beds')))
fault("quote_stray", topics=text(("Capacity", 'Capacity, the "real" one'), ("Patients", '5" Patients')))
fault("quote_not_doubled", topics=text(("Capacity", '"Capacity, the "real" one"')))
fault("row_too_long", observations=text(('"exactly 1,240 staffed beds"', "exactly 1,240 staffed beds")))
fault("row_too_short", topics=text(("patients,Patients", "patients")))
fault("rows_empty_between_rows", topics=line(3, ",", "patients,Patients", ""))
fault("rows_empty_and_other_faults", topics=line(3, "", "patients,", "patients,Patients"))

# Cells
fault("value_required", sources=cells(officials={"name": ""}))
fault("number_in_words", observations=cells(time_lost={"value": "two"}))
fault("number_with_thousands_separators", observations=cells(season_2023_11={"value": "6,900"}))
fault("number_with_thousands_spaces", observations=cells(season_2023_11={"value": "6\u00a0900"}))
fault("number_with_unit", observations=cells(oxygen_2023={"value": "36 t"}))
fault("number_nan", observations=cells(season_2023_11={"value": "NaN"}))
fault("number_infinite", observations=cells(season_2023_11={"value": "inf"}))
fault("number_with_exponent", observations=cells(winter_fund={"value": "2.5E+06"}))
fault("number_of_too_many_digits", observations=cells(winter_fund={"value": "2500000.0000000001"}))
fault("number_not_whole", observations=cells(nurses_leaving={"order_of_magnitude": "2.0"}))
fault("number_below_minimum", observations=cells(winter_fund={"significant_figures": "0"}))
fault("number_twice", indicators=cells(oxygen_used={"order": "07"}))
fault("boolean_of_a_spreadsheet", sources=cells(officials={"named": "FALSE"}))
fault("word_not_in_list", observations=cells(oxygen_2023={"qualifier": "more than"}))
fault("word_in_capitals", observations=cells(oxygen_2023={"status": "Reported"}))
fault("id_of_wrong_form", topics=added(id="Staff costs", title="Staff costs"))
fault("id_twice", caveats=added(code="party", text="Again.", origin="editor"))
fault("id_with_space", topics=text(("capacity,", "capacity ,")))
fault("text_with_space", observations=cells(oxygen_2023={"place_to": "Northvale\u00a0"}))
fault("cell_of_a_failed_formula", sources=cells(officials={"description": "#NAME?"}))
fault("fingerprint_cut", observations=cells(oxygen_2023={"fingerprint": "1.23457E+63"}))
fault("address_without_scheme", documents=cells(record_2024={"url": "www.example.com"}))
fault(
    "cell_of_several_lines",
    observations=cells(
        beds_staffed={"note": "One line,\nanother\n"},
        oxygen_2023={"note": "A\nB", "unit": "t\nons"},
        winter_fund={"unit": "EURO/year"},
    ),
)

# Units
fault("unit_not_listed", observations=cells(distance_next={"unit": "kilometre"}))
fault("unit_kt", observations=cells(oxygen_2023={"unit": "kt"}))
fault("unit_symbol", observations=cells(oxygen_2023={"unit": "t"}))
fault("unit_of_kind_not_listed", kinds=cells(nurses={"unit": "nurses"}))
fault("unit_of_wrong_dimension", observations=cells(beds_empty={"unit": "admission"}))
fault("unit_of_rate_without_time", observations=cells(daily_officials={"unit": "admission"}))
fault("unit_of_rate_per_thing", observations=cells(daily_officials={"unit": "admission/bed"}))
fault("unit_per_time_of_no_rate", observations=cells(month_2023_09={"unit": "admission/month"}))
fault("units_missing")
fault("units_not_utf_8", units=lambda data: data.replace("\u20ac".encode(), b"\x80"))
fault("units_no_definition", units=lambda data: data + b"\nAll other units are as usual.\n")
fault("units_undefined", units=lambda data: data + b"\ncask = 2 * barrel\n")

# References
for name, row in {
    "indicator": "beds_empty",
    "document": "beds_empty",
    "source": "beds_empty",
    "root": "beds_staffed",
    "updates": "season_board",
    "part_of": "died_2023_10",
    "same_as": "record_beds",
}.items():
    wrong = {"document": "winter-2032", "source": "nurses", "root": "health-bord"}.get(name, "bed-empty")
    fault(f"unknown_{name}", observations=cells(**{row: {name: wrong}}))
fault("unknown_via", observations=cells(daily_nurses={"via": "courier; the-courier"}))
fault("unknown_caveats", observations=cells(beds_empty={"caveats": "party;partial;;no-numbers"}))
fault("unknown_inferred", observations=cells(beds_planned={"inferred": "period;perod"}))
fault("unknown_kind", indicators=cells(oxygen_used={"kind": "oxigen"}))
fault("unknown_topic", indicators=cells(oxygen_used={"topic": "supply"}))
fault("unknown_population", indicators=cells(oxygen_used={"population": "northvale-hospitals"}))
fault("unknown_part_of_kind", kinds=cells(deaths={"part_of": "departure"}))
fault("references_in_a_circle", observations=cells(season_2023_10={"part_of": "month-2023-09"}))
fault("updates_itself", observations=cells(season_board={"updates": "season-board"}))
fault("kind_part_of_itself", kinds=cells(beds={"part_of": "beds"}))
fault("beside_itself", indicators=cells(patients_season={"beside": "patients-season"}))
fault("title_missing_where_text_is_held", documents=cells(winter_2023={"title": ""}))
fault(
    "statement_of_nobody",
    statements=cells(
        board_denies={"source": "board", "about": "beds-empty;beds", "said": "doubted", "issued": "2023/12"}
    ),
)
fault("same_as_itself", observations=cells(record_beds={"same_as": "record-beds"}))
fault("same_as_without_ground", observations=cells(record_beds={"same_as_ground": ""}))

# Qualifiers and bounds
fault("value_missing", observations=cells(time_lost={"value": ""}))
fault("value_given_for_between", observations=cells(nurses_missing={"value": "150"}))
fault("value_given_for_vague", observations=cells(nurses_leaving={"value": "100"}))
fault("lower_missing", observations=cells(nurses_missing={"lower": ""}))
fault("upper_missing", observations=cells(nurses_missing={"upper": ""}))
fault("lower_given_for_number", observations=cells(oxygen_2023={"lower": "36"}))
fault("upper_given_for_number", observations=cells(died_2023_10={"upper": "90"}))
fault("lower_given_for_vague", observations=cells(nurses_leaving={"lower": "100"}))
fault("order_missing_for_vague", observations=cells(nurses_leaving={"order_of_magnitude": ""}))
fault("order_given_for_number", observations=cells(oxygen_2023={"order_of_magnitude": "1"}))
fault("lower_above_upper", observations=cells(nurses_missing={"lower": "180", "upper": "120"}))
fault("words_without_the_number", observations=cells(oxygen_2023={"as_printed": "more than 63 metric tons"}))
fault("words_without_an_end", observations=cells(nurses_missing={"as_printed": "120 nurses"}))

# Dates
fault("period_not_edtf", observations=cells(oxygen_2023={"period": "autumn 2023"}))
fault("period_with_impossible_day", observations=cells(oxygen_2023={"period": "2023-09-31"}))
fault("period_backwards", observations=cells(oxygen_2023={"period": "2023-11/2023-09"}))
fault(
    "dates_of_a_spreadsheet",
    observations=cells(season_2023_10={"issued": "Oct-23"}, record_beds={"period": "45261"}),
    documents=cells(winter_2023={"published": "04/12/2023", "accessed": "8-Jan-24"}),
)

# Use and locators
fault("caveat_unused", caveats=added(code="spare", text="Nobody needs it.", origin="editor"))
fault(
    "source_unused",
    sources=added(id="spare", name="Spare", short_name="Spare", kind="ngo", named="yes", description="Says nothing."),
)
fault(
    "document_unused",
    documents=added(
        id="spare",
        role="record",
        title="Spare",
        publisher="example.com",
        url="https://example.com/",
        text_held="no",
    ),
)
fault("source_absent_with_figure", observations=cells(beds_empty={"source": "st-annes"}))
fault("source_absent_relays_figure", observations=cells(daily_nurses={"via": "courier;st-annes"}))
fault("section_that_is_no_heading", observations=cells(oxygen_2023={"section": "What it costs"}))
fault(
    "locator_missing",
    observations=cells(oxygen_2023={"section": ""}, beds_empty={"as_printed": "", "paragraph": "", "fingerprint": ""}),
)

# Descriptor
fault("descriptor_missing")
fault("descriptor_not_json", datapackage=text(('"name": "wards",', '"name": "wards"')))
fault("descriptor_of_another_shape", datapackage=content(b'["wards"]\n'))
fault("descriptor_without_resources", datapackage=content(b'{"name": "wards"}\n'))
fault(
    "descriptor_with_path_outside",
    datapackage=text(('"topics.csv"', '"../topics.csv"'), ('"kinds.csv"', '"/kinds.csv"')),
)
fault("descriptor_without_table", datapackage=described(lambda of: of[""]["resources"].remove(of["topics"])))
fault("descriptor_without_schema", datapackage=described(lambda of: of["topics"].pop("schema")))
fault(
    "descriptor_without_field",
    datapackage=described(lambda of: of["sources"]["schema"]["fields"].remove(column(of, "sources", "absent"))),
)
fault(
    "descriptor_with_other_type",
    datapackage=described(lambda of: column(of, "observations", "value").update(type="string")),
)
fault(
    "descriptor_with_unknown_type",
    datapackage=described(lambda of: column(of, "documents", "accessed").update(type="date")),
)
fault(
    "descriptor_without_foreign_keys",
    datapackage=described(lambda of: of["kinds"]["schema"].pop("foreignKeys")),
)
fault(
    "descriptor_with_reference_to_nowhere",
    datapackage=described(
        lambda of: of["documents"]["schema"]["fields"].append({"name": "editor", "references": "editors"})
    ),
)
fault(
    "descriptor_without_required",
    datapackage=described(lambda of: column(of, "observations", "unit").pop("constraints")),
)
fault(
    "descriptor_with_unchecked_constraint",
    datapackage=described(lambda of: column(of, "topics", "title")["constraints"].update(maxLength=20)),
)
fault(
    "descriptor_with_broken_pattern",
    datapackage=described(lambda of: column(of, "observations", "series")["constraints"].update(pattern="[a-z")),
)
fault(
    "descriptor_with_other_qualifiers",
    datapackage=described(
        lambda of: column(of, "observations", "qualifier")["constraints"]["enum"].append("more_or_less")
    ),
)
fault(
    "descriptor_with_missing_values",
    datapackage=described(lambda of: of["topics"]["schema"].update(missingValues=["", "NA"])),
)

# Several at once
fault(
    "several_faults",
    observations=lambda data: after(4, "", "half,a,row")(
        cells(
            oxygen_2023={"unit": "kt", "status": "", "period": "2023-11/2023-09"},
            beds_planned={"source": "board"},
        )(data)
    ),
    kinds=cells(money={"unit": "euro"}),
    caveats=added(code="spare", text="Nobody needs it.", origin="Editor"),
    topics=lambda data: data.replace(b",", b";"),
    extra=content(b"a,b\n"),
)


def main() -> None:
    """Writes every file."""
    wards = json.loads((WARDS / "datapackage.json").read_bytes())
    wards["resources"] = json.loads((SHIPPED / "datapackage.json").read_bytes())["resources"]
    (WARDS / "datapackage.json").write_text(json.dumps(wards, indent=2, ensure_ascii=False) + "\n")
    for name, changes in FAULTS.items():
        for file, change in changes.items():
            original = WARDS / file
            data = change(original.read_bytes() if original.exists() else b"")
            (BAD / name).mkdir(exist_ok=True)
            (BAD / name / file).write_bytes(data)


if __name__ == "__main__":
    main()
