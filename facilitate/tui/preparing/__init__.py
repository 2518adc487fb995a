"""The page on which a meeting is prepared, in parts: its facts, its people, its agenda, what is to be got ready."""
