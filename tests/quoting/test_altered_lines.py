"""A line that quotes a figure whole, with one thing of it dropped or changed: that is found, and nothing else."""

import re
from collections.abc import Iterator

import pytest

from indicators.figures.quotable import quotable_lines
from indicators.quoting.check import check
from tests.support.effort import part
from tools.drafts import ROOT, catalogue_in

OTHER_BOUNDS = {
    "more than": "less than",
    "at least": "at most",
    "less than": "more than",
    "at most": "at least",
    "nearly": "more than",
}
OTHER_UNITS = {
    " metric tons": " short tons",
    " kilometers": " miles",
    " miles": " kilometers",
    " US dollars": " euros",
}
SAID = r"((?: (?:said|estimated|alleged|claimed|forecast|says|forecasts)(?: in provisional figures)? that "
SAID += r"|^Reportedly, )|"
SAID += " (?:put|gave|estimated|forecast|revised) )"
STRANGER = "according to the Institute of Tides"


def _altered(line: str, counted: str) -> Iterator[tuple[str, str]]:
    """A line with one thing dropped or changed, and the code of what it loses then.

    Without its source it says what is counted: nothing else would tell that the figure is meant.
    """
    if bound := re.search(f"( (?:at|as))? ({'|'.join(OTHER_BOUNDS)}) ", line):
        yield "bound", line.replace(bound[0], " at " if bound[1] else " ", 1)
        yield "bound", line.replace(bound[0], f"{' as' if bound[1] else ''} {OTHER_BOUNDS[bound[2]]} ", 1)
    for unit, other in OTHER_UNITS.items():
        if unit in line:
            yield "unit", line.replace(unit, other, 1)
    source, said, rest = re.split(SAID, line, maxsplit=1)
    if "article" not in source:
        told = f"{rest[:1].upper()}{rest[1:]}"
        if said.endswith((" that ", ", ")):
            told = f"{told.removesuffix('.')} ({counted})."
        else:
            verb = said.replace("gave", "given").strip()
            told = re.sub(" (at|as|up by|down by) ", rf" ({counted}) was {verb} \1 ", told, count=1)
        yield "wrong_source", f"{told.removesuffix('.')} ({STRANGER})."
        yield "source", told
    if period := re.search(r" (?:in|on|from|up to) [^,]*\d{4}.*", rest):
        earlier = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 31), period[0])
        undated = re.sub(r"^(?:In|On) .*? \d{4}, ", "", source)
        yield "wrong_period", f"{undated}{said}{rest.replace(period[0], earlier, 1)}"


@pytest.mark.parametrize("folder", ["tests/catalogues/wards", "examples/jobs", "examples/infections", "data"])
def test_one_thing_that_is_altered_is_found_and_nothing_else(folder: str) -> None:
    catalogue = catalogue_in(ROOT / folder)
    twins = {*catalogue.figures["same_as"].dropna()} | {*catalogue.figures.dropna(subset="same_as")["id"]}
    tried = found = 0
    for figure in part([one for one in catalogue.figure_ids if one not in twins], 8):
        counted = catalogue.text("populations", catalogue.observation(figure).population, "title")
        for code, text in _altered(quotable_lines(catalogue, figure).medium, counted):
            lost = {one.loses for one in check(catalogue, text, record=True) if one.figure == figure and one.loses}
            assert lost <= {(code,)}, (text, lost)
            assert lost or code != "bound", text
            tried += 1
            found += bool(lost)
    assert 2 * found >= tried  # of the record, somebody else is asked about
