"""What is said of agreement, as message ids and values: text, workbook, screen and programs tell the same sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from facilitate.analysis.agreement.meaning import meaning
from facilitate.analysis.agreement.whole import Agreement

Listed: TypeAlias = Callable[[Iterator[str]], str]


class Sentence(NamedTuple):
    """A message id with its values. `people` are ids: their names stand in it as `name`, of the first, and `names`."""

    message: str
    number: int | None = None
    people: tuple[str, ...] = ()
    values: Mapping[str, Any] = {}

    def said(
        self, words: Callable[..., str], name: Callable[[str], str], listed: Callable[[Iterator[str]], str]
    ) -> str:
        """In somebody's words: `words` make a sentence, `name` names a person, `listed` puts names into a row."""
        if not self.people:
            return words(self.message, self.number, **self.values)
        named = {"name": name(self.people[0]), "names": listed(name(each) for each in self.people)}
        return words(self.message, self.number, **named, **self.values)


def verdict_alone(found: Agreement) -> Sentence:
    """The verdict without what is said besides."""
    verdict = meaning(found).verdict
    return Sentence(f"agreement.verdict.{verdict}", len(found.waiting) if verdict == "hidden" else found.whole.compared)


def verdict_told(found: Agreement) -> Iterator[Sentence]:
    """What this means for trusting the scores, for people who never saw a coefficient."""
    means = meaning(found)
    yield verdict_alone(found)
    if means.wide and means.verdict != "few":
        yield Sentence("agreement.wide")
    if means.apart is not None:
        yield Sentence("agreement.stands_apart", people=(means.apart.observer,))
    if found.after_seeing:
        yield Sentence("agreement.after_seeing", len(found.after_seeing), found.after_seeing)


def next_step(found: Agreement) -> Sentence:
    """What to do now; it stands in `agreement.next`."""
    return Sentence(f"agreement.next.{meaning(found).verdict}")


def covered(found: Agreement) -> Iterator[Sentence]:
    """What the figures about scores rest on, in one line."""
    asked = {"scored": found.coverage.scored, "asked": found.coverage.asked}
    yield Sentence("agreement.covered", people=found.whole.observers, values=asked)
    yield Sentence("agreement.rests_on", found.whole.compared)


def compared_how(found: Agreement) -> Iterator[Sentence]:
    """What is compared where scales differ, and what is left out then."""
    if found.whole.put.on == "points":
        yield Sentence("agreement.on_points")
    if found.whole.left_out:
        yield Sentence("agreement.left_out", values={"codes": found.whole.left_out})
