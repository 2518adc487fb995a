"""The parts of an agreement on a grid: what was proposed, who said yes or no, under which rule it was sealed."""

from __future__ import annotations

from typing import Literal, TypeAlias

from facilitate.domain.events.agreeing import (
    FrameProposed,
    IndicatorProposed,
    Mapped,
    ScaleProposed,
    SectionProposed,
    Signature,
    TakenFrom,
)
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.model import Frozen

Change = FrameProposed | SectionProposed | ScaleProposed | IndicatorProposed
"""One change of a grid that is being discussed."""


class Proposal(Frozen):
    """Who proposed a change, and when."""

    change: Change
    by: str
    at: Instant


class Judgement(Frozen):
    """One person's yes or no to one indicator, or to the grid's frame, with these words (`content`)."""

    code: str
    person: str
    content: str
    fingerprint: str
    accepted: bool
    reason: str
    at: Instant


class AgreementRule(Frozen):
    """All moderators and observers, or at least `quorum` of them."""

    rule: Literal["all", "quorum"] = "all"
    quorum: int | None = None


class Seal(Frozen):
    """The agreement on one version of a grid."""

    fingerprint: str
    rule: str
    quorum: int | None
    signatures: tuple[Signature, ...]
    at: Instant
    taken_from: TakenFrom | None


class Amendment(Frozen):
    """How one version of the grid became the next."""

    mapping: tuple[Mapped, ...]
    reason: str
    by: str
    at: Instant


Standing: TypeAlias = Literal["not_agreed", "agreed", "amended"]
"""Whether the version of a grid that is in force was agreed."""


class GridHistory(Frozen):
    """The grid's versions, the last of them in force, and what was proposed, judged and sealed.

    `amendments[n]` made `versions[n + 1]` of `versions[n]`; `begun` is the grid as it was put on the table, before the
    `proposals`.
    """

    versions: tuple[Grid, ...] = ()
    begun: Grid | None = None
    proposals: tuple[Proposal, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    rule: AgreementRule = AgreementRule()
    seals: tuple[Seal, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @property
    def current(self) -> Grid | None:
        return self.versions[-1] if self.versions else None

    @property
    def seal(self) -> Seal | None:
        """The last seal, be it of the version in force or of one before it."""
        return self.seals[-1] if self.seals else None

    @property
    def standing(self) -> Standing:
        """Whether the version in force was agreed; *amended* is one that followed an agreed one and is not sealed."""
        if self.current is None or not self.seals:
            return "not_agreed"
        return "agreed" if self.seals[-1].fingerprint == self.current.fingerprint else "amended"
