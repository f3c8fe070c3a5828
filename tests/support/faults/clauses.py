"""Faults of clauses, of which sentences are made."""

from tests.support.faults.change import cells, fault

fault(
    "clause_without_its_number",
    indicators=cells(
        beds_staffed={"clause": "the hospitals have staffed beds"},
        beds_planned={"clause_expected": "{} are to become {}"},
    ),
)
fault("clause_with_another_mark", indicators=cells(beds_staffed={"clause": "{} in {month} had staff"}))
fault("clause_with_markup", indicators=cells(beds_staffed={"clause": "<b>{}</b> had staff"}))
fault("clause_with_a_full_stop", indicators=cells(beds_staffed={"clause": "{} had staff."}))
fault("clause_of_a_fall_of_no_change", indicators=cells(beds_staffed={"clause_fall": "the number fell by {}"}))
fault(
    "clause_that_names_one_of_several_units",
    indicators=cells(oxygen_used={"clause": "the hospitals drew {number} tons of oxygen"}),
)
