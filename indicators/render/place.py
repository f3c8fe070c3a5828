"""The mark of what was published elsewhere, where it stands among figures of the subject."""

from markupsafe import Markup

from indicators import markup
from indicators.figures.summary import ELSEWHERE


def published_elsewhere() -> Markup:
    """The mark of a figure of the record, and of what is worked out from one."""
    return markup.element("span", ELSEWHERE, class_="origin")
