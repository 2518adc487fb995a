"""Where events are kept: one SQLite file a meeting, written in one transaction a change, followed by everybody."""
