"""What a document states once for all its figures: who says so, when it was said, what is covered."""

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation


def stated_by_document(catalogue: Catalogue, observation: Observation) -> tuple[str, ...]:
    """The fields of an observation that it has from its document: `source`, `issued`, `period`, how it is adjusted.

    A source with an attribution of its own has that from the sentence.
    """
    own = {
        "source": "" if observation.attribution else observation.source,
        "issued": observation.issued.text,
        "period": observation.period.text,
        "season": observation.season,
        "prices": observation.prices,
        "price_base": observation.price_base,
    }
    return tuple(
        name
        for name, text in own.items()
        if text and name not in observation.inferred and catalogue.text("documents", observation.document, name) == text
    )
