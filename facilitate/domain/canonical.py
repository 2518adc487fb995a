"""Content in its one spelling: what means the same is written the same, so that a seal can be reckoned on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

KEYED: Mapping[str, str] = {"scales": "id", "levels": "value", "anchors": "value"}
"""Lists whose items are found by a name or a number of their own, as the keys of a map: their order says nothing."""


def canonical(content: Any) -> Any:
    """The same content with whole numbers written as such (4 for 4.0, 0 for -0.0) and keyed lists in the order of keys.

    Keys of maps are left where they are: comparing and `digest` do not look at their order.
    """
    if isinstance(content, dict):
        return {key: _in_order(key, canonical(value)) for key, value in content.items()}
    if isinstance(content, list):
        return [canonical(each) for each in content]
    return int(content) if isinstance(content, float) and content.is_integer() else content


def _in_order(key: str, value: Any) -> Any:
    by = KEYED.get(key)
    if by is None or not isinstance(value, list):
        return value
    return sorted(value, key=lambda each: each[by])


def digest(content: Any) -> str:
    """SHA-256 of canonical content, as 64 hexadecimal digits."""
    text = json.dumps(canonical(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
