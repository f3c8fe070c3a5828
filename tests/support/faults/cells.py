"""Faults of cells: their types, their units, and the rows that they name."""

from tests.support.faults.change import added, cells, fault, text

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
    "control_characters",
    sources=cells(officials={"name": "Officials\x0bof the town", "description": "\x1b[31mred\x1b[0m"}),
    observations=cells(oxygen_2023={"note": "a\ufffe", "value": "3\x016"}, beds_staffed={"place_to": "x\U0001ffffy"}),
    topics=cells(supplies={"title": "\x0cSupplies"}),
)
fault("control_characters_in_units", units=lambda data: data + b"\n# one\x0btwo\n")
fault(
    "control_characters_in_the_descriptor",
    datapackage=text(
        ('"title": "Beds of a made-up town"', '"title": "Beds\\u000b of a\\ud800 made-up town \\ud83d\\ude00"')
    ),
)
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
fault("units_missing", units=None)
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
fault(
    "same_as_each_other",
    observations=cells(beds_staffed={"same_as": "record-beds", "same_as_ground": "Both give the count of the board."}),
)
fault("same_as_without_ground", observations=cells(record_beds={"same_as_ground": ""}))
