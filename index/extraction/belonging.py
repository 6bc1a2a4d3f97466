"""Whether a way to reach somebody is the cluster's that its line is about, or another's: of an office, of who
wrote or printed the text, of the place of a meeting, of whoever the line names."""

import re
from functools import lru_cache

from documents.model import Span
from index import words
from index.extraction.bodies import bodies
from index.extraction.contacts import Contact, contacts_in
from index.extraction.going_on import asks_of_it, begins_going_on
from index.extraction.labelled import exact_kind, labelled
from index.extraction.lines import Line
from index.extraction.name_words import listed, speaks_of_a_cluster
from index.extraction.naming import names_in
from index.extraction.of_others import mentions, opens_with
from index.extraction.organisations import organisations_in
from index.extraction.scene import Scene
from index.extraction.undertakings import lists_projects, project_names

# What says that contacts are a newspaper's stands so few characters before them.
EDITORS_REACH = 24
# "at the bank", "w banku".
AT_BODY = re.compile(r"\s+(?:at|w|we)\s+(?:the\s+|an?\s+)?([a-ząćęłńóśźż]+)\b")
# The lines of a card, and the characters of one that goes on with the value of the one before.
LONGEST_CARD, SHORT = 20, 70


def is_own(scene: Scene, line: Line, subject: int, contact: Contact) -> bool:
    """Whether a contact in a line about a cluster is that cluster's."""
    if _of_source(line, contact) or _of_body(scene, line, contact) or not is_told_of(scene, line, subject):
        return False
    if contact.kind != "website" or line.text[: contact.span.start].strip(" \"'„“(•–-"):
        return True
    alone, before = line.text.strip() == contact.value, scene.before(line)
    behind = before is not None and any(one.kind != "website" for one in contacts_in(before.text))
    own = behind if alone else subject in scene.cast.title
    return own or _own_address(scene, subject, contact.value)


def by_host(scene: Scene, line: Line) -> int | None:
    """The one cluster whose name the document's addresses have, where a line that names no other, and is no
    editor's, gives an e-mail of such an address or a page: "info@turkawka.example, tel. …"."""
    own, contacts = scene.cast.addressed, contacts_in(line.text)
    hosts = [one.value.rpartition("@")[2] for one in contacts if one.kind in {"email", "website"}]
    if own is None or not hosts or not all(_own_address(scene, own, host) for host in hosts):
        return None
    others = any(place.subject != own and scene.is_sure(place.subject) for place in scene.named_in(line))
    body = any(_of_body(scene, line, one) for one in contacts) or organisations_in(line.text)
    return None if others or body else own


def is_told_of(scene: Scene, line: Line, subject: int) -> bool:
    """Whether a line is said to be about a cluster by a name in it or above it, or goes on in the same
    paragraph or card: what stands at the end of a text about several is nobody's of them."""
    asked = asks_of_it(line) and scene.subject(line) == subject
    if asked or any(place.subject == subject for place in scene.named_in(line)):
        return True
    if scene.owner(line) == subject:
        # Below a text on one cluster it is whose page it is that the press may reach; a card's is its own.
        own = subject in scene.cast.title or scene.cast.addressed == subject or scene.main != subject
        return own or not mentions(line.text, "media") or _in_card(scene, line, subject)
    above = scene.cast.above(line.above)
    generic = any(mention.generic for mention in names_in(line.text))
    goes_on = scene.is_within_paragraph(line) or begins_going_on(line.text) or generic
    return goes_on or (above is not None and above[0] == subject) or _in_card(scene, line, subject)


@lru_cache(maxsize=1)
def of_coordinators(scene: Scene) -> frozenset[str]:
    """The words of the bodies that the document says to coordinate or represent clusters: whoever heads one
    of them speaks for the cluster."""
    names = [claim.value for claim in bodies(scene)]
    names += [
        one.text
        for line in scene.lines
        for one in labelled(line)
        if one.kind in {"coordinator", "representative"}
    ]
    return frozenset(words.lemma(token) for name in names for token in words.tokenize(name))


def speaks_for_one(scene: Scene, name: str) -> bool:
    """Whether a body's name, or a word of it, is that of one that coordinates or represents a cluster."""
    return any(words.lemma(one) in of_coordinators(scene) for one in words.tokenize(name))


def leads_part(scene: Scene, line: Line, role: str, start: int) -> bool:
    """Whether whoever a line gives a role at an offset leads a project or a group of members, no cluster."""
    if speaks_of_a_cluster(role):
        return False
    above = [one.text for one in (*line.leads[:1], *line.headings[:1])]
    if not opens_with(role, "leaders"):
        return exact_kind(role) == "coordinator" and any(map(lists_projects, above))
    before = scene.before(line) if scene.is_within_paragraph(line) else None
    near = f"{before.text if before is not None else ''} {line.text[:start]}"
    listed = any(lists_projects(text) or opens_with(text, "groups") for text in above)
    return listed or bool(project_names(near) or mentions(near, "groups"))


def held_elsewhere(text: str, role: Span) -> bool:
    """Whether a role in a text is one of a gathering, or in a body that a common noun names: "chair of the
    meeting", "head of trade finance at the bank"."""
    first = words.TOKEN.match(text, role.start)
    if first is not None and opens_with(text[first.end() :], "gatherings"):
        return True
    at = AT_BODY.match(text, role.end)
    return at is not None and words.lemma(at[1]) in listed("body_nouns")


def _in_card(scene: Scene, line: Line, subject: int) -> bool:
    """Whether only labelled values stand between a line that names a cluster and this one, which is such."""
    at: Line | None = line
    for _ in range(LONGEST_CARD):
        if at is None or any(place.subject == subject for place in scene.named_in(at)):
            return at is not None
        value = at is not line and len(at.text) <= SHORT and not at.text.rstrip().endswith((".", "!", "?"))
        at = scene.before(at) if labelled(at) or value else None
    return False


def _of_body(scene: Scene, line: Line, contact: Contact) -> bool:
    """Whether the last that a line names before a contact is a body that neither is a cluster nor speaks for
    one, or whether the contact is an editor's."""
    before = line.text[: contact.span.start]
    if contact.kind == "address":
        held = mentions(before, "held_there")
        return held is not None and not mentions(before[held.end() :], "offices")
    clusters = [place.span for place in scene.cast.named(before) if scene.is_sure(place.subject)]
    near = line.text[max(0, contact.span.start - EDITORS_REACH) : contact.span.end]
    kept = mentions(before, "keepers") or mentions(before, "makers") or _is_advert(scene, line)
    if mentions(near, "editors") or _is_editors(line, clusters=bool(clusters)) or (kept and not clusters):
        return True
    named = [found.span for found in organisations_in(before)]
    if not named or any(place.end > named[-1].start for place in clusters):
        return False
    return not speaks_for_one(scene, line.text[named[-1].start : named[-1].end])


def _is_editors(line: Line, *, clusters: bool) -> bool:
    """Whether a line begins with whose contacts follow, an editor's, and speaks of no cluster."""
    told = clusters or any(one.generic for one in names_in(line.text))
    return not told and opens_with(line.text, "editors")


def _is_advert(scene: Scene, line: Line) -> bool:
    """Whether a line, or the first of its paragraph, begins with the word for what is paid for."""
    first: Line | None = line
    while first is not None and scene.is_within_paragraph(first):
        first = scene.before(first)
    return opens_with((first or line).text, "adverts")


def _of_source(line: Line, contact: Contact) -> bool:
    """Whether a contact stands in a table's column of sources."""
    cell = next((c for c in reversed(line.cells) if c.start <= contact.span.start), None)
    return cell is not None and bool(re.match(r"(?i)\W*(?:źródł|zrodl|source)", cell.head))


def _own_address(scene: Scene, subject: int, address: str) -> bool:
    """Whether an address has a word of the cluster's names in it."""
    folded = words.fold(address)
    tokens = {words.fold(t) for name in scene.cast.subjects[subject].names for t in words.tokenize(name.text)}
    return any(len(token) > 3 and token[:6] in folded for token in tokens - {"klaster", "cluster"})
