"""The keys of the page that puts meetings side by side: a digit for each view, and what is done there."""

from __future__ import annotations

from facilitate.tui.intents import Intent

MEETINGS = Intent("see_meetings", ("1", "١"), bar=False)
GROUPS = Intent("see_groups", ("2", "٢"), bar=False)
MODERATORS = Intent("see_moderators", ("3", "٣"), bar=False)
GRID = Intent("see_grid", ("4", "٤"), bar=False)
VIEWS = (MEETINGS, GROUPS, MODERATORS, GRID)
"""The views, in the order in which Tab goes through them."""

VIEW_AFTER = Intent("view_after", ("tab",), bar=False)
VIEW_BEFORE = Intent("view_before", ("shift+tab",), bar=False)

TAKE = Intent("take_meeting", ("space",))
TAKE_ALL = Intent("take_all", ("a",))
REHEARSALS = Intent("rehearsals", ("r",))
OTHER_GROUPS = Intent("other_groups", ("v",))
MODERATOR_BEFORE = Intent("moderator_before", ("left",))
MODERATOR_AFTER = Intent("moderator_after", ("right",))
PROGRAMME_BOOK = Intent("programme_book", ("x",))
HOMEWARD = Intent("homeward", ("escape", "q"))

OWN = (TAKE, TAKE_ALL, OTHER_GROUPS, MODERATOR_BEFORE, MODERATOR_AFTER, REHEARSALS, PROGRAMME_BOOK)

ONLY_IN = {
    TAKE.id: MEETINGS.id,
    TAKE_ALL.id: MEETINGS.id,
    OTHER_GROUPS.id: GROUPS.id,
    MODERATOR_BEFORE.id: MODERATORS.id,
    MODERATOR_AFTER.id: MODERATORS.id,
}
"""Acts that mean something in one view only."""
