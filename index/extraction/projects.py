"""The projects of clusters, as sentences, labels, lists and tables name them, and who takes part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.model import Span
from index import words
from index.extraction.agents import of_others
from index.extraction.belonging import of_coordinators
from index.extraction.labelled import label_kind, labelled
from index.extraction.lines import Above, Cell, Line
from index.extraction.model import Claim
from index.extraction.name_words import LONGEST_NAME, listed
from index.extraction.of_others import opens_with
from index.extraction.organisations import organisations_in
from index.extraction.parties import party_at
from index.extraction.partners import of_partners, ties_in, whose_list
from index.extraction.people import people_in
from index.extraction.scene import Scene
from index.extraction.undertakings import PLURAL, QUOTED, SAID, coined_names, lists_projects, project_names
from index.gazetteer import lexicon
from index.inflection import case_of
from index.numerals import is_numeral
from index.words import same_length_fold

PARTS = re.compile(r"\s*(?:;|,|\bi\b|\boraz\b|\band\b)\s+")
# An item's name ends at a dash, a colon, a bracket, a comma.
ITEM_ENDS = re.compile(r"\s[–—-]\s|:\s|\s\(|,\s|\s\|\s|;\s|\.\s|\.?$")
# "„Żeliwo Jutra”", "To „Żeliwo Jutra”", "It is called “Deep Roots”".
ANSWERS = re.compile(
    r"[–\s-]*(?:(?:To|Jest to|Nazywa się|It is called|It is|It's|One is|Pierwszy to)\s+)?(?=[„“\"«])"
)
TELLS = re.compile(r"(?i)proje[kc]|przedsi|scheme|initiative|venture|undertaking|program|inicjatyw")
ASKS_ONLY = re.compile(
    r"(?i)\W*(?:a |and |jakie |what |which )?(?:\w+ ){0,3}(?:projekty|projects)\b[^?]{0,40}\?$"
)
ASKED = re.compile(r"(?i)\bproje[ck]")
# "takes part in BARK4EU", "with X on FrostNet".
TAKES_PART = re.compile(
    r"(?i)\b(?:(?:tak\w+ part|participat\w+|involved|partners?|engaged) in|(?:bierz\w+|brał\w*|"
    r"biorą) (?:też |także )?udział w|"
    r"uczestnicz\w+ (?:też |także )?w|partner(?:em|ami)? w|w ramach)\s+(?:[^\W\d_]\w* (?:i|oraz|and) )?$"
)
# "a project of the Ministry", "projekt agencji pn. „X”": whose it is.
OF_WHOM = re.compile(r"(?i)\b(?:projects? (?:of|by|run by|led by) (?:the )?|proje[kc]\w{1,4} )([^\W\d_]{4,})")
DENIED = re.compile(r"(?i)\b(?:nie|not|no)\s(?:\w+\s){0,2}$")
ON = re.compile(r"(?i)\b(?:on|przy|nad|w|in|within)\s+(?:the\s+)?$")
LONGEST_HEADING = 60
NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
# A name that a sign sets off from what the project is about.
SET_OFF = re.compile(
    r"(?:[„“”\"«](?P<quoted>[^„”“\"«»]{2,60})[”“\"»]|(?P<name>[A-ZĄĆĘŁŃÓŚŹŻ][^,;:.!?()–—]{1,50}?))"
    r"(?:\s\([^()]{2,60}\))?(?:\s[–—-]\s|:\s)"
)
# "Two: X and Y".
COUNTED = re.compile(r"([^\W\d_]{2,12}):\s+(?=[^\W\d_a-ząćęłńóśźż„“\"])")
# A name in capitals that opens a sentence written in small letters.
SHOUTED = re.compile(
    r"([A-ZĄĆĘŁŃÓŚŹŻ][A-ZĄĆĘŁŃÓŚŹŻ\d]{3,}(?:[ -][A-ZĄĆĘŁŃÓŚŹŻ\d]{2,}){0,4})(?=[ :,(–-]+[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ])"
)
AMOUNT = re.compile(r"(?:EUR|PLN|USD|GBP|CZK|SEK|DKK|NOK|€|£|\$)\s?\d")


def projects(scene: Scene) -> Iterator[Claim]:
    """The projects of each cluster, in order."""
    for at, line in enumerate(scene.lines):
        if opens_with(line.text, "makers"):  # "Projekt strony: …"
            continue
        seen: set[tuple[int, str]] = set()
        for name, subjects in (
            *_told(scene, at),
            *_labelled(scene, at),
            *_listed(scene, at),
            *_under_heading(scene, at),
            *_shouted(scene, at),
            *_answered(scene, at),
            *_coined(scene, at),
            *_heading_of(scene, at),
            *_of_row(scene, at),
        ):
            for subject in subjects:
                if (subject, words.fold(name)) not in seen:
                    seen.add((subject, words.fold(name)))
                    yield _claim(scene, line, subject, name)


def _claim(scene: Scene, line: Line, subject: int, name: str) -> Claim:
    claim = scene.claim(line, subject, "project", name)
    if name not in line.text and line.headings and name in line.headings[0].text:
        claim = replace(claim, scope=tuple(dict.fromkeys((*claim.scope, line.headings[0].span))))
    if line.leads and line.leads[0].span not in claim.scope:
        return replace(claim, scope=(*claim.scope, line.leads[0].span))
    return claim


Offers = Iterator[tuple[str, Sequence[int]]]


def _told(scene: Scene, at: int) -> Offers:
    """The projects that a sentence names."""
    line = scene.lines[at]
    if line.cells or not TELLS.search(line.text):
        return
    for span in project_names(line.text):
        subjects = _taking_part(scene, at, span) if not _is_a_body_s(scene, line) else ()
        if subjects and not any(
            scene.is_sure(p.subject) for p in scene.cast.named(line.text[span.start : span.end])
        ):
            yield line.text[span.start : span.end], subjects


def _is_a_body_s(scene: Scene, line: Line) -> bool:
    """Whether a line says that a project is that of a body which does not speak for the cluster: "It is a
    project of the Ministry", "projekt agencji pn. „X”"."""
    found = OF_WHOM.finditer(line.text)
    said = (match.group(1) for match in found if not DENIED.search(line.text, 0, match.start()))
    bodies = (one for one in said if {words.fold(one), words.lemma(one)} & listed("body_nouns"))
    return any(words.lemma(one) not in of_coordinators(scene) for one in bodies)


def _taking_part(scene: Scene, at: int, span: Span) -> tuple[int, ...]:
    """The clusters whose project a line names at a span: those that it ties to one another, or the one that
    it speaks of."""
    ties = ties_in(scene, at)
    tied = [one for tie in ties for one in (tie.subject, tie.partner.subject) if one is not None]
    if tied:
        return tuple(dict.fromkeys(tied))
    line = scene.lines[at]
    named = [
        p for p in scene.named(at) if not span.start <= p.span.start < span.end and scene.is_sure(p.subject)
    ]
    before = [p for p in named if p.span.start < span.start]
    if of_others(scene, line, span.start):
        return ()
    own = scene.owner(line)
    acting = [p for p in before if "nom" in (case_of(line.text[p.span.start : p.span.end]) or {"nom"})]
    if acting or (named and own is None):
        return ((acting or before or named[:1])[-1].subject,)
    subject = own if named and own in {p.subject for p in named} else scene.subject(line)
    return (subject,) if subject is not None else ()


def _labelled(scene: Scene, at: int) -> Offers:
    """ "Projekty: A; B" in a line or in a card's row."""
    line = scene.lines[at]
    if line.cells and scene.introduces(line):
        return
    for one in labelled(line):
        if one.kind != "project" or (line.cells and label_kind(line.cells[0].text) != "project"):
            continue
        subject = scene.subject_at(line, one.start) if not line.cells else scene.subject(line)
        subject = scene.owner(line) if subject is None else subject
        names = tuple(_names_of(one.text, one.label))
        if subject is not None:
            yield from ((name, (subject,)) for name in names)


def _names_of(text: str, label: str) -> Iterator[str]:
    """The projects of a label's value: all in quotation marks, or those that commas part; an "i" parts them
    where the label speaks of several."""
    quoted = [match.group(1) for match in QUOTED.finditer(text)]
    if quoted:
        yield from quoted
        return
    several = PLURAL.search(same_length_fold(label)) or "," in text
    for part in (PARTS if several else re.compile(r"[;,]\s+")).split(text):
        name = ITEM_ENDS.split(part.strip(" ."), maxsplit=1)[0].strip()
        if name[:1].isupper() and len(name.split()) <= LONGEST_NAME and not _is_value(name):
            yield name


def _is_value(text: str) -> bool:
    """Whether what stands where a project's name may is a person's, or a sum of money."""
    return any(one.span == Span(0, len(text)) for one in people_in(text)) or AMOUNT.match(text) is not None


def _listed(scene: Scene, at: int) -> Offers:
    """An item of a list below a heading or a line that says that these are projects."""
    line = scene.lines[at]
    nearest = line.leads[0].text if line.leads else ""
    if line.cells or not nearest or not lists_projects(nearest):
        return
    if (
        line.text.rstrip().endswith(":")
        or _opens_with_label(line)
        or (of_partners(line) and _is_body_item(scene, at))
    ):
        return
    name = _item_name(line.text)
    subject = whose_list(scene, line)
    if name and subject is not None:
        tied = [
            one for tie in ties_in(scene, at) for one in (tie.subject, tie.partner.subject) if one is not None
        ]
        yield name, tuple(dict.fromkeys((subject, *tied)))


def _under_heading(scene: Scene, at: int) -> Offers:
    """The project that a paragraph begins with and a sign sets off, below a heading of projects: "PIEC-ZERO –
    a furnace …", "3.1 „Cichy Młyn”: …"."""
    line = scene.lines[at]
    heading = line.headings[0].text if line.headings else ""
    if line.cells or line.leads or labelled(line) or not lists_projects(heading):
        return
    if scene.is_within_paragraph(line):
        return
    text = NUMBER.sub("", line.text)
    counted = COUNTED.match(text)
    if counted is not None and is_numeral(counted[1]):
        subject = scene.owner(line)
        names = _names_of(text[counted.end() :], heading) if subject is not None else ()
        yield from ((name, (subject,)) for name in names if subject is not None)
        return
    set_off = SET_OFF.match(text)
    name = set_off["quoted"] or set_off["name"] if set_off is not None else ""
    name = (
        name.rpartition(" ")[0] if label_kind(name.split(" ")[-1]) or _is_about(name.split(" ")[-1]) else name
    )
    if not name or label_kind(name) or _is_about(name) or opens_with(name, "planned"):
        return
    subject = scene.owner(line)
    if subject is not None and not any(scene.is_sure(p.subject) for p in scene.cast.named(name)):
        yield name, (subject,)


def _shouted(scene: Scene, at: int) -> Offers:
    """The name in capitals that a sentence opens with, in a section that asks for projects: "GRIDBOX is
    closed" below "Which projects may newcomers join?"."""
    line = scene.lines[at]
    asked = [one.text for one in line.headings[:1]] + [scene.asked(line)]
    name = SHOUTED.match(line.text)
    if name is None or line.cells or not any(one.endswith("?") and ASKED.search(one) for one in asked):
        return
    subject = scene.around(line)
    if subject is not None and not scene.cast.named(name[1]):
        yield name[1], (subject,)


def _is_about(label: str) -> bool:
    """Whether a label tells something about a project: "Budget", "lider"."""
    return bool(label) and words.fold(label).startswith(tuple(lexicon("frames.toml")["project"]["about"]))


def _answered(scene: Scene, at: int) -> Offers:
    """The projects that a line begins with, right behind one that asks for them or says that there are some:
    "Two projects serve that aim." """
    line = scene.lines[at]
    before = scene.before(line)
    asked = before.text.rstrip() if before else line.headings[0].text.rstrip() if line.headings else ""
    if not ASKED.search(asked) or line.cells or project_names(asked) or asked.endswith(":"):
        return
    subject = scene.around(line)
    opening = ANSWERS.match(line.text)
    if ASKS_ONLY.match(asked) and opening is None:
        # "A projekty?" asks for nothing else: what is in quotation marks first is one.
        opening = re.match(r"[^„“\"«.;]{0,40}?(?=[„“\"«])", line.text)
    clauses = [m.end() for m in re.finditer(r";\s+(?:\w+\s+)?", line.text)] if PLURAL.search(asked) else []
    for start in (*([opening.end()] if opening else []), *clauses):
        quoted = QUOTED.match(line.text, start)
        quoted = None if quoted and SAID.search(quoted.group(1)) else quoted
        if quoted is not None and subject is not None:
            yield quoted.group(1), (subject,)


def _coined(scene: Scene, at: int) -> Offers:
    """The names as only projects have them in the answer to a question for projects, beside a project that is
    named as one, behind words of taking part, and behind those that one works with: "with X on FrostNet"."""
    line = scene.lines[at]
    if line.cells:
        return
    named = coined_names(line.text)
    told = bool(named) and (bool(TELLS.search(line.text)) and bool(project_names(line.text)))
    asked = bool(named) and any(ASKED.search(scene.asked(scene.lines[n])) for n in _answering(scene, at))
    for span in named:
        before = line.text[: span.start]
        if not (told or asked or TAKES_PART.search(before) or (ON.search(before) and ties_in(scene, at))):
            continue
        if any(p.span.start <= span.start < p.span.end and scene.is_sure(p.subject) for p in scene.named(at)):
            continue
        if any(one.span.start <= span.start < one.span.end for one in organisations_in(line.text)):
            continue
        subjects = _taking_part(scene, at, span)
        subject = scene.around(line)
        yield (
            line.text[span.start : span.end],
            subjects or ((subject,) if asked and subject is not None else ()),
        )


def _answering(scene: Scene, at: int) -> range:
    """The lines from which on one may answer the same question: it, and the one before it of its passage."""
    before = at > 0 and scene.lines[at - 1].headings == scene.lines[at].headings
    return range(at - 1 if before and scene.lines[at - 1].passage == scene.lines[at].passage else at, at + 1)


def _heading_of(scene: Scene, at: int) -> Offers:
    """The project that a section is about, whose heading says so or stands under one of projects: told once,
    of the clusters that the section names, or of the document's."""
    line = scene.lines[at]
    heading = next(iter(line.headings), None)
    own = heading is not None and _is_of_project(heading.text)
    if heading is None or not (own or any(map(_of_projects, line.headings[1:2]))):
        return
    name = _item_name(heading.text)
    known = label_kind(heading.text) or lists_projects(heading.text) or heading.text.rstrip().endswith("?")
    if not name or (not own and (known or (" " not in name and words.is_known(name.lower())))):
        return
    section = [n for n, one in enumerate(scene.lines) if one.headings[:1] == (heading,)]
    naming = [n for n in section if any(scene.is_sure(p.subject) for p in scene.named(n))]
    if at != (naming or section)[0]:
        return
    subjects = [p.subject for p in scene.named(at)[:1] if scene.is_sure(p.subject)]
    subjects = subjects or ([scene.main] if scene.main is not None else [])
    yield name, subjects


def _of_projects(heading: Above) -> bool:
    return lists_projects(heading.text)


def _is_of_project(heading: str) -> bool:
    """Whether a heading is but a project's name and the word for one: "Projekt SUPEŁ"."""
    named = next(iter(project_names(heading)), None)
    rest = heading[: named.start] + heading[named.end :] if named is not None else heading
    return named is not None and len(words.tokenize(rest)) == 1


def _is_body_item(scene: Scene, at: int) -> bool:
    """Whether an item names a cluster or a body: under "Projects and partners" it is a partner."""
    party = party_at(scene, at, 0)
    if party is None:
        return False
    return party.subject is not None or bool(organisations_in(scene.lines[at].text[: party.span.end]))


def _opens_with_label(line: Line) -> bool:
    """Whether an item begins with the label of something else: "Partner niemiecki: …"."""
    text = line.text.lstrip(" –-•*")
    return any(one.kind != "project" and text.startswith(one.label) for one in labelled(line))


def _item_name(text: str) -> str:
    told = project_names(text)
    if told and told[0].start < len("projekt „ "):
        return text[told[0].start : told[0].end]
    text = text.lstrip(" –-•*")
    quoted = QUOTED.match(text)
    if quoted:
        return quoted.group(1)
    name = ITEM_ENDS.split(text, maxsplit=1)[0].strip(' .;,„”"')
    return name if name[:1].isupper() and len(name.split()) <= LONGEST_NAME else ""


def _of_row(scene: Scene, at: int) -> Offers:
    """The project of a table's row: of the clusters that the row names, else of the document's."""
    line = scene.lines[at]
    cell = next((one for one in line.cells if label_kind(one.head) == "project"), None)
    if cell is None or _is_nothing(cell) or cell.text == cell.head:
        return
    named = [
        p.subject for p in scene.named(at) if not cell.start <= p.span.start < cell.start + len(cell.text)
    ]
    owner = scene.owner(line)
    subjects = tuple(
        dict.fromkeys((*named, *((owner,) if owner is not None and scene.main == owner else ())))
    )
    for name in _names_of(cell.text, cell.head):
        yield name, subjects


def _is_nothing(cell: Cell) -> bool:
    return cell.text.strip().casefold() in lexicon("card_values.toml")["nothing"]
