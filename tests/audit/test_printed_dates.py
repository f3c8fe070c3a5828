"""Dates of a sentence beside the period of its figure."""

from collections.abc import Mapping

import pytest

from indicators.audit.printed_dates import compare_dates
from indicators.catalogue.model import Catalogue
from tests.support.audits import changed


@pytest.mark.parametrize(
    ("sentence", "printed", "stated", "found"),
    [
        ("At the end of November 2023, 1,240 beds were in use.", ["2023-11"], {}, []),
        ("At the end of November, 1,240 beds were in use.", ["--11"], {"period": "2023"}, []),
        ("At end-November 2023, 1,240 beds were in use.", ["2023-11"], {}, []),
        ("In November 2023, 1,240 beds were in use.", ["2023-11"], {}, ["2023-11-30"]),
        ("At the end of October 2023, 1,240 beds were in use.", ["2023-10"], {}, ["2023-11-30"]),
    ],
)
def test_the_last_day_of_a_month_is_told_by_its_end(
    wards: Catalogue, sentence: str, printed: list[str], stated: Mapping[str, str], found: list[str]
) -> None:
    beds = changed(wards, "beds-staffed", period="2023-11-30").observation("beds-staffed")
    assert [mismatch.found for mismatch in compare_dates(beds, sentence, printed, stated)] == found
