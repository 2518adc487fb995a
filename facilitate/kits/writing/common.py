"""What grids and agendas both have."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.grid import Source
from facilitate.kits.writing.scalars import address, name, quoted
from facilitate.kits.writing.tree import Map, present


def sources(defined: Mapping[str, Source]) -> Map | None:
    """Where ideas come from, by the keys under which they are cited."""
    return Map(tuple((name(key), _source(source)) for key, source in defined.items())) if defined else None


def _source(source: Source) -> Map:
    return Map(
        present(
            ("cite", quoted(source.cite)),
            ("url", address(source.url) if source.url is not None else None),
            ("note", quoted(source.note) if source.note is not None else None),
            ("used_for", quoted(source.used_for) if source.used_for is not None else None),
        )
    )
