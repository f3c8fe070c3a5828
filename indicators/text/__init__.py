"""Numbers, dates and bounds in English text; sentences and their fingerprints.

Uses the ground modules alone; the checks of `catalogue/` and all of `audit/` use it.
"""
