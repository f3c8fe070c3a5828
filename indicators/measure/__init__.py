"""Values as bounds, units, periods and interval arithmetic.

Uses the ground modules and `text/`; every package above computes with it.
"""
