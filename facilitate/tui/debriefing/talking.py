"""One thing to talk about, in full: what was agreed, every answer at its anchor, and the facts side by side."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.debriefing import Item, Voice
from facilitate.domain.indicator import Choice
from facilitate.domain.meeting.sheets import Review
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.tui.debriefing.columns import Said, side_by_side
from facilitate.tui.debriefing.known import Known
from facilitate.tui.observer.answers import shown
from facilitate.tui.observer.card import answer_points, no_answers
from facilitate.tui.observer.evidence import stamp, told
from facilitate.tui.textrows import folded

_INDENT = " " * 5
"""Before an anchor that stands below its point."""

BOLD, ITALIC, DIM = Style(bold=True), Style(italic=True), Style(dim=True)


class Talking:
    """Draws an item in lines of at most `width` cells."""

    def __init__(self, known: Known, item: Item, width: int) -> None:
        self.known, self.item, self.width = known, item, width
        self.words, self.meeting = known.words, known.meeting
        self.indicator = item.indicator

    def drawn(self) -> Text:
        lines = [
            *self._head(),
            *self._agreed(),
            *self._facts(),
            *self._answers(),
        ]  # what was seen comes before the score
        return Text("\n").join(lines)

    def _head(self) -> Iterator[Text]:
        where = self.known.subject(self.item.cell)
        yield Text(f"{self.indicator.id} · {where}  {self.indicator.text.to(self.words.language)}", BOLD)
        yield Text(self._how_far(), ITALIC)

    def _how_far(self) -> str:
        item, words = self.item, self.words
        if item.differs:
            said = words("debrief.apart", percent=words.percent(item.apart or 0))
            return f"{said} {words('debrief.partly')}" if item.partly else said
        if item.partly:
            return words("debrief.partly")
        return words("debrief.alone" if item.apart is None else "debrief.alike")

    def _agreed(self) -> Iterator[Text]:
        found = self.item.consensus
        if found is None:
            return
        if found.value is None:
            yield Text(f"· {self.words('debrief.talked', name=self.meeting.name(found.by), reason=found.reason)}", BOLD)
            return
        yield Text(f"✓ {self._set(found, 'debrief.agreed')}", BOLD)
        if found.reason:
            yield Text(f"  {self.words('debrief.because', reason=found.reason)}")

    def _set(self, found: Review, message: str) -> str:
        when = self.words.hour(found.at.wall.astimezone())
        return self.words(message, value=self._value(found.value), name=self.meeting.name(found.by), time=when)

    def _answers(self) -> Iterator[Text]:
        """Every answer that can be given, with its anchor and with who gave it; then who gave none of these."""
        grid = self.meeting.grid
        assert grid is not None
        yield Text("")
        told: set[str] = set()
        points = (*answer_points(grid, self.indicator, None, self.words), *no_answers(self.indicator, None, self.words))
        for point in points:
            who = [each for each in self.item.voices if self._at(each, point.key)] if point.key else []
            told |= {each.observer for each in who}
            if who or point.key not in ("o", "a", ""):
                yield self._point(point.key, point.label, point.anchor, who)
        for voice in self.item.voices:
            if voice.observer not in told:
                yield Text(f" {self._line(voice)}")
        yield from self._reviews()

    def _reviews(self) -> Iterator[Text]:
        """What a trainer made of an answer stands below it, beside the answer."""
        for voice in self.item.voices:
            if voice.review is not None:
                name = self.meeting.name(voice.observer)
                said = self._set(voice.review, "debrief.reviewed")
                why = f" {self.words('debrief.because', reason=voice.review.reason)}" if voice.review.reason else ""
                yield Text(f" ↻ {name}: {said}{why}", ITALIC)

    def _point(self, key: str, label: str, anchor: str, who: list[Voice]) -> Text:
        names = self.words.listed(self._name(each) for each in who)
        line = Text()
        line.append(f" {self._digit(key)} ", Style(reverse=True, bold=bool(who)))
        line.append(f"{'●' if who else ' '} {label}", Style(bold=bool(who)))
        if names:
            line.append("  ")
            line.append(names, Style(bold=True, underline=True))
        beside = f"  {anchor}"
        if anchor and not who and line.cell_len + cell_len(beside) <= self.width:
            line.append(beside, Style(dim=True))
        elif anchor:
            for row in folded(anchor, self.width - len(_INDENT)):
                line.append(f"\n{_INDENT}{row}", Style(dim=not who))
        return line

    def _digit(self, key: str) -> str:
        return self.words(f"cell.{_APART[key]}") if key in _APART else key

    def _name(self, voice: Voice) -> str:
        name = self.meeting.name(voice.observer)
        return self.words("debrief.name_after", name=name) if voice.after_seeing else name

    def _line(self, voice: Voice) -> str:
        if voice.given is None or not voice.given.says_something or not voice.in_person:
            value = self.words("debrief.gave_nothing") if voice.given is None else self._value(voice.given.value)
            if voice.given is not None and not voice.in_person:
                value = self.words("debrief.not_in_person", value=value)
        else:
            value = self._value(voice.given.value)
        return self.words("debrief.gave", name=self._name(voice), value=value)

    def _value(self, value: Value | None) -> str:
        return value.text if isinstance(value, Noted) else shown(value, self.indicator, self.words)

    def _at(self, voice: Voice, key: str) -> bool:
        """Whether an observer gave the answer that this key gives."""
        value = voice.given.value if voice.given and voice.in_person else None
        return value is not None and key in self._keys(value)

    def _keys(self, value: Value) -> frozenset[str]:
        match value:
            case Answer():
                return frozenset({_KEYS[value]})
            case Chosen() if isinstance(self.indicator, Choice):
                options = enumerate(self.indicator.options, 1)
                return frozenset(str(place) for place, each in options if each.id in value.choices)
        return frozenset({str(value)})

    def _facts(self) -> Iterator[Text]:
        grid = self.meeting.grid
        assert grid is not None
        if not any(each.evidence for each in self.item.voices):
            yield Text(self.words("debrief.no_facts"), ITALIC)
            return
        yield Text(self.words("debrief.facts"), Style(bold=True, underline=True))
        columns = []
        for voice in self.item.voices:
            facts = tuple(
                f"{told(each, grid, self.words)} {stamp(each, self.words)}".rstrip() for each in voice.evidence
            )
            value = self._value(voice.given.value) if voice.given else "·"
            columns.append(Said(f"{self._name(voice)}  {value}", facts or (self.words("debrief.no_fact"),)))
        yield from side_by_side(columns, self.width)


_APART = {"o": "not_observed", "a": "not_applicable"}
_KEYS = {"yes": "1", "no": "0", "not_observed": "o", "not_applicable": "a"}
