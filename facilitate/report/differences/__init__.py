"""The differences between two grids in words: a sentence each."""

from facilitate.report.differences.sentences import described, grouped

__all__ = ["described", "grouped"]
