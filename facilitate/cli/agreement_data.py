"""Agreement for programs: keys in English that stay, and null with a reason where there is no number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from facilitate.analysis.agreement import Agreement, Measured, by_point, meaning, told
from facilitate.analysis.agreement.counted import CountedAgreement
from facilitate.analysis.coefficients import Coefficient, Why
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words

Json: TypeAlias = dict[str, Any]


def as_json(meeting: Meeting, found: Agreement, words: Words) -> Json:
    """What design section 6 names, and beside it what the text says: by section and indicator, observer by observer."""
    data = _Data(meeting, found, words)
    return {**data.whole(), **data.beside()}


class _Data:
    def __init__(self, meeting: Meeting, found: Agreement, words: Words) -> None:
        self.meeting, self.found, self.words = meeting, found, words

    def whole(self) -> Json:
        whole, covered = self.found.whole, self.found.coverage
        return {
            "units": whole.units,
            "observers": len(whole.observers),
            "pairs": whole.pairable,
            "coverage": covered.share,
            "coefficients": self.coefficients(whole.coefficients),
        }

    def beside(self) -> Json:
        found, whole, means = self.found, self.found.whole, meaning(self.found)
        scale = whole.put.scale
        return {
            "state": found.state,
            "verdict": means.verdict,
            "verdict_told": self._told(),
            "next_told": self.words(told.next_step(found).message),
            "units_compared": whole.compared,
            "grid_asked": found.coverage.asked,
            "grid_scored_by_two": found.coverage.scored,
            "on": whole.put.on,
            "scale": {"level": scale.level, "points": list(scale.points)},
            "lead": whole.lead,
            "left_out": list(whole.left_out),
            "difference": whole.difference,
            "fleiss_by_point": [
                {"point": point, **self.coefficient(each)} for point, each in by_point(whole.put).items()
            ],
            "observer_names": [{"observer": each, "name": self.meeting.name(each)} for each in whole.observers],
            "without": [
                {"observer": each.observer, "change": each.change, **self.coefficient(each.alpha)}
                for each in found.without
            ],
            "stands_apart": means.apart.observer if means.apart else None,
            "between": [each._asdict() for each in found.between],
            "after_seeing": list(found.after_seeing),
            "counted": [self.counted(each) for each in found.counted],
            "sections": [{"section": code, **self.part(each)} for code, each in found.sections.items()],
            "indicators": [{"indicator": code, **self.part(each)} for code, each in found.indicators.items()],
        }

    def counted(self, each: CountedAgreement) -> Json:
        return {
            "indicator": each.indicator,
            "about": each.about,
            "code": each.code,
            "per": each.per,
            "observers": list(each.observers),
            "looked": each.looked,
            "measures": self.coefficients(each.measures),
        }

    def part(self, measured: Measured) -> Json:
        return {
            "units": measured.units,
            "units_compared": measured.compared,
            "observers": len(measured.observers),
            "pairs": measured.pairable,
            "on": measured.put.on,
            "level": measured.put.scale.level,
            "difference": measured.difference,
            "coefficients": self.coefficients(measured.coefficients),
        }

    def coefficients(self, found: Mapping[str, Coefficient]) -> Json:
        return {name: self.coefficient(each) for name, each in found.items()}

    def coefficient(self, each: Coefficient) -> Json:
        return {
            "value": each.value,
            "why": self._undefined(each),
            "low": each.low,
            "high": each.high,
            "interval": each.how,
            "interval_why": self.why(each.why_interval) if each.value is not None else None,
            "rests_on": each.rests_on,
            "test": each.test._asdict() if each.test else None,
        }

    def _undefined(self, each: Coefficient) -> str | None:
        """Where scores are not to be seen yet, that is the reason, and not that there are none."""
        if each.value is None and self.found.state in ("no_grid", "hidden"):
            return self._told()
        return self.why(each.why)

    def _told(self) -> str:
        verdict = told.verdict_alone(self.found)
        return self.words(verdict.message, verdict.number)

    def why(self, reason: Why | None) -> str | None:
        return self.words(reason.message, **reason.values) if reason else None
