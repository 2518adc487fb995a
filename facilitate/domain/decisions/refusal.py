"""The answer *no*, with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Refused(NamedTuple):
    """Why something was not done: a message id and its values; the sentence is made where somebody reads it."""

    message: str
    values: Mapping[str, Any] = {}


def refuse(message: str, **values: Any) -> Refused:
    return Refused(message, values)
