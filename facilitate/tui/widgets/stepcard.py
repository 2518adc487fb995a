"""What a step is for and how it is done."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from facilitate.domain.agenda import Agenda, Step
from facilitate.language import Words
from facilitate.tui.sides import Scroll

AIRY = 20
"""Rows from which on there is room for a line between the parts."""


class StepCard(Scroll):
    """Purpose, expected output, method, tips, energiser: in the order in which a moderator needs them."""

    DEFAULT_CSS = """
    StepCard { padding: 0 1; scrollbar-size-vertical: 1; }
    StepCard > Static { width: 1fr; height: auto; }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._step: str | None = None

    @property
    def read_to(self) -> tuple[str, float]:
        """The step, and the line of its text that is on top."""
        return self._step or "", float(self.scroll_y)

    def read_on(self, step: str, line: float) -> None:
        """Go back to where somebody was, if the step is still that one."""
        if step == self._step:
            self.call_after_refresh(self.scroll_to, y=line, animate=False)

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, agenda: Agenda, step: Step | None, words: Words) -> None:
        """Draw one step; the place that was scrolled to stays while the step stays."""
        changed = self._step != (step and step.id)
        self._step = step.id if step else None
        self.query_one(Static).update(self._text(agenda, step, words) if step else Text())
        if changed:
            self.scroll_home(animate=False)

    def _text(self, agenda: Agenda, step: Step, words: Words) -> Text:
        """The parts that the step has; where there is room, with a line between them."""
        parts = [Text.assemble((label, "bold"), f" {body}") for label, body in _parts(agenda, step, words) if body]
        return Text("\n\n" if self.size.height >= AIRY else "\n").join(parts)


def _parts(agenda: Agenda, step: Step, words: Words) -> Iterator[tuple[str, str]]:
    """Labels, and what stands behind each."""
    language = words.language
    yield words("step.purpose"), step.purpose.to(language)
    yield words("step.output"), step.output.to(language)
    method = agenda.methods.get(step.method or "")
    told = (method.title.to(language), method.description.to(language)) if method else ()
    yield words("step.method"), " — ".join(each for each in told if each)
    yield words("step.groups"), step.group_rule.to(language)
    yield words("step.tips"), "\n".join(f"• {tip.to(language)}" for tip in step.tips)
    energiser = next((each for each in agenda.energisers if each.id == step.energiser), None)
    if energiser is not None:
        steps = "\n".join(f"{words.number(n)}. {each.to(language)}" for n, each in enumerate(energiser.steps, start=1))
        yield words("step.energiser", title=energiser.title), f"\n{steps}\n{energiser.tip.to(language)}".rstrip()
