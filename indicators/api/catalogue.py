"""The catalogue as people use it: read, checked, selected from, and looked into by id."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from indicators import _load, markup
from indicators.api.cell_output import cell_output
from indicators.api.figures import Figure, Figures, of_rows
from indicators.catalogue import model
from indicators.errors import CatalogueError, IndicatorsError, Problem
from indicators.figures.selection import ON, RECORD, SEARCH, Selection, figures_in_scope, parse_selection, select
from indicators.render import headlines


class Catalogue(model.Catalogue):
    """One folder, read and checked; made by `load`.

    `catalogue["ID"]` is a figure; iterating gives the ids, those of the subject first. The tables (`figures`,
    `sources`, `indicators` …) are DataFrames and not to be changed.
    """

    def select(
        self,
        *,
        source: str | Iterable[str] = (),
        topic: str | Iterable[str] = (),
        status: str | Iterable[str] = (),
        document: str | Iterable[str] = (),
        dimension: str | Iterable[str] = (),
        group: str | Iterable[str] = (),
        period: str | Iterable[str] = (),
        search: str = "",
        record: bool = False,
    ) -> Figures:
        """The figures that have one of the ids given for each facet, and hold every word of `search`.

        An id or several may be given; none means all. With `record`, those of the public record are among them.
        Raises UnknownIdError, with the nearest ids, for an id that no figure has.
        """
        facets = {"source": source, "topic": topic, "status": status, "document": document}
        facets |= {"dimension": dimension, "group": group, "period": period}
        query = {name: (ids,) if isinstance(ids, str) else tuple(ids) for name, ids in facets.items()}
        selection, unknown = parse_selection(self, {**query, SEARCH: (search,), RECORD: (ON,) if record else ()})
        if unknown:
            raise unknown[0]
        return Figures(catalogue=self, selection=selection, rows=select(self, selection))

    def __getitem__(self, identity: str) -> Figure:
        """The figure of this id, as printed; raises UnknownIdError, with the nearest ids, where there is none."""
        if identity in self.derivations.index:
            raise IndicatorsError(f'"{identity}" is derived and not printed; indicators.derive(catalogue) has it')
        return of_rows(self, self.rows(identity))[0]

    def __contains__(self, identity: object) -> bool:
        return identity in self.figure_ids

    def __iter__(self) -> Iterator[str]:
        return iter(self.figure_ids)

    def __len__(self) -> int:
        return len(self.figure_ids)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    def __repr__(self) -> str:
        own = len(figures_in_scope(self))
        record = f", {len(self) - own:,} of the public record" if len(self) > own else ""
        return f"<{self.folder}: {own:,} figures{record}, {len(self.sources):,} sources>"

    def _repr_html_(self) -> str:
        rows = select(self, Selection())
        cards = headlines.headline_cards(self, rows, "printed")
        masthead = headlines.masthead(self, Selection(), rows, cards)
        title = markup.heading(2, self.descriptor.title)
        return cell_output(markup.join([title, masthead, headlines.headline_grid(cards)]))


def load(folder: Path | str, *, unfinished: bool = False) -> Catalogue:
    """The catalogue in `folder`; raises CatalogueError with every problem that it has.

    In an `unfinished` one, rows may stand that nothing uses yet. Nothing in the process is changed.
    """
    checked = _load.load(folder, unfinished=unfinished)
    return Catalogue(**{each.name: getattr(checked, each.name) for each in fields(checked)})


def check(folder: Path | str) -> tuple[Problem, ...]:
    """Every problem of the catalogue in `folder`, in the order of its files; none where it is sound."""
    try:
        _load.load(folder)
    except CatalogueError as error:
        return error.problems
    return ()
