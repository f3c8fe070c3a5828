"""Numbers, dates and bounds in English text; sentences and their fingerprints.

Uses the modules at the root alone; every package above reads numbers, dates and words with it.
"""
