"""What can be judged of derived elements only when every indicator is known: whether their behaviours can make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Interval, Note, Rating, Tally
from facilitate.kits.indicators import ReadIndicator
from facilitate.kits.scales import Scales


def check_derivations(read: Sequence[ReadIndicator], by_id: Mapping[str, Indicator], scales: Scales) -> None:
    """Notes behaviours that are derived themselves, worth no points or scored on somebody else; unreachable points."""
    for each in read:
        element = each.indicator
        if not isinstance(element, Derived) or not isinstance(each.place.value, dict):
            continue
        behaviours = [by_id[name] for name in element.behaviours if name in by_id]
        place = each.place.child("from", each.place.value.get("from"))
        for behaviour in behaviours:
            if isinstance(behaviour, Derived) and behaviour is not element:
                place.fault("fault.behaviour_derived", value=behaviour.id)
            elif _worthless(behaviour):
                place.fault("fault.behaviour_no_points", value=behaviour.id)
            elif behaviour.about not in (element.about, "meeting"):
                units = {"unit": behaviour.about, "own": element.about}
                place.everywhere("fault.behaviour_other_unit", each.id, behaviour.about, value=behaviour.id, **units)
        _check_reach(each, element, behaviours, scales)


def _worthless(indicator: Indicator) -> bool:
    """Whether no answer to it is worth points."""
    match indicator:
        case Note() | Interval():
            return True
        case Count():
            return not indicator.bands and indicator.threshold is None
        case Tally() | Duration():
            return not indicator.bands
        case Choice():
            return all(option.score is None for option in indicator.options)
    return False


def _check_reach(read: ReadIndicator, element: Derived, behaviours: Sequence[Indicator], scales: Scales) -> None:
    """Warns where behaviours on one scale are taken as they are for an element whose scale ends elsewhere."""
    own = scales.named(element.scale)
    found = [scales.named(each.scale) if isinstance(each, Rating | Derived) else None for each in behaviours]
    known = [scale for scale in found if scale is not None]
    if own is None or element.rule == "share" or not known or len(known) < len(found):
        return
    low, high = min(scale.lowest for scale in known), max(scale.highest for scale in known)
    if (low, high) != (own.lowest, own.highest):
        ends = {"low": low, "high": high, "lowest": own.lowest, "highest": own.highest}
        read.place.warning("warning.rule_reach", value=element.rule, scale=element.scale, **ends)
