"""What format 6 adds: what the figures of an indicator say, as clauses with a mark where the number goes."""

from indicators.catalogue.format_changes import FormatStep, new_fields, text

CLAUSES = ("clause", "clause_fall", "clause_expected")
"""The columns of clauses: of a number, of a change below zero, of a forecast, plan or condition."""
PHRASE, NUMBER = "{}", "{number}"
"""Where the number goes with its bound and its unit, and where without the unit, which the clause itself names."""
GROUPS, PLACE = "{groups}", "{place}"
"""Where the groups of a figure go, in brackets, and its places: *from A to B through C*."""
MARKS = (PHRASE, NUMBER, GROUPS, PLACE)

STEP = FormatStep(
    fields=new_fields(
        "indicators",
        "definition",
        text(
            "clause",
            "Clause",
            "What the figures say, as it stands after said that: the harbour received {} from abroad. {} is the number "
            "with its bound and unit, {number} the number without the unit, where the clause names it; {groups} and "
            "{place} (from A to B through C) may stand in it too. Empty: wordings are made of the title.",
        ),
        text(
            "clause_fall", "Clause of a fall", "Of a change: the same of one below zero, {} being the size of the fall."
        ),
        text(
            "clause_expected",
            "Clause of what is expected",
            "The same of a forecast, a plan or what holds under a condition: {number} people would have the fever.",
        ),
    ),
)
"""The step to format 6."""
