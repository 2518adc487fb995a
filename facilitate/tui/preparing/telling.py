"""Which act of the preparation it was, in few words: for the notice that it was taken back."""

from __future__ import annotations

from facilitate.domain.events import Fact
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import group_name
from facilitate.tui.drawing import cut

LONGEST = 40


def prepared(fact: Fact, meeting: Meeting, words: Words) -> str:
    """The person, the step, the line or the hour that it was about; nothing for other acts."""
    match fact:
        case p.MeetingChanged():
            return _about(fact, words)
        case p.PersonNamed():
            return fact.name
        case p.PersonAdded() | p.PersonChanged() | p.PersonLeft():
            return meeting.name(fact.person)
        case n.StepAssigned():
            return " ".join(filter(None, (fact.step, meeting.name(fact.moderator))))
        case n.ExpectedSet():
            return f"{group_name(fact.group, words)} {words.number(fact.number)}"
        case n.EndLocked():
            return words.hour(fact.end) if fact.end else ""
        case n.ItemSet():
            return cut(fact.text, LONGEST)
        case n.ItemDropped():
            return cut(meeting.checklist[fact.item].text, LONGEST) if fact.item in meeting.checklist else ""
        case n.ConsentSet():
            return words.day(fact.until) if fact.until else cut(fact.wording, LONGEST)
    return ""


def _about(fact: p.MeetingChanged, words: Words) -> str:
    """What was said of the meeting."""
    title = fact.title.to(words.language) if fact.title else ""
    start = words.moment(fact.start) if fact.start else ""
    said = (title, start, fact.place, fact.centre, fact.audience, *(fact.objectives or ()))
    return cut(words.listed(each for each in said if each), LONGEST)
