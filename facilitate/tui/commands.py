"""Every intent once: its keys, its name, its help. Bindings, the key bar, the palette and the help page all read here.

An intent's words are the catalog's ``key.ID`` and ``key.ID.help``; its action is the screen's ``action_ID``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Intent(NamedTuple):
    """Something a person wants to do. The first key is the one that is shown; `bar` puts it into the key bar."""

    id: str
    keys: tuple[str, ...]
    bar: bool = True

    @property
    def name(self) -> str:
        """The message id of its name."""
        return f"key.{self.id}"

    @property
    def help(self) -> str:
        """The message id of its help."""
        return f"key.{self.id}.help"

    @property
    def shown_key(self) -> str:
        """The key as people read it on the keyboard."""
        return _SHOWN.get(self.keys[0], self.keys[0])


_SHOWN = {
    "space": "␣",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "enter": "⏎",
    "f1": "F1",
    "f2": "F2",
    "tab": "⇥",
    "slash": "/",
}

HELP = Intent("help", ("question_mark", "f1", "؟"))
LANGUAGE = Intent("language", ("l", "f3"), bar=False)
LEAVE = Intent("leave", ("q",))
SEAT = Intent("seat", ("f2", "w"))
UNDO = Intent("undo", ("u",))
REDO = Intent("redo", ("r",), bar=False)

OPEN = Intent("open", ("enter",))
NEW = Intent("new", ("n",))

NEXT = Intent("next", ("n",))
BACK = Intent("back", ("b",))
PAUSE = Intent("pause", ("space",))
EXTEND = Intent("extend", ("plus", "equals_sign"))
SHORTEN = Intent("shorten", ("minus",), bar=False)
SKIP = Intent("skip", ("s",), bar=False)
INSERT = Intent("insert", ("i",), bar=False)
ENERGISE = Intent("energise", ("e",), bar=False)
RETIME = Intent("retime", ("o",), bar=False)
LEAD = Intent("lead", ("h",), bar=False)
PANEL = Intent("panel", ("tab", "v"), bar=False)
PALETTE = Intent("palette", ("colon", "f4", "ctrl+p"), bar=False)

NEED = Intent("need", ("1", "١"))
DECISION = Intent("decision", ("2", "٢"))
ACTION = Intent("action", ("3", "٣"))
PARK = Intent("park", ("4", "٤"))
NOTE = Intent("note", ("5", "٥"), bar=False)
RULE = Intent("rule", ("6", "٦"), bar=False)
CAPTURES = (NEED, DECISION, ACTION, PARK, NOTE, RULE)

STEP = Intent("step", ("m", "f5"), bar=False)
FLOOR = Intent("floor", ("t", "f6"), bar=False)
NOTES = Intent("notes", ("k", "f7"), bar=False)
PEOPLE = Intent("people", ("a", "f8"), bar=False)
NEEDS = Intent("needs", ("d", "f9"), bar=False)
GROUPS = Intent("groups", ("g",), bar=False)
CLOSING = Intent("closing", ("c",), bar=False)
PROJECTOR = Intent("projector", ("p",), bar=False)
PAGES = (STEP, FLOOR, NOTES, PEOPLE, NEEDS, GROUPS, CLOSING)

SUBJECT = Intent("subject", ("tab", "m"))
NOT_OBSERVED = Intent("not_observed", ("o",))
NOT_APPLICABLE = Intent("not_applicable", ("a",))
EVIDENCE = Intent("evidence", ("e",))
NEXT_OPEN = Intent("next_open", ("n",))
PREVIOUS_OPEN = Intent("previous_open", ("p",), bar=False)
CLEAR = Intent("clear", ("delete", "backspace"), bar=False)
SEND = Intent("send", ("s",))

EXPORT = Intent("export", ("x",))
DEBRIEF = Intent("debrief", ("d",))

ANYWHERE = (LANGUAGE, LEAVE, HELP)
HOME = (OPEN, NEW, *ANYWHERE)
MEETING = (NEXT, BACK, PAUSE, EXTEND)
"""What runs the meeting: the same keys on every page of the console."""

STEPPING = (SHORTEN, SKIP, INSERT, ENERGISE, RETIME, LEAD)
EVERY_PAGE = (UNDO, REDO, *PAGES, PROJECTOR, SEAT, PALETTE, *ANYWHERE)
MODERATE = (*MEETING, *CAPTURES, *STEPPING, PANEL, *EVERY_PAGE)
OBSERVE = (
    NOT_OBSERVED,
    NOT_APPLICABLE,
    EVIDENCE,
    NEXT_OPEN,
    SEND,
    SUBJECT,
    UNDO,
    PREVIOUS_OPEN,
    CLEAR,
    REDO,
    SEAT,
    *ANYWHERE,
)
REVIEW = (EXPORT, DEBRIEF, SEAT, *ANYWHERE)
SHOW = ANYWHERE


ARABIC_LAYOUT = dict(zip("qwertyuiopasdfghjklzxcvnm", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))
"""What the letter keys send while the Arabic layout is on, where the key is meant and not the letter (b sends two)."""


def on_every_layout(key: str) -> tuple[str, ...]:
    """A key, and what it sends on an Arabic keyboard where that is something else."""
    return (key, ARABIC_LAYOUT[key]) if key in ARABIC_LAYOUT else (key,)


def bound(intents: Iterable[Intent]) -> list[BindingType]:
    """Textual's bindings for some intents, each with a stable id, so that users can put them on other keys."""
    return [
        Binding(
            ",".join(each for key in intent.keys for each in on_every_layout(key)),
            intent.id,
            intent.name,
            show=False,
            id=f"facilitate.{intent.id}",
        )
        for intent in intents
    ]
