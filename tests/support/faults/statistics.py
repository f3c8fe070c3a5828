"""Faults of what a row states as a statistic: its groups, its interval, its adjustment, its vintage."""

from tests.support.faults.change import added, cells, content, fault

_DIMENSIONS = content(b"id,title,synonyms,exhaustive,alternatives\nsex,Sex,,yes,\nward,Ward,,,\n")
_GROUPS = content(
    b"id,dimension,title,synonyms,order,part_of,exhaustive,code\n"
    b"men,sex,Men,,1,,,\nwomen,sex,Women,,2,,,\nchildren,ward,Children,,,,,\n"
)

fault("unknown_groups", dimensions=_DIMENSIONS, groups=_GROUPS, observations=cells(beds_empty={"groups": "man"}))
fault(
    "two_groups_of_one_dimension",
    dimensions=_DIMENSIONS,
    groups=_GROUPS,
    observations=cells(beds_empty={"groups": "men;children;women"}, beds_staffed={"groups": "men;children"}),
)
fault("group_of_no_dimension", groups=added(id="men", title="Men", dimension="sex"))
fault(
    "group_part_of_another_dimension",
    dimensions=_DIMENSIONS,
    groups=lambda data: added(id="girls", title="Girls", dimension="sex", part_of="children")(_GROUPS(data)),
)
fault(
    "groups_part_of_each_other",
    dimensions=_DIMENSIONS,
    groups=lambda data: cells(men={"part_of": "women"}, women={"part_of": "men"})(_GROUPS(data)),
)
fault(
    "school_years_as_printed",
    observations=cells(
        beds_empty={"period": "2022/23"}, beds_staffed={"period": "FY2023"}, nurses_leaving={"period": "2022-23"}
    ),
)
fault(
    "alternatives_that_make_up_the_whole",
    dimensions=added(id="scenario", title="Scenario", exhaustive="yes", alternatives="yes"),
)
fault(
    "alternative_part_of_another",
    dimensions=added(id="scenario", title="Scenario", alternatives="yes"),
    groups=content(
        b"id,dimension,title,synonyms,order,part_of,exhaustive,code\n"
        b"stated,scenario,Stated,,1,,,\nlow,scenario,Low,,2,stated,,\n"
    ),
)
fault("interval_of_one_end", observations=cells(beds_empty={"interval_lower": "30"}))
fault(
    "interval_backwards",
    observations=cells(beds_empty={"interval_lower": "50", "interval_upper": "30", "interval_kind": "confidence"}),
)
fault(
    "interval_beside_its_value",
    observations=cells(beds_empty={"interval_lower": "0.30", "interval_upper": "0.5", "interval_kind": "credible"}),
)
fault(
    "interval_of_a_vague_magnitude",
    observations=cells(nurses_leaving={"interval_lower": "1", "interval_upper": "9", "interval_kind": "scenarios"}),
)
fault(
    "level_of_an_interval",
    observations=cells(
        beds_empty={
            "interval_lower": "30", "interval_upper": "50", "interval_kind": "confidence", "interval_level": "100",
        },
        beds_staffed={
            "interval_lower": "1200", "interval_upper": "1300", "interval_kind": "rounding", "interval_level": "95",
        },
    ),
)  # fmt: skip
fault("level_below_zero", observations=cells(beds_empty={"interval_level": "-5"}))
fault("base_without_real_prices", observations=cells(fund_debt={"price_base": "2015", "prices": "nominal"}))
fault("base_of_prices_no_year", documents=cells(winter_2023={"price_base": "2015 = 100", "prices": "real"}))
fault("season_in_a_word_of_its_own", observations=cells(beds_empty={"season": "yes"}))
fault("index_without_base", indicators=cells(fund_balance={"statistic": "index"}))
fault("base_of_no_index", indicators=cells(fund_balance={"base": "2015"}))
fault("share_of_what_is_no_share", indicators=cells(died={"share_of": "left"}, home={"change_of": "left"}))
fault("share_not_in_percent", indicators=cells(died={"statistic": "share"}))
fault(
    "change_of_a_share_not_in_points",
    indicators=cells(died={"statistic": "share"}, home={"statistic": "change", "change_of": "died"}),
)
fault("change_of_a_rate_not_per_time", indicators=cells(home={"statistic": "change", "change_of": "home-daily"}))
