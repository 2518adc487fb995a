"""Reading text in several languages."""

from __future__ import annotations

from facilitate.domain.model import LANGUAGES, Language, Wording
from facilitate.kits.reading import LONGEST_PROSE, built, items, text
from facilitate.kits.sheet import Place, misspelt_keys

MISSING_LANGUAGE = "warning.language_missing"


def wording(place: Place | None) -> Wording | None:
    """A text in the file's languages: ``{en: ..., fr: ..., ar: ...}``, or the text alone where the file has one.

    A language without text is a warning.
    """
    if place is None:
        return None
    if not isinstance(place.value, dict):
        return _alone(place)
    texts: dict[str, str] = {}
    before = place.sheet.found
    broken = False
    for language, child in _by_language(place).items():
        if child.value not in (None, ""):
            value = text(child, LONGEST_PROSE)
            broken = broken or value is None
            texts |= {language: value} if value is not None else {}
    if broken:
        return None
    if not texts and place.sheet.found == before:
        place.fault("fault.empty_text")
    if not texts:
        return None
    _warn_of_missing(place, tuple(texts))
    return built(place, Wording, **texts)


def wordings(place: Place | None) -> tuple[Wording, ...] | None:
    """Several texts: a list a language, all of the same length; or one list of texts."""
    if place is None:
        return None
    if not isinstance(place.value, dict):
        return tuple(each for each in map(wording, items(place)) if each is not None)
    before = place.sheet.found
    lists = {language: items(child) for language, child in _by_language(place).items() if child.value}
    lengths = {len(each) for each in lists.values()}
    if place.sheet.found > before:
        return None
    if len(lengths) > 1:
        place.fault("fault.uneven_lists", lengths=[f"{language} {len(each)}" for language, each in lists.items()])
        return None
    _warn_of_missing(place, tuple(lists))
    rows = zip(*lists.values(), strict=True)
    return tuple(_row(place, dict(zip(lists, row, strict=True))) for row in rows)


def _row(place: Place, row: dict[Language, Place]) -> Wording:
    texts = {language: text(each, LONGEST_PROSE) for language, each in row.items()}
    return built(place, Wording, **texts) or Wording()


def _alone(place: Place) -> Wording | None:
    languages = place.sheet.languages
    if isinstance(place.value, str) and len(languages) > 1 and not place.sheet.unsure_languages:
        unnamed = "fault.text_per_language" if place.sheet.languages_named else "fault.languages_missing"
        place.everywhere(unnamed, languages=languages)
        return None
    value = text(place, LONGEST_PROSE)
    return built(place, Wording, **{languages[0]: value}) if value is not None else None


def _by_language(place: Place) -> dict[Language, Place]:
    """The places of a map whose keys are languages; other keys are faults.

    A text in a language that the file does not declare is kept, with a warning: in a workshop everybody proposes
    wordings in their own, and what was said must come through a file.
    """
    found: dict[Language, Place] = {}
    misspelt_keys(place, LANGUAGES, "fault.unknown_language")
    for key, value in place.value.items() if isinstance(place.value, dict) else ():
        child = place.child(key, value)
        language = next((each for each in LANGUAGES if each == key), None)
        if language is not None and language not in place.sheet.languages:
            child.warning_everywhere("warning.language_undeclared", key, value=key)
        if language is not None:
            found[language] = child
    return found


def _warn_of_missing(place: Place, present: tuple[str, ...]) -> None:
    missing = [language for language in place.sheet.languages if language not in present]
    if missing and present and not place.sheet.unsure_languages:
        place.warning(MISSING_LANGUAGE, languages=missing)
