"""The messages that are expected for every fault: a fault in a line, below it its messages, indented."""

from tests.support.places import ROOT

FILE = ROOT / "tests" / "catalogue" / "expected_messages.txt"
INDENT = "    "


def read() -> dict[str, list[str]]:
    """The messages of each fault."""
    sections = FILE.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    named = (section.split("\n") for section in sections)
    return {fault: [line.removeprefix(INDENT) for line in lines] for fault, *lines in named}


def write(expected: dict[str, list[str]]) -> None:
    """Writes the file anew."""
    sections = ["\n".join([fault, *(INDENT + message for message in lines), ""]) for fault, lines in expected.items()]
    FILE.write_text("\n".join(sections), encoding="utf-8")
