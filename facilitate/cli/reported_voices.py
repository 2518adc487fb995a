"""Who spoke, for programs: shares of speaking over shares of the people, and silences."""

from __future__ import annotations

from facilitate.analysis.measured import Measured
from facilitate.analysis.participation import GroupVoice, group_voices, moderators_share, never_spoke_share
from facilitate.analysis.silence import Silence, longest_silence, longest_without, longest_without_participants
from facilitate.analysis.turns import coverage, plenary_time, plenary_turns, spoken_in
from facilitate.cli.reported_telling import Json, Telling, iso, minutes


def participation(tell: Telling) -> Json:
    """Speaking in plenary. Minutes and turns are what was logged; shares are null where the log cannot carry them."""
    meeting, now = tell.meeting, tell.now
    turns, covered = plenary_turns(meeting), coverage(meeting, now)
    silences = longest_without(meeting, now)
    return {
        "turns": len(turns),
        "minutes_in_plenary": minutes(plenary_time(meeting, now)),
        "minutes_spoken": minutes(spoken_in(turns, now)),
        "coverage": _measured(tell, Measured(covered, None if covered is not None else "analysis.why.never_started")),
        "moderators_share": _measured(tell, moderators_share(meeting, now)),
        "never_spoke": _measured(tell, never_spoke_share(meeting, now)),
        "longest_silence": _silence(tell, longest_silence(meeting, now)),
        "longest_without_participants": _silence(tell, longest_without_participants(meeting, now)),
        "groups": [_group(tell, each, silences[each.dimension, each.value]) for each in group_voices(meeting, now)],
    }


def _measured(tell: Telling, measured: Measured) -> Json:
    return {"value": measured.value, "why": tell.why(measured.why)}


def _group(tell: Telling, voice: GroupVoice, silence: Silence) -> Json:
    """`share` is of the participants' speaking time, `presence` of the people present, `relative` the first over the
    second; `why` says why one of them is missing. A small group has fewer than five people."""
    return {
        "dimension": voice.dimension,
        "group": voice.value,
        "present": voice.present,
        "small": voice.small,
        "turns": voice.turns,
        "minutes_spoken": minutes(voice.spoken),
        "share": voice.share,
        "presence": voice.presence,
        "relative": voice.relative,
        "why": tell.why(voice.why),
        "longest_silence": _silence(tell, silence),
    }


def _silence(tell: Telling, silence: Silence) -> Json:
    """0 minutes is no silence at all; null is not known."""
    return {
        "minutes": None if silence.span is None else minutes(silence.span),
        "approximate": silence.span is not None and silence.span.approximate,
        "began": iso(silence.began),
        "step": silence.step,
        "why": tell.why(silence.why),
    }
