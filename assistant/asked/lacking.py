"""What questions that were not answered asked for, so that staff see which document is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.answers.abstention import not_held
from assistant.asked.groups import Group, is_wanting
from assistant.asked.likeness import meaning
from assistant.asked.masking import MASKS
from assistant.question import LONGEST_QUESTION, understand
from assistant.reading import read_request
from index import words
from index.query import Vocabulary, read_query
from index.register.register import Register

# cluster: the library knows it and not this of it; word: it stands nowhere; subject: its words are held, and
# nothing says what was asked.
What = Literal["cluster", "word", "subject"]


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that was asked for and is not held: a cluster with an attribute that is not known of it (''
    for none in particular), a name or a word, or a subject. `groups` are the ids of those that ask for it."""

    what: What
    name: str
    attribute: str
    questions: int
    last: date
    groups: tuple[int, ...]


def lacks_of(
    groups: Iterable[Group], register: Register, vocabulary: Vocabulary, *, today: date
) -> tuple[Lack, ...]:
    """What is lacking for groups on which the library is silent, the most asked for first."""
    found: dict[tuple[What, str, str], list[Group]] = {}
    for group in groups:
        if group.silent and group.verdict != "answered":
            for key in _asked_for(group, register, vocabulary, today):
                found.setdefault(key, []).append(group)
    lacks = [_lack(key, of) for key, of in found.items()]
    return tuple(sorted(lacks, key=lambda one: (-one.questions, -one.last.toordinal(), one.name)))


def _lack(key: tuple[What, str, str], groups: list[Group]) -> Lack:
    wanting = sum(is_wanting(one) for group in groups for one in group.askings)
    last = max(group.last for group in groups)
    return Lack(*key, wanting, last, tuple(group.id for group in groups))


def _asked_for(
    group: Group, register: Register, vocabulary: Vocabulary, today: date
) -> list[tuple[What, str, str]]:
    text = group.text
    request = read_request(understand(text[:LONGEST_QUESTION]), register, today=today)
    if request is not None and request.clusters:
        attributes: tuple[str, ...] = request.attributes or ("",)
        names = [register.cluster(id).name for id in request.clusters]
        return [("cluster", name, attribute) for name in names for attribute in attributes]
    absent = [word for word in not_held(read_query(text, vocabulary)) if words.fold(word) not in MASKS]
    if absent:
        return [("word", word, "") for word in dict.fromkeys(absent)]
    subject = " ".join(word.written for word in meaning(text).about) or text
    return [("subject", subject, "")]
