"""What stands in `units.txt` beside pint's reading of it: its limits, found first, and plurals and parameters."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from indicators.errors import UnitError

MOST_BYTES = 200_000
MOST_LINES = 2_000
MOST_CHARACTERS = 1_000
"""In one line."""
MOST_MAGNITUDE = 300
"""Powers of ten between a unit and its base unit: more than a float holds is no measure of anything."""

MOST_STEPS = 50
"""Units between a unit and its base unit."""

CONTEXT = re.compile(r"^@context(?:\([^)]*\))?\s+(\w+)", re.MULTILINE)
RELATION = re.compile(r"^\s*\[[^\]]*\]\s*<?->\s*\[[^\]]*\]\s*:\s*(.*)$", re.MULTILINE)
_PARAMETERS = re.compile(r"^@context\(([^)]*)\)", re.MULTILINE)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_BLOCK = re.compile(r"@(?:context|system|group|defaults)\b")
_DIMENSION = re.compile(r"\[[^\]]*\]")
_SYSTEM = re.compile(r"@system\s+(\S{1,40})")
_NUMBER = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<name>[^\W\d]\w*)|(?P<power>\*\*|\^)|(?P<other>\S)")
_EXPONENT = re.compile(
    r"\s*(?:[+-]?\s*[0-9]{1,2}(?:\.[0-9]+)?(?![\w.])|\(\s*[+-]?\s*[0-9]{1,2}\s*\))(?!\s*(?:\*\*|\^))"
)


def problems(text: str) -> Iterator[tuple[int | None, str]]:
    """The line, from 1, of each definition that is beyond the limits, and what is too much in it."""
    if len(text) > MOST_BYTES:
        yield None, f"{len(text):,} characters, more than {MOST_BYTES:,}"
        return
    lines = [_RAISED.sub(_as_power, line.partition("#")[0]) for line in text.splitlines()]
    if len(lines) > MOST_LINES:
        yield MOST_LINES + 1, f"{len(lines):,} lines, more than {MOST_LINES:,}"
        return
    faults = [(number, fault) for number, line in enumerate(lines, 1) if (fault := _fault(line.rstrip()))]
    faults += [(number, "a block that has no @end") for number in _without_end(lines)]
    yield from faults or _too_large(lines)


def _as_power(raised: re.Match[str]) -> str:
    """Raised digits as pint reads them."""
    return f"**{raised[0].translate(_LOWERED)}"


def _fault(line: str) -> str:
    if len(line) > MOST_CHARACTERS:
        return f"a line of {len(line):,} characters, more than {MOST_CHARACTERS:,}"
    if line.strip().startswith("@import"):
        return "an @import, which would read another file"
    system = _SYSTEM.match(line)
    if system and system[1] not in ("SI", "US"):
        return f'the system of units "{system[1]}", which is neither SI nor US'
    previous = ""
    for token in _TOKEN.finditer(line):
        if token["number"] and (len(token.group()) > 40 or not math.isfinite(float(token.group()))):
            return "a number of more digits than any measure has"
        if token["power"] and (previous == ")" or not _EXPONENT.match(line, token.end())):
            return "a power other than that of a name or number to a number of one or two digits"
        previous = token.group()
    return ""


def _without_end(lines: list[str]) -> Iterator[int]:
    """The number of each line that opens a block which no @end closes."""
    opened = 0
    for number, line in enumerate(lines, 1):
        if _BLOCK.match(line):
            if opened:
                yield opened
            opened = number
        elif line.strip() == "@end":
            opened = 0
    if opened:
        yield opened


def _too_large(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Units that are larger or smaller than MOST_MAGNITUDE, through others too, or that lead through too many."""
    defined = [(number, [part.strip() for part in line.split("=")]) for number, line in enumerate(lines, 1)]
    defined = [(number, parts) for number, parts in defined if len(parts) > 1 and not parts[0].startswith("@")]
    expressions = {parts[0].rstrip("-"): (number, _DIMENSION.sub("", parts[1])) for number, parts in defined}
    for _, (name, _, *spellings) in defined:  # a plural may be spelled as the name of another unit
        for spelling in spellings:
            expressions.setdefault(spelling, expressions[name.rstrip("-")])
    known: dict[str, tuple[float, float]] = {}
    for name, (number, _) in expressions.items():
        magnitude, steps = _magnitude(name, expressions, known, depth=0)
        if steps > MOST_STEPS:
            yield number, f'"{name}", which is defined by itself or through more than {MOST_STEPS} other units'
            return
        if magnitude > MOST_MAGNITUDE:
            yield number, f'"{name}", which differs from its base unit by more than {MOST_MAGNITUDE} powers of ten'
            return


def _magnitude(
    name: str,
    expressions: Mapping[str, tuple[int, str]],
    known: dict[str, tuple[float, float]],
    *,
    depth: int,
) -> tuple[float, float]:
    """A bound of the powers of ten between a unit and its base unit, in either direction, and the units in between."""
    if depth > MOST_STEPS:
        return 0, math.inf
    if name not in known:
        known[name] = 0, math.inf  # of a circle
        _, expression = expressions.get(name, (0, ""))
        total, last, most = 0.0, 0.0, 0.0
        for token in _TOKEN.finditer(expression):
            if token["power"]:
                exponent = re.search(r"[0-9.]+", expression[token.end() :])
                total += last * (float(exponent.group().rstrip(".")) - 1 if exponent else 0)
                continue
            last = 0.0
            if token["number"]:
                value = float(token.group())
                last = abs(math.log10(value)) if value > 0 else 0.0
            elif token["name"]:
                last, steps = _magnitude(token["name"], expressions, known, depth=depth + 1)
                most = max(most, steps + 1)
            total += last
        known[name] = total, most
    return known[name]


def faulty_line(text: str, reason: str) -> int | None:
    """The line, from 1, of what pint cannot read for this reason; None where that is not known."""
    import pint

    registry: Any = pint.UnitRegistry(None, on_redefinition="raise")
    start, statement = 0, list[str]()
    for number, line in enumerate(each_spelling_once(text), 1):
        start = start if statement else number
        statement.append(line)
        if _BLOCK.match(statement[0]) and line.strip() != "@end":
            continue
        try:
            registry.load_definitions(statement)
        except Exception:  # pint's parser raises all sorts of errors
            return start
        statement = []
    name = re.search(r"""['"](\w+)['"]""", reason)
    words = re.compile(rf"\b{name[1]}\b" if name else "(?!)")
    return next(
        (number for number, line in enumerate(text.splitlines(), 1) if words.search(line.partition("#")[0])), None
    )


def reason(error: Exception) -> str:
    """Why pint cannot read a text; of some lines its parser says only that no class of it is meant for them."""
    text = re.sub(r" \(<class [^)]*\)", "", str(error).partition("\n")[0])
    return "there is no such definition" if "No loader function" in text else text


def each_spelling_once(text: str) -> list[str]:
    """The lines for pint, without plurals that are spelled as another name or sign: it takes them for two units.

    *TWh = [energy] = _ = TWh*, and °C of a temperature and of a difference of temperatures. Plurals are labels alone.
    """
    lines = text.splitlines()
    seen = {part.strip() for line in lines if _defines(line) for part in line.partition("#")[0].split("=")[:3:2]}
    kept = []
    for line in lines:
        if _defines(line):
            definition, *comment = line.partition("#")
            parts = [part.strip() for part in definition.split("=")]
            plurals = [part for part in dict.fromkeys(parts[3:]) if part not in seen]
            seen.update(plurals)
            line = f"{' = '.join([*parts[:3], *plurals])} {''.join(comment)}".rstrip()
        kept.append(line)
    return kept


def _defines(line: str) -> bool:
    """Whether a line of `units.txt` defines a unit."""
    return "=" in line.partition("#")[0] and not line.startswith("@")


def plurals(text: str) -> dict[str, str]:
    """The plurals by unit, as pint splits a definition; raises UnitError if a sign `#` cuts one short."""
    plurals = {}
    for line in text.splitlines():
        definition, hash_sign, _ = line.partition("#")
        name, *parts = map(str.strip, definition.split("="))
        if len(parts) < 3 or name.startswith("@") or parts[2] in ("", "_"):
            continue
        if hash_sign and not definition[-1].isspace():
            raise UnitError(f'the plural of "{name}" is cut short: a sign "#" starts a comment', name)
        plurals[name] = parts[2]
    return plurals


def parameters(text: str) -> dict[str, float]:
    """The parameters of the contexts in `units.txt` with their values."""
    pairs = (pair.partition("=") for pairs in _PARAMETERS.findall(text) for pair in pairs.split(","))
    return {name.strip(): float(value) for name, _, value in pairs}
