"""On which grid it was observed: its versions, who agreed to them, what was objected, and what an amendment changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitate.analysis.accords import Objection, VersionTold, objections_told, versions_told
from facilitate.analysis.mapping import Became
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.agreement import Seal
from facilitate.report.blocks import Block, Bullets, Paragraph
from facilitate.report.teller import Teller


def accord(tell: Teller) -> Iterator[Block]:
    """The grid in force first, then each version, then the objections."""
    grid, history = tell.meeting.grid, tell.meeting.grids
    if grid is None:
        return
    yield tell.part("report.grid")
    yield Paragraph(
        tell(
            "report.grid.which",
            title=tell.own(grid.title.to(tell.words.language)),
            version=tell.own(grid.version),
            fingerprint=tell.own(grid.short_fingerprint),
        )
    )
    versions = versions_told(history)
    yield Bullets((_standing(tell), *(_sealed(tell, versions[0].seal) if len(versions) == 1 else ())))
    if len(versions) > 1:
        for version in versions:
            yield from _version(tell, version)
    objections = objections_told(tell.meeting)
    if objections:
        yield Paragraph(tell("report.introduced", what=tell("accord.objections")))
        yield Bullets(tuple(_objection(tell, each) for each in objections))


def _standing(tell: Teller) -> str:
    standing = tell.meeting.grids.standing
    return tell("accord.amended_open" if standing == "amended" else f"report.grid.{standing}")


def _sealed(tell: Teller, seal: Seal | None) -> tuple[str, ...]:
    """When, under which rule, by whom, and where the agreement comes from."""
    if seal is None:
        return ()
    rule = tell(f"accord.rule.{seal.rule}", seal.quorum or 1) if seal.rule == "quorum" else tell("accord.rule.all")
    lines = [tell("accord.sealed", moment=seal.at.wall, rule=rule)]
    if seal.taken_from:
        meeting = tell.own(seal.taken_from.title.to(tell.words.language) or seal.taken_from.meeting)
        sealed = seal.taken_from.sealed
        message = "accord.taken_from_sealed" if sealed else "accord.taken_from"
        lines.append(tell(message, meeting=meeting, moment=sealed) if sealed else tell(message, meeting=meeting))
    if seal.signatures:
        lines.append(tell("report.grid.signed", names=tell.names(each.person for each in seal.signatures)))
    return tuple(lines)


def _version(tell: Teller, version: VersionTold) -> Iterator[Block]:
    fingerprint = tell.own(version.grid.short_fingerprint)
    label = tell("accord.version", number=version.number, fingerprint=fingerprint)
    yield Paragraph(tell("report.introduced", what=label))
    lines = []
    if version.amendment is not None:
        amendment = version.amendment
        reason = tell.own(" ".join(amendment.reason.split()))
        lines.append(tell("accord.amended", moment=amendment.at.wall, name=tell.name(amendment.by), reason=reason))
    lines += _sealed(tell, version.seal) or (tell("accord.not_sealed"),)
    yield Bullets(tuple(lines))
    if version.before is not None:
        yield Paragraph(tell("report.introduced", what=tell("accord.mapping", number=version.number - 1)))
        yield Bullets(tuple(_rows(tell, version.before, version.grid, version.rows)))


def _rows(tell: Teller, before: Grid, now: Grid, rows: Iterable[Became]) -> Iterator[str]:
    """What changed, one by one; what stayed, in one line."""
    same = [row.new[0] for row in rows if row.how == "same"]
    for row in rows:
        old, new = _named(tell, before, row.old), _named(tell, now, row.new)
        said = tell(f"accord.how.{row.how}")
        if row.how != "same" and old and new:
            yield tell("accord.row", old=old, new=new, said=said)
        elif row.how != "same":
            yield tell("accord.row_one", code=old or new, said=said)
    if same:
        yield tell("accord.same", len(same), codes=tell.words.listed(tell.own(code) for code in same))


def _named(tell: Teller, grid: Grid, codes: Iterable[str]) -> str:
    return tell.words.listed(
        tell("accord.indicator", code=tell.own(code), text=tell.own(grid.by_id[code].text.to(tell.words.language)))
        if code in grid.by_id
        else tell.own(code)
        for code in codes
    )


def _objection(tell: Teller, objection: Objection) -> str:
    """Who said no, why, and what followed."""
    said = objection.said
    code = tell("accord.frame") if said.code == FRAME else tell.own(said.code)
    lines = [tell("accord.objection", name=tell.name(said.person), code=code, reason=tell.own(said.reason))]
    for each in objection.settled:
        message = f"accord.settled.{each.how}"
        if each.reason:
            reason = tell.own(" ".join(each.reason.split()))
            lines.append(tell(f"{message}_because", name=tell.name(each.by), reason=reason))
        else:
            lines.append(tell(message, name=tell.name(each.by)))
    return " ".join(lines)
