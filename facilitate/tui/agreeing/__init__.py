"""The parts of the page on which a grid is agreed."""
