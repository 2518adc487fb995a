"""Every intent once: its keys, its name, its help. Bindings, the key bar, the palette and the help page all read here.

An intent's words are the catalog's ``key.ID`` and ``key.ID.help``; its action is the screen's ``action_ID``.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitate.tui.intents import Intent

HELP = Intent("help", ("question_mark", "f1", "؟"))
LANGUAGE = Intent("language", ("l", "f3"), bar=False)
LETTERS = Intent("letters", ("ctrl+l",), bar=False)
THEME = Intent("theme", ("f12",), bar=False)
LEAVE = Intent("leave", ("q",))
SEAT = Intent("seat", ("f2", "w"))
UNDO = Intent("undo", ("u",))
REDO = Intent("redo", ("r",), bar=False)

OPEN = Intent("open", ("enter",))
NEW = Intent("new", ("n",))
COMPARE = Intent("compare", ("c",))

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
READ_UP = Intent("read_up", ("up",), bar=False)
READ_DOWN = Intent("read_down", ("down",), bar=False)
PAGE_UP = Intent("page_up", ("pageup",), bar=False)
PAGE_DOWN = Intent("page_down", ("pagedown",), bar=False)
READING = (READ_UP, READ_DOWN, PAGE_UP, PAGE_DOWN)
"""What moves a text that is longer than its place."""

PALETTE = Intent("palette", ("colon", "f4", "ctrl+p"), bar=False)

NEED = Intent("need", ("1", "١"))
DECISION = Intent("decision", ("2", "٢"))
ACTION = Intent("action", ("3", "٣"))
PARK = Intent("park", ("4", "٤"))
NOTE = Intent("note", ("5", "٥"), bar=False)
RULE = Intent("rule", ("6", "٦"), bar=False)
CAPTURES = (NEED, DECISION, ACTION, PARK, NOTE, RULE)

CHANGE = Intent("change", ("enter",))
WITHDRAW = Intent("withdraw", ("delete", "backspace"))
FILTER = Intent("filter", ("f",))
THIS_STEP = Intent("this_step", ("v",))
SEARCH = Intent("search", ("slash",))
KIND = Intent("kind", ("f10",))
NOTING = (KIND, *(each._replace(bar=True) for each in CAPTURES), CHANGE, WITHDRAW, FILTER, THIS_STEP, SEARCH)
"""The note-taker's own work."""

STEP = Intent("step", ("m", "f5"), bar=False)
FLOOR = Intent("floor", ("t", "f6"), bar=False)
NOTES = Intent("notes", ("k", "f7"), bar=False)
PEOPLE = Intent("people", ("a", "f8"), bar=False)
NEEDS = Intent("needs", ("d", "f9"), bar=False)
GROUPS = Intent("groups", ("g",), bar=False)
CLOSING = Intent("closing", ("c",), bar=False)
PROJECTOR = Intent("projector", ("p",), bar=False)
PREPARE = Intent("prepare", ("z",), bar=False)
AGREE_GRID = Intent("agree_grid", ("g",), bar=False)
"""What is done before the meeting; its own keys are in `commands_before.py`."""

PAGES = (STEP, FLOOR, NOTES, PEOPLE, NEEDS, GROUPS, CLOSING)

SUBJECT = Intent("subject", ("tab", "m"))
NOT_OBSERVED = Intent("not_observed", ("o",))
NOT_APPLICABLE = Intent("not_applicable", ("a",))
EVIDENCE = Intent("evidence", ("e", "f8"))
PART = Intent("part", ("c",), bar=False)
SEEN_IN = Intent("seen_in", ("v",), bar=False)
DUE = Intent("due", ("d",), bar=False)
NEXT_OWED = Intent("next_owed", ("x", "exclamation_mark"), bar=False)
TIMINGS = Intent("timings", ("t",), bar=False)
FACTS = (PART, SEEN_IN, DUE, NEXT_OWED, TIMINGS)
"""What stands behind an answer, and the step it belongs to."""
NEXT_OPEN = Intent("next_open", ("n",))
PREVIOUS_OPEN = Intent("previous_open", ("p",), bar=False)
CLEAR = Intent("clear", ("delete", "backspace"), bar=False)
SEND = Intent("send", ("s",))
SHOW_ONLY = Intent("show_only", ("f",), bar=False)
FIND_LINE = Intent("find_line", ("slash", "ظ"), bar=False)
WHOLE = Intent("whole", ("escape",), bar=False)
SECTIONS = Intent("sections", ("g",), bar=False)
NEXT_SECTION = Intent("next_section", ("right_square_bracket", "greater_than_sign", "د"), bar=False)
PREVIOUS_SECTION = Intent("previous_section", ("left_square_bracket", "less_than_sign", "ج"), bar=False)
GOING_ABOUT = (SECTIONS, NEXT_SECTION, PREVIOUS_SECTION, SHOW_ONLY, FIND_LINE, WHOLE)
"""What moves an observer about the grid; the brackets' keys are others on AZERTY and on the Arabic layout."""

OWN_PIN = Intent("own_pin", ("i",), bar=False)

EXPORT = Intent("export", ("x",))
DEBRIEF = Intent("debrief", ("d",))
RELEASE = Intent("release", ("a",))
CLEAR_PIN = Intent("clear_pin", ("i",), bar=False)

ACCEPT = Intent("accept", ("enter",))
REFUSE = Intent("refuse", ("escape",))
AGREE = Intent("agree", ("a",))
PUT_BACK = Intent("put_back", ("x",))
WHY = Intent("why", ("tab",))
RETIMING = (ACCEPT, AGREE, PUT_BACK, WHY, REFUSE)

MORE = Intent("more", ("plus", "equals_sign"))
FEWER = Intent("fewer", ("minus",))
JOIN = Intent("join", ("j",))
AWAY = Intent("away", ("delete",))
CLOSE = Intent("close", ("x",))
MEND = Intent("mend", ("j",))

DO_IT = Intent("do_it", ("enter",))
INTO_AGENDA = Intent("into_agenda", ("i",))
POSTURE = Intent("posture", ("1", "١"), bar=False)
AT_MOST = Intent("at_most", ("2", "٢"), bar=False)
TOUCH = Intent("touch", ("3", "٣"), bar=False)
CANCEL = Intent("cancel", ("escape",))
ENERGISING = (DO_IT, INTO_AGENDA, POSTURE, AT_MOST, TOUCH, *READING[2:], CANCEL)

SPEAKS = Intent("speaks", ("digits",))
"""One intent for nine keys, which are bound by `SPEAKERS`."""

SILENCE = Intent("silence", ("0", "٠"))
WAITS = Intent("waits", ("y",))
FIRST_WAITING = Intent("first_waiting", ("enter",))
REASSIGN = Intent("reassign", ("f",))
SOMEBODY = Intent("somebody", ("slash", "ظ"), bar=False)
TAKE_OFF = Intent("take_off", ("delete", "backspace"), bar=False)
LET_BE = Intent("let_be", ("escape",), bar=False)
FLOOR_PAGE = (SPEAKS, SILENCE, WAITS, FIRST_WAITING, REASSIGN, SOMEBODY, TAKE_OFF, LET_BE)
SPEAKERS: tuple[BindingType, ...] = tuple(
    Binding(f"{number},{arabic}", f"turn({number})", show=False, id=f"facilitate.turn.{number}")
    for number, arabic in enumerate("١٢٣٤٥٦٧٨٩", start=1)
)
"""The digits of the floor: each gives it to the one before whose name it stands."""

PAGE_BEFORE = Intent("page_before", ("left", "pageup"))
PAGE_AFTER = Intent("page_after", ("right", "pagedown"))

DOTS = Intent("dots", ("1", "١"))
PAIRS = Intent("pairs", ("2", "٢"))
NEW_NEED = Intent("new_need", ("3", "٣"))
MARK_NEED = Intent("mark_need", ("x",))
PUT_TOGETHER = Intent("put_together", ("j",))
TAKE_OUT = Intent("take_out", ("delete", "backspace"))
RETITLE = Intent("retitle", ("enter",))
RESULT = Intent("result", ("tab", "v"))
RANK = (DOTS, PAIRS, NEW_NEED, MARK_NEED, PUT_TOGETHER, TAKE_OUT, RETITLE, RESULT)
"""What is done with needs: on their page the first digits rank."""

FIRST = Intent("first", ("1", "١", "left"))
SECOND = Intent("second", ("2", "٢", "right"))
ONE_BEFORE = Intent("one_before", ("b", "up"))
ONWARD = Intent("onward", ("enter", "down"))
NOT_AGREED = Intent("not_agreed", ("0", "٠"))
REMARK = Intent("remark", ("5", "٥"))
BEGIN_AGAIN = Intent("begin_again", ("x",))
LEAVE_OFF = Intent("leave_off", ("escape", "q"))
COMPARING = (FIRST, SECOND, NOT_AGREED, ONE_BEFORE, ONWARD, REMARK, BEGIN_AGAIN, LEAVE_OFF)

KEEP_DOTS = Intent("keep_dots", ("enter",))
ONE_DOT_MORE = Intent("one_dot_more", ("plus", "equals_sign", "right"))
ONE_DOT_FEWER = Intent("one_dot_fewer", ("minus", "left"))
DOTTING = (KEEP_DOTS, ONE_DOT_MORE, ONE_DOT_FEWER, LEAVE_OFF)

SPLIT = Intent("split", ("x",))
GO_WITH = Intent("go_with", ("enter",))
CHANGE_GROUP = Intent("change_group", ("y",))
ADD_GROUP = Intent("add_group", ("j",))
DROP_GROUP = Intent("drop_group", ("delete", "backspace"))
TO_PLENARY = Intent("to_plenary", ("0", "٠"))
GROUPING = (SPLIT, GO_WITH, CHANGE_GROUP, ADD_GROUP, DROP_GROUP, TO_PLENARY)

ANYWHERE = (PALETTE, THEME, LANGUAGE, LETTERS, LEAVE, HELP)
HOME = (OPEN, NEW, COMPARE, *ANYWHERE)
MEETING = (NEXT, BACK, PAUSE, EXTEND)
"""What runs the meeting: the same keys on every page of the console."""

STEPPING = (SHORTEN, SKIP, INSERT, ENERGISE, RETIME, LEAD)
EVERY_PAGE = (UNDO, REDO, *PAGES, PROJECTOR, PREPARE, SEAT, *ANYWHERE)
COUNT = (MORE, FEWER, JOIN, AWAY, NEXT, BACK, PAUSE, SKIP, INSERT, ENERGISE, RETIME, LEAD, *EVERY_PAGE)
CLOSE_DOWN = (MEND, MORE, FEWER, CLOSE, NEXT, BACK, PAUSE, SKIP, INSERT, ENERGISE, RETIME, LEAD, *EVERY_PAGE)
"""The pages where numbers of people are counted: there + and - are one more and one fewer."""

RANKING = (
    *RANK,
    *(each._replace(bar=False) for each in MEETING),
    *STEPPING,
    *EVERY_PAGE,
)
"""Whoever ranks has their own keys before them; those of the meeting work all the same."""

TURNS = (
    *FLOOR_PAGE,
    NEXT,
    PAUSE,
    *(each._replace(bar=False) for each in (BACK, EXTEND)),
    *STEPPING,
    *EVERY_PAGE,
)
"""Whoever keeps the turns has their own keys before them, and few others."""

MODERATE = (*MEETING, *CAPTURES, *STEPPING, PANEL, *READING, *EVERY_PAGE)
OBSERVE = (
    NOT_OBSERVED,
    NOT_APPLICABLE,
    EVIDENCE,
    NEXT_OPEN,
    SEND,
    SUBJECT,
    UNDO,
    PREVIOUS_OPEN,
    *FACTS,
    *GOING_ABOUT,
    CLEAR,
    REDO,
    OWN_PIN,
    AGREE_GRID._replace(keys=("z",)),
    SEAT,
    *ANYWHERE,
)
TYPE_IN = Intent("type_in", ("t",))
PAPER = (Intent("paper_fact", ("enter",)), Intent("one_back", ("b",)), Intent("pass_over", ("n",)))
TYPING = (NOT_OBSERVED, NOT_APPLICABLE, *PAPER, UNDO, CLEAR, Intent("send_paper", ("s",)), LEAVE_OFF)
"""A scoresheet that is typed from paper."""

REVIEW = (EXPORT, DEBRIEF, RELEASE, TYPE_IN, CLEAR_PIN, PREPARE, AGREE_GRID, SEAT, *ANYWHERE)
SHOW = (PAGE_BEFORE, PAGE_AFTER, PROJECTOR, THEME, LANGUAGE, LETTERS, LEAVE, HELP)
