"""Whether words of the library speak of a cluster, and of what is asked of it."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from assistant.answers.draft import Material
from assistant.answers.register.matter import Registered
from assistant.answers.register.membership import member_numbers
from assistant.question import Asked
from assistant.ranking import Candidate
from assistant.recognise import spans
from assistant.request import Request
from assistant.requests.roles import roles_in
from index import words
from index.model import StoredPassage
from index.register.model import Attribute
from index.taxonomy import places_in

# Attributes whose values have a form of their own.
FORMS: dict[Attribute, Asked] = {
    "email": "email",
    "phone": "phone",
    "website": "website",
    "address": "address",
}
PLACES = frozenset[Attribute]({"place", "region", "country"})
# Sentences looked at for what is asked of a cluster where the best is about something else.
NEAREST = 5
DIGITS = re.compile(r"\d")


def answers_of_cluster(candidate: Candidate, request: Request, register: Registered) -> bool:
    """Whether a sentence that was found is about a cluster which a request names, and tells what is asked of
    it."""
    passage, sentence = candidate.hit.passage, candidate.sentence
    asked = [one for one in request.attributes if one not in {"status", "sector"}]
    reach = bool(asked) and FORMS.keys() >= set(asked)
    if not is_about(candidate, frozenset(request.clusters), register, reach=reach):
        return False
    before = [one.text for one in passage.sentences[: candidate.place]][-1:]
    if before and not reach and not before[0].rstrip().endswith((":", "?")):
        before = []  # what is told in the sentence before is told there, not here
    if request.role and request.role not in roles_in(sentence.text):
        return False
    near = " \n ".join((*passage.heading_texts[-1:], *before, sentence.lead_text, sentence.text))
    return not asked or any(
        bool(member_numbers(sentence, passage.heading_texts))
        if attribute == "members"
        else tells(near, attribute)
        for attribute in asked
    )


def is_about(candidate: Candidate, clusters: frozenset[str], register: Registered, *, reach: bool) -> bool:
    """Whether the sentence, the lines or the title above it name one of the clusters; where it names none,
    the sentences before it may. A way to `reach` somebody is theirs whom the line before it names."""
    passage, sentence = candidate.hit.passage, candidate.sentence
    here = _named(f"{sentence.lead_text} \n {sentence.text}", register)
    above = [*passage.heading_texts, passage.document.title]
    if not clusters.isdisjoint(here) or any(not clusters.isdisjoint(_named(one, register)) for one in above):
        return True
    if here:
        return False
    before = named_above(passage, candidate.place, register)
    if before and reach:
        near = [one.text for one in passage.sentences[max(0, candidate.place - 1) : candidate.place]]
        return any(not clusters.isdisjoint(_named(one, register)) for one in near)
    # A page about one cluster alone need not name it beside each thing that it says.
    return not clusters.isdisjoint(before or alone_in(register).get(passage.document.id, frozenset()))


@lru_cache(maxsize=2)
def alone_in(register: Registered) -> dict[str, frozenset[str]]:
    """The cluster of each document that names but one. Kept, as a register never changes."""
    found: dict[str, set[str]] = defaultdict(set)
    for cluster in register.clusters:
        for source in cluster.mentions:
            found[source.document.id].add(cluster.id)
    return {document: frozenset(ids) for document, ids in found.items() if len(ids) == 1}


def _named(text: str, register: Registered) -> frozenset[str]:
    return frozenset(id for one in register.named(text) for id in one.clusters)


def named_above(passage: StoredPassage, place: int, register: Registered) -> frozenset[str]:
    """The clusters that a sentence of a passage is about: those it names, or else those named last before it
    or in the headings above it."""
    said = [sentence.text for sentence in passage.sentences[: place + 1]][::-1]
    for text in (*said, *reversed(passage.heading_texts), passage.document.title):
        found = _named(text, register)
        if found:
            return found
    return frozenset()


def tells(text: str, attribute: Attribute) -> bool:
    """Whether a text tells of an attribute: has its form, or a word by which it is told."""
    if attribute in FORMS:
        return bool(spans(text, FORMS[attribute]))
    if attribute in PLACES:
        return bool(places_in(text))
    if attribute in {"members", "founded"} and not DIGITS.search(text) and not spans(text, "number"):
        return False
    stems = _lexicon()["attributes"].get(attribute)
    return not stems or _holds(text, stems)


def denies(text: str) -> bool:
    """Whether a text says that something is not so."""
    said = {words.fold(token) for token in words.tokenize(text)}
    return not said.isdisjoint(_lexicon()["denials"]["words"])


def _holds(text: str, stems: Sequence[str]) -> bool:
    folded = words.fold(text)
    return any(re.search(rf"\b{re.escape(stem)}", folded) for stem in stems)


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("assistant").joinpath("data/telling.toml").read_text("utf-8"))


def about_clusters(material: Material, request: Request, register: Registered) -> Material:
    """The material, chosen from it the best sentence that tells what was asked of the clusters named."""
    if material.chosen is None:
        return material
    nearest = (material.chosen, *material.candidates[:NEAREST])
    chosen = next((one for one in nearest if answers_of_cluster(one, request, register)), None)
    return replace(material, chosen=chosen)
