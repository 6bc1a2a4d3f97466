"""How many clusters, with those that were counted, and what a source counts differently."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from assistant.answers.register.clusters import clusters_answer
from assistant.answers.register.matter import Matter
from assistant.model import Answer, Statement
from assistant.question import lexicon
from assistant.ranking import Candidate
from assistant.wording import say
from documents.periods import periods
from index import words
from index.extraction.clauses import clause_end, clause_start
from index.extraction.labels import labels_in
from index.model import StoredPassage, StoredSentence
from index.numerals import Number, numbers_in
from index.register.model import Conditions
from index.taxonomy import places_in, sectors_in

# Within so many words after a number stands the cluster that it counts: "20 polskich klastrów".
NOUN_AFTER = 3
# Sentences found that are looked at for a count of their own.
NEAREST = 8
CLUSTER = frozenset({"klaster", "cluster"})
# Readings of what somebody did, or what was done to them.
TOLD = frozenset({"fin", "praet", "imps", "ppas", "pact"})


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
        number = next(_numbers_of_clusters(candidate.sentence.text), None)
        if number is not None and number.value != found:
            quoted = _quoted(matter, candidate.hit.passage, candidate.sentence, number.value)
            return [quoted], number.value
    return None


def _counting(matter: Matter) -> list[Candidate]:
    """The sentences that may count the same as what was asked for: those on a status where nothing else is
    asked for, the one that answers where a year of founding is; a narrower count is in no such sentence."""
    conditions, passages = matter.request.conditions, matter.passages
    if passages is None:
        return []
    if matter.label and conditions == Conditions(status=conditions.status):
        return [c for c in passages.candidates[:NEAREST] if matter.label_words in c.sentence.text]
    if conditions.regions and conditions == Conditions(regions=conditions.regions):
        return [c for c in passages.candidates if _counts_all(c, conditions.regions)]
    only_founded = conditions == Conditions(founded=conditions.founded)
    return [passages.chosen] if only_founded and passages.chosen else []


def _counts_all(candidate: Candidate, regions: frozenset[str]) -> bool:
    """Whether a sentence tells how many there are in all of a region, which it or what is around names."""
    text, passage = candidate.sentence.text, candidate.hit.passage
    said = {words.fold(one) for one in words.tokenize(text)}
    here = Counter(one.region or one.key for one in places_in(text))
    whole = any(one.startswith(tuple(_totals()["regions"])) for one in said)
    if said.isdisjoint(_totals()["words"]) or not (here or whole) or not _says_there_are(text):
        return False
    around = " \n ".join((passage.document.title, *passage.heading_texts, passage.text))
    told = here or Counter(one.region or one.key for one in places_in(around))
    return bool(told) and max(told[one] for one in regions) == max(told.values())


def _says_there_are(text: str) -> bool:
    """Whether the clause that counts clusters says that they are or work there, and nothing else of them: of
    no sector, label or year, and of no prize that they got."""
    number = next(_numbers_of_clusters(text), None)
    if number is None:
        return False
    before = text[clause_start(text, number.span.start) : number.span.start].rpartition(", ")[2]
    clause = before + text[number.span.start : clause_end(text, number.span.end)].partition(",")[0]
    if any(map(tuple, (sectors_in(clause), labels_in(clause), periods(text)))):
        return False
    tokens = words.tokenize(clause)
    being = {one for one in tokens if not _lemmas(one).isdisjoint(_totals()["being"])}
    counted = takewhile(lambda one: words.lemma(one) not in CLUSTER, words.tokenize(text[number.span.end :]))
    return bool(being) and being.issuperset(counted) and not any(map(_tells_more, {*tokens} - being))


def _lemmas(word: str) -> set[str]:
    """A word and all that it may be a form of, folded."""
    return {words.fold(one) for one in (word, words.lemma(word), *(r.lemma for r in words.readings(word)))}


def _tells_more(word: str) -> bool:
    """Whether a word says what somebody does, or what was done to them: "nagrodzono", "awarded"."""
    parts = {one.part for one in words.readings(word.lower())}
    return (bool(parts) and parts <= TOLD) or (not parts and word.endswith(tuple(_totals()["done"])))


def _numbers_of_clusters(text: str) -> Iterator[Number]:
    for found in numbers_in(text):
        after = words.tokenize(text[found.span.end :])[:NOUN_AFTER]
        if CLUSTER & {words.lemma(token) for token in after}:
            yield found


def _totals() -> dict[str, list[str]]:
    totals: dict[str, list[str]] = lexicon()["totals"]
    return totals


def _quoted(matter: Matter, passage: StoredPassage, sentence: StoredSentence, number: int) -> Statement:
    return Statement((matter.citations.sentence(passage, sentence),), exact=str(number), quote=sentence.text)
