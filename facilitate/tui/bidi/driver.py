"""Tells the terminal to leave the order of letters to the program, and gives it back on every way out."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from textual.driver import Driver

from facilitate.tui.bidi.terminal import ANEW, LEAVE_ORDER, OWN_ORDER


@lru_cache(8)
def ordering(driver: type[Driver]) -> type[Driver]:
    """The same driver, for a program that puts its lines in display order.

    A terminal goes into application mode at the start and after a suspend, and out of it at the end, before a suspend
    and after a crash: these are the two places.
    """

    class Ordering(driver):  # type: ignore[misc, valid-type]
        def start_application_mode(self) -> None:
            super().start_application_mode()
            if leaves_order(self._app):
                self.write(LEAVE_ORDER + ANEW)
                self.flush()

        def write(self, data: str) -> None:
            """Nothing, where the terminal is gone: its thread has ended, and writing to it would wait for ever."""
            thread = getattr(self, "_writer_thread", None)
            if thread is None or thread.is_alive():
                super().write(data)

        def stop_application_mode(self) -> None:
            self.write(OWN_ORDER)
            self.flush()
            super().stop_application_mode()

    Ordering.__name__ = driver.__name__
    return Ordering


def leaves_order(app: Any) -> bool:
    """Whether this program orders its lines itself."""
    return getattr(app, "orderer", "app") == "app"
