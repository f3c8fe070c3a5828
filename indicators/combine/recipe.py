"""Recipes of ``derivations.csv``: each makes a figure of one or two others, under the same rules as ``compare``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from indicators.catalogue.model import Catalogue
from indicators.combine import result_fields
from indicators.combine.operand import Assumption, Operand, printed_operand
from indicators.combine.pair import Pair
from indicators.combine.result import rounding_of
from indicators.combine.rules.dates import date_assumptions
from indicators.combine.verdict import Soundness, verdict_on
from indicators.combine.working import SIGNS, basis_line, basis_of, caveats_among, result_line
from indicators.errors import IndicatorsError
from indicators.figures.agents import is_unnamed_reports
from indicators.figures.caveats import Caveat
from indicators.measure.quantity import Quantity
from indicators.measure.span import shown_length
from indicators.measure.units import PERCENT, POINTS

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
"""The operation of each recipe; a rate divides by the figure's own period, an equivalent only converts the unit."""


class RefusedError(IndicatorsError):
    """A recipe that the rules refuse; its text is why."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """A row of ``derivations.csv``; ``unit``, ``right`` and ``note`` may be empty, ``assumptions`` are ids."""

    id: str
    title: str
    operation: str
    left: str
    right: str
    unit: str
    assumptions: tuple[str, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class Derived:
    """A derived figure with all that it takes over from its inputs.

    ``working`` has four lines; ``basis`` says who counted and who claims what it rests on, as the last of them does.
    """

    id: str
    title: str
    operation: str
    verdict: Soundness
    phrase: str
    result: Quantity
    unit_label: str
    kind_title: str
    statistic: str
    formula: str
    inputs: tuple[str, ...]
    sources: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    assumptions: tuple[Assumption, ...]
    basis: str
    working: tuple[str, ...]
    note: str


def recipes_of(catalogue: Catalogue) -> dict[str, Recipe]:
    """The recipes of a catalogue by id, in the order of the file."""
    cells = partial(catalogue.text, "derivations")
    return {
        identity: Recipe(
            id=identity,
            title=cells(identity, "title"),
            operation=cells(identity, "operation"),
            left=cells(identity, "left"),
            right=cells(identity, "right"),
            unit=cells(identity, "unit"),
            assumptions=catalogue.items(cells(identity, "assumptions") or None, "derivations", "assumptions"),
            note=cells(identity, "note"),
        )
        for identity in map(str, catalogue.derivations.index)
    }


def recipe_dependencies(recipes: Mapping[str, Recipe]) -> dict[str, list[str]]:
    """For each recipe the ids of the recipes that it uses."""
    return {
        recipe.id: [name for name in without_parts(filter(None, (recipe.left, recipe.right))) if name in recipes]
        for recipe in recipes.values()
    }


def without_parts(inputs: Iterable[str]) -> tuple[str, ...]:
    """The ids of the figures in inputs such as ``ID.period``, without the part, each once."""
    return tuple(dict.fromkeys(name.partition(".")[0] for name in inputs))


def find_input(catalogue: Catalogue, name: str, derived: Mapping[str, Operand]) -> Operand:
    """The operand of this name: one of ``derived`` by its id, else a printed figure or a part of it."""
    return derived[name] if name in derived else printed_operand(catalogue, name)


def apply_recipe(catalogue: Catalogue, recipe: Recipe, derived: Mapping[str, Operand]) -> tuple[Derived, Operand]:
    """The derived figure of a recipe, and the same figure as an operand; ``derived`` are the recipes that it uses.

    Raises RefusedError if the rules refuse it, UnitError if the result does not convert to the unit of the recipe.
    """
    unit = recipe.unit
    a = find_input(catalogue, recipe.left, derived)
    if recipe.operation == "equivalent":
        return _equivalent(catalogue, recipe, a)
    operation = RECIPE_OPERATIONS[recipe.operation]
    b = find_input(catalogue, recipe.right or f"{recipe.left}.period", derived)
    verdict = verdict_on(catalogue, a, operation, b, unit=unit)
    result = verdict.result
    if result is None:
        raise RefusedError(" ".join(verdict.refusals))
    phrase, label, line = verdict.answer, verdict.unit_label, verdict.working[2]
    if recipe.operation in ("share", "percent_change"):
        listed = PERCENT if PERCENT in catalogue.units.names else ""
        result = replace(result.scale(100 if recipe.operation == "share" else 1, listed), digits=result.digits)
        label = PERCENT
        phrase = f"{result.number()} {label}"
        line = result_line(phrase, result)
    elif unit and unit != result.unit:
        result = result.scale(catalogue.units.factor(result.unit, unit), unit)
        label = catalogue.units.label(unit)
        phrase = f"{result.number()} {label}"
        line = result_line(phrase, result)
    declared = (Assumption(id=name, text=str(catalogue.assumptions.at[name, "text"])) for name in recipe.assumptions)
    pair = Pair(catalogue=catalogue, a=a, operation=operation, b=b, unit=unit)
    return _derived(
        catalogue, recipe, (a, b), result,
        phrase=phrase, label=label, assumptions=tuple(dict.fromkeys((*verdict.assumptions, *declared))),
        fields=result_fields.fields_of(recipe.operation, pair),
        kind=_kind_of(pair, result.unit), rounding=rounding_of(pair, result),
        working=(*verdict.working[:2], line), formula=f"{recipe.left} {SIGNS[operation]} {b.id}",
    )  # fmt: skip


def _kind_of(pair: Pair, unit: str) -> str:
    """The kind that a result in this unit has; for a ratio of two kinds, the kind whose unit it is."""
    if pair.operation == "over" and pair.a.kind != pair.b.kind and not pair.b.part:
        kinds = pair.catalogue.kinds["unit"]
        of_unit = list(kinds.index[kinds == unit])
        return str(of_unit[0]) if len(of_unit) == 1 else pair.a.kind
    return pair.whole_kind if pair.kinds_of_one else pair.a.kind


def _equivalent(catalogue: Catalogue, recipe: Recipe, a: Operand) -> tuple[Derived, Operand]:
    """A figure in another unit, or the length of a period in days, months or what is made of days."""
    units, unit = catalogue.units, recipe.unit
    if a.part == "period" and a.period.dated:
        how = "every day that its two ends may mean, both included"
        length = a.period.months() if unit == "month" else a.period.days().scale(units.factor("day", unit), unit)
        result = shown_length(length)
    elif a.quantity is None or not a.quantity.unit:
        raise RefusedError(f"“{a.phrase}” has no number with a unit, so it has none in another.")
    else:
        factor = units.factor(a.quantity.unit, unit)
        how = f"1 {units.label(a.quantity.unit, singular=True)} is {factor:.9g} {units.label(unit)}"
        result = a.quantity.scale(factor, unit)
    label = units.label(unit, singular=result.single and result.lower.value == 1)
    phrase = f"{result.number()} {label}"
    line = result_line(phrase, None if a.part else result)
    return _derived(
        catalogue, recipe, (a,), result,
        phrase=phrase, label=label, fields=result_fields.fields_of_equivalent(a), kind=a.kind,
        assumptions=(*a.assumed, *date_assumptions(a, of_length=True)),
        working=(f"{a.name} in {units.label(unit)}", f"{a.phrase}; {how}", line),
        formula=f"{a.id} in {unit}",
    )  # fmt: skip


def _derived(
    catalogue: Catalogue,
    recipe: Recipe,
    sides: tuple[Operand, ...],
    result: Quantity,
    *,
    phrase: str,
    label: str,
    kind: str,
    fields: dict[str, Any],
    assumptions: tuple[Assumption, ...],
    working: tuple[str, ...],
    formula: str,
    rounding: Quantity | None = None,
) -> tuple[Derived, Operand]:
    """A derived figure, and the same figure as an operand with these ``fields``.

    The result has a kind only if its unit measures that kind: a ratio of two masses is a plain number. A share and a
    change have the kind of what they are of.
    """
    first = sides[0]
    caveats, basis = caveats_among(sides), basis_of(catalogue, sides)
    with_number = [side for side in sides if not side.part] or sides
    claims = dict.fromkeys(claim for side in with_number for claim in side.claims)
    main = catalogue.text("kinds", kind, "unit")
    if not (result.unit and kind) or (
        result.unit not in (PERCENT, *POINTS)
        and not catalogue.units.measures(result.unit, main, rate=result.unit.count("/") > main.count("/"))
    ):
        kind = ""
    kind_title = catalogue.text("kinds", kind, "title")
    indicator = fields["indicator"] if kind and kind == first.kind else ""
    figure = Derived(
        id=recipe.id, title=recipe.title, operation=recipe.operation,
        verdict=Soundness.ILLUSTRATIVE if assumptions else Soundness.SOUND, phrase=phrase, result=result,
        unit_label=label, kind_title=kind_title, statistic=fields["statistic"], formula=formula,
        inputs=tuple(side.id for side in sides),
        sources=tuple(
            str(catalogue.sources.at[name, "name"])
            for name in dict.fromkeys(source for side in sides for source in side.sources)
        ),
        caveats=caveats, assumptions=assumptions, basis=basis,
        working=(*working, basis_line(basis, caveats, assumptions)), note=recipe.note,
    )  # fmt: skip
    operand = Operand(
        id=recipe.id, name=recipe.title, quantity=result, phrase=phrase, kind=kind,
        kind_title=kind_title or "number",
        population=first.population,
        sources=tuple(source for source, _ in claims), roots=tuple(root for _, root in claims),
        unknown=tuple(is_unnamed_reports(catalogue, root or source) for source, root in claims),
        rounding=rounding, **{**fields, "indicator": indicator or f"derived:{recipe.id}"},
        issued=result_fields.common_span("issued", sides), places=first.places,
        statuses=tuple(dict.fromkeys(status for side in sides for status in side.statuses)),
        caveats=caveats, inputs=tuple(dict.fromkeys(name for side in sides for name in side.inputs)),
        inferred=tuple(dict.fromkeys(column for side in sides for column in side.inferred)), assumed=assumptions,
    )  # fmt: skip
    return figure, operand
