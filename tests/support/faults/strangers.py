"""Faults of files by strangers: what would take the program's time or memory, or make it stumble."""

from typing import Any

from tests.support.faults.change import Change, cells, column, described, fault


def units(*lines: str) -> Change:
    """Adds lines to the definitions of units."""
    return lambda data: data + "\n".join(["", *lines, ""]).encode()


def constrained(table: str, name: str, **constraints: Any) -> Change:
    """Adds constraints to a column."""
    return described(lambda tables: column(tables, table, name).setdefault("constraints", {}).update(constraints))


fault("units_power_of_a_power", units=units("cask = 10**10**10 * meter"))
fault("units_power_in_raised_digits", units=units("cask = 10⁹⁹⁹⁹⁹⁹⁹⁹⁹ * meter", "vat = (9⁹⁹)⁹⁹ * meter"))
fault("units_power_of_an_expression", units=units("cask = (9 * 9)**9 * meter", "vat = meter**(2**9)"))
fault("units_power_in_a_context", units=units("@context far", "    [length] -> [mass]: value * 10**10**10", "@end"))
fault(
    "units_context_divides_by_zero",
    units=units("@context(n=0) odd", "    [length] -> [mass]: value / n", "@end"),
)
fault("units_beyond_any_measure", units=units("a1 = 10**90 * meter", "a2 = a1**9", "a3 = a2**9"))
fault("units_number_of_many_digits", units=units("cask = " + "9" * 500 + " * meter"))
fault("units_long_line", units=units("cask = [cask] = _ = " + "b" * 3000))
fault("units_blank_lines", units=units(*[""] * 100_000))
fault("units_many_names", units=units(*(f"unit{number} = [d{number}]" for number in range(20_000))))
fault("units_of_themselves", units=units("cask = 2 * vat", "vat = 2 * cask"))
fault("units_through_many_others", units=units(*(f"cask{n} = 2 * cask{n + 1}" for n in range(60)), "cask60 = [cask]"))
fault("units_block_without_end", units=units("@context far", "    [length] -> [mass]: value"))
fault("units_of_another_file", units=units("@import /etc/hostname"))
fault("units_system_misspelt", units=units("@system Us", "    mile : meter", "@end"))
fault("minimum_of_many_digits", datapackage=constrained("observations", "value", minimum=10**400))
fault("pattern_of_many_repetitions", datapackage=constrained("topics", "title", pattern="x{0,1000}" * 9))
fault("pattern_without_end", datapackage=constrained("topics", "title", pattern="(a+)+" * 100))
fault(
    "name_without_end",
    datapackage=described(lambda tables: tables["topics"]["schema"]["fields"].append({"name": "n" * 10_000})),
)
fault(
    "recipes_without_end",
    temptations=lambda data: data + b"".join(b"t%d,T,beds-staffed,plus,beds-staffed,N\n" % at for at in range(5000)),
)
fault("unique_categories", datapackage=constrained("observations", "series", unique=True))
fault("units_of_no_size", units=units("cask = 0 * meter"))
fault("unique_booleans", datapackage=constrained("sources", "named", unique=True))
fault("path_too_long", datapackage=described(lambda tables: tables["topics"].update(path="t" * 300 + ".csv")))
fault("path_of_two_tables", datapackage=described(lambda tables: tables["topics"].update(path="KINDS.csv")))
fault("path_of_the_descriptor", datapackage=described(lambda tables: tables["topics"].update(path="datapackage.json")))
fault("descriptor_nested", datapackage=lambda data: data.rstrip()[:-1] + b',"x":' + b"[" * 900 + b"]" * 900 + b"}")
fault("descriptor_bottomless", datapackage=lambda data: b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
fault(
    "descriptor_of_many_fields",
    datapackage=described(
        lambda tables: tables["topics"]["schema"]["fields"].extend({"name": f"f{number}"} for number in range(5000))
    ),
)
fault(
    "table_cut_at_the_end_of_a_row",
    topics=lambda data: b"".join(data.splitlines(keepends=True)[:-1]),
    datapackage=described(lambda tables: tables["topics"].update(bytes=10_000)),
)
fault(
    "table_of_another_hash",
    datapackage=described(lambda tables: tables["topics"].update(hash="sha256:" + "0" * 64)),
)
fault(
    "columns_without_end",
    topics=lambda data: b"".join(line + b"," * 10_000 + b"\n" for line in data.splitlines()),
)
fault("printed_words_without_end", observations=cells(oxygen_2023={"as_printed": "80" + " trillion" * 20_000}))
fault("cell_without_end", observations=cells(oxygen_2023={"note": "n" * 200_000}))
fault(
    "licence_that_is_a_script",
    datapackage=described(lambda tables: tables[""]["licenses"][0].update(path="javascript:alert(1)")),
)
fault("text_without_end", observations=lambda data: data + (b"n," * 40_000 + b"\n") * 250)
fault("row_without_end", observations=lambda data: data + b'beds-shut,"' + b'""' * 2**20)
fault("empty_rows_without_end", topics=lambda data: data + b"\n" * 20_000)
fault("rows_of_commas_without_end", topics=lambda data: data + b",,\n" * 20_000)
fault("list_without_end", observations=cells(oxygen_2023={"caveats": ";".join(["no-sites"] * 101)}))
