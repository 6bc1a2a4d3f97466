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
from assistant.wording import say
from index import words
from index.extraction.labels import labels_in
from index.extraction.status_clauses import kind_of
from index.model import StoredPassage, StoredSentence
from index.register.model import Cluster

# Documents that name a cluster which are read for what they deny of it.
MOST_DOCUMENTS = 8
# The share of a document's facts that makes it the document of one cluster.
MOSTLY = 0.75
# Words by which a sentence that names no label tells that it was refused or is lacked.
REFUSED = re.compile(r"\b(?:wnios\w+|tytul\w*|status\w*|kandyda\w+|applica\w+|title|turned down|list\w*)\b")


def denial_answer(matter: Matter) -> Answer | None:
    """The sentences that say of the named clusters that they do not have the status asked about; None where
    none says so."""
    if matter.passages_of is None or not matter.request.conditions.status:
        return None
    clusters = named(matter)
    statements: list[Statement] = []
    for cluster in clusters:
        said = _statement(matter, cluster)
        if said is not None:
            statements.append(said if len(clusters) == 1 else replace(said, framing=cluster.name))
    return stated(matter, statements)


def _statement(matter: Matter, cluster: Cluster) -> Statement | None:
    """The newest denial of its status, each document that says so cited."""
    found = sorted(_denials(matter, cluster), key=lambda pair: _newest_first(pair[0]))
    if not found:
        return None
    numbers = tuple(matter.citations.sentence(passage, sentence) for passage, sentence in found)
    return Statement(
        tuple(dict.fromkeys(numbers)),
        exact=say("denied", matter.language),
        quote=found[0][1].text,
    )


def _newest_first(passage: StoredPassage) -> int:
    day = passage.document.date
    return -day.toordinal() if day else 0


def _denials(matter: Matter, cluster: Cluster) -> Iterator[tuple[StoredPassage, StoredSentence]]:
    documents = dict.fromkeys(source.document.id for source in cluster.mentions)
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
    above = named_above(passage, place, matter.register)
    if above:
        return cluster.id in above
    return _whose(matter.register).get(passage.document.id) == cluster.id


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
    if text.rstrip().endswith("?") or not (denies(text) or kind_of(text) == "sought"):
        return False
    keys = {label.key for label in labels_in(text)}
    if not keys and REFUSED.search(words.same_length_fold(text)):
        before = (one.text for one in passage.sentences[:place])
        above = (*before, *passage.heading_texts, passage.document.title)
        keys = {label.key for one in above for label in labels_in(one)}
    return matter.label in keys if matter.label else bool(keys)
