"""What a draft loses of a change: whether it is a rise or a fall."""

from collections.abc import Iterator

from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_direction import told_direction


def direction_losses(quoted: Quoted) -> Iterator[Loss]:
    """A rise told as a fall, or a fall as a rise, by a word that stands with the number."""
    value = quoted.profile.observation.value
    if not quoted.profile.is_change or not value or not quoted.number.value > 0:
        return
    sign, word = told_direction(quoted.passage, quoted.number, quoted.profile.changed_stems)
    if sign * value < 0:
        yield Loss(code="value", told=word)
