"""Days as people type them: a table in three languages, and every day that CLDR can write."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from facilitate.language import Words
from facilitate.language.days import read_day
from facilitate.language.letters import folded
from facilitate.language.words import CODES, Code

TODAY = date(2026, 7, 16)
"""A Thursday."""

ENGLISH = {
    "2026-08-15": "2026-08-15",
    "2026/8/15": "2026-08-15",
    "15/8": "2026-08-15",
    "15 / 8 / 2026": "2026-08-15",
    "15-8": "2026-08-15",
    "15.8.26": "2026-08-15",
    "by 15/8": "2026-08-15",
    "15 August": "2026-08-15",
    "15 Aug.": "2026-08-15",
    "15-Aug-2026": "2026-08-15",
    "August 15, 2026": "2026-08-15",
    "August the 15th": "2026-08-15",
    "the 15th of August": "2026-08-15",
    "the first of September": "2026-09-01",
    "15 AUGUST 2027": "2027-08-15",
    "16 July": "2026-07-16",
    "15 July": "2027-07-15",
    "29 February": "2028-02-29",
    "Saturday 15 August": "2026-08-15",
    "by Saturday, 15 August at the latest": "2026-08-15",
    "today": "2026-07-16",
    "tomorrow": "2026-07-17",
    "Tomorrow!": "2026-07-17",
    "the day after tomorrow": "2026-07-18",
    "tomorrow, Friday": "2026-07-17",
    "yesterday": "2026-07-15",
    "Friday": "2026-07-17",
    "fri": "2026-07-17",
    "next Friday": "2026-07-17",
    "this Friday": "2026-07-17",
    "Thursday": "2026-07-23",
    "on Wednesday": "2026-07-22",
    "Friday week": "2026-07-24",
    "Friday next week": "2026-07-24",
    "Tuesday of next week": "2026-07-21",
    "next week on Tuesday": "2026-07-21",
    "Friday this week": "2026-07-17",
    "in 3 days": "2026-07-19",
    "in two weeks": "2026-07-30",
    "two weeks": "2026-07-30",
    "a week from now": "2026-07-23",
    "within a week": "2026-07-23",
    "in a fortnight": "2026-07-30",
    "in a month": "2026-08-16",
    "in 6 months": "2027-01-16",
    "in a year": "2027-07-16",
    "end of the month": "2026-07-31",
    "by the end of this month": "2026-07-31",
    "end of next month": "2026-08-31",
    "end of August": "2026-08-31",
    "end of June": "2027-06-30",
    "end of August 2027": "2027-08-31",
    "end of the year": "2026-12-31",
    "end of 2027": "2027-12-31",
    "the 20th": "2026-07-20",
    "by the 15th": "2026-08-15",
    "the 15th of next month": "2026-08-15",
    "the 31st": "2026-07-31",
    "15/7/2025": "2025-07-15",
}
FRENCH = {
    "le 15 août": "2026-08-15",
    "15 aout": "2026-08-15",
    "15 AOÛT 2026": "2026-08-15",
    "avant le 15 août": "2026-08-15",
    "d'ici le 15/8": "2026-08-15",
    "1er septembre": "2026-09-01",
    "le premier septembre": "2026-09-01",
    "15 sept.": "2026-09-15",
    "samedi 15 août": "2026-08-15",
    "aujourd'hui": "2026-07-16",
    "aujourd’hui": "2026-07-16",
    "demain": "2026-07-17",
    "pour demain": "2026-07-17",
    "après-demain": "2026-07-18",
    "apres demain": "2026-07-18",
    "vendredi": "2026-07-17",
    "vendredi prochain": "2026-07-17",
    "ce vendredi": "2026-07-17",
    "vendredi qui vient": "2026-07-17",
    "vendredi au plus tard": "2026-07-17",
    "vendredi en huit": "2026-07-24",
    "vendredi de la semaine prochaine": "2026-07-24",
    "jeudi": "2026-07-23",
    "dans 3 jours": "2026-07-19",
    "dans 15 jours": "2026-07-31",
    "sous quinze jours": "2026-07-31",
    "d'ici une semaine": "2026-07-23",
    "dans une semaine": "2026-07-23",
    "dans sept jours": "2026-07-23",
    "dans un mois": "2026-08-16",
    "15 jours": "2026-07-31",
    "fin août": "2026-08-31",
    "d'ici fin août": "2026-08-31",
    "fin d'août": "2026-08-31",
    "fin du mois": "2026-07-31",
    "à la fin du mois": "2026-07-31",
    "fin du mois prochain": "2026-08-31",
    "d'ici la fin de l'année": "2026-12-31",
    "fin 2026": "2026-12-31",
    "le 20": "2026-07-20",
    "pour le 15": "2026-08-15",
    "le 15 du mois prochain": "2026-08-15",
}
ARABIC = {
    "15 غشت": "2026-08-15",
    "١٥ غشت": "2026-08-15",
    "15 أغسطس": "2026-08-15",
    "15 اغسطس 2026": "2026-08-15",
    "15 من غشت": "2026-08-15",
    "15 من شهر غشت": "2026-08-15",
    "يوم 15 غشت": "2026-08-15",
    "قبل 15 غشت": "2026-08-15",
    "فاتح شتنبر": "2026-09-01",
    "١٥/٨": "2026-08-15",
    "١٥/٠٨/٢٠٢٦": "2026-08-15",
    "2026/8/15": "2026-08-15",
    "3 يناير": "2027-01-03",
    "3 فبراير": "2027-02-03",
    "3 مارس": "2027-03-03",
    "3 أبريل": "2027-04-03",
    "3 ابريل": "2027-04-03",
    "3 ماي": "2027-05-03",
    "3 مايو": "2027-05-03",
    "3 يونيو": "2027-06-03",
    "3 يوليوز": "2027-07-03",
    "3 يوليو": "2027-07-03",
    "3 شتنبر": "2026-09-03",
    "3 سبتمبر": "2026-09-03",
    "3 أكتوبر": "2026-10-03",
    "3 اكتوبر": "2026-10-03",
    "3 نونبر": "2026-11-03",
    "3 نوفمبر": "2026-11-03",
    "3 دجنبر": "2026-12-03",
    "3 ديسمبر": "2026-12-03",
    "اليوم": "2026-07-16",
    "غدا": "2026-07-17",
    "غداً": "2026-07-17",
    "غدًا": "2026-07-17",
    "بعد غد": "2026-07-18",
    "الجمعة": "2026-07-17",
    "الجُمُعَة": "2026-07-17",
    "الجمعه": "2026-07-17",
    "يوم الجمعة المقبل": "2026-07-17",
    "الجمعة القادمة": "2026-07-17",
    "نهار الجمعة الجاي": "2026-07-17",
    "الجمعة من الأسبوع المقبل": "2026-07-24",
    "الإثنين": "2026-07-20",
    "الاثنين": "2026-07-20",
    "السبت 15 غشت": "2026-08-15",
    "بعد 3 أيام": "2026-07-19",
    "بعد ثلاثة أيام": "2026-07-19",
    "بعد يومين": "2026-07-18",
    "بعد أسبوع": "2026-07-23",
    "بعد أسبوعين": "2026-07-30",
    "خلال أسبوع": "2026-07-23",
    "بعد شهر": "2026-08-16",
    "بعد شهرين": "2026-09-16",
    "نهاية الشهر": "2026-07-31",
    "آخر الشهر": "2026-07-31",
    "قبل نهاية الشهر المقبل": "2026-08-31",
    "آخر غشت": "2026-08-31",
    "متم شهر غشت": "2026-08-31",
    "نهاية السنة": "2026-12-31",
    "يوم 20": "2026-07-20",
    "الجمعة على أبعد تقدير": "2026-07-17",
}
NO_SINGLE_DAY = [
    *("", "  ", "soon", "after the olives", "after the harvest", "before Ramadan", "next week", "next month", "March"),
    *("last Friday", "Friday morning", "after Friday", "mid August", "end of the week", "every Friday", "15", "2 bags"),
    *("in May", "Said", "a", "the", "Sunday 15 August", "31/6", "32 August", "0/0", "8/15", "in 99999999 days"),
    *("bientôt", "après la récolte", "la semaine prochaine", "le mois prochain", "mai", "vendredi matin", "mi-août"),
    *("vendredi dernier", "il y a trois jours", "début septembre", "d'ici là", "fin de semaine"),
    *("قبل رمضان", "بعد الحصاد", "الأسبوع المقبل", "الشهر المقبل", "الجمعة الماضية", "بعد الجمعة", "قبل أسبوع", "غشت"),
    *("بعد الزيتون", "قريبا", "الأحد 15 غشت", "999 999", "15 August 5", "15 August 300", "x" * 100_000, "in " * 40),
]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("said", "day"), [*ENGLISH.items(), *FRENCH.items(), *ARABIC.items()])
def test_a_day_is_understood_in_whichever_language_it_is_typed(said: str, day: str, language: Code) -> None:
    assert str(read_day(said, TODAY, language)) == day


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("said", NO_SINGLE_DAY)
def test_what_is_no_single_day_stays_as_it_was_said(said: str, language: Code) -> None:
    assert read_day(said, TODAY, language) is None


def test_the_readers_own_language_comes_first_in_doubt() -> None:
    assert read_day("mar 21", TODAY, "en") == date(2027, 3, 21)
    assert read_day("mar 21/7", TODAY, "fr") == date(2026, 7, 21), "a Tuesday"


def test_a_month_later_is_never_past_its_end() -> None:
    assert read_day("in a month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_day("le 31", date(2026, 6, 2), "fr") == date(2026, 7, 31)
    assert read_day("end of August", date(2026, 8, 31)) == date(2026, 8, 31)


@given(
    today=st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    ahead=st.integers(-360, 360),
    locale=st.sampled_from(["en_GB", "en_US", "fr", "fr_MA", "ar_MA", "ar", "ar_EG"]),
    width=st.sampled_from(["full", "long", "medium"]),
    language=st.sampled_from(CODES),
)
def test_a_day_that_cldr_writes_is_read_back(today: date, ahead: int, locale: str, width: str, language: Code) -> None:
    day = today + timedelta(days=ahead)
    assert read_day(format_date(day, format=width, locale=locale), today, language) == day


@given(day=st.dates(date(2024, 1, 1), date(2032, 1, 1)), written=st.sampled_from(CODES), read=st.sampled_from(CODES))
def test_a_day_that_the_program_writes_is_read_back(day: date, written: Code, read: Code) -> None:
    words = Words(written)
    assert read_day(words.day(day), date(2028, 2, 29), read) == day
    assert read_day(words.weekday(day), date(2028, 2, 29), read) == day


@given(st.text(max_size=100), st.sampled_from(CODES))
def test_anything_at_all_is_a_day_or_none(text: str, language: Code) -> None:
    found = read_day(text, TODAY, language)
    assert found is None or isinstance(found, date)


def test_letters_are_the_same_however_they_are_typed() -> None:
    assert folded("Août") == folded("aout") == folded("AOU\u0302T")
    assert folded("أكتوبر") == folded("اكتوبر")
    assert folded("جمعة\u200f") == folded("جُمُعَه")
    assert folded("٣۳3") == "333"
