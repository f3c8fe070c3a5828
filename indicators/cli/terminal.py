"""Output for people on a terminal."""

from indicators import markup


def show(text: str = "") -> None:
    """Prints the text; nothing in it can move the cursor, or turn round the direction of what stands beside it."""
    print(markup.replace_unprintable(text).replace("\r", markup.REPLACEMENT))
