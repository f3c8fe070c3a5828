"""What the key of a chart by group says of the groups that it leaves out."""

from collections.abc import Iterator, Sequence

from indicators.catalogue.model import Catalogue
from indicators.charts.series import Series


def groups_shown(catalogue: Catalogue, dimensions: Sequence[str], series: Sequence[Series]) -> Iterator[str]:
    """A line for each of the dimensions whose groups are not all among those of the ``series``, or may not be all.

    What the catalogue does not declare to be the whole is not called so, nor called a part of it.
    """
    shown = {group for each in series for group in each.groups}
    for dimension in dimensions:
        row = catalogue.dimensions.loc[dimension]
        known = catalogue.groups.index[catalogue.groups["dimension"] == dimension]
        missing = [group for group in known if group not in shown]
        count = f"this chart has {len(known) - len(missing)} of the {len(known)} groups listed here"
        if not row["exhaustive"]:
            more = "groups may overlap, and there may be more"
        elif any(not catalogue.text("groups", group, "part_of") for group in missing):
            more = "together they are not the whole"
        else:
            more = ""
        if missing or more:
            yield f"{row['title']}: {'; '.join(filter(None, (count if missing else '', more)))}."
