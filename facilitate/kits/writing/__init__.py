"""Grids and agendas as YAML that a person would be glad to read and edit: a model in, its text out, nothing else."""
