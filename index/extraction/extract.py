"""A document's clusters and what it says of them: rules over words, their forms, and where they stand."""

from collections.abc import Callable, Iterator

from documents.model import Document
from index.extraction.cards import cards, listed_below
from index.extraction.descriptions import by_name, described, seats, under_headings
from index.extraction.frames import bodies, founded, members, missions, pairs, projects
from index.extraction.lines import lines
from index.extraction.model import Claim, Extract
from index.extraction.reaching import reaching
from index.extraction.scene import Scene
from index.extraction.statuses import statuses
from index.extraction.subjects import Cast

# Counts the ways in which facts have been read out of texts: those of a library read in another way are read anew.
RECIPE = 1
Rule = Callable[[Scene], Iterator[Claim]]
RULES: tuple[Rule, ...] = (
    statuses,
    cards,
    listed_below,
    bodies,
    pairs,
    members,
    founded,
    missions,
    projects,
    reaching,
    described,
    seats,
    under_headings,
    by_name,
)


def extract(document: Document) -> Extract:
    """The clusters that a document names, and the facts it states of them, each once."""
    found = lines(document)
    cast = Cast(document, found)
    if not cast.subjects:
        return Extract()
    scene = Scene(document, found, cast)
    claims: dict[tuple[object, ...], Claim] = {}
    for rule in RULES:
        for claim in rule(scene):
            key = (
                claim.subject,
                claim.attribute,
                claim.value.casefold(),
                claim.qualifier if claim.attribute in {"status", "members"} else "",
                claim.since,
                claim.until,
            )
            claims.setdefault(key, claim)
    return Extract(
        cast.subjects, tuple(sorted(claims.values(), key=lambda one: (one.span.start, one.subject)))
    )
