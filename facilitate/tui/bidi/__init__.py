"""Arabic on a terminal: display order, joining and what the terminal is told, in one place."""
