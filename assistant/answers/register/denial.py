"""That a named cluster does not have a status, where a document says so itself."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.answers.register.about import denies, named_above
from assistant.answers.register.chosen import named
from assistant.answers.register.matter import Matter
from assistant.model import Answer, Statement
from assistant.wording import say
from index.extraction.labels import labels_in
from index.model import StoredPassage, StoredSentence
from index.register.model import Cluster

# Documents that name a cluster which are read for what they deny of it.
MOST_DOCUMENTS = 8


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
    if not statements:
        return None
    return Answer(
        matter.language,
        "fact",
        tuple(statements),
        citations=matter.citations.made(),
        clusters=matter.request.clusters,
    )


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
                if _denies_status(matter, sentence) and cluster.id in named_above(
                    passage, place, matter.register
                ):
                    yield passage, sentence


def _denies_status(matter: Matter, sentence: StoredSentence) -> bool:
    if not denies(sentence.text) or sentence.text.rstrip().endswith("?"):
        return False
    keys = {label.key for label in labels_in(sentence.text)}
    return matter.label in keys if matter.label else bool(keys)
