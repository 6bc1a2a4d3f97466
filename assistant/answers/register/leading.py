"""What leads to a sentence and is said with it: lines above, the question it answers, what it takes up."""

import re

from assistant.answers.rows import SEPARATOR
from assistant.ranking import Candidate
from index.extraction.going_on import begins_going_on
from index.model import StoredPassage

LABEL = re.compile(r"\W*[^\W\d][^:.]{1,40}:\s")
# What stands above lines with labels is shorter, in characters.
LONGEST_TITLE = 60


def what_leads_to(candidate: Candidate) -> tuple[str, ...]:
    """A sentence, the line that leads to it, the question it stands under, the titles above a list or lines
    with labels, and the sentence before where a pronoun takes that up: "A chair was elected. It is Anna"."""
    passage, sentence = candidate.hit.passage, candidate.sentence
    before = [one.text for one in passage.sentences[: candidate.place]][-1:]
    taken_up = before if before and begins_going_on(sentence.text) else []
    asking = [one for one in passage.heading_texts[-1:] if one.rstrip().endswith("?")]
    titles = _above_labels(passage, candidate.place)
    if sentence.lead_text and SEPARATOR not in sentence.text:
        # What a list is of stands above it: "Minutes of the forum", "Present:".
        titles += [*passage.heading_texts, passage.document.title]
    return (sentence.text, sentence.lead_text, *taken_up, *asking, *titles)


def _above_labels(passage: StoredPassage, place: int) -> list[str]:
    """The title above the lines with labels that a sentence is one of; the last heading where they come
    first."""
    at = place
    while at >= 0 and LABEL.match(passage.sentences[at].text):
        at -= 1
    if at == place:
        return []
    if at < 0:
        return [one for one in passage.heading_texts[1:][-1:] if len(one) < LONGEST_TITLE]
    title = passage.sentences[at].text.rstrip()
    return [title] if len(title) < LONGEST_TITLE and not title.endswith(".") else []
