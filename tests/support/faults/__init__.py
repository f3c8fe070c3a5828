"""Every fault of a catalogue that the tests know, declared once as a small change of the wards catalogue."""

from tests.support.faults import cells, clauses, files, meaning, statistics, strangers
from tests.support.faults.change import FAULTS, spoil

__all__ = ["FAULTS", "cells", "clauses", "files", "meaning", "spoil", "statistics", "strangers"]
