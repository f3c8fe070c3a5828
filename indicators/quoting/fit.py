"""How well a number of a draft fits a figure, and whether that is beyond doubt."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.quoting.profile import Profile

# Thresholds for the weights of `thing` and `evidence`, set by hand on labelled drafts: false accusations first.
_PLAIN = 2.9
"""At least this for the thing alone: a figure that the author gives is meant beyond doubt."""
_ENOUGH, SURE = 2.59, 0.9
"""At least this in all, and this for whom it is about and who says so: the figure is meant beyond doubt."""
_ASK, KNOWN = 1.9, 0.5
"""At least this in all, and this for whom it is about and who says so: a reader may be asked."""
NAMED = 2.0
"""At least this for the thing: its words name the figure beyond doubt, where its value does not."""

TOLD_IN_FULL = 0.6
"""Share of the words of the thing that a sentence has where any other number of its unit is a wrong one."""


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How well a number of a draft fits a figure.

    ``thing`` weighs the words of what is counted, ``who`` those of whom it is about and who says so, ``rest`` what else
    speaks for it. ``is_rated`` is false where a rate is not told as one, nor its period. ``share`` is how much of the
    words of the thing the sentence has. ``unit`` is the unit of the draft where it is another one of the same
    dimension, and ``factor`` leads from it to that of the figure. ``foreign`` are countries that the words of the thing
    counted name and that the figure is not about. ``is_misnamed`` says that the draft calls it by another thing.
    """

    profile: Profile
    thing: float
    who: float
    rest: float
    is_rated: bool = True
    share: float = 0.0
    unit: str = ""
    factor: float = 1.0
    foreign: frozenset[str] = frozenset()
    is_misnamed: bool = False

    @property
    def is_in_other_unit(self) -> bool:
        """Whether the draft tells the figure in another unit; a bare *ton* may be the ton of the figure."""
        return self.unit not in ("", "ton")

    @property
    def total(self) -> float:
        """Everything that speaks for the figure."""
        return self.thing + self.who + self.rest

    @property
    def certain(self) -> bool:
        """Whether the draft means this figure beyond doubt."""
        if not self.is_rated:
            return False
        if self.profile.by_author and self.thing >= _PLAIN:
            return True
        return self.thing >= 1 and self.who >= SURE and self.total >= _ENOUGH

    @property
    def likely(self) -> bool:
        """Whether it may be asked if the draft means this figure."""
        return self.certain or (self.thing >= 1 and self.who >= KNOWN and self.total >= _ASK)


def best_first(fits: Iterable[Fit]) -> list[Fit]:
    """The fits for which most speaks before the others, of equal ones that of the subject."""
    return sorted(fits, key=lambda fit: (-fit.total, not fit.profile.is_subject))
