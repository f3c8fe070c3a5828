"""What stands in `units.txt` beside pint's reading of it: its limits, found first, and plurals and parameters."""

import math
import re
from collections.abc import Iterator, Mapping

from indicators.errors import UnitError

MOST_BYTES = 200_000
MOST_LINES = 2_000
MOST_CHARACTERS = 1_000
"""In one line."""
MOST_MAGNITUDE = 300
"""Powers of ten between a unit and its base unit: more than a float holds is no measure of anything."""

CONTEXT = re.compile(r"^@context(?:\([^)]*\))?\s+(\w+)", re.MULTILINE)
RELATION = re.compile(r"^\s*\[[^\]]*\]\s*<?->\s*\[[^\]]*\]\s*:\s*(.*)$", re.MULTILINE)
_PARAMETERS = re.compile(r"^@context\(([^)]*)\)", re.MULTILINE)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
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
    broken = False
    for number, line in enumerate(lines, 1):
        if fault := _fault(line.rstrip()):
            broken = True
            yield number, fault
    if not broken:
        yield from _too_large(lines)


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


def _too_large(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Units that are larger or smaller than MOST_MAGNITUDE, through others too."""
    expressions: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, 1):
        name, *parts = (part.strip() for part in line.split("="))
        if parts and not name.startswith("@"):
            for spelling in (name.rstrip("-"), *parts[1:]):
                expressions.setdefault(spelling, (number, parts[0]))
    known: dict[str, float] = {}
    for name, (number, _) in expressions.items():
        if _magnitude(name, expressions, known, depth=0) > MOST_MAGNITUDE:
            yield number, f'"{name}", which differs from its base unit by more than {MOST_MAGNITUDE} powers of ten'
            return


def _magnitude(name: str, expressions: Mapping[str, tuple[int, str]], known: dict[str, float], *, depth: int) -> float:
    """A bound of the powers of ten between a unit and its base unit, in either direction."""
    if name not in known:
        if depth > 50:
            return math.inf
        known[name] = 0  # of a circle, which pint refuses
        _, expression = expressions.get(name, (0, ""))
        total, last = 0.0, 0.0
        for token in _TOKEN.finditer(expression):
            if token["power"]:
                exponent = re.search(r"[0-9.]+", expression[token.end() :])
                total += last * (float(exponent.group().rstrip(".")) - 1 if exponent else 0)
                continue
            if token["number"]:
                value = float(token.group())
                last = abs(math.log10(value)) if value > 0 else 0.0
            else:
                last = _magnitude(token["name"], expressions, known, depth=depth + 1) if token["name"] else 0.0
            total += last
        known[name] = total
    return known[name]


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
