"""Faults of whole files: their names, their encodings, their rows and columns, the descriptor."""

from tests.support.faults.change import column, content, described, fault, line, text

# Files
fault("file_unknown", extra=content(b"id,title\na,A\n"))
fault("file_missing", caveats=None)
fault("file_misnamed", topics=None, topic=content(b"id,title\na,A\n"))
fault("file_empty", topics=content(b""))
fault("file_starting_with_an_empty_line", topics=lambda data: b"\n" + data)
fault("column_unknown", kinds=lambda data: data.replace(b"\n", b",\n").replace(b",\n", b",colour\n", 1))
fault("column_missing", kinds=lambda data: b"".join(one.rsplit(b",", 1)[0] + b"\n" for one in data.splitlines()))
fault("column_renamed", sources=text(("short_name", "short name")))
fault("column_twice", topics=text(("id,title", "id,id")))

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
fault("rows_empty_between_rows", topics=line(3, ",,", "patients,Patients,", ""))
fault("rows_empty_and_other_faults", topics=line(3, "", "patients,,", "patients,Patients,"))

# Descriptor
fault("descriptor_missing", datapackage=None)
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
