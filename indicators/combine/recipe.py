"""Recipes of ``derivations.csv``: each makes a figure of one or two others, by the same rules as any question."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from indicators.catalogue.model import Catalogue
from indicators.combine import operand
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import REFUSES
from indicators.combine.verdict import verdict_on
from indicators.combine.working import SIGNS, basis_line
from indicators.errors import IndicatorsError
from indicators.figures.figure import Caveat
from indicators.measure.quantity import Quantity
from indicators.measure.span import NO_SPAN, Span

RECIPE_OPERATIONS: Mapping[str, str] = {
    "difference": "minus",
    "sum": "plus",
    "ratio": "over",
    "percent_change": "percent-change",
    "product": "times",
    "rate": "over",
    "share": "over",
    "equivalent": "",
}
"""The operation of each recipe; a rate is over the figure's own period, an equivalent is the same in another unit."""


class RefusedError(IndicatorsError):
    """A recipe that the rules refuse; its text is why."""


@dataclass(frozen=True, kw_only=True)
class Derived:
    """A figure that follows, with everything that it inherits; ``working`` has four lines."""

    id: str
    title: str
    operation: str
    verdict: str
    phrase: str
    result: Quantity
    unit_label: str
    kind: str
    statistic: str
    formula: str
    inputs: tuple[str, ...]
    sources: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    assumptions: tuple[Assumption, ...]
    working: tuple[str, ...]
    note: str


def recipe_dependencies(catalogue: Catalogue) -> dict[str, list[str]]:
    """For each recipe the recipes that it uses."""
    recipes = catalogue.derivations
    return {
        one: [name for name in figure_ids(filter(None, (text(left), text(right)))) if name in recipes.index]
        for one, left, right in zip(recipes.index, recipes["left"], recipes["right"], strict=True)
    }


def figure_ids(inputs: Iterable[str]) -> tuple[str, ...]:
    """The figures of inputs, without the parts that are named of them (``ID.period``), each once."""
    return tuple(dict.fromkeys(one.partition(".")[0] for one in inputs))


def find_input(catalogue: Catalogue, one: str, known: Mapping[str, Operand]) -> Operand:
    """The operand of this name, derived if it is among the known, else printed."""
    return known[one] if one in known else operand.printed_operand(catalogue, one)


def text(cell: object) -> str:
    """The text of a cell, which may be empty."""
    return cell if isinstance(cell, str) else ""


def apply_recipe(catalogue: Catalogue, one: str, known: Mapping[str, Operand]) -> tuple[Derived, Operand]:
    """The figure of the recipe ``one``, and itself as an operand of others; ``known`` are those that it uses.

    Raises RefusedError where the rules refuse it, UnitError where it does not come in the unit that is asked for.
    """
    recipe = catalogue.derivations.loc[one].to_dict()
    operation, left, right, unit = (text(recipe[name]) for name in ("operation", "left", "right", "unit"))
    a = find_input(catalogue, left, known)
    if operation == "equivalent":
        return _equivalent(catalogue, recipe, a, unit)
    b = find_input(catalogue, right or f"{left}.period", known)
    verdict = verdict_on(catalogue, a, RECIPE_OPERATIONS[operation], b, unit=unit)
    result = verdict.result
    if result is None:
        raise RefusedError(" ".join(reason.text for reason in verdict.reasons if reason.effect == REFUSES))
    phrase, label = verdict.answer, verdict.unit_label
    if operation == "share":
        result = replace(result.scale(100, ""), digits=result.digits)
        phrase, label = f"{result.number()} percent", "percent"
    elif unit and unit != result.unit:
        result = result.scale(catalogue.units.factor(result.unit, unit), unit)
        label = catalogue.units.label(unit)
        phrase = f"{result.number()} {label}"
    declared = (
        Assumption(id=each, text=str(catalogue.assumptions.at[each, "text"]))
        for each in catalogue.items(recipe["assumptions"], "derivations", "assumptions")
    )
    assumptions = tuple(dict.fromkeys((*verdict.assumptions, *declared)))
    outcome = verdict.working[2] if phrase == verdict.answer else f"= {phrase}"
    pair = Pair(catalogue=catalogue, a=a, operation=RECIPE_OPERATIONS[operation], b=b)
    return _figure(
        catalogue, recipe, (a, b), result,
        phrase=phrase, label=label, assumptions=assumptions,
        statistic={"rate": "rate", "product": "total"}.get(operation, ""),
        kind=pair.whole_kind if pair.kinds_of_one else a.kind,
        working=(*verdict.working[:2], outcome), formula=f"{left} {SIGNS[RECIPE_OPERATIONS[operation]]} {b.id}",
    )  # fmt: skip


def _equivalent(catalogue: Catalogue, recipe: Mapping[Hashable, Any], a: Operand, unit: str) -> tuple[Derived, Operand]:
    """The same in another unit; the length of a period in days or months."""
    units = catalogue.units
    if a.part == "period" and a.period.dated:
        how = "every day that its two ends may mean, both included"
        result = a.period.months() if unit == "month" else a.period.days().scale(units.factor("day", unit), unit)
    elif a.quantity is None or not a.quantity.unit:
        raise RefusedError(f"“{a.phrase}” has no number with a unit, so it has none in another.")
    else:
        factor = units.factor(a.quantity.unit, unit)
        how = f"1 {units.label(a.quantity.unit, singular=True)} is {factor:.9g} {units.label(unit)}"
        result = a.quantity.scale(factor, unit)
    label = units.label(unit, singular=result.single and result.lower.value == 1)
    phrase = f"{result.number()} {label}"
    return _figure(
        catalogue, recipe, (a,), result,
        phrase=phrase, label=label, statistic="" if a.part else a.statistic, assumptions=a.assumed, kind=a.kind,
        working=(f"{a.name} in {units.label(unit)}", f"{a.phrase}; {how}", f"= {phrase}"), formula=f"{a.id} in {unit}",
    )  # fmt: skip


def _figure(
    catalogue: Catalogue,
    recipe: Mapping[Hashable, Any],
    sides: tuple[Operand, ...],
    result: Quantity,
    *,
    phrase: str,
    label: str,
    kind: str,
    statistic: str,
    assumptions: tuple[Assumption, ...],
    working: tuple[str, ...],
    formula: str,
) -> tuple[Derived, Operand]:
    """A derived figure, and itself as an operand of further questions."""
    first = sides[0]
    one, title = text(recipe["id"]), text(recipe["title"])
    caveats = tuple(dict.fromkeys(caveat for side in sides for caveat in side.caveats))
    counts = [side for side in sides if not side.part] or sides
    pairs = dict.fromkeys(pair for side in counts for pair in zip(side.sources, side.roots, strict=True))
    if not (result.unit and kind) or not catalogue.units.measures(
        result.unit, catalogue.text("kinds", kind, "unit"), rate="/" in result.unit
    ):
        kind = ""
    kind_title = catalogue.text("kinds", kind, "title")
    figure = Derived(
        id=one, title=title, operation=text(recipe["operation"]),
        verdict="illustrative" if assumptions else "sound", phrase=phrase, result=result,
        unit_label=label, kind=kind_title, statistic=statistic, formula=formula,
        inputs=tuple(side.id for side in sides),
        sources=tuple(
            str(catalogue.sources.at[name, "name"])
            for name in dict.fromkeys(source for side in sides for source in side.sources)
        ),
        caveats=caveats, assumptions=assumptions,
        working=(*working, basis_line(catalogue, sides, assumptions)), note=text(recipe["note"]),
    )  # fmt: skip
    side = Operand(
        id=one, name=title, quantity=result, phrase=phrase, kind=kind, kind_title=kind_title or "number",
        indicator=first.indicator if statistic == first.statistic and kind == first.kind != "" else f"derived:{one}",
        population=first.population, statistic=statistic,
        sources=tuple(source for source, _ in pairs), roots=tuple(root for _, root in pairs),
        period=_common("period", sides), issued=_common("issued", sides), places=first.places,
        statuses=tuple(dict.fromkeys(status for each in sides for status in each.statuses)),
        caveats=caveats, inputs=tuple(dict.fromkeys(name for each in sides for name in each.inputs)),
        assumed=assumptions,
    )  # fmt: skip
    return figure, side


def _common(part: str, sides: tuple[Operand, ...]) -> Span:
    """The period that is named, else the one that all state alike, else none."""
    spans = [side.period if part == "period" else side.issued for side in sides]
    if sides[-1].part == part:
        return spans[-1]
    return spans[0] if len({span.text for span in spans}) == 1 else NO_SPAN
