"""Which versions of a grid go into which, as far as the files of some meetings say so.

Where a meeting amended its grid, its file holds what became of every indicator. With it a meeting on the earlier
version and one on the later version can be compared, in whichever of the files it stands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from facilitate.domain.meeting.mapping import back, onward
from facilitate.domain.meeting.state import Meeting

Codes = Mapping[str, str]


class Through(NamedTuple):
    """How one version of a grid goes into another: for each code of the one its code in the other; the meetings whose
    files say so."""

    codes: Codes
    meetings: tuple[str, ...]

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """The codes that differ."""
        return tuple((one, other) for one, other in self.codes.items() if one != other)


class Links:
    """The amendments of all meetings, as ways between fingerprints."""

    def __init__(self, meetings: Iterable[Meeting] = ()) -> None:
        self._ways: dict[str, dict[str, Through]] = {}
        for meeting in meetings:
            versions = [grid.fingerprint for grid in meeting.grids.versions]
            for place, amendment in enumerate(meeting.grids.amendments):
                before, after = versions[place], versions[place + 1]
                for one, other, codes in (
                    (before, after, onward(amendment.mapping)),
                    (after, before, back(amendment.mapping)),
                ):
                    self._ways.setdefault(one, {}).setdefault(other, Through(codes, (meeting.id,)))

    def between(self, one: str, other: str) -> Through | None:
        """The shortest way from one version to another; nothing where no file tells any."""
        found = {one: Through({}, ())}
        waiting = deque([one])
        while waiting and other not in found:
            here = waiting.popleft()
            for there, way in self._ways.get(here, {}).items():
                if there not in found:
                    found[there] = way if here == one else _joined(found[here], way)
                    waiting.append(there)
        return found.get(other) if one != other else None


def _joined(first: Through, then: Through) -> Through:
    codes = {code: then.codes[there] for code, there in first.codes.items() if there in then.codes}
    return Through(codes, tuple(dict.fromkeys((*first.meetings, *then.meetings))))
