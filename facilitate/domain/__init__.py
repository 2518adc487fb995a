"""Grids, agendas, people, events, the meeting they make, and who may do what. Pydantic and the standard library."""
