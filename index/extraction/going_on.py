"""How a line reads on from those before it: about the same cluster, another one, or one it is only beside."""

import re
from collections.abc import Callable, Iterator, Sequence

from index import words
from index.extraction.labelled import labelled
from index.extraction.labels import labels_in
from index.extraction.lines import Line
from index.extraction.name_words import listed, may_tell
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run, is_place_run
from index.extraction.people import opens_with_person
from index.extraction.roles import role_of
from index.extraction.subjects import Place
from index.inflection import case_of

# How a sentence begins, or what it holds, that goes on about the cluster named before it.
GOES_ON = re.compile(
    r"^\W*(?:(?:On|Jego|Jej|Ich|Inicjatywa|Organizacja|Sieć|Projekt|Porozumienie|Obecnie|Dziś|Dzisiaj|It|Its|"
    r"The (?:cluster|initiative|organisation|organization|network|association)|Today|Currently|At present|"
    r"Now)\b|"
    r"[^\W\d_]+(?:uje|eje|iera|ada|yna|wia|sza|upia|czy|ega)\b)",
)
# What stands for the cluster named before.
PRONOUN = re.compile(r"\b(?:niego|nim|niej|nią|go|jej|jego|it|its|his|her|them|they|there)\b", re.IGNORECASE)
# "There Helena Kos is in charge": of the other one of two.
ELSEWHERE = re.compile(
    r"^\W*(?:Tam(?:ten|ta|ci|tym|tej|tejsz\w+)?|Oni|They|Over there|"
    r"There(?!\s+(?:is|are|was|were|has|have|will)\b))\b"
)
PARTICIPLE = re.compile(
    r"^(?:Founded|Established|Set up|Created|Launched|Coordinated|Managed|Run|Based|Led|Known|Headed|"
    r"Registered|Active|Located)\b"
)
# Before a cluster that another one is with or compared to; "z" where the name is in the instrumental.
WITH = re.compile(r"(?i)\b(?:with|alongside|unlike|than|obok|niż)\s(?:the\s|our\s|its\s)?[„\"“]?$")
WITH_POLISH = re.compile(r"(?i)\b(?:z|ze)\s[„\"“]?$")
# "umowa z duńskim klastrem X": the case shows in the words before a foreign name.
WITH_CLUSTER = re.compile(
    r"(?i)\b(?:z|ze)\s(?:[^,;.:]{3,60}?\s(?:i|oraz|a także)\s)?(?:[^\W\d_]+(?:im|ym)\s)?klastrem\s[„\"“]?$"
)
# "together with the University of X and the Danish cluster Y": both are with another.
TOGETHER = re.compile(
    r"(?i)\b(?:(?:together|jointly|along|partnership|cooperation|collaboration) with|"
    r"(?:razem|wspólnie|wraz|współpracy|współpracuje) (?:z|ze))\s"
    r"[^,;.:]{3,70}?\s(?:and|i|oraz|a także|as well as)\s[^,;.:A-ZĄĆĘŁŃÓŚŹŻ]{0,40}[„\"“]?$"
)
# Before a cluster that something is of or for, behind whoever the sentence is about.
FROM = re.compile(r"(?i)\b(?:z|ze|od|dla|u|przez|from|for|by)\s(?:the\s)?[„\"“]?$")
FEWEST_BEFORE = 2
# Labels whose values are others than the one that is spoken of.
OF_ANOTHER = frozenset({"partner", "project", "coordinator", "representative"})
# Words with capitals and a dash, as an entry of a list begins.
# What stands before the first words of a numbered point, and how many characters that takes at most.
NUMBERED = re.compile(r"\n[ \t]*\(?\d{1,2}[.)][ \t]+$")
POINT = 12
# The first capital of a sentence, and the word behind the name that it may begin.
STRANGER = re.compile(r"\W*(?:The\s+)?([^\W\d_a-ząćęłńóśźż])")
TOLD = re.compile(r"[”\"]?(?:\s\([^()]{2,60}\))?\s(?:się\s)?([^\W\d_]+)")
ANOTHER = re.compile(
    r"\W*([^\W\d_a-ząćęłńóśźż][\w-]+(?: [^\W\d_a-ząćęłńóśźż][\w-]+){1,4}) [–—-] (?=\d|[a-z])"
)
# What stands around the name that a line is: the number of a stand or an entry, and a bracket behind it.
ENTRY_NUMBER = re.compile(r"^\W*(?:[A-Z]{1,3}[-. ]?)?\d{1,3}(?:[.)]|\s*[·–—|:])\s*")
BRACKET = re.compile(r"\s*\([^()]*\)\s*[.:]?$")


def begins_going_on(text: str) -> bool:
    """Whether a line begins with a verb, a number or a participle, or holds a pronoun, as one that goes on
    about what was spoken of."""
    if GOES_ON.match(text) or PRONOUN.search(text):
        return True
    first = words.TOKEN.search(text)
    if first is None:
        return False
    token = first.group()
    parts = {reading.part for reading in words.readings(token.lower())}
    polish = bool(parts & {"fin", "praet", "imps", "bedzie"}) and "subst" not in parts
    return token[0].isdigit() or polish or PARTICIPLE.match(text) is not None


def asks_of_it(line: Line) -> bool:
    """Whether the heading above a line asks about what was spoken of before it: "How do I reach them?"."""
    heading = line.headings[0].text.rstrip() if line.headings else ""
    asked = heading.endswith("?") and PRONOUN.search(heading) is not None
    return asked and all(mention.generic for mention in names_in(heading))


def opens_with_another(line: Line) -> bool:
    """Whether a line begins with a name of its own, and a dash or a verb behind it: of another it tells."""
    generic = any(mention.generic for mention in names_in(line.text))
    return _opens_entry(line) or (not generic and _opens_with_stranger(line))


def _opens_entry(line: Line) -> bool:
    """Whether a line begins with a name and a dash: "Swansea Steel Futures – 18 members"."""
    opening = ANOTHER.match(line.text)
    if opening is None or labelled(line) or opens_with_person(line.text, 0) is not None:
        return False
    first, after = opening.group(1).split()[0], words.tokenize(line.text[opening.end() :])[:1]
    body = organisations_in(opening.group(1)) or names_in(opening.group(1))
    return not (body or any(map(role_of, (first, *after))))


def _opens_with_stranger(line: Line) -> bool:
    """Whether a sentence's subject is a name of several words that is nobody's the text has told of: "Vilnius
    Fintech Guild says …", no person's, place's or project's."""
    text = line.text
    opening = STRANGER.match(text)
    if (
        opening is None
        or line.cells
        or labelled(line)
        or opens_with_person(text, opening.start(1)) is not None
    ):
        return False
    run = capital_run(text, opening.start(1))
    if run is None or is_place_run(text, run) or any(one.span.start < run.end for one in labels_in(text)):
        return False
    first, *others = words.tokenize(text[run.start : run.end])
    # "Among Czech organisations": what any sentence may begin with is no name of two words.
    if not others or (len(others) == 1 and words.is_known(first.lower())):
        return False
    if words.fold(first) in words.stop_words() | listed("prepositions"):
        return False
    after = TOLD.match(text, run.end)
    return after is not None and may_tell(after[1])


def is_beside(line: Line, place: Place) -> bool:
    """Whether a cluster is named only as one that another is with, or as what a label tells of another:
    "współpraca z Klastrem Y", "Partners: Y"."""
    in_card = not line.cells or all(cell.head == "" for cell in line.cells)
    labels = [one for one in labelled(line) if one.kind in OF_ANOTHER and in_card]
    if any(one.start <= place.span.start < one.start + len(one.text) for one in labels):
        return True
    before = line.text[: place.span.start]
    if WITH.search(before) or WITH_CLUSTER.search(before) or TOGETHER.search(before):
        return True
    if FROM.search(before) and len(words.tokenize(before)) > FEWEST_BEFORE:
        return True
    return WITH_POLISH.search(before) is not None and "inst" in case_of(
        line.text[place.span.start : place.span.end]
    )


def is_parted(between: str) -> bool:
    """Whether a semicolon parts what stands before and after a text; none within a bracket that it opens."""
    return ";" in between and between.count("(") <= between.count(")")


def is_numbered(text: str, start: int) -> bool:
    """Whether what begins at `start` of a text is a numbered point."""
    before = text[max(0, start - POINT) : start]
    return NUMBERED.search(before if start > POINT else f"\n{before}") is not None


def unframed(text: str, *, bracket: bool) -> str:
    """A line without the number it begins with, and where that is asked without the bracket it ends with."""
    return ENTRY_NUMBER.sub("", BRACKET.sub("", text) if bracket else text).strip(" .:")


def named_before(lines: Sequence[Line], named: Callable[[int], Sequence[Place]]) -> Iterator[frozenset[int]]:
    """For each line the clusters that those before it in its section name, two of them at most."""
    found: frozenset[int] = frozenset()
    for at, line in enumerate(lines):
        if at and lines[at - 1].headings != line.headings:
            found = frozenset()
        yield found
        if len(found) < 2:
            found |= {place.subject for place in named(at)}
