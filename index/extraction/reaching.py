"""How a cluster is reached: its people with their roles, e-mail, telephone, website, address."""

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.model import Span
from index import words
from index.extraction.agents import aside_of, body_before
from index.extraction.antecedents import is_of_body
from index.extraction.bearers import opening_name, whose
from index.extraction.belonging import by_host, held_elsewhere, is_own, is_told_of, leads_part, speaks_for_one
from index.extraction.contacts import contacts_in, street_above
from index.extraction.labelled import label_kind
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.name_words import listed, speaks_of_a_cluster
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run
from index.extraction.people import Person, is_given_name, people_in
from index.extraction.pieces import is_head
from index.extraction.roles import is_public, role_beside, role_of, role_said
from index.extraction.scene import Scene
from index.extraction.succession import former_at
from index.extraction.tenure import tenure_beside
from index.extraction.voices import says_we
from index.inflection import is_english

# A line that is a role and nothing else is shorter, in characters.
LONGEST_ROLE = 70
LONGEST_TITLES = len("prof. dr hab. inż. ")
TITLED = frozenset({"Pan", "Pani", "Mr", "Mrs", "Ms", "Dr"})
# "Funkcję tę sprawuje", "Jest nim", "The post is held by".
TAKES_UP = re.compile(
    r"(?i)\W*(?:"
    r"(?:funkcj[ęa]|stanowisko|rol[ęa]|godność) t[ęoa] (?:pełni|sprawuje|piastuje|zajmuje|obj[ąę]ła?)|"
    r"(?:(?:jest|został[ao]?|będzie|obecnie jest) ni[mą]|ni[mą] (?:jest|został[ao]?))|"
    r"(?:that|this|the) (?:post|role|position|job) "
    r"(?:is (?:held|filled|taken) by|went to|has gone to|goes to))\s+"
)
# "Cluster manager: Mag."
ONLY_TITLES = re.compile(r":\s*(?:[^\W\d_]{1,5}\.\s*)*$")
# Parts of a cluster are told by so many letters of their words.
OWN_PART = 6
# Words before a role, or behind a name, that say that it is over.
BEFORE_FORMER = 20
FORMER = re.compile(
    r"(?i)\b(?:dotychczasow\w+|poprzedni\w*|były|była|byłego|byłej|byłym|dawny|dawna|ówczesn\w+|ustępując\w+|"
    r"do niedawna|dotychczas|wcześniej|wczesniej|uprzednio|until recently|formerly|previously|former|"
    r"previous|then|outgoing|late|śp\.|emerytowan\w+|retired|ex-\w+)(?!\w)"
)
# Whoever a sentence mourns is nothing any more.
DIED = re.compile(
    r"(?i)\b(?:zmarł[aoy]?|odszedł|odeszła|pożegna\w+|zmarł(?:ego|ej)|death of|late)\s(?:\w{1,4}\.\s)?$"
)
# Between a body's name and the role that somebody has in it.
BRACKETED = re.compile(r"(?:['’]s?)?(?:\s\([^()]{2,12}\))?\s")
# So many words before a verb what is led may stand.
LED = 2
# Roles that bodies have too: who has one need be no person where no list has the name.
BY_BODIES = ("koordynator", "coordinator")
# "Nowak Anna – dyrektor Klastra X", as in a list of people.
SURNAME_FIRST = re.compile(
    r"^\W*(?P<last>[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?) (?P<first>[^\W\d_a-z][^\W\d_]+)(?:\s[–—-]\s|,\s|:\s|"
    r"\s\|\s)(?P<role>[^,;(|]{3,80})"
)
# "The chairman is Radim Dostál": whoever bears a role has a name, though no list has it.
IS = re.compile(
    r"^(?:of the cluster |klastra |zarządu |rady )?(?:is|was|jest|"
    r"został[ao]?)\s+([^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_-]+){1,2})(?=$|[,;.(])"
)


def reaching(scene: Scene) -> Iterator[Claim]:
    """The people of clusters and the ways to reach them, in order."""
    full = _by_surname(scene)
    for at, line in enumerate(scene.lines):
        people = people_in(line.text)
        yield from _people(scene, line, (*people, *_by_surname_alone(line.text, full)))
        yield from _contacts(scene, at)
        yield from _plain_roles(scene, line, people)
        yield from _role_around(scene, at, line, people)
        yield from _role_taken_up(scene, line)
        yield from _surname_first(scene, line)
    yield from _in_headings(scene)


def _by_surname(scene: Scene) -> dict[str, str]:
    """The full names of people that the document names, by the surname; none that two of them bear."""
    bearers: dict[str, set[str]] = {}
    for line in scene.lines:
        for text in (line.text, *(above.text for above in line.headings[:1])):
            for person in people_in(text):
                bearers.setdefault(person.name.split()[-1], set()).add(person.name)
    return {surname: names.pop() for surname, names in bearers.items() if len(names) == 1}


def _by_surname_alone(text: str, full: dict[str, str]) -> Iterator[Person]:
    """The people whom a text calls by their surname alone and of whom it tells what they are: "Lis, who
    chairs the council"."""
    for match in words.TOKEN.finditer(text):
        token = match.group()
        name = full.get(token) if token[0].isupper() else None
        before = words.tokenize(text[: match.start()])[-1:]
        if name is None or (before and before[0][0].isupper() and not _opens(before[0])):
            continue
        role = role_beside(text, Span(*match.span()))
        if role is not None:
            yield Person(Span(*match.span()), name, *role)


def _opens(word: str) -> bool:
    """Whether a word with a capital before a name is a title or begins a sentence, and is not of it."""
    return word in TITLED or (words.is_known(word.lower()) and not is_given_name(word) and not is_head(word))


def _in_headings(scene: Scene) -> Iterator[Claim]:
    """People whom a heading names beside a cluster: "Rozmowa z Anną Nowak, dyrektorką Klastra X"."""
    first = {above: line for line in reversed(scene.lines) for above in line.headings}
    for above, line in first.items():
        named = scene.cast.named(above.text)
        for person in people_in(above.text):
            if person.role and named:
                yield Claim(
                    named[0].subject, "person", person.name, line.passage, above.span, (), person.role
                )


def _surname_first(scene: Scene, line: Line) -> Iterator[Claim]:
    match = SURNAME_FIRST.match(line.text)
    if match is None or not is_given_name(match["first"]) or is_given_name(match["last"]):
        return
    role = match["role"].strip(" .")
    named = [place.subject for place in scene.cast.named(line.text) if scene.is_sure(place.subject)]
    subject = named[0] if named else scene.subject(line)
    if _elsewhere(scene, role):
        return
    if subject is not None and any(role_of(token) for token in words.tokenize(role)[:3]):
        name = f"{match['first']} {match['last']}"
        yield scene.claim(line, subject, "person", name, qualifier=role)


def _elsewhere(scene: Scene, role: str) -> bool:
    """Whether a role names what it is in, and that is no cluster, and no body that speaks for one."""
    tokens = words.tokenize(role)
    named = [t for t in tokens[1:] if t[0].isupper() and not role_of(t)] + [t for t in tokens if _is_body(t)]
    own = any(words.fold(token)[:OWN_PART] in listed("own_parts") for token in tokens)
    spoken = any(speaks_for_one(scene, token) for token in named)
    return bool(named) and not own and not spoken and not scene.cast.named(role)


def _opening(line: Line, people: tuple[Person, ...]) -> tuple[str, Span] | None:
    """The person who begins a line and has no role in it; where no list has the given name, two or three
    words with capitals."""
    if len(people) > 1 or (people and (people[0].role or people[0].span.start > LONGEST_TITLES)):
        return None
    if people:
        return people[0].name, people[0].span
    span = opening_name(line.text)
    return (line.text[span.start : span.end], span) if span is not None and not names_in(line.text) else None


def _role_around(scene: Scene, at: int, line: Line, people: tuple[Person, ...]) -> Iterator[Claim]:
    """A person who begins a line, and the role right behind, as where a contact's line breaks are lost, or on
    the line below, as on a slide, or on the line above, as in a list of contacts."""
    opening, subject = _opening(line, people), scene.subject(line)
    if opening is None or subject is None or line.cells:
        return
    name, span = opening
    rest = re.sub(r"\s*\([^()]*\)\s*$", "", _without_contacts(line.text[span.end :]).strip(" ,|–-"))
    for role, other in (
        (rest, None),
        *((_beside(scene, at, +1), _beside(scene, at, -1)) if not words.tokenize(rest) else ()),
    ):
        if _is_role(role) and not _elsewhere(scene, role):
            if other is not None and other.span.start > line.span.start:
                subject = _named_below(scene, at, subject)
            claim = scene.claim(line, subject, "person", name, qualifier=role)
            scope = (*claim.scope, *((other.span,) if other is not None else ()))
            yield replace(claim, scope=tuple(dict.fromkeys(scope)))
            return


def _named_below(scene: Scene, at: int, subject: int) -> int:
    """The cluster that the second line after one but names: "Joanna Lis", "President", "X Cluster"; else the
    subject given."""
    named = scene.named(at + 2) if at + 2 < len(scene.lines) else ()
    alone = len(named) == 1 and len(scene.lines[at + 2].text) <= LONGEST_ROLE
    return named[0].subject if alone else subject


def _role_taken_up(scene: Scene, line: Line) -> Iterator[Claim]:
    """Who has the role that the line before names: "Funkcję tę sprawuje Jan Lis", "Jest nim Jan Lis"."""
    taken, before = TAKES_UP.match(line.text), scene.before(line)
    role = role_said(before.text) if taken and before else None
    if taken is None or before is None or role is None or is_public(role):
        return
    rest = line.text[taken.end() :]
    person = next((one for one in people_in(rest) if one.span.start <= LONGEST_TITLES), None)
    span = person.span if person else opening_name(rest)
    body = organisations_in(before.text) and not scene.cast.named(before.text)
    subject = scene.subject_at(before, len(before.text))
    if span is not None and subject is not None and not body and not _elsewhere(scene, role):
        name = person.name if person else rest[span.start : span.end]
        claim = scene.claim(line, subject, "person", name, qualifier=role)
        yield replace(claim, scope=tuple(dict.fromkeys((*claim.scope, before.span))))


def _beside(scene: Scene, at: int, by: int) -> tuple[str, Line | None]:
    """The role that the line before or after one is, and that line; "" if there is none."""
    if not 0 <= at + by < len(scene.lines):
        return "", None
    other = scene.lines[at + by]
    if other.cells or other.headings != scene.lines[at].headings or people_in(other.text):
        return "", None
    role = ONLY_TITLES.sub("", _without_contacts(other.text))
    return role.strip(" –-•,:"), other


def _without_contacts(text: str) -> str:
    """What stands in a text before its first contact."""
    contact = next(iter(contacts_in(text)), None)
    return (
        re.sub(r"(?i)\W*\b(?:tel|telefon|e-?mail|mail|kom|phone)?[.: ]*$", "", text[: contact.span.start])
        if contact
        else text
    )


def _is_role(text: str) -> bool:
    """Whether a text is a role and nothing more: "dyrektor biura", "Head of innovation"."""
    first = words.TOKEN.search(text)
    if first is None or first.start() or len(text) > LONGEST_ROLE or ":" in text:
        return False
    return role_of(first.group()) or label_kind(text) == "person"


def _plain_roles(scene: Scene, line: Line, people: tuple[Person, ...]) -> Iterator[Claim]:
    if people:
        return
    for token in words.TOKEN.finditer(line.text):
        if not role_of(token.group()) or words.fold(token.group()).startswith(BY_BODIES):
            continue
        name = IS.match(line.text[token.end() :].lstrip())
        subject = scene.subject_at(line, token.start())
        value = line.text[token.end() :].lstrip()
        body = name is not None and any(
            found.span.start < name.end(1)
            for found in organisations_in(value)
            if found.span.end > name.start(1)
        )
        if name and subject is not None and not body and not scene.cast.named(name.group(1)):
            yield scene.claim(line, subject, "person", name.group(1), qualifier=token.group())


def _people(scene: Scene, line: Line, people: tuple[Person, ...]) -> Iterator[Claim]:
    for person in people:
        subject = _whose_person(scene, line, person)
        if subject is None or not person.role or _of_another_body(scene, line, person):
            continue
        if not is_told_of(scene, line, subject) or leads_part(scene, line, person.role, person.span.start):
            continue
        if _is_of_body_spoken_of(scene, line, person):
            continue
        since, until = tenure_beside(line.text, person.span)
        if until is None and (_was(line.text, person) or former_at(line.text, person.span)):
            continue
        claim = scene.claim(line, subject, "person", person.name, qualifier=person.role, since=since)
        yield replace(claim, until=until)


def _is_of_body_spoken_of(scene: Scene, line: Line, person: Person) -> bool:
    """Whether a pronoun, or what a line tells by the way, says that a role is in a body that is no
    cluster."""
    if person.role_span is None or speaks_of_a_cluster(person.role or ""):
        return False
    start, end = person.role_span.start, max(person.role_span.end, person.span.start)
    if is_of_body(scene, line, min(start, person.span.start), end):
        return True
    body = aside_of(scene, line, start) or body_before(scene, line, start)
    return body is not None and not speaks_for_one(scene, line.text[body.start : body.end])


def _whose_person(scene: Scene, line: Line, person: Person) -> int | None:
    """The cluster that a person works for: the one named last before, but their own where
    one who says "we" is quoted."""
    own = words.tokenize(person.role or "")[-1:]
    if own and words.fold(own[0]) in listed("cluster") and says_we(line.text):
        return scene.subject(line)
    return scene.subject_at(line, person.span.start)


def _was(text: str, person: Person) -> bool:
    """Whether a person is told to have been what they are no more: "dotychczasowy prezes"."""
    start = min(person.span.start, person.role_span.start if person.role_span else person.span.start)
    return (
        DIED.search(text[: person.span.start]) is not None
        or FORMER.search(text[max(0, start - BEFORE_FORMER) : person.span.end + BEFORE_FORMER]) is not None
    )


def _of_another_body(scene: Scene, line: Line, person: Person) -> bool:
    """Whether the role is one in a body that is not the cluster: "prezes Wytwórni Silników"."""
    if person.role_span is None:
        return False
    clusters = _names_cluster(scene, line, person.role_span)
    if is_public(person.role or "") and not clusters:
        return True
    if held_elsewhere(line.text, person.role_span):
        return True
    if _follows_body(scene, line, person.role_span.start):
        return True
    _, *rest = words.TOKEN.finditer(line.text, person.role_span.start)
    within = [token for token in rest if token.end() <= person.role_span.end]
    # "Fundacją zarządza Jan Lis": what is led stands before the verb.
    led = words.tokenize(line.text[: person.role_span.start])[-LED:] if len(within) == 0 else []
    called = [one for one in (*(token.group() for token in within), *led) if _is_body(one)]
    if called and not clusters:
        return not any(speaks_for_one(scene, one) for one in called)
    following = re.compile(r"\s+(?:w\s+|of\s+(?:the\s+)?|at\s+(?:the\s+)?|in\s+(?:the\s+)?)?").match(
        line.text, person.role_span.end
    )
    starts = [
        t.start() for t in within if t.group()[0].isupper() and not role_of(words.lemma(t.group().lower()))
    ]
    starts += [following.end() if following else person.role_span.end]
    return any(_names_another_body(scene, line, person, start) for start in starts[:1])


def _follows_body(scene: Scene, line: Line, start: int) -> bool:
    """Whether a body's name leads to a role, as in English: "Harbour Suppliers Association (HSA) CEO"."""
    before = [found.span for found in organisations_in(line.text[:start])]
    name = line.text[before[-1].start : before[-1].end] if before else ""
    if not before or not BRACKETED.fullmatch(line.text[before[-1].end : start]) or scene.cast.named(name):
        return False
    return not speaks_for_one(scene, name)


def _is_body(token: str) -> bool:
    """Whether a word of a role is what a body is called by: "prezes izby"; not a part of a cluster."""
    return words.lemma(token) in listed("body_nouns")


def _names_another_body(scene: Scene, line: Line, person: Person, start: int) -> bool:
    """Whether the name of a body that is no cluster begins at an offset, and not the person's own."""
    if person.span.start <= start <= person.span.end or not line.text[start : start + 1].isupper():
        return False
    run = capital_run(line.text, start)
    if run is None or run.start <= person.span.start < run.end:
        return False
    name = line.text[run.start : run.end]
    described = person.role_span is not None and run.end < person.role_span.end and is_english(name.lower())
    if speaks_for_one(scene, name) or (described and line.text[run.end + 1].islower()):
        return False  # "head of European affairs"
    generic = words.fold(name.split()[0])[:OWN_PART] in listed("own_parts")
    return not generic and not _names_cluster(scene, line, run) and not names_in(name)


def _names_cluster(scene: Scene, line: Line, span: Span) -> bool:
    """Whether what may be a cluster is named at a place of a line."""
    within = (one.span.start < span.end and span.start < one.span.end for one in scene.cast.named(line.text))
    return any(within) or bool(scene.cast.named(line.text[span.start : span.end]))


def _contacts(scene: Scene, at: int) -> Iterator[Claim]:
    line = scene.lines[at]
    for contact in contacts_in(line.text):
        subject, own = scene.subject_at(line, contact.span.start), by_host(scene, line)
        if own is not None and contact.kind != "address":
            subject = own
        elif subject is None or not is_own(scene, line, subject, contact):
            continue
        bearer = whose(scene, at, contact)
        name = bearer.name if bearer is not None else ""
        claim = scene.claim(line, subject, contact.kind, contact.value, qualifier=name)
        if bearer is not None and bearer.line is not line:
            claim = replace(claim, scope=tuple(dict.fromkeys((*claim.scope, bearer.line.span))))
        if contact.kind != "address":
            yield claim
        elif not _goes_on_below(scene, at):
            yield _with_street(scene, line, claim)


def _goes_on_below(scene: Scene, at: int) -> bool:
    """Whether a line is but the street of the address that the next one tells."""
    line, below = scene.lines[at].text, scene.lines[at + 1].text if at + 1 < len(scene.lines) else ""
    return bool(street_above(line, below)) and any(one.kind == "address" for one in contacts_in(below))


def _with_street(scene: Scene, line: Line, claim: Claim) -> Claim:
    """A claim of an address, with the street that the line above is where this one is but the town."""
    above = scene.before(line)
    street = street_above(above.text, line.text) if above is not None else ""
    if above is None or not street or scene.named_in(above):  # "Klaster Druku 3D" is no house.
        return claim
    return replace(claim, value=f"{street}, {claim.value}", scope=(*claim.scope, above.span))
