"""No sentence stands in the code: what people read comes from the catalogs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import facilitate

CODE = Path(facilitate.__file__).parent
DATA = {
    "language/day_words.py": "words that people type",
    "kits/yaml_syntax.py": "what the YAML reader says, to be recognised",
    "kits/yaml_scalars.py": "how YAML writes its values",
    "tui/layouts.py": "letters of keyboards",
}
CONTENT = ("kits/rehearsal/content/",)
"""What rehearsed people say, in three languages, is content as that of `grids/` is."""

ALLOWED = {
    "facilitate ", "facilitate [--lang ar|fr|en] ",  # what is typed
    "List Bullet", "Table Grid", "Windows Terminal",  # names that other programs gave
    "نعم", "لا", "استعادة", "استرجاع",  # answers that are understood
    "٠١٢٣٤٥٦٧٨٩", "١٢٣٤٥٦٧٨٩",
    "العربية", "Français",  # languages, each by its own name
}  # fmt: skip

SHOWING = {
    "Static", "Label", "Button", "Text", "Strip", "Segment", "Option", "notify", "say", "print", "echo", "tell",
    "append", "assemble", "write", "write_text", "write_dl", "update", "add_run", "add_paragraph", "add_heading",
    "Paragraph", "Heading", "Bullets", "Ask", "Choose", "Confirm", "Find", "Field", "Face", "Line", "Board", "refuse",
}  # fmt: skip
"""Calls whose first texts are shown to somebody."""

PLAIN = {"Static", "Label", "Button", "notify", "say", "print", "echo", "tell"}
"""Calls whose text is never an id, or the name of a style."""

QUIET = {"ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "compile", "execute", "executemany"}
"""Faults of programs that no user reads, and languages of machines."""

_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.!?…'’]* +(\w+[,;:.!?]* +)*[^\W\d_]{2,}")
_WORD = re.compile(r"(?<![\w.#$:{@-])[^\W\d_]{3,}(?![\w.:=}-])")


def texts_of(tree: ast.AST) -> Iterator[tuple[ast.Constant, ast.Call | None]]:
    """Every text that is no docstring, with the nearest call that it is handed to."""

    def inside(node: ast.AST, call: ast.Call | None) -> Iterator[tuple[ast.Constant, ast.Call | None]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child, call
            yield from inside(child, child if isinstance(child, ast.Call) else call)

    return inside(tree, None)


def called(call: ast.Call | None) -> str:
    function = call.func if call else None
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Texts of a file that somebody could read as words: the line, and the text."""
    for constant, call in texts_of(ast.parse(source)):
        text, name = str(constant.value), called(call)
        if text in ALLOWED or name in QUIET or ("{" in text and "}" in text):  # what widgets look like
            continue
        shown = call is not None and name in SHOWING and constant in _first(call) and _reads_as_words(text, name)
        foreign = re.search("[\u0600-\u06ff]{2,}|[À-ÿ][a-z]|[a-z][À-ÿ]", text)
        sentence = re.match("[A-ZÀ-Ý\u0600-\u06ff]", text) and _SENTENCE.search(text)
        if foreign or shown or sentence:
            yield constant.lineno, text


def _first(call: ast.Call) -> list[ast.Constant]:
    """The texts among the first argument of a call, in whatever they are put together with, but not in other calls."""
    found, waiting = [], list[ast.AST](call.args[:1])
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node)
        elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.Tuple | ast.List):
            waiting += ast.iter_child_nodes(node)
    return found


def _reads_as_words(text: str, name: str) -> bool:
    """Whether it has words; ids have dots, and a single small word is one, too, where lists and styles are made."""
    if re.fullmatch(r"[a-z_]+([._-][a-z0-9_]*)+", text):
        return False
    return bool(_WORD.search(text)) and (name in PLAIN or not re.fullmatch("[a-z]+", text))


def files() -> list[str]:
    found = (path.relative_to(CODE).as_posix() for path in CODE.rglob("*.py"))
    return sorted(each for each in found if each not in DATA and not each.startswith(CONTENT))


def test_no_text_for_people_stands_in_the_code() -> None:
    assert [
        f"{file}:{line}: {text!r}"
        for file in files()
        for line, text in literals((CODE / file).read_text(encoding="utf-8"))
    ] == []


@pytest.mark.parametrize(
    "code",
    [
        'yield Static("Nothing yet")',
        'self.notify(f"Saved {name}")',
        'say("done")',
        'text.append("anchor " + code)',
        'found = "Nobody has the floor"',
        'names = ("حاضر", other)',
        'title = "présents"',
        'Ask("Why", fields, words)',
    ],
)
def test_such_text_is_found(code: str) -> None:
    assert list(literals(code))


@pytest.mark.parametrize(
    "code",
    [
        'yield Static(id="step-title", markup=False)',
        'say(words("plain.kept"))',
        'Text(label, "bold reverse")',
        'raise ValueError("not a JSON object")',
        '"""Says what it is. Not shown."""',
        'tell("report.course.retimed_at")',
    ],
)
def test_data_is_left_alone(code: str) -> None:
    assert not list(literals(code))
