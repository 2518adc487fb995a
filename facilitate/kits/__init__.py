"""Grids and agendas in YAML, settings, and the rehearsal that plays a meeting."""
