"""The comparison for programs: keys in English that stay, and null with a reason where there is no number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any, TypeAlias

from facilitate.analysis.profiles import About, Moderator, Profile, Together, columns, courses, grouped, together
from facilitate.analysis.programme import Held, Programme, audience, centre
from facilitate.analysis.programme_notes import Note, notes
from facilitate.analysis.scores import Mean
from facilitate.language import Words

Json: TypeAlias = dict[str, Any]


def as_json(programme: Programme, words: Words) -> Json:
    """Everything that is compared; reasons and notes are sentences in the reader's language."""
    return _Data(programme, words).everything()


class _Data:
    def __init__(self, programme: Programme, words: Words) -> None:
        self.programme, self.words = programme, words
        self.codes = {who: f"m{number}" for number, who in enumerate(programme.moderators, 1)}

    def everything(self) -> Json:
        programme = self.programme
        return {
            "notes": [self._note(each) for each in notes(programme)],
            "grid": self._grid(),
            "rehearsals_left_out": programme.rehearsals_left_out,
            "meetings": [self._meeting(each) for each in programme.held],
            "moderators": [
                self._moderator(each.who, each.profiles, each.change)
                for each in courses(programme.profiles, programme.moderators)
            ],
            "scores": [score for each in programme.profiles for score in self._scores(each)],
            "audiences": self._groups("audience", audience),
            "centres": self._groups("centre", centre),
        }

    def _note(self, note: Note) -> str:
        told = {
            name: self.words.listed(each) if isinstance(each, tuple) else each for name, each in note.values.items()
        }
        return self.words(note.message, note.number, **told)

    def _grid(self) -> Json | None:
        common = self.programme.common
        if common is None:
            return None
        return {
            "id": common.grid.id,
            "fingerprint": common.grid.fingerprint,
            "fingerprints": sorted(common.fingerprints),
            "indicators": len(common.codes),
            "left_out": list(common.left_out),
            "mappings": [
                {
                    "fingerprint": fingerprint,
                    "files_of": list(way.meetings),
                    "codes": {own: code for code, own in way.codes.items() if code in common.codes},
                }
                for fingerprint, way in sorted(common.through.items())
            ],
            "sections": [
                {"section": code, "about": about, "title": self._title(code)}
                for about, code in columns(self.programme.profiles)
            ],
        }

    def _title(self, code: str) -> str:
        common = self.programme.common
        found = [each.title for each in common.grid.sections if each.id == code] if common else []
        return found[0].to(self.words.language) if found else ""

    def _meeting(self, held: Held) -> Json:
        meeting, figures = held.meeting, held.figures
        return {
            "meeting": meeting.id,
            "title": meeting.title.to(self.words.language),
            "kit": meeting.kit,
            "audience": audience(held),
            "centre": meeting.centre,
            "place": meeting.place,
            "date": held.moment.date().isoformat() if held.moment else None,
            "people": figures.people,
            "people_why": self.words("report.training.not_counted") if figures.people is None else None,
            **{name: getattr(figures, name) for name in ("minutes_planned", "minutes_used")},
            "minutes_used_why": self.words("analysis.why.never_started") if figures.minutes_used is None else None,
            **{name: getattr(figures, name) for name in ("needs", "decisions", "actions")},
            "sheets_sent": figures.sent,
            "observers": figures.observers,
            "rehearsal": meeting.rehearsal,
            "grid": meeting.grid.fingerprint if meeting.grid else None,
            "compared": held.apart is None,
            "why": self.words(f"compare.why.{held.apart}") if held.apart else None,
        }

    def _moderator(self, who: Moderator, profiles: Sequence[Profile], change: float | None) -> Json:
        found = together(profiles, "moderator", None)
        return {
            "moderator": self.codes[who],
            "name": who.name,
            "why": None if who.name else self.words("report.name_erased"),
            "centre": who.centre,
            "meetings": [each.meeting for each in profiles],
            "overall": self._together(found),
            "change": {"value": change, "why": self.words("compare.few_meetings") if change is None else None},
        }

    def _scores(self, profile: Profile) -> list[Json]:
        every: list[tuple[str | None, Mean]] = [*profile.sections.items(), (None, profile.overall)]
        return [
            {
                "meeting": profile.meeting,
                "about": profile.about,
                "moderator": self.codes.get(profile.who),
                "section": section,
                "value": mean.mean,
                "spread": mean.spread,
                "sd": mean.sd,
                "observers": mean.observers,
                "why": self.words("compare.why.not_enough") if mean.mean is None else None,
            }
            for section, mean in every
        ]

    def _together(self, found: Together) -> Json:
        return {
            "value": found.mean,
            "profiles": found.profiles,
            "meetings": found.meetings,
            "fewest_observers": found.observers,
            "small": found.small,
            "why": self.words("compare.why.not_enough") if found.mean is None else None,
        }

    def _groups(self, name: str, key: Callable[[Held], str]) -> list[Json]:
        found = []
        for value, held in grouped(self.programme.held, key).items():
            ids = {each.meeting.id for each in held}
            profiles = [each for each in self.programme.profiles if each.meeting in ids]
            people = [each.figures.people for each in held if each.figures.people is not None]
            found.append(
                {
                    name: value,
                    "meetings": len(held),
                    "people": {
                        "value": fmean(people) if people else None,
                        "why": None if people else self.words("report.training.not_counted"),
                    },
                    **{each: self._mean(held, each) for each in ("minutes_planned", "minutes_used")},
                    **{each: self._mean(held, each) for each in ("needs", "decisions", "actions")},
                    "scores": self._of_group(profiles),
                }
            )
        return found

    def _mean(self, held: Sequence[Held], name: str) -> float | None:
        """Over the meetings of which it is known."""
        known = [value for each in held if (value := getattr(each.figures, name)) is not None]
        return fmean(known) if known else None

    def _of_group(self, profiles: Sequence[Profile]) -> list[Json]:
        abouts: tuple[About, ...] = ("moderator", "meeting")
        every = columns(self.programme.profiles)
        return [
            {"about": about, "section": section, **self._together(together(profiles, about, section))}
            for about in abouts
            for section in (*(code for each, code in every if each == about), None)
        ]
