"""Values as bounds, units, periods and interval arithmetic.

Uses the modules at the root and `text/`; every package above computes with it.
"""
