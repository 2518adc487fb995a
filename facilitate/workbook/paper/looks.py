"""How printed forms look: big where they hang on the wall, boxes to cross, lines to write on; no dark grounds, for
printers in villages run out of ink."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.workbook.styles import GREY_INK, INK, NAVY, PALE_GREY, Look

LOOKS: Mapping[str, Look] = {
    "paper title": Look(size=20, bold=True, ink=INK, down="center"),
    "paper line": Look(size=11, ink=GREY_INK, down="center", wrap=True),
    "paper how": Look(size=10, ink=INK, down="center", wrap=True),
    "paper label": Look(size=9, ink=GREY_INK, down="center"),
    "paper entry": Look(size=12, down="center", indent=1, open=True, rule=True),
    "paper head": Look(size=10, bold=True, ground=PALE_GREY, lines=True, across="center", down="center", wrap=True),
    "paper head start": Look(size=10, bold=True, ground=PALE_GREY, lines=True, down="center", wrap=True, indent=1),
    "paper band": Look(size=11, bold=True, ink=NAVY, ground=PALE_GREY, lines=True, down="center", indent=1),
    "paper code": Look(size=11, bold=True, lines=True, across="center", down="center"),
    "paper cover": Look(size=13, lines=True, down="center", wrap=True, indent=1),
    "paper text": Look(size=11, lines=True, down="center", wrap=True, indent=1),
    "paper step": Look(size=11, bold=True, lines=True, down="center", wrap=True, indent=1),
    "paper small": Look(size=10, lines=True, down="center", wrap=True, indent=1),
    "paper box": Look(size=11, ink=GREY_INK, boxed=True, across="center", down="center"),
    "paper none": Look(size=9, ground=PALE_GREY, lines=True),
    "paper write": Look(size=10, ink=INK, lines=True, down="center", wrap=True, indent=1, open=True),
    "paper unit": Look(size=9, ink=GREY_INK, boxed=True, down="center", indent=1),
    "paper number": Look(size=11, ink=GREY_INK, lines=True, across="center", down="center"),
    "wall head": Look(size=13, bold=True, ground=PALE_GREY, lines=True, across="center", down="center", wrap=True),
    "wall hour": Look(size=18, bold=True, lines=True, across="center", down="center"),
    "wall step": Look(size=18, bold=True, lines=True, down="center", wrap=True, indent=1),
    "wall minutes": Look(size=16, lines=True, across="center", down="center"),
    "wall who": Look(size=16, lines=True, across="center", down="center", wrap=True),
    "wall method": Look(size=12, lines=True, down="center", wrap=True, indent=1),
}
