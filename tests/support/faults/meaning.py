"""Faults of what rows say together: bounds, dates, use, recipes and codes."""

from tests.support.faults.change import added, after, cells, content, fault

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
fault("period_of_a_month_in_words", observations=cells(oxygen_2023={"period": "March 2023"}))
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
fault("passage_of_nothing", passages=cells(provisional={"caveat": ""}, feared={"indicator": "home"}))
fault("passage_elsewhere", passages=cells(feared={"section": "What It Took", "document": "winter"}))
fault("repeats_without_figure", dismissed=cells(october={"why": "repeats"}, november={"figure": "left-2023-10"}))
