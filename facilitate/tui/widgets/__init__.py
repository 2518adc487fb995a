"""Widgets that do not know their neighbours."""
