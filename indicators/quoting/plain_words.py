"""English words of statistics and of time that name no group and no thing."""

from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS, SCALES

PLAIN = FUNCTION_WORDS | frozenset(
    "people person persons individuals citizens inhabitants residents households employers country nation "
    "number total level rate share percentage percent per cent point points figure value average mean "
    "day week month year quarter daily weekly monthly yearly annual today now still whole entire "
    "stand stands stood amount amounts amounted number numbers numbered reach reaches reached change changed "
    "new alone again overall revised revision adjusted unadjusted adjustment seasonally season time release survey "
    "highest lowest most least days weeks months quarters years "
    "went goes gone came moved whereas previous preceding prior "
    "long longer short shorter term monday tuesday wednesday thursday friday saturday sunday".split()
    + MONTHS.lower().split()
    + [*SCALES]
)
"""Words that name no group."""
