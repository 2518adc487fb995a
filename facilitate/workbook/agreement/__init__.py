"""How far the observers agree: the sheet that people read, and the table `Agreement` for programs."""
