"""That a named cluster does not have a status, where a document says so itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from assistant.answers.register.about import denies, named_above
from assistant.answers.register.chosen import named
from assistant.answers.register.matter import Matter, Registered
from assistant.answers.register.stated import stated
from assistant.model import Answer, Statement
from assistant.question import names
from assistant.wording import say
from index import words
from index.extraction.labels import labels_in
from index.extraction.status_clauses import clauses, kind_of
from index.model import StoredPassage, StoredSentence
from index.register.calendar import fits
from index.register.model import Cluster

# Documents that name a cluster which are read for what they deny of it.
MOST_DOCUMENTS = 8
# The share of a document's facts that makes it the document of one cluster.
MOSTLY = 0.75
# Sentences that are quoted of a cluster.
MOST_QUOTED = 2
# What a sentence says of a status that is not held: it ended, or that and what was but sought.
ENDED = frozenset({"taken", "lapsed"})
DENYING = ENDED | {"sought"}
# Words by which it is told that a status was refused.
TOLD = re.compile(
    r"\b(?:odm[ao]w\w+|odrzuc\w*|nie (?:\w+ )?(?:otrzyma|uzyska|przyzna|dosta|nada)\w*|zabrak\w*|refus\w+|"
    r"reject\w+|turned down|failed|przegra\w*|unsuccessful\w*)"
)
# Words by which a sentence that names no label tells that one is lacked.
REFUSED = re.compile(
    r"\b(?:towards?|wnios\w+|tytul\w*|status\w*|kandyda\w+|applica\w+|title|turned down|list\w*)\b"
)


def denial_answer(matter: Matter) -> Answer | None:
    """The sentences that say of the named clusters that they do not have the status asked about; None where
    none says so."""
    if matter.passages_of is None or not matter.request.conditions.status:
        return None
    clusters = named(matter)
    statements: list[Statement] = []
    for cluster in clusters:
        said = _statements(matter, cluster)
        statements += said if len(clusters) == 1 else [replace(one, framing=cluster.name) for one in said]
    return stated(matter, statements)


def _statements(matter: Matter, cluster: Cluster) -> list[Statement]:
    """What denies its status: the newest document that tells of an end or a refusal before others, each that
    says so cited."""
    found = sorted(_denials(matter, cluster), key=lambda pair: _surest_first(*pair))
    if not found:
        return []
    numbers = [matter.citations.sentence(passage, sentence) for passage, sentence in found]
    beside = [
        (number, sentence)
        for number, (passage, sentence) in zip(numbers[1:], found[1:], strict=True)
        if passage.document.id == found[0][0].document.id and sentence.text != found[0][1].text
    ]
    first = Statement(
        tuple(dict.fromkeys(numbers)), exact=say("denied", matter.language), quote=found[0][1].text
    )
    return [first, *(Statement((number,), quote=one.text) for number, one in beside[: MOST_QUOTED - 1])]


def _surest_first(passage: StoredPassage, sentence: StoredSentence) -> tuple[bool, int]:
    decided = TOLD.search(words.same_length_fold(sentence.text)) is not None
    day = passage.document.date
    return not (decided or kind_of(sentence.text) in ENDED), -day.toordinal() if day else 0


def _denials(matter: Matter, cluster: Cluster) -> Iterator[tuple[StoredPassage, StoredSentence]]:
    documents = dict.fromkeys(source.document.id for source in cluster.mentions)
    found = matter.passages.candidates if matter.passages is not None else ()
    documents |= dict.fromkeys(
        one.hit.passage.document.id
        for one in found
        if any(cluster.id in named.clusters for named in matter.register.named(one.sentence.text))
    )
    if matter.passages_of is None:
        return
    for document in list(documents)[:MOST_DOCUMENTS]:
        for passage in matter.passages_of(document):
            for place, sentence in enumerate(passage.sentences):
                if _denies_status(matter, passage, place) and _is_of(matter, cluster, passage, place):
                    yield passage, sentence


def _is_of(matter: Matter, cluster: Cluster, passage: StoredPassage, place: int) -> bool:
    """Whether a sentence is about a cluster: it or what stands above names it, or nothing does and the
    document is that cluster's."""
    text = passage.sentences[place].text
    if matter.register.named(text):
        return any(_denies(part) for part in _parts_on(matter, cluster, text))
    if _names_another(text):
        return False
    above = named_above(passage, place, matter.register)
    if above:
        return cluster.id in above
    return _whose(matter.register).get(passage.document.id) == cluster.id


def _parts_on(matter: Matter, cluster: Cluster, text: str) -> Iterator[str]:
    """The clauses of a sentence that name a cluster, and those that follow and name none."""
    about = False
    for clause in clauses(text):
        named = {id for one in matter.register.named(clause.text) for id in one.clusters}
        about = cluster.id in named if named else about
        if about:
            yield clause.text


def _names_another(text: str) -> bool:
    """Whether a sentence that names no cluster begins with the name of somebody."""
    label = {word for one in labels_in(text) for word in text[one.span.start : one.span.end].split()}
    return any(
        text.lstrip('„“" *').startswith(name) and " " in name and label.isdisjoint(name.split())
        for name in names(text)
    )


def _denies(text: str) -> bool:
    return denies(text) or kind_of(text) in DENYING


@lru_cache(maxsize=2)
def _whose(register: Registered) -> Mapping[str, str]:
    """The documents that nearly all speak of one cluster, each with it. Kept, as a register never changes."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in register.clusters:
        for fact in cluster.facts:
            told[fact.source.document.id][cluster.id] += 1
    most = {document: counts.most_common(1)[0] for document, counts in told.items()}
    return {
        document: cluster
        for document, (cluster, count) in most.items()
        if count >= MOSTLY * told[document].total()
    }


def _denies_status(matter: Matter, passage: StoredPassage, place: int) -> bool:
    """Whether a sentence says that a status is lacked, or was refused: of the label asked about, which it or
    what stands above it names."""
    text = passage.sentences[place].text
    if text.rstrip().endswith("?") or not any(_denies(part.text) for part in clauses(text)):
        return False
    keys = {label.key for label in labels_in(text)}
    folded = words.same_length_fold(text)
    if not keys and (REFUSED.search(folded) or TOLD.search(folded)):
        before = (one.text for one in passage.sentences[:place])
        above = (*before, *passage.heading_texts, passage.document.title)
        keys = {label.key for one in above for label in labels_in(one)}
    return any(fits(key, matter.label) for key in keys)
