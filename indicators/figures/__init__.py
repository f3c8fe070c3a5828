"""A figure in words, its citation and chain of sources, the public record beside it, and selections of figures.

Uses `measure/` and `catalogue/`; every package above tells figures in its words.
"""
