"""A draft compared with a catalogue: for each number of the draft, whether a figure is quoted whole.

Uses everything up to `combine/`; pages, command line and reports use it.
"""
