"""A sentence on a status in its clauses, and what the verb of each says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from documents.language import language_of
from documents.model import Span
from index import words
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import Label, labels_in
from index.extraction.validity import STATUS_WORD, cues, says, times
from index.words import same_length_fold

Kind = Literal["held", "taken", "lapsed", "sought", ""]

# What parts a clause from the next wherever it stands; what does only before a verb; a clause on a noun.
APART = re.compile(
    r"[;:](?=\s)|,?\s(?:ale|lecz|natomiast|zaś|zas|jednak|but|while|whereas|bo|gdyż|gdyz|ponieważ|poniewaz|"
    r"because)\s|,\s+a\s(?!tak[zż]e)|"
    r",\s(?=(?:(?:and|then|later|also|finally|now|i|oraz|a|potem|następnie|później)\s){0,2}"
    r"(?:obtaining|receiving|gaining|earning|winning|achieving|securing|renewing|regaining|losing|"
    r"otrzymując|uzyskując|zdobywając|odnawiając|odbierając|tracąc)\b)"
)
JOINT = re.compile(r",\s+(?:i\s|oraz\s|and\s)?|\s(?:i|oraz|and|lub|or|bo|gdyż|because)\s")
RELATIVE = re.compile(
    r",\s+(?=having\b)|,?\s+(?=(?:(?:o|w|z|na|do|od|dla|przez|u|po|of|for|from|to|with|in)\s+)?"
    r"(?:któr\w+|ktor\w+|which|who|whose|where|gdzie|gdy|when|po czym|after which)\b)"
)
# What follows a clause on a noun, and goes on with that before it.
# "… i wymagać będzie …": the verb stands before its auxiliary.
TO_COME = re.compile(r"\w+ć\s+(?:się\s+)?będ\w+")
# The month is spelled as the verb is without its diacritic.
MAY = re.compile(r"\b(?:\d{1,2}\.?|od|do|w) maja\b")
# After "and" the verb of another sentence stands so many words behind it, at most.
AND, AHEAD, MOST_AHEAD = re.compile(r"\b(?:i|oraz|and)\b"), re.compile(r"[^,;:.()]*"), 4
COMMA = re.compile(r",\s")
AFTER_RELATIVE = re.compile(r",\s+(?=(?:i|oraz|and|a także|as well as)\s)")
# Little words that may stand between a joint and its verb.
BEFORE_VERB = re.compile(
    r"(?:(?:nie|się|sie|też|tez|także|takze|już|juz|go|ją|on|ona|dziś|dzis|obecnie|to|not|also|still|now|it|"
    r"then|they|has|have|been|later|w \d{4} r(?:\.|oku)|in \d{4})\s+){0,3}"
)
WORD = re.compile(r"[^\W\d_]+")
WHOSE = re.compile(
    r"[,\s]*(?:ktor\w+|which|that)\s+(?:(?:od|since|from) [^,;:]{2,25}?\s)?(?:sie\s+)?"
    r"(?:[^,;:]{0,60}?\b(?:klast|clust|siec\b|network)[^,;:]{0,60}?\s)?"
    r"(?:legitym|poslug|szczyci|cieszy|nosi|posiada|ma\b|mial|uzywa|holds?\b|held\b|bears?\b|bore\b|carrie[sd]\b|"
    r"use[sd]\b|had\b|has\b)"
)
# A clause without a verb that says yes or no to the one before.
YES, NO = re.compile(r"\b(?:tak|yes|owszem)\b"), re.compile(r"\b(?:nie|not|no|none)\b[\s.!)]*$")
# A status is spoken of by a pronoun, or by what is done to it.
PRONOUN = re.compile(r"\b(?:go|ten|on|jego|je|nim|niego|it|its|one|them|theirs|title)\b")
# What stands behind the word for a certificate that is no cluster's label.
FOREIGN = re.compile(r"\s+(?!(?:KKK|NKC|ESCA|ECEI|EUCLES|EU|UE|PARP)\b)[A-Z]{2,}\b")
# How far from a label's name the verb stands that says who holds it, in characters.
OWNING_REACH = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its text, where it begins in its sentence, and the labels it names, by their places in it:
    some are such only beside other words of the sentence. `relative`: it is told of a noun before."""

    text: str
    start: int
    relative: bool = False
    labels: tuple[Label, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def kind(self) -> Kind:
        """What it says of a status: that it is held or was given, was taken away, was let run out, or is but
        sought or lacked; "" without a verb that says so."""
        return kind_of(self.text)

    @property
    def has_verb(self) -> bool:
        """Whether it has a verb of its own, and does not go on with that of the clause before."""
        return has_verb(self.text)

    @property
    def answer(self) -> Kind:
        """What a clause without a verb answers to the one before: "tak, do 2027" or "not"; "" for neither."""
        folded = same_length_fold(self.text)
        if self.has_verb:
            return ""
        return "held" if YES.search(folded) else "sought" if NO.search(folded) else ""

    @property
    def names_status(self) -> bool:
        """Whether a label stands in it, or a word for one."""
        return bool(self.labels) or bool(self.status_words)

    @property
    def is_of_others(self) -> bool:
        """Whether the only words for a label in it are of such as clusters are not given alone, or it tells
        of a call for applications and of no label."""
        said = says(self.text, "of_call") or STATUS_WORD.search(same_length_fold(self.text)) is not None
        return said and not self.labels and not self.status_words

    @property
    def status_words(self) -> tuple[str, ...]:
        """The words for a label in it, but those of what others than clusters are certified for: "certyfikat
        ISO"."""
        found = STATUS_WORD.finditer(same_length_fold(self.text))
        return tuple(one[0] for one in found if not FOREIGN.match(self.text, one.end()))

    @property
    def goes_on(self) -> bool:
        """Whether it may speak of the status of the clause before: in its own verb, or in none."""
        if not self.has_verb:
            return True
        folded = same_length_fold(self.text)
        return says(self.text, "goes_on") or (
            self.kind in {"taken", "lapsed", "held"} and PRONOUN.search(folded) is not None
        )


def _says_whose(text: str, at: int) -> bool:
    """Whether what begins there only says whose the label before it is: "statusu KKK, którym legitymuje się
    Klaster X"."""
    if not WHOSE.match(same_length_fold(text[at:])):
        return False
    end = len(text[:at].rstrip(", "))
    return any(label.span.end == end for label in labels_in(text[:at]))


def _is_object(text: str, at: int) -> bool:
    """Whether what begins there has a verb of losing alone, of what the sentence began with."""
    rest = COMMA.split(text[at:].lstrip(", "))[0]
    return kind_of(rest) == "taken" and not STATUS_WORD.search(same_length_fold(rest))


@kept_by_labels(2_048)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; nothing in brackets is one."""
    found = sorted(dict(_cuts(text)).items())
    whole = [one.span() for one in cues("ran_out").finditer(same_length_fold(text))]
    cuts = [(at, relative) for at, relative in found if not any(start < at < end for start, end in whole)]
    whose = {at for at, _ in cuts if _says_whose(text, at)}
    # "Status, który Klaster X miał od 2023 r., minister cofnął": what comes after is said of it.
    after = {at for (before, _), (at, _) in pairwise(cuts) if before in whose and _is_object(text, at)}
    cuts = [(at, relative) for at, relative in cuts if at not in whose | after]
    bounds = [(0, False), *((at, relative) for at, relative in cuts if 0 < at < len(text))]
    ends = [*(at for at, _ in bounds[1:]), len(text)]
    named = labels_in(text)
    return tuple(
        Clause(text[start:end], start, relative, _labels_of(named, start, end))
        for (start, relative), end in zip(bounds, ends, strict=True)
        if text[start:end].strip()
    )


def _labels_of(named: Sequence[Label], start: int, end: int) -> tuple[Label, ...]:
    """The labels that begin in a clause, by their places in it."""
    return tuple(
        Label(Span(one.span.start - start, one.span.end - start), one.key)
        for one in named
        if start <= one.span.start < end
    )


def _cuts(text: str) -> Iterator[tuple[int, bool]]:
    inside = [Span(*m.span()) for m in re.finditer(r"\([^()]*\)|„[^”]*”|“[^”]*”|\"[^\"]*\"", text)]

    def outside(at: int) -> bool:
        return not any(span.start < at < span.end for span in inside)

    for found in APART.finditer(text):
        if outside(found.start()):
            yield (found.start() + 1 if found[0][0] in ";:" else found.start()), False
    for found in RELATIVE.finditer(text):
        if outside(found.start()):
            yield found.start(), True
            close = next((m for m in COMMA.finditer(text, found.end()) if outside(m.start())), None)
            if close is not None and (
                AFTER_RELATIVE.match(text, close.start()) or has_verb(COMMA.split(text[close.end() :])[0])
            ):
                yield close.start(), False
    for found in JOINT.finditer(text):
        if outside(found.start()):
            marks = [mark.end() for mark in APART.finditer(text, 0, found.start()) if outside(mark.start())]
            before = text[marks[-1] if marks else 0 : found.start()]
            if _verb_follows(text, found) and (has_verb(before) or RELATIVE.search(before)):
                yield found.start(), False


def _verb_follows(text: str, joint: re.Match[str]) -> bool:
    """Whether a verb stands after a joint: next to it, or behind a few words where it joins sentences."""
    following = BEFORE_VERB.match(text, joint.end())
    at = following.end() if following else joint.end()
    word = WORD.match(text, at)
    if word is not None and (is_finite(word[0]) or TO_COME.match(text, at)):
        return True
    ahead = AHEAD.match(text, joint.end())
    few = WORD.findall(MAY.sub(" ", ahead[0]))[:MOST_AHEAD] if ahead and AND.search(joint[0]) else []
    return any(is_finite(one) for one in few)


@lru_cache(maxsize=4_096)
def has_verb(text: str) -> bool:
    """Whether a text has a finite verb."""
    return any(is_finite(found[0]) for found in WORD.finditer(MAY.sub(" ", text)))


@lru_cache(maxsize=8_192)
def is_finite(token: str) -> bool:
    """Whether a word is a finite verb."""
    folded = words.fold(token)
    if cues("verbs").fullmatch(folded):
        return True
    if token[0].isupper() and not token.isupper() and words.is_known(token.lower()) is False:
        return False
    readings = words.readings(token.lower())
    parts = {reading.part for reading in readings}
    return bool(parts & {"fin", "praet", "imps", "bedzie"}) and not parts & {
        "subst",
        "adj",
        "prep",
        "conj",
        "qub",
    }


def kind_of(text: str) -> Kind:
    """What a clause says of a status."""
    folded = same_length_fold(text)
    if cues("asked_no_more").search(folded) or cues("may_be_lost").search(folded):
        return "sought"
    if cues("ran_out").search(folded):
        return "lapsed"
    if cues("withdrawn").search(folded):
        return "taken"
    if cues("lapsed").search(folded) or (cues("over").search(folded) and not times(text)):
        return "lapsed"
    if cues("wanted").search(cues("no_wish").sub(" ", folded)):
        return "sought"
    if cues("applied").search(folded) and not cues("given").search(folded):
        return "sought"
    if says(text, "holds"):
        return "held"
    return ""


def owns(text: str) -> bool:
    """Whether a text says of somebody, near a label's name if it has one, that they hold or were given it."""
    folded = same_length_fold(text)
    spans = [label.span for label in labels_in(text)] or [
        Span(*m.span()) for m in STATUS_WORD.finditer(folded)
    ]
    near = [folded[max(0, span.start - OWNING_REACH) : span.end + OWNING_REACH] for span in spans]
    verb = language_of(text) == "en" or has_verb(text)
    return verb and any(cues("owns").search(part) for part in near or [folded])
