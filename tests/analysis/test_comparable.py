"""What can be compared between grids: the same one, or what no version of it changed."""

from __future__ import annotations

from facilitate.analysis.comparable import comparable, only, unchanged
from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.indicator import Condition, Derived, Rating
from facilitate.domain.model import replaced
from tests.making import rating, small_grid, words


def reworded(grid: Grid, *codes: str) -> Grid:
    """A version in which these indicators ask something else."""
    sections = tuple(
        replaced(
            section,
            indicators=tuple(
                replaced(each, text=words("asked anew")) if each.id in codes else each for each in section.indicators
            ),
        )
        for section in grid.sections
    )
    return Grid(**{**dict(grid), "version": "2", "sections": sections})


def test_the_same_grid_is_compared_whole() -> None:
    found = comparable([small_grid(), None, small_grid()])
    assert found
    assert found.codes == set(small_grid().by_id)
    assert found.left_out == ()
    assert found.shared is found.grid


def test_no_grid_gives_nothing() -> None:
    assert comparable([]) is None
    assert comparable([None, None]) is None


def test_a_version_is_compared_on_what_it_left_unchanged() -> None:
    grid = small_grid()
    found = comparable([grid, reworded(grid, "A2"), grid])
    assert found
    assert found.grid == grid
    assert len(found.fingerprints) == 2
    assert found.left_out == ("A2",)
    assert "A2" not in found.shared.by_id
    assert [section.id for section in found.shared.sections] == ["A", "B"]


def test_the_grid_of_most_meetings_leads_and_of_two_the_last() -> None:
    one, other = small_grid(), reworded(small_grid(), "A2")
    for grids, lead in (([one, one, other], one), ([one, other], other), ([other, one, None], one)):
        found = comparable(grids)
        assert found
        assert found.grid.fingerprint == lead.fingerprint


def test_a_version_that_changed_most_stands_apart() -> None:
    grid = small_grid()
    found = comparable([grid, grid, reworded(grid, "A1", "A2", "A3", "B1")])
    assert found
    assert found.fingerprints == {grid.fingerprint}


def test_another_grid_stands_apart_though_its_indicators_are_the_same() -> None:
    grid = small_grid()
    other = Grid(**{**dict(grid), "id": "other"})
    points = Grid(**{**dict(grid), "scoring": Scoring(yes=3)})
    for strange in (other, points):
        assert unchanged(grid, strange, grid.by_id) == frozenset()


def test_what_depends_on_a_changed_indicator_changes_with_it() -> None:
    extra = (
        Derived(id="D1", text=words("element"), scale="scale4", behaviours=("A1",), rule="mean"),
        Rating(id="C1", text=words("asked sometimes"), scale="scale4", when=Condition(indicator="D1", values=(1,))),
        rating("C2"),
    )
    grid = small_grid(extra)
    same = unchanged(grid, reworded(grid, "A1"), grid.by_id)
    assert {"A1", "D1", "C1"}.isdisjoint(same)
    assert {"A2", "C2"} <= same


def test_a_grid_without_a_section_s_indicators_is_without_the_section() -> None:
    assert [each.id for each in only(small_grid(), frozenset({"B1"})).sections] == ["B"]


def test_a_section_with_another_weight_is_not_the_same() -> None:
    grid = small_grid()
    first: Section = replaced(grid.sections[0], weight=2.0)
    assert unchanged(grid, grid.with_sections((first, grid.sections[1])), grid.by_id) == {"B1", "B2", "B3", "B4"}
