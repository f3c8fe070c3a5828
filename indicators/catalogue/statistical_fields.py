"""What format 4 adds: groups of a breakdown, intervals as published, adjustments, vintages and more statistics."""

from typing import Any

from indicators.catalogue.format_changes import (
    ID_PATTERN,
    FormatStep,
    Json,
    NewDescription,
    NewTable,
    NewValues,
    list_of,
    new_fields,
    synonyms,
    table,
    text,
    yes_no,
)

_YEARS_OR_MONTHS = "^[0-9]{4}(-[0-9]{2})?$"

_ID = {"constraints": {"required": True, "unique": True, "pattern": ID_PATTERN}}
_REQUIRED = {"constraints": {"required": True}}

_DIMENSIONS = table(
    "dimensions",
    "Dimensions",
    "By what indicators are broken down: sex, age, region, industry, fuel (SDMX: dimension).",
    [
        text("id", "Id", "Name of the row, unique in this file; it appears in addresses.", **_ID),
        text("title", "Title", "Name for readers.", **_REQUIRED),
        synonyms(),
        yes_no(
            "exhaustive",
            "Exhaustive",
            "yes where its groups, those that are part of no other, share no member and together make up the whole; no "
            "or empty: they may overlap, or leave some out.",
        ),
    ],
)

_GROUPS = table(
    "groups",
    "Groups",
    "The groups of the dimensions: men, women, teenagers (SDMX: code).",
    [
        text("id", "Id", "Name of the row, unique in this file; it appears in addresses.", **_ID),
        text("dimension", "Dimension", "The dimension of which it is a group.", **_REQUIRED),
        text("title", "Title", "Name for readers.", **_REQUIRED),
        synonyms(),
        {"name": "order", "type": "integer", "title": "Order", "description": "Place among the groups."},
        text("part_of", "Part of", "The group of the same dimension of which this one is a part."),
        yes_no(
            "exhaustive",
            "Exhaustive",
            "yes where the groups that are part of this one share no member and together make it up.",
        ),
        text("code", "Code", "Its code in a published list, such as ISO 3166 of a country or NACE of an industry."),
    ],
    {"dimension": "dimensions", "part_of": "groups"},
)


def _number(name: str, title: str, description: str, **constraints: Any) -> Json:
    limits = {"constraints": constraints} if constraints else {}
    return {"name": name, "type": "number", "title": title, "description": description, **limits}


def _choice(name: str, title: str, description: str, *values: str) -> Json:
    return text(name, title, description, constraints={"enum": list(values)})


def _base(name: str, title: str, description: str) -> Json:
    return text(name, title, description, constraints={"pattern": _YEARS_OR_MONTHS})


def _adjustment(of_all: str = "") -> tuple[Json, ...]:
    """The fields that say for what a value is adjusted; `of_all` is added to what each means."""
    return (
        _choice(
            "season",
            "Season",
            "Whether it is adjusted for the season; empty: not stated, or it has none." + of_all,
            "adjusted",
            "unadjusted",
        ),
        _choice(
            "prices",
            "Prices",
            "nominal: in the prices of the time; real: in the prices of price_base; empty: not stated, or no amount of "
            "money." + of_all,
            "nominal",
            "real",
        ),
        _base("price_base", "Base of prices", "Of real values: the year or month whose prices they are in." + of_all),
    )


_STATISTICS = (
    "total: an amount of a period; running_total: an amount from a start to a date; rate: an amount per time; level: "
    "an amount at a time; not_stated: how it relates to time is not stated; change: how much more or less than before, "
    "below zero for a fall; percent_change: that in percent of before; share: of a whole, in percent; ratio: of two "
    "amounts, as one in 45 or per 100,000; index: in relation to a base; mean: an average; median: half lie below it; "
    "quantile: a stated share lies below it."
)

STEP = FormatStep(
    tables=(
        NewTable(before="caveats", declared=_DIMENSIONS),
        NewTable(before="caveats", declared=_GROUPS),
    ),
    fields=(
        *new_fields(
            "observations",
            "counts",
            list_of(
                "groups",
                "Groups",
                "The groups that it is about, at most one of each dimension; empty: the whole population.",
                "groups",
            ),
        ),
        *new_fields(
            "observations",
            "upper",
            _number(
                "interval_lower",
                "Lower end of the interval",
                "Lower end of the interval that is published beside the value, in its unit. It is no bound on the "
                "truth.",
            ),
            _number("interval_upper", "Upper end of the interval", "Upper end of that interval."),
            _choice(
                "interval_kind",
                "Kind of interval",
                "confidence: of a sample; credible: of a model; scenarios: the range of several; margin: a stated "
                "margin of error; rounding: what the rounding leaves open.",
                *("confidence", "credible", "scenarios", "margin", "rounding"),
            ),
            _number("interval_level", "Level of the interval", "In percent: 95 of a 95 % interval.", minimum=0),
        ),
        *new_fields(
            "observations",
            "status",
            *_adjustment(),
            yes_no("annualised", "Annualised", "yes where the value of a shorter time is given per year."),
        ),
        *new_fields(
            "observations",
            "updates",
            _choice(
                "vintage",
                "Vintage",
                "Which of the published values of one period it is: first_published; or revised, where updates names "
                "the value that it revises, if the catalogue has it.",
                *("first_published", "revised"),
            ),
        ),
        *new_fields(
            "indicators",
            "statistic",
            text("share_of", "Share of", "Of a share: the indicator of the whole, where the catalogue has it."),
            text(
                "change_of",
                "Change of",
                "Of a change or a change in percent: the indicator of what changes, where the catalogue has it.",
            ),
            text(
                "part_of",
                "Part of",
                "The indicator whose members it counts a part of: the long-term unemployed of the unemployed.",
            ),
            foreign_key="indicators",
        ),
        *new_fields(
            "indicators",
            "part_of",
            _base("base", "Base", "Of an index: the year or month in which it has its base value."),
        ),
        *new_fields("documents", "period", *_adjustment(" Stated once for all its figures.")),
    ),
    values=(
        NewValues(
            table="indicators",
            field="statistic",
            values=("change", "percent_change", "share", "ratio", "index", "mean", "median", "quantile"),
            description=_STATISTICS,
        ),
    ),
    descriptions=(
        NewDescription(
            table="observations",
            field="series",
            description="Name shared by running totals of one issuer with one start. Other values of one indicator, "
            "groups, issuer and adjustment are a series by themselves.",
        ),
        NewDescription(
            table="kinds",
            field="unit",
            description="A unit from units.txt; it fixes the dimension. The unit of a rate is this one per time, that "
            "of a share or a change in percent is percent.",
        ),
    ),
)
