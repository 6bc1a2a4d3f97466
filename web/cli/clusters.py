"""clusters."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import Any

from index.acquainting import acquaint_if_writable
from index.extraction.extract import extract
from index.rebuild import remake_facts
from index.register.present import RegisterOf
from web.api.cluster_json import clusters_json, conditions_of
from web.cli.output import say, say_json
from web.services import open_store
from web.settings import Settings

HEADS = ("name", "status", "valid until", "holds", "coordinator", "region", "members")
# A cell of a table is cut where it would push the others off the screen.
WIDEST = 48


def clusters(arguments: Namespace, settings: Settings) -> int:
    conditions = conditions_of(
        status=arguments.status,
        valid_on=arguments.valid_on,
        sector=arguments.sector,
        region=arguments.region,
        q=arguments.q,
    )
    with closing(open_store(settings)) as store:
        # What an earlier version held has no facts yet; no model is needed to read them.
        remake_facts(store)
        acquaint_if_writable(store, extract)
        found = clusters_json(RegisterOf(store).now(), conditions, day=date.today())
    if arguments.json:
        for one in found:
            say_json(one)
    elif found:
        for line in _table([HEADS, *map(_row, found)]):
            say(line)
    return 0


def _row(cluster: Mapping[str, Any]) -> tuple[str, ...]:
    status = cluster["status"] or {}
    named = f"{status.get('label', '')} {status.get('round', '')}".strip()
    return (
        cluster["name"],
        named,
        status.get("valid_until") or "",
        ("yes" if status["holds"] else "no") if status else "",
        cluster["coordinator"] or "",
        cluster["region"] or "",
        str(cluster["members"] or ""),
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of rows whose columns stand under each other."""
    cut = [[cell if len(cell) <= WIDEST else cell[: WIDEST - 1] + "…" for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    for row in cut:
        yield _line(row, widths)


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
