"""The lists of a paper pack: needs with their dots, decisions, actions, and who was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from facilitate.cli.frame import say
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import Captured, CaptureKind, Ranked
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.model import harmless
from facilitate.domain.people import Group, Role
from facilitate.journal.journal import Journal, fresh_name
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.numbers import read_number
from facilitate.tui.capturing import captured

if TYPE_CHECKING:
    from facilitate.workbook.review.paper import Line

KINDS = {"need": CaptureKind.NEED, "decision": CaptureKind.DECISION, "action": CaptureKind.ACTION}
NOT_YOURS = "refused.not_yours"
SEXES = ("women", "men")


class PaperLines:
    """Brings in the lines, each for itself; what the meeting has already is not taken twice."""

    def __init__(self, journal: Journal, by: str, words: Words, dry_run: bool) -> None:
        self.journal, self.by, self.words, self.dry_run = journal, by, words, dry_run
        self.refused = self.taken = self.same = 0
        self.needs: dict[str, str] = {}
        self.dots: dict[str, dict[str, int]] = {sex: {} for sex in SEXES}

    def bring_in(self, lines: Iterable[Line]) -> int:
        """Take the lines in and tell each; how many were refused."""
        every = list(lines)
        self.needs = {folded(each.text): each.id for each in self.journal.record.meeting.captured(CaptureKind.NEED)}
        for line in every:
            if line.of in KINDS:
                self._capture(line)
            elif line.of == "attendance" and "text" in line.fields:
                self._person(line)
        for line in every:
            self._count(line)
        self._ranked()
        if every:
            message = "review.paper.would" if self.dry_run else "review.paper.lists"
            say(self.words(message, count=self.taken, same=self.same, refused=self.refused))
        return self.refused

    def _capture(self, line: Line) -> None:
        what, text = KINDS[line.of], line.fields.get("text", "")
        meeting = self.journal.record.meeting
        if not text:
            return
        if any(each.what is what and folded(each.text) == folded(text) for each in meeting.captures.values()):
            self.same += 1
            return
        fields = (text, line.fields.get("owner", ""), line.fields.get("due", ""))
        step = line.fields.get("step", "")
        known = meeting.agenda.step(step) if meeting.agenda and step else None
        facts = captured(meeting, what, fields, known.id if known else None, fresh_name, language=self.words.language)
        if self._keep(line, facts, text) and isinstance(facts[-1], Captured):
            self.needs.setdefault(folded(text), facts[-1].capture)

    def _person(self, line: Line) -> None:
        name = harmless(line.fields["text"])
        meeting = self.journal.record.meeting
        if any(folded(each.name) == folded(name) for each in meeting.people.values() if each.name):
            self.same += 1
            return
        person = f"p{fresh_name()}"
        group = Group(sex=self._sex(line.fields.get("group", "")), place=line.fields.get("place") or None)
        joined = PersonAdded(person=person, roles=frozenset({Role.PARTICIPANT}), group=group)
        self._keep(line, [joined, PersonNamed(person=person, name=name)], name)

    def _sex(self, said: str) -> str | None:
        """Women or men where the group is called so, in the words of this language or English."""
        for words in (self.words, Words("en")):
            for sex in SEXES:
                if said and folded(words(f"report.sex.{sex}")) in folded(said):
                    return sex
        return None

    def _count(self, line: Line) -> None:
        """Dots beside a need of the list, or on a line of the count that names it."""
        need = self.needs.get(folded(line.fields.get("text", "")))
        said = {sex: line.fields.get(f"dots_{sex}" if line.of == "need" else sex, "") for sex in SEXES}
        if line.of not in ("need", "rank") or not any(said.values()):
            return
        if need is None and line.of == "need":
            return  # the need itself was refused
        if need is None:
            self._refuse(line, Refused("review.paper.no_need", {"text": line.fields.get("text", "")[:80]}))
            return
        for sex, text in said.items():
            number = read_number(text) if text else None
            if text and (number is None or number < 0 or number != int(number)):
                self._refuse(line, Refused("review.paper.no_count", {"value": text[:40]}))
            elif number is not None:
                self.dots[sex][need] = int(number)

    def _ranked(self) -> None:
        for sex, counts in self.dots.items():
            group = Group(sex=sex)
            known = [each for each in self.journal.record.meeting.rankings if each.group == group]
            if not counts or any(dict(each.counts) == counts for each in known):
                continue
            fact = Ranked(method="dots", needs=tuple(counts), group=group, counts=counts)
            total = self.words("review.paper.dots", count=sum(counts.values()))
            self._keep(None, [fact], f"{self.words(f'report.sex.{sex}')}: {total}")

    def _keep(self, line: Line | None, facts: list[Fact], text: str) -> bool:
        refused = next(self._refusals(facts), None)
        if refused is not None:
            self._refuse(line, refused, text)
            return False
        self.taken += 1
        said = self.words("review.paper.line", text=harmless(" ".join(text.split()))[:160])
        say(f"{line.at.shown}: {said}" if line else said)
        return True

    def _refusals(self, facts: list[Fact]) -> Iterator[Refused]:
        if not self.dry_run:
            kept = self.journal.append(self.by, *facts)
            if isinstance(kept, Refused):
                yield kept
            return
        record = self.journal.record
        for place, fact in enumerate(facts):
            decided = decide(record.meeting, record.undo, self.by, fact)
            rests = place or self._rests_on_new_needs(fact)
            if isinstance(decided, Refused) and (not rests or decided.message == NOT_YOURS):
                yield decided  # what follows the first rests on it, and only who may write it can be told

    def _rests_on_new_needs(self, fact: Fact) -> bool:
        """Whether dots are given to needs that a dry run has not written."""
        known = self.journal.record.meeting.captures
        return isinstance(fact, Ranked) and any(need not in known for need in fact.needs)

    def _refuse(self, line: Line | None, refused: Refused, text: str = "") -> None:
        self.refused += 1
        message = "review.paper.as" if refused.message == NOT_YOURS else refused.message
        why = self.words(message, **refused.values)
        say(self.words("review.not_taken", line=f"{line.at.shown if line else text}: {why}"))
