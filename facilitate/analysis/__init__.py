"""Scores, timing and participation: pure functions over a meeting."""
