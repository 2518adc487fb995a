"""`agreement`: how far the observers of a meeting agree, and where they do not; as text or for programs."""

from __future__ import annotations

import json

from facilitate.analysis.agreement import agreement
from facilitate.analysis.scores import scores
from facilitate.cli.agreement_data import as_json
from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import FINDINGS, Command, argument, option, say
from facilitate.cli.several import as_of_last_event
from facilitate.language import Words


def agreement_command(words: Words) -> Command:
    def act(file: str, as_data: bool) -> int:
        with opened(file) as journal:
            meeting, now = as_of_last_event(journal)
            status = tell_damage(journal, words)
        scored = scores(meeting, now)
        found = agreement(meeting, scored, now, "all" if as_data else "told")
        if as_data:
            say(json.dumps(as_json(meeting, found, words), ensure_ascii=False, indent=2, allow_nan=False))
        else:
            from facilitate.report.agreement import agreement_blocks
            from facilitate.report.teller import Teller
            from facilitate.report.text import render

            say(render(agreement_blocks(Teller(meeting, now, words), scored, found), words).rstrip("\n"))
        return status if found.state in ("compared", "counted") else FINDINGS

    return Command("agreement", words, act, [argument("file"), option("--json", "as_data", is_flag=True)])
