"""The glossary wins: what it names is called so in every sentence and in every guide, and by no other word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from facilitate.kits.library import term
from facilitate.language.catalog import ROOMS
from facilitate.language.words import CODES, Code
from tests.language.test_catalogs import catalog, sentences
from tests.test_docs import EVERY, page

_ASIDE = re.compile(r"facilitate \w+ .*|\{\w*\}|`[^`]*`|<[^>]*>|\]\([^)]*\)|--\w+|\S+\.(?:meeting|yaml|md|png)")
"""What is no prose: commands, values, links, names of files."""


class Stem(NamedTuple):
    """A term of the glossary: how English speaks of it, and what French and Arabic must then have."""

    term: str
    en: str
    fr: str
    ar: str


STEMS = [
    Stem("agenda", r"\bagendas?\b", "ordres? du jour", "جدول|جداول"),
    Stem("moderator", r"\b(?:a|the|no|each) moderator\b|\bmoderators\b", "anim", "سير|تسيير"),
    Stem("grid", r"\bgrids?\b", "grille", "شبك"),
    Stem("section", r"\bsections?\b", "rubrique", "محور|محاور"),
    Stem("kit", r"\bkits?\b", "mallette", "حقيبة|حقائب"),
    Stem("decision", r"\bdecisions?\b", "décision", "قرار"),
    Stem("overrun", r"\boverr[au]n", "dépass", "تجاوز"),
    Stem("participant", r"\bparticipants?\b", "participant|présents?", "مشارك|حاضر"),
    Stem("not_observed", "not observed", "non observé", "لم يلاحظ"),
    Stem("not_applicable", "not applicable", "sans objet", "لا ينطبق"),
    Stem("scoresheet", r"\b(?:score)?sheet (?:of|was)\b|\bscoresheets?\b", "fiche", "ورقة|ورقتا|أوراق|ورقتك"),
    Stem("debrief", "debrief", "débriefing", "جلسة التقويم"),
    Stem("seal", r"\bseal", "scell|sceau", "ختم|ختوم"),
    Stem("energiser", r"^energiser\b|\benergiser \"", "dynamisant|Exercice", "تمرين"),
]

RIVALS: dict[Code, dict[str, str]] = {
    "en": {
        "facilitators?": "moderator",
        "icebreakers?": "energiser",
        "criteri(?:on|a)": "indicator",
        "chapters?": "section",
        "assessors?|evaluators?": "observer",
    },
    "fr": {
        "sections?": "section",
        "mod[ée]rat(?:eur|rice)s?|facilitat(?:eur|rice)s?": "moderator",
        "kits?": "kit",
        "crit[èe]res?": "indicator",
        "preuves?": "evidence",
        "brise-glace": "energiser",
        "bar[èe]mes?": "scale",
        "scores?": "score",
        "proc[èe]s-verbal": "minutes_doc",
        "(?:non )?approuvée": "grid",  # it is agreed: convenue
    },
    "ar": {
        "قسم|أقسام": "section",
        "منشطة?|منشطين|ميسرة?|ميسرين": "moderator",
        "مدربة?|مدربين": "trainer",
        "معيار|معايير": "indicator",
        "مقياس": "scale",
        "خطوة|خطوات": "step",
        "إجماع": "consensus",
        "معدل|معدلات": "score",  # a mean is متوسط
        "برنامجنا": "agenda",
        "استرجاع (?:ال)?ورقة|استرجاعها|استرجعت": "scoresheet",  # a sheet is recalled: استعادة; what was undone: استرجاع
    },
}
"""Words that would be right, but are not those of this program, and the term that they would stand for."""

_BOUND = r"(?:و|ف)?(?:بال|كال|لل|ال|ب|ل)?"
"""What Arabic writes together with the word after it."""


def bare(text: str) -> str:
    """The prose of a text, Arabic without its short vowels."""
    plain = unicodedata.normalize("NFD", _ASIDE.sub(" ", text))
    return unicodedata.normalize("NFC", "".join(each for each in plain if not "\u064b" <= each <= "\u0652"))


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every sentence with its id, all plural forms in one."""
    for room in ROOMS:
        for message, translated in catalog(language, room).items():
            yield message, bare(" | ".join(sentences(translated)))


def rivals(language: Code, text: str) -> list[str]:
    before = _BOUND if language == "ar" else ""
    return [
        f"{found[0].strip()} for {term(of)!r}"
        for pattern, of in RIVALS[language].items()
        for found in re.finditer(rf"(?<!\w){before}(?:{pattern})(?!\w)", text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("stem", STEMS, ids=lambda stem: stem.term)
def test_a_sentence_calls_things_as_the_glossary_does(stem: Stem) -> None:
    asked = [message for message, text in said("en") if re.search(stem.en, text, re.IGNORECASE)]
    assert asked
    for language, pattern in (("fr", stem.fr), ("ar", stem.ar)):
        assert re.search(pattern, bare(getattr(term(stem.term), language)), re.IGNORECASE), "as the glossary has it"
        sentence = dict(said(language))
        assert [message for message in asked if not re.search(pattern, sentence[message], re.IGNORECASE)] == []


@pytest.mark.parametrize("language", CODES)
def test_no_sentence_has_another_word_for_it(language: Code) -> None:
    found = {message: rivals(language, text) for message, text in said(language)}
    assert {message: each for message, each in found.items() if each} == {}


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_no_guide_has_another_word_for_it(name: str, language: Code) -> None:
    assert rivals(language, bare(page(name, language))) == []


def test_another_word_is_found() -> None:
    assert rivals("ar", bare("القِسم التالي"))
    assert rivals("ar", bare("والمُعدَّلات"))
    assert not rivals("ar", bare("صيغة مُعدَّلة"))
    assert rivals("fr", "Section suivante")
    assert not rivals("fr", "une intersection")
