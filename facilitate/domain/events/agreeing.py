"""Events by which people agree on a grid: proposed, judged indicator by indicator, sealed, amended."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from facilitate.domain.events.base import FactBase
from facilitate.domain.grid import Grid, Scoring
from facilitate.domain.indicator import Indicator
from facilitate.domain.model import Frozen, Identifier, Line, Prose, Wording
from facilitate.domain.people import Role
from facilitate.domain.scale import Scale


class GridProposed(FactBase):
    """A grid as a whole, to be discussed; `taken_from` names the meeting whose grid and seal it is."""

    kind: Literal["grid_proposed"] = "grid_proposed"
    grid: Grid
    reason: Line = ""
    taken_from: Line | None = None


class Proposed(FactBase):
    """What all changes of a grid that is being discussed share: their author is the event's, their reason is here."""

    reason: Line = ""


class FrameProposed(Proposed):
    """Another title, rules for observers, scoring or locks; what is absent stays."""

    kind: Literal["frame_proposed"] = "frame_proposed"
    title: Wording | None = None
    version: Line | None = None
    scoring: Scoring | None = None
    observer_rules: tuple[Wording, ...] | None = None
    locked: tuple[Identifier, ...] | None = None


class SectionProposed(Proposed):
    """One change of a section. What is absent stays; `after` another one, `first`, or where it is, else last."""

    kind: Literal["section_proposed"] = "section_proposed"
    action: Literal["add", "edit", "move", "drop"]
    section: Identifier
    title: Wording | None = None
    weight: Annotated[float, Field(ge=0)] | None = None
    after: Identifier | None = None
    first: bool = False


class ScaleProposed(Proposed):
    """A scale with this content, new or instead of the one of that name; without content it is dropped."""

    kind: Literal["scale_proposed"] = "scale_proposed"
    scale: Identifier
    content: Scale | None = None


class IndicatorProposed(Proposed):
    """One change of the proposed grid, with its reason; `indicator` is absent where one is dropped or moved.

    It stands `after` another one, `first` in its section, or where it is, else last. An indicator that is edited may
    get another code: `code` is the one that it had.
    """

    kind: Literal["indicator_proposed"] = "indicator_proposed"
    action: Literal["add", "edit", "move", "drop"]
    code: Identifier
    section: Identifier | None = None
    after: Identifier | None = None
    first: bool = False
    indicator: Indicator | None = None


class AgreementRuleSet(FactBase):
    """The rule by which this team agrees on its grid: all moderators and observers, or so many of them."""

    kind: Literal["agreement_rule_set"] = "agreement_rule_set"
    rule: Literal["all", "quorum"] = "all"
    quorum: Annotated[int, Field(gt=0, le=1_000)] | None = None


class IndicatorJudged(FactBase):
    """Yes, or no with a reason, to one indicator, or to `grid:frame`: title, rules, sections and their weights.

    `content` is the digest of what was judged (`Grid.content_of`), so that the answer stands for these words and no
    others; `fingerprint` is that of the grid in which they stood.
    """

    kind: Literal["indicator_judged"] = "indicator_judged"
    code: Identifier
    fingerprint: Line
    content: Line = ""
    accepted: bool
    reason: Line = ""


class Signature(Frozen):
    """One person's agreement to a grid; the name is in `person_named` of the meeting where it was given."""

    person: Identifier
    role: Role


class TakenFrom(Frozen):
    """The meeting in which a grid was agreed, and when."""

    meeting: Line
    title: Wording = Wording()
    sealed: AwareDatetime | None = None


class GridSealed(FactBase):
    """The grid with that fingerprint is agreed, by these people, under this rule."""

    kind: Literal["grid_sealed"] = "grid_sealed"
    undoable: ClassVar[bool] = False
    fingerprint: Line
    rule: Literal["all", "quorum"] = "all"
    quorum: Annotated[int, Field(gt=0)] | None = None
    signatures: tuple[Signature, ...] = ()
    taken_from: TakenFrom | None = None


class Mapped(Frozen):
    """What became of indicators between two versions of a grid.

    `same`: code and content are unchanged; `renamed`: another code or other words, the same question on the same scale;
    `split` and `merged`: one became several, several became one; `dropped` and `new` have nothing on the other side.
    """

    how: Literal["same", "renamed", "split", "merged", "dropped", "new"]
    old: tuple[Identifier, ...] = ()
    new: tuple[Identifier, ...] = ()


class GridAmended(FactBase):
    """A new version of a sealed grid; scores stay with the version they were given on.

    `before` is the fingerprint of the version that it changes.
    """

    kind: Literal["grid_amended"] = "grid_amended"
    undoable: ClassVar[bool] = False
    grid: Grid
    mapping: tuple[Mapped, ...]
    reason: Prose
    before: Line = ""
