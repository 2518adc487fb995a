"""What can be judged only when every indicator of a grid is known: conditions and derivations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitate.domain.indicator import Choice, Derived, Indicator, Interval, Note, Rating, YesNo
from facilitate.kits.answers import NOT_SCORED, YES_NO, answers
from facilitate.kits.derivations import check_derivations
from facilitate.kits.indicators import ReadIndicator
from facilitate.kits.scales import Scales
from facilitate.kits.sheet import Place


def check_together(read: Sequence[ReadIndicator], scales: Scales) -> None:
    """Notes ids used twice, conditions that can never be met, answers that owe a fact but cannot be given, circles."""
    first: dict[str, ReadIndicator] = {}
    for each in read:
        if each.id and each.id in first:
            each.place.fault("fault.duplicate_indicator", value=each.id, first=first[each.id].place.line)
        first.setdefault(each.id, each)
    by_id = {name: each.indicator for name, each in first.items() if each.indicator}
    for each in read:
        if each.indicator:
            _check_condition(each, by_id, scales)
            _check_evidence(each, scales)
    _check_circles(first)
    check_derivations(read, by_id, scales)


def _check_condition(read: ReadIndicator, by_id: Mapping[str, Indicator], scales: Scales) -> None:
    condition = read.indicator.when if read.indicator else None
    other = by_id.get(condition.indicator) if condition else None
    if other is None or not isinstance(read.place.value, dict):
        return
    if isinstance(other, Note):
        _when(read.place).fault("fault.condition_on_note", value=other.id)
        return
    when = _when(read.place)
    given = when.value["is"] if isinstance(when.value, dict) else None
    _check_answers(when.child("is", given), other, scales)


def _when(place: Place) -> Place:
    return place.child("when", place.value["when"] if isinstance(place.value, dict) else None)


def _check_evidence(read: ReadIndicator, scales: Scales) -> None:
    if read.indicator and isinstance(read.place.value, dict) and "evidence_required_for" in read.place.value:
        place = read.place.child("evidence_required_for", read.place.value["evidence_required_for"])
        if place.value is not None:
            _check_answers(place, read.indicator, scales)


def _check_answers(place: Place, indicator: Indicator, scales: Scales) -> None:
    """Notes answers that the indicator cannot have."""
    possible = _possible(indicator, scales)
    for child, value in answers(place):
        if value in NOT_SCORED or possible is None:
            continue
        if possible == () and isinstance(value, str):
            child.fault("fault.answer_number", value=value, indicator=indicator.id)
        elif possible and value not in possible:
            known = [str(each) for each in possible]
            child.fault("fault.answer_impossible", value=value, indicator=indicator.id, known=known)


def _possible(indicator: Indicator, scales: Scales) -> tuple[object, ...] | None:
    """The answers an indicator can have: none listed where it is any number, None where anything goes."""
    if isinstance(indicator, Rating | Derived):
        scale = scales.named(indicator.scale)
        return scale.values if scale else None
    if isinstance(indicator, YesNo):
        return YES_NO
    if isinstance(indicator, Choice):
        return tuple(option.id for option in indicator.options)
    if isinstance(indicator, Interval):
        return tuple(code.id for code in indicator.codes)
    return None if isinstance(indicator, Note) else ()


def _check_circles(by_id: Mapping[str, ReadIndicator]) -> None:
    """Notes each circle of conditions and derivations once, at the indicator that the file has first."""
    done: set[str] = set()
    for start in by_id:
        way: dict[str, list[str]] = {}
        following: str | None = start
        while following is not None:
            if following in way:
                _tell_circle(list(way), following, by_id)
            elif following not in done:
                way[following] = [name for name in _depends_on(by_id[following].indicator) if name in by_id]
            following = _next_on(way, done)


def _next_on(way: dict[str, list[str]], done: set[str]) -> str | None:
    """What the last indicator on the way still waits for; who waits for nothing more is done and leaves the way."""
    while way:
        last = next(reversed(way))
        if way[last]:
            return way[last].pop(0)
        done.add(last)
        del way[last]
    return None


def _tell_circle(way: list[str], back_to: str, by_id: Mapping[str, ReadIndicator]) -> None:
    names = way[way.index(back_to) :]
    order = list(by_id)
    first = names.index(min(names, key=order.index))
    circle = [*names[first:], *names[:first], names[first]]
    by_id[names[first]].place.fault("fault.circle", path=" → ".join(circle))


def _depends_on(indicator: Indicator | None) -> tuple[str, ...]:
    if indicator is None:
        return ()
    behaviours = indicator.behaviours if isinstance(indicator, Derived) else ()
    return behaviours + ((indicator.when.indicator,) if indicator.when else ())
