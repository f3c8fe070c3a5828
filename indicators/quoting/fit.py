"""How well a number of a draft fits a figure, and whether that is beyond doubt."""

from dataclasses import dataclass

from indicators.quoting.profile import Profile

_PLAIN = 2.9
"""What the words of the thing alone must weigh to tell a figure that the author gives."""
_ENOUGH = 2.59
_ASK, KNOWN = 1.9, 0.5
NAMED = 2.0
"""What the words of the thing must weigh that name it beyond doubt, where the number alone does not tell the figure."""
SURE = 0.9
"""What the words of whom and by whom must weigh where there is no doubt."""


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
