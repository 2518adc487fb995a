"""What people say for days, in three languages: the words of `days`, and the sign that each is read as.

Months and weekdays come from CLDR, with the names that Morocco uses beside the others. All words stand here folded:
without accents, capitals, hamza or vowel signs (`letters.folded`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from facilitate.language.letters import folded


class Sign(NamedTuple):
    """One word as the grammar sees it.

    ``b`` by, ``a`` the or of, ``k`` by or in (*d'ici*), ``i`` in, ``e`` end of, ``x`` next, ``t`` this, ``l`` from
    now, ``h`` a week later, ``z`` nothing; units ``d w s y`` (day, week, month, year), ``j`` a day or its mere
    announcement (يوم); with a value ``N`` number, ``O`` ordinal, ``Y`` year, ``M`` month, ``W`` weekday from Monday as
    0, ``R`` days from today; with more than that ``L`` a number of units, ``F`` day, month and perhaps year in figures.
    """

    sign: str
    value: int = 0
    unit: str = ""
    month: int = 0
    year: int = 0


class Said(NamedTuple):
    """One language: small words by sign, words with a number, words for a number of units, and where CLDR has names."""

    small: Mapping[str, str]
    valued: Mapping[str, str]
    lengths: Mapping[str, tuple[int, str]]
    locales: tuple[str, ...]


_ENGLISH = Said(
    {
        "b": "by, on, before, until, till, for, at, not later than, no later than",
        "a": "the, of",
        "i": "in, within",
        "e": "end, end of, the last day of",
        "x": "next, coming",
        "t": "this",
        "l": "from now, from today",
        "z": "at the latest, latest",
        "d": "day, days",
        "w": "week, weeks",
        "s": "month, months",
        "y": "year, years",
    },
    {
        "N": "a=1, an=1, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11,"
        "twelve=12, fifteen=15, twenty=20, thirty=30",
        "O": "first=1",
        "R": "today=0, tomorrow=1, tomorow=1, tmrw=1, yesterday=-1, the day after tomorrow=2, day after tomorrow=2,"
        "after tomorrow=2",
        "M": "sept=9",
        "W": "tues=1, weds=2, thur=3, thurs=3",
    },
    {"a fortnight": (2, "w")},
    ("en", "en_GB"),
)
_FRENCH = Said(
    {
        "b": "pour, avant, jusqu'au, jusqu'a, au, a",
        "a": "le, la, les, l', de, du, d'",
        "k": "d' ici, d' ici a, d' ici au",
        "i": "dans, sous",
        "e": "fin, la fin, le dernier jour, dernier jour",
        "x": "prochain, prochaine, qui vient",
        "t": "ce, cet, cette",
        "l": "a partir d' aujourd'hui, a compter d' aujourd'hui, a partir de maintenant",
        "h": "en huit",
        "z": "au plus tard",
        "d": "jour, jours",
        "w": "semaine, semaines",
        "s": "mois",
        "y": "an, ans, annee, annees",
    },
    {
        "N": "un=1, une=1, deux=2, trois=3, quatre=4, cinq=5, six=6, sept=7, huit=8, neuf=9, dix=10, onze=11, douze=12,"
        "quinze=15, vingt=20, trente=30",
        "O": "premier=1",
        "R": "aujourd'hui=0, aujourd hui=0, demain=1, apres demain=2, hier=-1",
        "M": "sep=9, fev=2, jan=1, juill=7",
    },
    {"une quinzaine": (15, "d"), "une huitaine": (8, "d")},
    ("fr", "fr_MA"),
)
_ARABIC = Said(
    {
        "b": "قبل, في, ل, الي, حتي, عند, مع, بحلول, الي غايه, الي حدود, لغايه, قبل حلول",
        "a": "من, ال, لشهر",
        "i": "بعد, خلال, في غضون, في ظرف, داخل, من هنا, من هنا ل, من دابا",
        "e": "نهايه, اخر, متم, اخر يوم من, اخر يوم في, عند متم",
        "x": "المقبل, المقبله, القادم, القادمه, الجاي, الجايه, مقبل, مقبله, قادم, قادمه, الاتي, الاتيه",
        "t": "هذا, هذه, هاد",
        "l": "من الان, من اليوم, ابتداء من اليوم",
        "z": "علي ابعد تقدير, علي الاكثر, كاقصي اجل, كحد اقصي",
        "j": "يوم, ليوم, نهار",
        "d": "ايام, يوما",
        "w": "اسبوع, الاسبوع, اسابيع, سيمانه, السيمانه, لسيمانه",
        "s": "شهر, الشهر, شهور, اشهر, شهرا",
        "y": "سنه, السنه, سنوات, سنين, عام, العام, اعوام",
    },
    {
        "N": "واحد=1, واحده=1, اثنين=2, اثنان=2, ثلاث=3, ثلاثه=3, اربع=4, اربعه=4, خمس=5, خمسه=5, ست=6, سته=6, سبع=7,"
        "سبعه=7, ثماني=8, ثمانيه=8, ثمان=8, تسع=9, تسعه=9, عشر=10, عشره=10, خمسه عشر=15, عشرين=20, عشرون=20,"
        "ثلاثين=30, ثلاثون=30",
        "O": "فاتح=1, الفاتح=1, الاول=1",
        "R": "اليوم=0, هذا اليوم=0, غدا=1, غد=1, الغد=1, يوم غد=1, امس=-1, البارحه=-1, بعد غد=2, بعد الغد=2,"
        "بعد غدا=2, من بعد غد=2, من بعد غدا=2",
        "M": "فبرير=2, افريل=4, ماي=5, مايو=5, يونيه=6, يوليه=7, غوشت=8, اوت=8, شتمبر=9, سبتنبر=9, نوفنبر=11, نومبر=11,"
        "دجمبر=12, دسمبر=12",
        "W": "الاتنين=0, التلاتاء=1, الثلاثا=1, التلات=1, الاربعا=2, لخميس=3, الحد=6",
    },
    {
        "يوم واحد": (1, "d"),
        "يومين": (2, "d"),
        "يومان": (2, "d"),
        "اسبوعين": (2, "w"),
        "اسبوعان": (2, "w"),
        "سيمانتين": (2, "w"),
        "شهرين": (2, "s"),
        "شهران": (2, "s"),
        "سنتين": (2, "y"),
        "عامين": (2, "y"),
    },
    ("ar_MA", "ar"),
)
_LANGUAGES = {"en": _ENGLISH, "fr": _FRENCH, "ar": _ARABIC}


@cache
def words_of(language: str) -> Mapping[str, tuple[Sign, ...]]:
    """Every word, or several words with spaces between, that says something about a day; some say one of two things."""
    found: dict[str, tuple[Sign, ...]] = {}
    for word, sign in _signs(_LANGUAGES[language]):
        if sign not in found.get(word, ()):
            found[word] = (*found.get(word, ()), sign)
    return found


def _signs(said: Said) -> Iterator[tuple[str, Sign]]:
    for sign, listed in said.small.items():
        yield from ((word.strip(), Sign(sign)) for word in listed.split(","))
    for sign, listed in said.valued.items():
        for word, _, value in (each.partition("=") for each in listed.split(",")):
            yield word.strip(), Sign(sign, int(value))
    yield from ((word, Sign("L", value, unit)) for word, (value, unit) in said.lengths.items())
    for locale in said.locales:
        yield from _named(locale)


def _named(locale: str) -> Iterator[tuple[str, Sign]]:
    """Months from 1 and weekdays from Monday as 0, written out and short; in Arabic with the article and without."""
    from babel.dates import get_day_names, get_month_names

    for width in ("wide", "abbreviated"):
        for number, month in get_month_names(width, locale=locale).items():
            yield folded(month).strip("."), Sign("M", number)
        for number, day in get_day_names(width, locale=locale).items():
            word = folded(day).strip(".")
            yield word, Sign("W", number)
            if word.startswith("ال"):
                yield word.removeprefix("ال"), Sign("W", number)
