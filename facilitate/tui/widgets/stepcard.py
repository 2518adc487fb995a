"""What a step is for and how it is done."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from facilitate.domain.agenda import Agenda, Step
from facilitate.language import Words


class StepCard(VerticalScroll):
    """Purpose, expected output, method, tips, energiser: in the order in which a moderator needs them."""

    DEFAULT_CSS = """
    StepCard { padding: 0 1; scrollbar-size-vertical: 1; }
    StepCard > Static { width: 1fr; height: auto; }
    """
    can_focus = False

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, agenda: Agenda, step: Step | None, words: Words) -> None:
        """Draw one step; the place that was scrolled to stays while the step stays."""
        changed = getattr(self, "_step", None) != (step and step.id)
        self._step = step.id if step else None
        self.query_one(Static).update(self._text(agenda, step, words) if step else Text())
        if changed:
            self.scroll_home(animate=False)

    def _text(self, agenda: Agenda, step: Step, words: Words) -> Text:
        language = words.language
        text = Text()
        self._part(text, words("step.purpose"), step.purpose.to(language))
        self._part(text, words("step.output"), step.output.to(language))
        method = agenda.methods.get(step.method or "")
        if method is not None:
            self._part(text, words("step.method"), method.title.to(language))
        self._part(text, words("step.groups"), step.group_rule.to(language))
        if step.tips:
            self._part(text, words("step.tips"), "\n".join(f"• {tip.to(language)}" for tip in step.tips))
        energiser = next((each for each in agenda.energisers if each.id == step.energiser), None)
        if energiser is not None:
            steps = "\n".join(f"{n}. {each.to(language)}" for n, each in enumerate(energiser.steps, start=1))
            self._part(text, words("step.energiser", title=energiser.title), f"{steps}\n{energiser.tip.to(language)}")
        return text

    def _part(self, text: Text, label: str, body: str) -> None:
        if body:
            text.append(label, "bold")
            text.append("\n" if "\n" in body else " ")
            text.append(f"{body}\n")
