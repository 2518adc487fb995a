"""The card of the indicator in view, as plain values, for every kind of indicator and in all languages."""

from __future__ import annotations

import pytest

from facilitate.analysis.progress import asked
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, Tallied
from facilitate.domain.grid import Section
from facilitate.domain.indicator import (
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Option,
    Tally,
    YesNo,
)
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Band, Chosen, Level, Noted, Scale, Value
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.observer.card import card
from facilitate.tui.widgets.anchors import IndicatorCard, Point
from tests.making import rating, small_grid, small_room, words

OPTIONS = (Option(id="women", label=words("women")), Option(id="men", label=words("men")))
BANDS = (Band(max=1, score=4), Band(max=3.5, score=3), Band(max=None, score=1))
APART = (Point("o", "not observed", "", False), Point("a", "not applicable", "", False))


def shown(
    *indicators: Indicator, said: tuple[Fact, ...] = (), language: Code = "en", step: str | None = "S1"
) -> IndicatorCard:
    """The first indicator's card, about Mona or the meeting, after what was said: actions by Nora, the rest by Olga."""
    room = small_room()
    scales = (*small_grid().scales, Scale(id="ten", levels=tuple(Level(value=n, label=words(f"{n}")) for n in (0, 10))))
    grid = small_grid().with_sections((Section(id="X", title=words("X"), indicators=indicators),))
    room.do(SETUP, GridProposed(grid=grid.model_copy(update={"scales": scales})))
    room.next("mona")
    room.next("mona")
    for fact in said:
        room.do("nora" if isinstance(fact, Captured) else "olga", fact)
    everything = asked(room.meeting, "olga", step, room.laptop())
    first = next(each for each in everything if each.indicator.id == indicators[0].id)
    return card(room.meeting, room.meeting.sheet("olga"), first, Words(language), everything, step)


def scored(value: Value, code: str = "X1", about: str = MEETING, step: str | None = "S1", reason: str = "") -> Scored:
    return Scored(about=about, indicator=code, value=value, step=step, reason=reason)


def test_a_rating_shows_each_point_and_which_was_chosen() -> None:
    found = shown(rating("X1"), said=(scored(3, about="mona"),))
    assert (found.subject, found.code, found.text, found.how) == ("Mona", "X1", "indicator X1", "")
    assert found.points[:2] == (Point("1", "level 1", "X1 at 1", False), Point("2", "level 2", "X1 at 2", False))
    assert [point.key for point in found.points if point.chosen] == ["3"]
    assert found.points[4:] == APART
    assert (found.seen, found.owed, found.answer) == ("seen in S1", "", "")


def test_a_point_that_one_digit_cannot_say_is_typed() -> None:
    ten = rating("X1").model_copy(update={"scale": "ten", "anchors": ()})
    found = shown(ten)
    assert found.how == "Type the number of the point, then Enter."
    assert [(point.key, point.anchor) for point in found.points[:2]] == [("0", ""), ("10", "")]


def test_an_owed_fact_and_facts_that_stand() -> None:
    low = scored(1, about="mona")
    assert shown(rating("X1"), said=(low,)).owed == "A fact is owed for this answer: e"
    fact = EvidenceAdded(about="mona", indicator="X1", step="S1", evidence="e1", text="nobody was asked")
    part = EvidenceAdded(about="mona", indicator="X1", evidence="e2", anchor=2)
    paper = EvidenceAdded(about="mona", indicator="X1", evidence="e3", on_paper=True)
    found = shown(rating("X1"), said=(low, fact, part, paper))
    assert found.owed == ""
    assert [each.split("  ")[0] for each in found.facts] == [
        "nobody was asked",
        "seen at 2: X1 at 2",
        "written on paper",
    ]
    assert "(S1 " in found.facts[0], "the step it was seen in, and the time"


def test_yes_and_no_say_what_each_means() -> None:
    yesno = YesNo(id="X1", text=words("t"), yes_means=words("all agreed"), no_means=words("nobody asked"))
    found = shown(yesno, said=(scored(Answer.NO),))
    assert found.points[:2] == (Point("1", "yes", "all agreed", False), Point("0", "no", "nobody asked", True))
    assert found.subject == "The meeting"


@pytest.mark.parametrize("answer", [Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE])
def test_answers_of_their_own_are_chosen_like_points_and_only_where_the_grid_has_them(answer: Answer) -> None:
    found = shown(rating("X1"), said=(scored(answer, about="mona"),))
    assert [point.chosen for point in found.points] == [False] * 4 + [
        answer is Answer.NOT_OBSERVED,
        answer is Answer.NOT_APPLICABLE,
    ]
    alone = shown(rating("X1", not_observed=False, not_applicable=False))
    assert [point.key for point in alone.points] == ["1", "2", "3", "4"]


def test_a_choice_numbers_its_options() -> None:
    choice = Choice(id="X1", text=words("t"), options=OPTIONS, several=True)
    found = shown(choice, said=(scored(Chosen(choices=("men",))),))
    assert found.points[:2] == (Point("1", "women", "", False), Point("2", "men", "", True))


@pytest.mark.parametrize(("number", "reached", "told"), [(1, 0, "1  = 4"), (3, 1, "3  = 3"), (40, 2, "40  = 1")])
def test_a_count_says_what_its_number_comes_to(number: int, reached: int, told: str) -> None:
    found = shown(Count(id="X1", text=words("t"), bands=BANDS, measure="minutes"), said=(scored(number),))
    assert [point.label for point in found.points[:3]] == ["up to 1  = 4", "up to 3.5  = 3", "more than 3.5  = 1"]
    assert [point.chosen for point in found.points[:3]].index(True) == reached
    assert (found.answer, found.how) == (told, "Type the number (minutes), then Enter.")


def test_a_tally_has_a_key_for_each_group_and_its_total() -> None:
    tally = Tally(id="X1", text=words("t"), groups=OPTIONS, bands=BANDS)
    two = Tallied(indicator="X1", step="S1", group="women")
    found = shown(tally, said=(two, two))
    assert [(point.key, point.label) for point in found.points[:2]] == [("1", "women"), ("2", "men")]
    assert found.answer == "2  = 3"
    assert found.how == "The group's digit counts one more; u takes back."
    assert shown(Tally(id="X1", text=words("t"))).how == "+ one more, - one fewer."


def test_what_lasts_is_sampled_or_written_says_how() -> None:
    assert shown(Duration(id="X1", text=words("t"))).how == "⏎ starts and stops; or type the seconds. t: the times."
    groups = "A group's digit starts and stops. t: the times."
    assert shown(Duration(id="X1", text=words("t"), groups=OPTIONS)).how == groups
    assert shown(Interval(id="X1", text=words("t"), codes=OPTIONS)).how == (
        "⏎ opens the codes of the interval that runs."
    )
    note = shown(Note(id="X1", text=words("t")), said=(scored(Noted(text="a long\nnote")),))
    assert (note.how, note.answer) == ("Enter opens the text.", "a long\nnote")
    assert note.points == APART


def test_a_derived_element_shows_its_rule_and_its_behaviours() -> None:
    element = Derived(id="X1", text=words("t"), about="moderator", scale="scale4", behaviours=("X2", "X3"))
    given = (scored(4, "X2", "mona"), scored(3, "X3", "mona"))
    found = shown(element, rating("X2"), rating("X3"), said=given)
    assert found.basis == ("The mean of:", "X2  4 level 4  indicator X2", "X3  3 level 3  indicator X3")
    assert found.answer == "3.5: follows from its behaviours"
    own = shown(element, rating("X2"), rating("X3"), said=(*given, scored(2, about="mona", reason="it was late")))
    assert own.answer == "2: your own instead of what follows from the behaviours; it was late"
    assert [point.key for point in own.points if point.chosen] == ["2"]


def test_an_indicator_that_is_not_asked_says_why() -> None:
    asked_if = rating("X1", when=Condition(indicator="X2", values=("yes",)))
    found = shown(asked_if, YesNo(id="X2", text=words("t")), said=(scored(Answer.NO, "X2"),))
    assert found.answer == "Asked only if X2 is yes."


def test_what_the_log_may_answer_says_so_and_an_answer_against_it_too() -> None:
    logged = Count(id="X1", text=words("t"), auto="log.actions_complete_ratio")
    vague = Captured(capture="c1", what=CaptureKind.ACTION, text="ask the caid")
    assert shown(logged, said=(vague,)).answer == "From the log: 0. Type a number to override."
    over = shown(logged, said=(vague, scored(1, reason="it was agreed on paper")))
    assert over.answer == "1: your own instead of 0 from the log; it was agreed on paper"
    later = shown(Count(id="X1", text=words("t"), auto="log.steps_overrun_20pct"))
    assert later.answer == "The meeting's log may answer this at the end; you may too."


def test_the_step_of_an_answer_is_told_where_it_is_another_one() -> None:
    assert shown(rating("X1")).seen == "is put on S1; v: another step"
    assert shown(rating("X1"), said=(scored(3, about="mona", step="S0"),)).seen == "seen in S0; open step: S1"
    assert shown(rating("X1"), step=None).seen == ""
    about_step = shown(rating("X1", about="step"), said=(scored(3),))
    assert (about_step.subject, about_step.seen) == ("Step S1", "seen in S1")


IN_WORDS: dict[Code, tuple[str, str, str, str, str]] = {
    "en": ("The meeting", "yes", "not observed", "not applicable", "seen in S1"),
    "fr": ("La réunion", "oui", "non observé", "sans objet", "vu dans S1"),
    "ar": ("الاجتماع", "نعم", "لم يُلاحَظ", "لا ينطبق", "لوحظ في S1"),
}


@pytest.mark.parametrize("language", CODES)
def test_a_card_is_in_one_language(language: Code) -> None:
    yesno = YesNo(id="X1", text=words("question"), yes_means=words("agreed"))
    found = shown(yesno, said=(scored(Answer.YES),), language=language)
    yes, _, not_observed, not_applicable = found.points
    said = (found.subject, yes.label, not_observed.label, not_applicable.label, found.seen)
    assert said == IN_WORDS[language]
    assert (found.text, yes.anchor) == (words("question").to(language), words("agreed").to(language))
