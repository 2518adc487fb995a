"""The rehearsal: a whole plausible meeting that follows from a kit and a seed, played at once or by live colleagues."""
