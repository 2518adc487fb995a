"""What people type, paste and mistype, as values for models: texts, names, numbers, wordings."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from facilitate.domain.model import LANGUAGES, Language, Wording, harmless, harmless_prose

ODD_TEXTS = (
    "What people say: in their words",
    'He said "yes"',
    'it\'s "both"',
    "C:\\new\\table",
    "- a dash first",
    "-",
    "? a question",
    "yes",
    "No",
    "12",
    "1_000",
    "12:30",
    "2026-07-16",
    "true",
    "null",
    "~",
    "# no comment",
    "before # after",
    "ends with a colon:",
    ": begins with one",
    "{a: b}",
    "[x, y]",
    "&a *b !c |d >e %f @g `h",
    "---",
    "...",
    "'",
    '"',
    "''",
    "|-",
    "two\nlines",
    'a list:\n- one\n- two\n\n# and: more "of" it\'s',
    "--- \n...\nkey: value",
    "  spaces around  ",
    "a\ttab",
    "no\u00a0break",
    "\ufeffmark",
    "not\ufffea\uffffletter",
    "line\u2028apart",
    "\u200b",
    "\U00018cd6",  # a sign of a newer Unicode
    "e\u0301te\u0301",
    'اجتماع الشباب: «ما نحتاج إليه»، و"ما نريد"',
    "سطر أول\nسطر ثانٍ: #",
    "مرحبا \u200fA1\u200e",
    "👩\u200d🌾 🙂",
    "word " * 60,
)

TEXTS = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=20)).filter(harmless_prose)
LINES = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=20)).filter(harmless)

NAMES = st.one_of(
    st.sampled_from(
        ("A1", "a.b-c", "1", "007", "1.5", "1e3", "12:30", "2026-07-16", "yes", "No", "on", "null", "true", "y", "a:b")
    ),
    st.sampled_from(("id", "title", "sections", "scoring", "scales", "kind", "languages", "A:", "x-", "60-99", "0x1F")),
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,6}", fullmatch=True),
)

POINTS = st.one_of(st.integers(-3, 12), st.sampled_from((0.5, 1.5, -2.25, 1 / 3, 0.1 + 0.2, 4.0)))
WEIGHTS = st.one_of(st.sampled_from((0, 0.5, 1, 2, 1 / 3, 0.0001)), st.floats(0.001, 1e6))


def several(names: st.SearchStrategy[str] = NAMES, least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Names, each once."""
    return st.lists(names, min_size=least, max_size=most, unique=True).map(tuple)


LANGUAGE_LISTS = st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True).map(tuple)


@st.composite
def wordings(draw: st.DrawFn, languages: Sequence[Language]) -> Wording:
    """A text in all languages of a file, or in some of them, or in one that the file does not name."""
    spoken = draw(st.one_of(st.just(languages), st.just(languages), LANGUAGE_LISTS))
    return Wording(**{language: draw(TEXTS) for language in spoken})


def or_nothing(texts: st.SearchStrategy[Wording]) -> st.SearchStrategy[Wording]:
    return st.one_of(st.just(Wording()), texts)
