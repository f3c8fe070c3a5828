"""Whether two figures may be combined: operands, rules, results with their working, and recipes.

Uses `figures/` and what is below it; drafts, charts, exports and pages use it.
"""
