"""Scores step by step, from what was answered about steps.

A step's score on one sheet is reckoned as the overall score is, from that step's answers alone: each section's mean
over its indicators about steps, then their mean by the sections' weights. The same rules hold: not applicable leaves
the denominator, not observed stays in it, and no mean is shown where less than `scoring.enough` of it was scored. An
indicator that the grid asks in other steps is no gap here; where the observer answered it all the same, it counts.

Only indicators about steps make these scores. That an answer about a moderator or the meeting was *seen* in a step
(`Mark.seen`) says when somebody noticed it, not how the step went; it stays in the scores of that moderator or of the
meeting. So does a fact without an answer: it is worth no points.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facilitate.analysis.answers import Given, answers, in_order, visible_sheets
from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import Mean, mean_of
from facilitate.analysis.sections import SectionScore, counted, overall_score, score_of
from facilitate.domain.agenda import named_by
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Indicator
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting


class StepScores(NamedTuple):
    """What was said about one step: each observer's score, and over those who have one their mean and spread."""

    step: str
    observers: Mapping[str, SectionScore]
    together: Mean


def step_scores(meeting: Meeting, now: Instant) -> tuple[StepScores, ...]:
    """Every step that something worth points was said about, in the order of the agenda; `meeting` is the view of some
    person. An observer who said nothing about a step is not among its observers."""
    grid = meeting.grid
    if grid is None:
        return ()
    log = log_values(meeting, now)
    said = {sheet.observer: answers(meeting, sheet, MEETING, log) for sheet in visible_sheets(meeting)}
    scored = {cell.step for own in said.values() for cell, each in own.items() if cell.step and each.points is not None}
    return tuple(_of_step(meeting, grid, step, said) for step in in_order(meeting, (each for each in scored if each)))


def _of_step(meeting: Meeting, grid: Grid, step: str, said: Mapping[str, Mapping[Cell, Given]]) -> StepScores:
    found = {}
    for observer, given in said.items():
        own = {cell: each for cell, each in given.items() if cell.step == step}
        if any(each.by_hand for each in own.values()):
            found[observer] = _on_sheet(meeting, grid, step, own)
    values = [each.mean for each in found.values() if each.mean is not None and each.by_hand]
    return StepScores(step, found, mean_of(values))


def _on_sheet(meeting: Meeting, grid: Grid, step: str, given: Mapping[Cell, Given]) -> SectionScore:
    answered = {cell.indicator for cell, each in given.items() if each.says_something}

    def asked(indicator: Indicator) -> bool:
        there = not indicator.steps or named_by(indicator.steps, meeting.agenda, step)
        return indicator.about == "step" and (there or indicator.id in answered)

    def score(section: Section) -> SectionScore:
        return score_of(grid, section.id, filter(asked, counted(grid, section, MEETING)), given)

    return overall_score(grid, tuple(score(section) for section in grid.sections))
