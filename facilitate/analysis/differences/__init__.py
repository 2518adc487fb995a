"""In what two grids differ: a list that is empty exactly where their fingerprints are the same."""

from facilitate.analysis.differences.between import differences
from facilitate.analysis.differences.difference import Difference, How, Part

__all__ = ["Difference", "How", "Part", "differences"]
