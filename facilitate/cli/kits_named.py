"""Kits as commands name them."""

from __future__ import annotations

from facilitate.cli.frame import Stop
from facilitate.domain.agenda import Kit
from facilitate.language import Words


def load_kit(name: str, words: Words) -> Kit:
    """A kit by name or path; what is wrong with it is told line by line."""
    from facilitate.kits.faults import Faulty
    from facilitate.kits.kit_file import UnknownKit, read_kit

    try:
        return read_kit(name)
    except UnknownKit as unknown:
        raise Stop("cli.error.unknown_kit", kit=name, known=tuple(unknown.known)) from None
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None
