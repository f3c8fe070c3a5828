"""Which of several media types a client prefers, as its header ``Accept`` says (RFC 9110)."""

from collections.abc import Sequence


def preferred(accept: str, media_types: Sequence[str]) -> str:
    """The one of the media types that the header prefers; the first where it prefers none, or accepts none of them."""
    weights = dict(filter(None, map(_weighed, accept.lower().split(","))))
    if not weights:
        return media_types[0]

    def weight(media_type: str) -> float:
        # The most special range that matches decides.
        ranges = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
        return next((weights[name] for name in ranges if name in weights), 0.0)

    return max(media_types, key=weight)


def _weighed(part: str) -> tuple[str, float] | None:
    """A media range with its weight; None where the part is no range, or its weight no number."""
    name, *parameters = (piece.strip() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return (name, float(weight)) if "/" in name else None
    except ValueError:
        return None
