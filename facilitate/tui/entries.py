"""What can be found by its name: acts, pages, steps, energisers, languages; in any of the three languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.words import CODES, Code
from facilitate.tui.anywhere import AnyScreen, NextLanguage
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.keynames import key_read
from facilitate.tui.screen import GoTo, SeatScreen
from facilitate.tui.seat import PAGES, screens_for

LANGUAGES = {"ar": "العربية", "fr": "Français", "en": "English"}
"""Each language in its own words, for whoever cannot read the others."""

OTHERS, HELP = 0.8, 0.4
"""What a name in another language, and a word of the help, is worth beside a name in the reader's own."""

ALIKE = 0.75
"""From how much likeness on a word is taken for a mistyped one."""


class Entry(NamedTuple):
    """Something to do: its name in the reader's language, then in the others; its key and what it does, if anything."""

    names: tuple[str, ...]
    act: Callable[[], object]
    key: str = ""
    help: str = ""


def found(letters: str, entries: Iterable[Entry]) -> list[tuple[float, Entry]]:
    """The entries that somebody may mean by some letters, each with how well it fits, from 0 to 1; the best first."""
    wanted = folded(letters).strip()
    scored = [(_worth(wanted, each), each) for each in entries]
    return sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])


def _worth(wanted: str, entry: Entry) -> float:
    own, *others = (_fits(wanted, folded(name)) for name in entry.names)
    return max(own, *(OTHERS * each for each in others), HELP * _fits(wanted, folded(entry.help)), 0.0)


def _fits(wanted: str, name: str) -> float:
    """How well a name fits: it begins so, a word in it does, it holds the letters, all words of them, or nearly."""
    if not wanted or not name:
        return 0.0
    if name.startswith(wanted):
        return 1.0
    words = name.split()
    if any(word.startswith(wanted) for word in words):
        return 0.9
    if wanted in name:
        return 0.7
    if all(part in name for part in wanted.split()):
        return 0.6
    nearly = len(wanted) > 3 and any(SequenceMatcher(None, wanted, word).ratio() >= ALIKE for word in words)
    return 0.3 if nearly else 0.0


# What there is.


def entries(screen: AnyScreen) -> tuple[Entry, ...]:
    """Everything that the person can do where they are: first what the page does, then steps, energisers, the rest."""
    parts = [_acts(screen)]
    if isinstance(screen, SeatScreen):
        parts.append(_screens(screen))
    if isinstance(screen, ConsolePage):
        parts += [_steps(screen), _energisers(screen)]
    return tuple(each for part in (*parts, _languages(screen)) for each in part)


def in_every_language(message: str, words: Words) -> tuple[str, ...]:
    """A sentence in the reader's language, then in the others."""
    return tuple(words.into(code)(message) for code in _codes(words))


def _codes(words: Words) -> list[Code]:
    return sorted(CODES, key=lambda code: code != words.language)


def _acts(screen: AnyScreen) -> Iterator[Entry]:
    """What has a key here, except looking for it; an id is a name, too, for those who know other programs."""
    for intent in screen.allowed(screen.intents):
        if intent.id not in ("palette", "speaks"):
            names = in_every_language(screen.label(intent), screen.words)
            act = partial(screen.run_action, intent.id)
            yield Entry(
                (*names, intent.id.replace("_", " ")), act, key_read(intent, screen.words), screen.words(intent.help)
            )


def _screens(screen: SeatScreen) -> Iterator[Entry]:
    """The person's screens that have no key of their own here."""
    keyed = {intent.id for intent in screen.INTENTS}
    for name in screens_for(screen.meeting.people.get(screen.seat.person)):
        if name != screen.PAGE and name not in keyed:
            message = f"key.{name}" if name in PAGES else f"palette.{name}"
            yield Entry(in_every_language(message, screen.words), partial(screen.post_message, GoTo(name)))


def _steps(screen: ConsolePage) -> Iterator[Entry]:
    meeting = screen.meeting
    if screen.check_action("next", ()) is False or meeting.agenda is None or meeting.closed:
        return
    current = screen.opening.step if screen.opening else None
    for step in meeting.agenda.steps:
        if step.id != current:
            titles = {code: step.title.to(code) for code in _codes(screen.words)}
            names = tuple(
                screen.words.into(code)("palette.open_step", step=step.id, title=title)
                for code, title in titles.items()
            )
            yield Entry(
                (*names, step.id), partial(screen.ask_to_open, step.id), help=step.output.to(screen.words.language)
            )


def _energisers(screen: ConsolePage) -> Iterator[Entry]:
    meeting: Meeting = screen.meeting
    if screen.check_action("energise", ()) is False or meeting.agenda is None or meeting.closed:
        return
    for each in meeting.agenda.energisers:
        titles = {code: each.title.to(code) for code in _codes(screen.words)}
        names = tuple(screen.words.into(code)("palette.energiser", title=title) for code, title in titles.items())
        yield Entry(names, partial(screen.action_energise, each.id), help=each.tip.to(screen.words.language))


def _languages(screen: AnyScreen) -> Iterator[Entry]:
    for code, name in LANGUAGES.items():
        if code != screen.words.language:
            names = (name, *in_every_language("key.language", screen.words))
            yield Entry(names, partial(screen.post_message, NextLanguage(code)))
