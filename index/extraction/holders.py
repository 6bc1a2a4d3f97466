"""Names of which a text says by what it tells of them that they are clusters': who holds a label that only
clusters are given, and what the next sentence calls one."""

import re
from collections.abc import Iterator

from documents.model import Span
from index import words
from index.extraction.called import A_CLUSTER, KIND, from_head, may_be_called_one, runs_in
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import Label, labels_in
from index.extraction.name_words import is_verbal, may_tell
from index.extraction.named_labels import is_of_clusters
from index.extraction.naming import names_in
from index.extraction.other_names import networks_in
from index.extraction.status_clauses import kind_of
from index.extraction.validity import says
from index.inflection import case_of, is_english

# What joins a name and the label that it holds, is or is among. Of folded text.
_ASIDE = r"[”\"»]?(?:\s*\([^()]{2,60}\)|,\s[^,.;:]{2,60},)?\s*"
_BETWEEN = r"(?:[a-z0-9]+\s+){0,4}"
IS = re.compile(
    rf"{_ASIDE}(?:[–-]\s*)?(?:(?:nadal|juz|znow|ponownie|znowu|wciaz|still|again|now|once more)\s+)?"
    r"(?:jest|sa|byl[aoy]?|pozosta\w+|zosta\w+|stal[ao]? sie|to|is|are|was|were|remains?|became|becomes|"
    r"has been|as|jako)\s+(?:(?:nadal|juz|znow|ponownie|wciaz|still|again|now|once more)\s+)?"
    r"(?:the\s+|an?\s+)?$"
)
AMONG = re.compile(
    rf"{_ASIDE}(?:\w+\s+)?(?:w\s+gronie|wsrod|do\s+grona|dolacz\w+\s+do|joins?|joined|among|enters?|entered)\s+"
    r"(?:the\s+)?(?:ranks of\s+(?:the\s+)?)?$"
)
HOLDS = re.compile(
    rf"{_ASIDE}{_BETWEEN}(?:otrzymal|uzyskal|zdobyl|dostal|ma|maja|mial|posiada|nosi|utracil|stracil|zachowal|zachowa|"
    r"obronil|przedluzyl|odnowil|cieszy sie|legitymuje sie|poszczycic sie|received|won|holds?|held|got|lost|"
    r"keeps?|kept|retained|renewed|carries|bears|earned|gained|secured|has|had)[a-z]{0,3}\s+(?:[^.;:!?]{0,40}\s)?[„\"“]?$"
)
# What holders do with a label that is named before them: "Status KKK otrzymała Odra".
HOLD_BACK = re.compile(
    r"[”\"»]?\s(?:[^.;:!?]{0,40}\s)?(?:otrzymal|uzyskal|zdobyl|dostal|ma|maja|mial|posiada|nosi|utracil|stracil|zachowal|"
    r"obronil|przedluzyl|odnowil|ciesz\w+ sie|posluguj\w+ sie|poslugiwal\w+ sie|poszczycic sie moze|"
    r"(?:went|goes) to|held by|won by|received by)[a-z]{0,3}\s+"
    r"(?:(?:tez|takze|rowniez|ponownie|znow|the|also|wczoraj|dzis|wlasnie|w \w+)\s+)?[„\"“]?$"
)
AWARDED = re.compile(
    r"otrzyma|uzyska|zdoby|przyzna|nada|zosta|dosta|odebra|\bmaj?a?\b|posiada|received|\bwon\b|award|"
    r"granted|\bholds?\b|became|przedluz|odnow|obron|zachowa|utraci|straci|\blost\b|trafi|cieszy|renew"
)
# So goes on who says what it is that was just named: "To białostocki klaster …", "It is a cluster of …".
IT_IS = re.compile(
    rf"(?:To|Jest to|Był to|Tworzy|It is|It was|It’s|It's|This is|That is)\s+{KIND}{A_CLUSTER}"
)
# "Od czerwca ten klaster …", "Since June this cluster …".
THIS_CLUSTER = re.compile(
    r"(?:[^.,;:!?]{0,30}\s)?(?:[Tt]en|[Tt]ego|[Tt]emu|[Tt]ym)\s+klast(?:er|ra|rowi|rem|rze)\b|"
    r"(?:[^.,;:!?]{0,30}\s)?[Tt]h(?:is|at) cluster\b(?! of\b)"
)
# "Klaster turystyki jeziornej z Ełku przyjął …", "The lake cluster from …": the kind of what was just named.
OF_KIND = re.compile(
    r"(?:Klaster\s+[a-ząćęłńóśźż]+(?:\s+[a-ząćęłńóśźż]+)*|The\s+(?!cluster)[a-z-]+(?:\s[a-z-]+)?\s+cluster)\b"
)
# Labels that nothing but a cluster is given, by their keys.
ONLY_OF_CLUSTERS = frozenset({"KKK", "Regionalny Klaster Kluczowy"})
JOINED = re.compile(
    r"[”\"»]?(?: [^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]+)?(?: (?:z|ze|from|of|in) [^\W\d_]+)?(?:,| oraz| i| and| a także)\s"
)
JOINED_BEFORE = re.compile(r"(?:,|\b(?:oraz|i|and))\s+(?:[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]+\s+){0,3}[„\"“]?$")
VERB = re.compile(r"\s+(?:się\s+)?(?P<verb>[^\W\d_]+)")


@kept_by_labels(4_096)
def holders_in(text: str) -> tuple[Span, ...]:
    """The names in a text of which it says that they hold a label that none but clusters do."""
    labels = [one for one in labels_in(text) if one.key in ONLY_OF_CLUSTERS or is_of_clusters(one.key)]
    return tuple(_holders(text, labels)) if labels else ()


def _holders(text: str, labels: list[Label]) -> Iterator[Span]:
    folded = words.same_length_fold(text)
    awarded = AWARDED.search(folded) is not None and any(one.key in ONLY_OF_CLUSTERS for one in labels)
    for run in (from_head(text, one) for one in runs_in(text)):
        after = next((one for one in labels if one.span.start >= run.end), None)
        before = next((one for one in reversed(labels) if one.span.end <= run.start), None)
        if not (_is_subject(text, run) and may_be_called_one(text, run)):
            continue
        ahead = after is not None and any(
            one.match(folded, run.end, after.span.start) for one in (IS, AMONG, HOLDS)
        )
        if ahead or (before is not None and HOLD_BACK.match(folded, before.span.end, run.start)):
            yield run
    if awarded:
        yield from (span for span in networks_in(text) if may_be_called_one(text, span))


def _is_subject(text: str, run: Span) -> bool:
    """Whether a name may be what a sentence is about: in the nominative, and no word that opens it."""
    name = text[run.start : run.end]
    if " " not in name and is_verbal(name):
        return False
    return not (cases := case_of(name)) or "nom" in cases or is_english(words.tokenize(name)[-1])


def taken_up(before: str, text: str) -> Span | None:
    """The name in one sentence of which the next says what cluster it is; None where it says nothing of the
    kind, or tells of another that it names."""
    if any(not mention.generic for mention in names_in(text)[:1]):
        return None
    if IT_IS.match(text) or THIS_CLUSTER.match(text):
        runs = (from_head(before, run) for run in runs_in(before))
        fitting = [run for run in runs if may_be_called_one(before, run)]
        return fitting[-1] if fitting else None
    return _opening(before) if _says_kind(text) else None


def named_beside(before: str, text: str) -> Iterator[Span]:
    """The names that stand with a cluster's in a sentence which but names those of whom the one before said
    that they hold a label: "It went to two of them. They are Copper Haven and the Straw Cluster"."""
    told = says(before, "some_clusters") and labels_in(before) and kind_of(before) not in {"sought", "taken"}
    clusters = [mention.span for mention in names_in(text) if not mention.generic]
    if not told or not clusters or not says(text, "these_are"):
        return
    for run in (from_head(text, one) for one in runs_in(text)):
        apart = not any(one.start < run.end and run.start < one.end for one in clusters)
        joined = JOINED.match(text, run.end) or JOINED_BEFORE.search(text[: run.start])
        if apart and joined and may_be_called_one(text, run, common=True):
            yield run


def _says_kind(text: str) -> bool:
    """Whether a sentence begins with "Klaster" and words that say of what kind, or with "The … cluster"."""
    said = OF_KIND.match(text)
    if said is None or text.startswith("The "):
        return said is not None
    first = words.readings(said.group().split()[1])
    parts = {reading.part for reading in first}
    genitive = any(reading.part in {"subst", "ger"} and "gen" in reading.tag for reading in first)
    return ("adj" in parts or genitive) and not parts & {"fin", "praet", "imps", "prep", "conj"}


def _opening(text: str) -> Span | None:
    """The name, of several words, that a sentence begins with and tells something of."""
    first = next(iter(runs_in(text)), None)
    if first is None or first.start > 1 or len(text[first.start : first.end].split()) < 2:
        return None
    if text[first.end :].strip(" .") == "":
        return first if may_be_called_one(text, first) else None
    verb = VERB.match(text, first.end)
    told = verb is not None and may_tell(verb["verb"])
    return first if told and may_be_called_one(text, first) else None
