"""Run a meeting from a terminal, have it observed, learn from it."""

__version__ = "0.1.0"
