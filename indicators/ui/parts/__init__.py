"""The parts that pages are made of.

Uses `ui/shared/`; the files in `pages/` use it.
"""
