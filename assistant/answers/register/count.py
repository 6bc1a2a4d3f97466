"""How many clusters, with those that were counted, and what a source counts differently."""

import re
from dataclasses import replace

from assistant.answers.register.clusters import clusters_answer
from assistant.answers.register.matter import Matter
from assistant.model import Answer, Statement
from assistant.ranking import Candidate
from assistant.wording import say
from index import words
from index.model import StoredPassage, StoredSentence
from index.register.model import Conditions

# A number, and the cluster it counts within a few words: "20 polskich klastrów".
COUNTED = re.compile(r"(?<![\d.,/-])(\d{1,4})((?:\s+[^\W\d_]+){1,3})")
# Sentences found that are looked at for a count of their own.
NEAREST = 8
CLUSTER = frozenset({"klaster", "cluster"})


def count_answer(matter: Matter) -> Answer | None:
    """The number of clusters that meet the conditions; None where none does."""
    answer = clusters_answer(matter)
    if answer is None:
        return None
    first, *rest = answer.statements
    stated = _stated(matter, len(answer.items))
    said: list[Statement] = [first, *rest]
    if stated:
        # Of two numbers the larger is nearer the whole: what is counted here is only what the library names.
        said = [*stated[0], *said] if stated[1] > len(answer.items) else [*said, *stated[0]]
        answer = replace(answer, notes=(say("stated_otherwise", matter.language), *answer.notes))
    return replace(answer, kind="count", statements=tuple(said), citations=matter.citations.made())


def _stated(matter: Matter, found: int) -> tuple[list[Statement], int] | None:
    """The sentence in which a source itself counts what was asked for, where its number is another."""
    for candidate in _counting(matter):
        number = _number_of_clusters(candidate.sentence.text)
        if number is not None and number != found:
            return [_quoted(matter, candidate.hit.passage, candidate.sentence, number)], number
    return None


def _counting(matter: Matter) -> list[Candidate]:
    """The sentences that may count the same as what was asked for: those on a status where nothing else is
    asked for, the one that answers where a year of founding is; a narrower count is in no such sentence."""
    conditions, passages = matter.request.conditions, matter.passages
    if passages is None:
        return []
    if matter.label and conditions == Conditions(status=conditions.status):
        return [c for c in passages.candidates[:NEAREST] if matter.label_words in c.sentence.text]
    only_founded = conditions == Conditions(founded=conditions.founded)
    return [passages.chosen] if only_founded and passages.chosen else []


def _number_of_clusters(text: str) -> int | None:
    for found in COUNTED.finditer(text):
        if CLUSTER & {words.lemma(token) for token in words.tokenize(found[2])}:
            return int(found[1])
    return None


def _quoted(matter: Matter, passage: StoredPassage, sentence: StoredSentence, number: int) -> Statement:
    return Statement((matter.citations.sentence(passage, sentence),), exact=str(number), quote=sentence.text)
