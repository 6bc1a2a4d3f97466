"""Whose a line of contacts is: the person it opens with, and to whom an e-mail or a telephone belongs."""

import re
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.contacts import Contact, contacts_in
from index.extraction.labelled import label_kind
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.name_words import heads_network
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import is_place_run
from index.extraction.people import is_given_name, people_in
from index.extraction.pieces import is_head
from index.extraction.roles import role_of
from index.extraction.scene import Scene

# Two or three words with capitals at the beginning of a line, after titles: a name, whatever lists have it.
UPPER = r"[^\W\d_a-ząćęłńóśźż]"
OPENING = re.compile(
    r"\W*(?:(?:dr|inż\.|mgr|prof\.|hab\.|Dr\.?|Prof\.|Mr\.?|Mrs\.?|Ms\.?|Pani?)\s+)*"
    rf"(?P<name>{UPPER}[^\W\d_]+(?:[ \u00a0]{UPPER}[^\W\d_]+(?:-{UPPER}[^\W\d_]+)?){{1,2}})(?![\w-])"
)
# A surname of so many letters and one shows whose an e-mail is; foreign letters are spelled in plain ones.
SURNAME = 4
SPELLED = str.maketrans({"ł": "l", "ø": "o", "æ": "a", "ß": "s", "đ": "d"})
# Lines back in which whoever a contact belongs to is named, and how long those are that stand between.
BACK = 4
SHORT = 70
# What labels a contact has fewer words.
MOST_LABEL = 2
# Words of contacts that are nobody's own. Folded, by how they begin.
OFFICES = ("biur", "sekret", "office", "recep", "centr", "secret")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person as a line names one, and the line."""

    name: str
    span: Span
    line: Line


# E-mails that are nobody's own begin so.
NOBODY_S = (
    *("kontakt@", "biuro@", "info@", "sekretariat@", "poczta@", "hej@", "redakcja@", "klaster@"),
    *("contact@", "office@", "hello@", "mail@", "post@", "cluster@", "secretariat@"),
)


def opening_name(text: str) -> Span | None:
    """The words at the beginning of a line that read as a person's name: no body, place, role or label."""
    match = OPENING.match(text)
    if match is None:
        return None
    span = Span(*match.span("name"))
    name = text[span.start : span.end]
    tokens = words.tokenize(name)
    if any(role_of(t) or is_head(t) or heads_network(t) or label_kind(t) for t in tokens):
        return None
    if is_given_name(tokens[-1]) and not is_given_name(tokens[0]):
        return None
    if names_in(name) or labels_in(name) or is_place_run(name, Span(0, len(name))):
        return None
    body = any(found.span.start <= span.start < found.span.end for found in organisations_in(text))
    return None if body or text[span.end :].lstrip().startswith(":") else span


def bearer_of(line: Line) -> Bearer | None:
    """The person whom a line opens with: a known given name, or an e-mail that spells the surname, tells."""
    known = people_in(line.text)
    if known and known[0].span.start <= len("prof. dr hab. inż. "):
        return Bearer(known[0].name, known[0].span, line)
    span = opening_name(line.text)
    if span is None:
        return None
    name = line.text[span.start : span.end]
    given = is_given_name(name.split()[0])
    spelled = any(one.kind == "email" and spells(one.value, name) for one in contacts_in(line.text))
    return Bearer(name, span, line) if given or spelled else None


def spells(email: str, name: str) -> bool:
    """Whether an e-mail has the surname of a person before its sign."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0].lower())
    surname = words.fold(name.split()[-1].rpartition("-")[2]).translate(SPELLED)
    return len(surname) >= SURNAME - 1 and surname in local


def whose(scene: Scene, at: int, contact: Contact) -> Bearer | None:
    """The person to whom an e-mail or a telephone belongs: the last one named before it in its line, or on
    one of the lines right before, between which and it only contacts and a role stand."""
    if contact.kind not in {"email", "phone"} or contact.value.startswith(NOBODY_S):
        return None
    line = scene.lines[at]
    named = [
        Bearer(one.name, one.span, line)
        for one in people_in(line.text)
        if one.span.start < contact.span.start
    ]
    first = bearer_of(line)
    if first is not None and first.span.start < contact.span.start:
        named = [first, *(one for one in named if one.span.start > first.span.start)]
    if named:
        spelled = [one for one in named if contact.kind == "email" and spells(contact.value, one.name)]
        return (spelled or named)[-1]
    if opening_name(line.text) is not None or not _may_go_on(line.text):
        return None
    return _above(scene, at, contact)


def _above(scene: Scene, at: int, contact: Contact) -> Bearer | None:
    line, role_between = scene.lines[at], False
    for n in range(at - 1, max(-1, at - 1 - BACK), -1):
        earlier = scene.lines[n]
        if earlier.headings != line.headings or earlier.cells:
            return None
        people, bearer = people_in(earlier.text), bearer_of(earlier)
        if len(people) > 1:
            return None
        if bearer is not None:
            return bearer
        if people:
            return Bearer(people[0].name, people[0].span, earlier)
        span = opening_name(earlier.text)
        if span is not None:
            name = earlier.text[span.start : span.end]
            told = role_between or spells(contact.value, name)
            return Bearer(name, span, earlier) if told else None
        if not _may_stand_between(earlier.text):
            return None
        role_between |= _is_role(earlier.text)
    return None


def _may_go_on(text: str) -> bool:
    """Whether a line is a contact of somebody named above: it does not say whose else it is."""
    contact = next(iter(contacts_in(text)), None)
    before = text[: contact.span.start] if contact is not None else text
    tokens = words.tokenize(before)
    return _is_role(before) or (
        len(tokens) <= MOST_LABEL and not any(words.fold(token).startswith(OFFICES) for token in tokens)
    )


def _is_role(text: str) -> bool:
    """Whether a text begins with what somebody does: "Head of innovation"."""
    return any(role_of(token) for token in words.tokenize(text)[:2])


def _may_stand_between(text: str) -> bool:
    """Whether a line is a role or a contact and nothing more."""
    first = words.TOKEN.search(text)
    # "Kontakt" alone opens what is nobody's; a body in the role tells of others.
    alone = first is not None and first.group() == text.strip() and label_kind(text) == "person"
    if first is None or len(text) > SHORT or alone or organisations_in(text):
        return False
    return bool(contacts_in(text)) or _is_role(text) or label_kind(text) == "person"
