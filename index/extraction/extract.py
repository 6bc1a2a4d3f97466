"""A document's clusters and what it says of them: rules over words, their forms, and where they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from documents.model import Document
from documents.progress import each
from index import words
from index.extraction.bodies import bodies
from index.extraction.by_country import by_country
from index.extraction.cards import aims_below, cards
from index.extraction.consortia import consortia
from index.extraction.corrections import is_untrue
from index.extraction.counting import members
from index.extraction.dateline import day_of
from index.extraction.descriptions import by_name, described, in_headings, seats, under_headings
from index.extraction.document_labels import labels_told
from index.extraction.fields import is_of_another_field
from index.extraction.founding import founded
from index.extraction.headless import headed
from index.extraction.known_labels import knowing
from index.extraction.lines import Line, lines
from index.extraction.linking import key_of
from index.extraction.model import Claim, Extract, Pairs, Subject
from index.extraction.name_words import speaks_of_a_cluster, speaks_of_clusters
from index.extraction.pairs import pairs
from index.extraction.partners import partners
from index.extraction.projects import projects
from index.extraction.proper_names import proper_names
from index.extraction.reaching import reaching
from index.extraction.refusals import refusals
from index.extraction.run_together import apart
from index.extraction.scene import Scene
from index.extraction.short_rows import filled
from index.extraction.stacked import stacked
from index.extraction.statuses import statuses
from index.extraction.subjects import Cast
from index.extraction.succession import succession
from index.extraction.telling import missions
from index.extraction.turned import upright
from index.extraction.unmarked import with_leads
from index.extraction.whereabouts import at_addresses, is_ruled_out
from index.extraction.yearly import by_year

# Counts the ways in which facts have been read out of texts: those of a library read in another way are read
# anew.
RECIPE = 20
# What two of prove a network to be a cluster, where a text's first words speak of clusters.
PROOF = {"coordinator", "representative", "members", "status"}
TOP_CHARS = 1500
Rule = Callable[[Scene], Iterator[Claim]]
RULES: tuple[Rule, ...] = (
    statuses,
    refusals,
    succession,
    cards,
    aims_below,
    bodies,
    pairs,
    partners,
    members,
    by_year,
    founded,
    missions,
    projects,
    consortia,
    reaching,
    described,
    by_country,
    seats,
    under_headings,
    in_headings,
    by_name,
)

# So many characters tell what field a document is of.
LONGEST_LOOKED_AT = 20_000
# What somebody is for a time: one line tells it once, by the rule that knows the time.
HELD = frozenset({"coordinator", "representative", "person"})
# No cluster is one of these to itself: what stands beside its name is another name of it.
PARTIES = frozenset({"coordinator", "representative", "partner"})


def extract(document: Document, given: Pairs = ()) -> Extract:
    """The clusters that a document names, and the facts it states of them, each once.

    `given` are proper names by which other documents of the library know clusters, each with a full name of
    its cluster: what this one says of them by these is read too.
    """
    if is_of_another_field(document.text[:LONGEST_LOOKED_AT]):
        return Extract()
    found = with_leads(document, stacked(filled(apart(tuple(headed(lines(document)))))))
    with knowing(labels_told(document.title, found), day_of(document)):
        return _extract(document, found, dict(given))


def _extract(document: Document, found: Sequence[Line], given: Mapping[str, str]) -> Extract:
    cast = Cast(document, found, given)
    if not cast.subjects:
        return Extract()
    scene = Scene(document, upright(found, cast.named), cast)
    claims: dict[tuple[object, ...], Claim] = {}
    told: set[tuple[object, ...]] = set()
    names = tuple({key_of(name.text) for name in subject.names} for subject in cast.subjects)
    sorted_: set[int] = set()
    for rule in each(RULES):
        for claim in rule(scene):
            if rule is cards and claim.attribute == "sector":
                sorted_.add(claim.subject)
            if is_untrue(scene, claim):
                continue
            if rule is under_headings and is_ruled_out(claim, claims.values()):
                continue
            if rule is by_name and claim.attribute == "sector" and claim.subject in sorted_:
                continue  # What it does is said, and its name need not be asked.
            if claim.attribute in PARTIES and (
                key_of(claim.value) in names[claim.subject] or words.fold(claim.value) in words.stop_words()
            ):
                continue
            key = (
                claim.subject,
                claim.attribute,
                claim.value.casefold(),
                claim.qualifier if claim.attribute in {"status", "members"} else "",
                claim.since,
                claim.until,
            )
            held = (claim.subject, claim.attribute, claim.value.casefold(), claim.span)
            if claim.attribute in HELD and held in told:
                continue
            told.add(held)
            claims.setdefault(key, claim)
    kept = [one for one in claims.values() if not _is_over(one, claims.values())]
    kept += at_addresses(kept)
    proven = _with_proven(scene, tuple(kept))
    # Whether those are clusters is for the documents to say that named them.
    subjects = tuple(replace(one, sure=one.sure and at not in cast.aided) for at, one in enumerate(proven))
    proper = () if given else tuple(sorted(proper_names(subjects).items()))
    return Extract(subjects, tuple(sorted(kept, key=lambda one: (one.span.start, one.subject))), told=proper)


def _is_over(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a document tells elsewhere until when somebody was what a claim without a time says "
    "they are."""
    if claim.attribute not in HELD or claim.since or claim.until:
        return False
    return any(
        one.until is not None
        and (one.subject, one.attribute, one.value) == (claim.subject, claim.attribute, claim.value)
        for one in claims
    )


def _with_proven(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Subject, ...]:
    """The subjects, those surely clusters of which a text about clusters tells what is told of clusters
    alone."""
    subjects, document = scene.cast.subjects, scene.document
    tops = (document.text[:TOP_CHARS], document.title)
    spoken = any(map(speaks_of_clusters, tops)) or any(map(speaks_of_a_cluster, tops))
    if not (spoken or any(subject.sure for subject in subjects)):
        return subjects
    told: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.subject].add(claim.attribute)
    return tuple(
        subject
        if subject.sure or at in scene.cast.aided or subject.names[0].kind != "full"
        else replace(subject, sure=len(told[at] & PROOF) + scene.is_called_one(at) > 1)
        for at, subject in enumerate(subjects)
    )
