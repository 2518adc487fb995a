"""The parts of the page on which a team talks about what its observers saw."""
