"""The program's front door: the language first, then the command, then one plain line where it could not be done."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from facilitate.cli.frame import NOT_DONE, Family, Maker, Stop, say
from facilitate.journal.faults import JournalError
from facilitate.kits.settings import read_settings
from facilitate.language import Words, choose_language
from facilitate.language.words import CODES, Code

HOMES = {
    "demo": "plays",
    "new": "meetings",
    "open": "seats",
    "rehearse": "plays",
    "export": "results",
    "import": "imports",
    "blank": "paper",
    "report": "results",
    "agreement": "agreement",
    "compare": "comparing",
    "check": "content",
    "prepare": "preparing",
    "grid": "grid",
    "agenda": "grid",
    "journal": "events",
    "copy": "events",
}
"""Each command's room."""


def run() -> NoReturn:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Whatever goes wrong is one line on standard error."""
    _speak_utf8()
    words = Words("en")
    try:
        words = Words(_language(arguments), read_settings().digits or "western")
        makers = {name: _later(room, name) for name, room in HOMES.items()}
        status = Family(words, makers, _home).main(list(arguments), standalone_mode=False)
        return status if isinstance(status, int) else 0
    except (Stop, JournalError) as stop:
        return _tell(words(stop.message, **stop.values))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _tell(_usage_error(words, error))
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; nobody is left to tell
        return 0
    except OSError as error:
        return _tell(words("cli.error.system", file=str(error.filename or ""), why=error.strerror or str(error)))
    except Exception:
        return _tell(words("cli.error.unexpected", file=_write_down(traceback.format_exc())))


def _speak_utf8() -> None:
    """Arabic must come out of pipes and of consoles whose encoding is older than it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _language(arguments: Sequence[str]) -> Code:
    """`--lang`, wherever it stands, else the settings', else the system's."""
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" or word.startswith("--lang="):
            asked = word[7:] if "=" in word else "".join(arguments[place + 1 : place + 2])
            for code in CODES:
                if code == asked:
                    return code
            raise Stop("cli.error.language", language=asked, known=CODES)
    return choose_language(None, {"language": read_settings().language})


def _later(room: str, name: str) -> Callable[[], Maker]:
    def load() -> Maker:
        maker: Maker = getattr(import_module(f"facilitate.cli.{room}"), f"{name}_command")
        return maker

    return load


def _home(words: Words) -> int:
    from facilitate.cli.seats import home

    return home(words)


def _tell(sentence: str) -> int:
    say(f"facilitate: {' '.join(sentence.split())}", error=True)
    return NOT_DONE


def _usage_error(words: Words, error: click.ClickException) -> str:
    """Click's own refusals, in the reader's language."""
    values: dict[str, Any] = {}
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "facilitate"
    match error:
        case click.NoSuchOption():
            message, values = "cli.error.no_such_option", {"option": error.option_name}
        case click.MissingParameter():
            message, values = "cli.error.missing", {"name": _called(error.param)}
        case click.BadParameter():
            message, values = "cli.error.bad_value", {"name": _called(error.param)}
        case _:
            message = "cli.error.usage"
    return words(message, command=command, **values)


def _called(parameter: click.Parameter | None) -> str:
    """A parameter as it is written on the command line."""
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return (parameter.name or "").upper() if parameter else ""


def _write_down(trace: str) -> str:
    """Put what happened into a file for those who can mend it; users read one line."""
    from platformdirs import user_log_dir

    try:
        folder = Path(user_log_dir("facilitate"))
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / "last-error.txt"
        target.write_text(trace, encoding="utf-8")
    except OSError:
        return "-"
    return str(target)
