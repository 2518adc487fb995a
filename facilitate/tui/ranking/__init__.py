"""Needs put together and ranked, as people see and do it: lists, results, dots and pairs."""
