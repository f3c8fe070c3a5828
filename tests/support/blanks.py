"""Blanks of what is shown."""


def plain(shown: str) -> str:
    """The text or HTML with a plain blank in place of each at which no line breaks."""
    return shown.replace("\N{NO-BREAK SPACE}", " ")
