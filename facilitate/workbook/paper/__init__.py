"""The paper pack: what a team without a laptop prints, fills in by hand, and types back afterwards."""
