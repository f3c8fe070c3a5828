"""Words without a number on which something of the catalogue rests: attributions, and the rows of `passages.csv`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from indicators.audit.quotations import Quotation, quotation_of
from indicators.catalogue.observation import Observation
from indicators.text.sentences import in_quotes


class SupportingWords(NamedTuple):
    """Words of a document, and what rests on them as the beginning of a message.

    They may stand in the sentence of the figure that they belong to.
    """

    quotation: Quotation
    rests: str
    in_figure: bool


def supporting_words(observations: Iterable[Observation], passages: pd.DataFrame) -> Iterator[SupportingWords]:
    """The attributions of these observations, and the words of these rows of `passages.csv`.

    An attribution stands in the sentence of its figure, letter for letter, unless a passage says where it stands.
    """
    elsewhere = set(passages["figure"].dropna())
    for observation in observations:
        if observation.attribution and observation.id not in elsewhere:
            quotation = quotation_of(observation)._replace(words=observation.attribution)
            yield SupportingWords(quotation, f"attribution {in_quotes(observation.attribution)}: ", in_figure=True)
    for row in passages.to_dict("records"):
        (column,) = (name for name in ("caveat", "figure", "indicator") if isinstance(row[name], str))
        what = {"caveat": "the caveat", "figure": "the attribution of", "indicator": "the definition of"}[column]
        quotation = Quotation(row["id"], row["section"], int(row["paragraph"]), row["fingerprint"], row["as_printed"])
        yield SupportingWords(quotation, f"{what} {row[column]} rests on it: ", in_figure=False)
