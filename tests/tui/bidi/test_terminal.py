"""The terminal is told to leave the order of letters to the program, and has its own back on every way out."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from facilitate.kits.settings import Settings, read_settings, write_settings
from facilitate.tui.bidi.terminal import terminal_name, usual

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
PATIENCE = 30.0

AT_HOME = """
from pathlib import Path
from facilitate.cli.seats import errands
from facilitate.language import Words
from facilitate.tui.app import FacilitateApp
from facilitate.tui.screens.home import HomeScreen

def fault(self):
    raise RuntimeError("a fault of our own")

HomeScreen.action_help = fault
FacilitateApp(Words("ar"), errands(), folder=Path(".")).run()
"""


def own_terminal() -> None:
    """Its end is told to the program, as that of a terminal that somebody closes."""
    import fcntl  # which Windows has not
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Program:
    """The program at home in an empty folder, on a terminal of its own, and all that it has written there."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = pty.openpty()
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "FACILITATE_LETTERS": "app",
            "COLUMNS": "80",
            "LINES": "24",
        }
        script = folder.with_suffix(".py")
        script.write_text(AT_HOME, encoding="utf-8")
        command = [sys.executable, str(script)]
        self.child = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=environment,
            start_new_session=True,
            preexec_fn=own_terminal,
        )
        os.close(slave)
        self.written = b""

    def read_until(self, condition: Callable[[], object]) -> None:
        """Everything that is written until something is so, or until nobody writes any more."""
        end = monotonic() + PATIENCE
        while not condition():
            ready, _, _ = select.select([self.master], [], [], max(0.0, end - monotonic()))
            assert ready, f"never written; so far: {self.written[-300:]!r}"
            try:
                piece = os.read(self.master, 65_536)
            except OSError:
                return
            if not piece:
                return
            self.written += piece

    @property
    def orders(self) -> list[bytes]:
        """What the terminal was told about order, one after the other."""
        return re.findall(rb"\x1b\[8([lh])", self.written)


def by_leaving(program: Program) -> None:
    os.write(program.master, b"q")


def by_a_fault(program: Program) -> None:
    os.write(program.master, b"?")


def by_a_signal(program: Program) -> None:
    program.child.send_signal(signal.SIGTERM)


@pytest.mark.parametrize("way_out", [by_leaving, by_a_fault, by_a_signal])
def test_the_terminal_has_its_own_order_back(tmp_path: Path, way_out: Callable[[Program], None]) -> None:
    program = Program(tmp_path)
    try:
        program.read_until(lambda: "⏎".encode() in program.written)  # the key bar stands
        assert set(program.orders) == {b"l"}
        told, erased, painted = (program.written.index(each) for each in (b"\x1b[8l", b"\x1b[2J", "⏎".encode()))
        assert told < erased < painted, "VTE keeps with a line who orders it, until it is erased"
        way_out(program)
        program.read_until(lambda: False)
        program.child.wait(PATIENCE)
        assert program.orders[-1:] == [b"h"]
    finally:
        program.child.kill()
        program.child.wait()
        os.close(program.master)


def test_the_program_ends_with_its_terminal(tmp_path: Path) -> None:
    program = Program(tmp_path)
    try:
        program.read_until(lambda: "⏎".encode() in program.written)
        os.close(program.master)
        program.child.wait(PATIENCE)
    finally:
        program.child.kill()
        program.child.wait()


@pytest.mark.parametrize(
    ("environment", "name", "orderer"),
    [
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Apple_Terminal", "terminal"),
        ({"KONSOLE_VERSION": "230400", "TERM": "xterm-256color"}, "Konsole", "terminal"),
        ({"VTE_VERSION": "7200", "TERM": "xterm-256color"}, "VTE", "app"),
        ({"TERM": "xterm-256color"}, "xterm-256color", "app"),
        ({}, "?", "app"),
    ],
)
def test_what_is_usual_goes_by_what_the_terminal_says_it_is(
    environment: dict[str, str], name: str, orderer: str
) -> None:
    assert terminal_name(environment) == name
    assert usual(name) == orderer


def test_a_choice_is_remembered_for_its_terminal_and_nonsense_is_not() -> None:
    write_settings(Settings(letters={"Konsole": "app"}))
    assert read_settings().letters == {"Konsole": "app"}
