"""What format 5 adds: groups that are alternatives, such as scenarios, and fiscal years as the base of prices."""

from indicators.catalogue.format_changes import FormatStep, NewDescription, new_fields, yes_no

_MONTH = "[12][0-9]{3}(-(0[1-9]|1[0-2]))?"
BASE_PATTERN = f"^{_MONTH}(/{_MONTH})?$"
"""Pattern of a base: a year, a month, or the months of a fiscal year."""

STEP = FormatStep(
    fields=new_fields(
        "dimensions",
        "exhaustive",
        yes_no(
            "alternatives",
            "Alternatives",
            "yes where each of its groups is an account of the whole of which at most one comes about or is right: "
            "scenarios, models, variants of a projection (IAMC: scenario). They never add and make no shares.",
        ),
    ),
    descriptions=(
        NewDescription(
            table="observations",
            field="groups",
            description="The groups that it is about, at most one of each dimension; empty: the whole population, "
            "and what was observed where a dimension has alternatives.",
        ),
        *(
            NewDescription(
                table=table,
                field="price_base",
                description="Of real values: the year or month whose prices they are in, or the months of a fiscal "
                f"year, 2021-04/2022-03.{of_all}",
                pattern=BASE_PATTERN,
            )
            for table, of_all in (("observations", ""), ("documents", " Stated once for all its figures."))
        ),
        NewDescription(
            table="indicators",
            field="base",
            description="Of an index: the year, month or fiscal year in which it has its base value.",
            pattern=BASE_PATTERN,
        ),
    ),
)
"""The step to format 5."""
