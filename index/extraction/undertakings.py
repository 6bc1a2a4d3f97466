"""The names of projects in a text: behind the word for one, before it, set off beside it."""

import re
from collections.abc import Iterator, Sequence

from documents.model import Span
from index import words
from index.extraction.frames import excluded, patterns
from index.extraction.known_labels import kept_by_labels
from index.extraction.labelled import label_kind
from index.extraction.labels import labels_in
from index.extraction.name_words import LONGEST_NAME, listed
from index.extraction.other_names import capital_run, is_place_run
from index.extraction.people import opens_with_person
from index.extraction.pieces import carrying, is_head
from index.extraction.roles import role_of
from index.gazetteer import lexicon
from index.words import same_length_fold

UPPER = r"[^\W\d_a-ząćęłńóśźż]"
QUOTED = re.compile(r"[„“”\"«]([^„”“\"«»]{2,70})[”“\"»]")
NAME_AT = re.compile(rf"\s*(?=[„“”\"«]|{UPPER}|\d)")
# "projekty A, B i C"
NEXT = re.compile(
    r"(?:\s\([^()]{2,60}\))?\s*(?:,|;|\bi\b|\boraz\b|\band\b|\ba także\b|\bas well as\b)"
    r"\s*(?=[„“”\"«]|[^\W\d_a-ząćęłńóśźż])"
)
JOINED_BEFORE = re.compile(r"(?:,|\s(?:i|oraz|and))\s$")
PLURAL = re.compile(r"projek(?:ty|tow|tach|tami|tom)\b|projects\b")
# "A 1.2m euro project": between a name and the word stand so many characters.
CAPITALS = re.compile(rf"(?:(?:{UPPER}|\d)[\w+.&'’-]*\s?){{1,5}}$")
WORD_FOR_IT = re.compile(r"(?i)\b(?:projek\w*|projects?|przedsiewziec\w*)|^\W*\w+(?=\s+(?:projek|przedsi))")
# A capital or a digit within the word, and small letters or a digit beside: no plain acronym.
COINED = re.compile(
    rf"(?<![\w@./#-])(?=[\w-]*[a-ząćęłńóśźż\d]){UPPER}[\w-]*(?:[a-ząćęłńóśźż\d]{UPPER}|{UPPER}\d+{UPPER})[\w-]*(?![\w@/]|\.\w)"
)
EVENT = re.compile(r"(?i)expo|fest|forum|summit|days?$|fair|conf|meet")
# Words in quotation marks that somebody said: "We have 30 members,".
SAID = re.compile(r"[,!?]$|^(?i:we|i|it|this|they|he|she|there|nie|jest|mamy|chcemy|to|ja|my)\s.*\s")
# Between two of several projects, neither in quotation marks.
JOINT = re.compile(r"\s(?:and|i|oraz)\s")
SHORTEST = 2
LONGEST_HEADING = 60


@kept_by_labels(4_096)
def project_names(text: str) -> tuple[Span, ...]:
    """Where a text names projects: behind the word or before it, in order."""
    found: list[Span] = []
    for span in sorted((*_behind(text), *_before(text)), key=lambda one: (one.start, -one.end)):
        if not any(span.start < one.end and one.start < span.end for one in found):
            found.append(span)
    return tuple(found)


def _cased_fold(text: str) -> str:
    """A text folded, of the same length, but with its capitals, as the patterns of projects want it: small
    letters say that a word is no name. The word for a project itself is in small letters."""
    folded = same_length_fold(text)
    cased = "".join(f.upper() if c.isupper() else f for c, f in zip(text, folded, strict=True))
    return WORD_FOR_IT.sub(lambda word: word.group().lower(), cased)


def coined_names(text: str) -> tuple[Span, ...]:
    """Where a text has words as only projects and products are called by: "WoodLoop", "BARK4EU"; none of them
    a body's, a label's or an event's."""
    found = (match for match in COINED.finditer(text) if not EVENT.search(match.group()))
    spans = (Span(*match.span()) for match in found)
    return tuple(one for one in spans if _may_be_project(text, one))


def lists_projects(heading: str) -> bool:
    """Whether a heading, or a line that introduces a list, is one of projects: "What we are working on"."""
    heading = heading.rstrip(" :?")
    told = any(pattern.search(same_length_fold(heading)) for pattern in patterns("project", "heading"))
    return len(heading) < LONGEST_HEADING and (told or label_kind(heading) == "project")


def _behind(text: str) -> Iterator[Span]:
    folded = _cased_fold(text)
    for pattern in patterns("project", "after"):
        for match in pattern.finditer(folded):
            passed = _within_title(text, match) or _of_role(folded, match)
            span = None if passed else _name_at(text, match.end())
            if (
                span is not None
                and PLURAL.search(match.group())
                and (joint := JOINT.search(text, span.start, span.end))
            ):
                span = Span(span.start, joint.start())
            if match.group().rstrip().endswith(",") and span is not None and not _set_off(text, span.end):
                continue
            while span is not None:
                yield span
                following = (
                    NEXT.match(text, _past_quote(text, span.end)) if PLURAL.search(match.group()) else None
                )
                span = _name_at(text, following.end()) if following else None


def _of_role(folded: str, match: re.Match[str]) -> bool:
    """Whether a person's role ends in the word for projects: "Kierowniczka projektów: Ola Lis"."""
    before = words.tokenize(folded[: match.start()])[-1:]
    return bool(before) and match.group().rstrip().endswith(":") and role_of(words.lemma(before[0].lower()))


def _within_title(text: str, match: re.Match[str]) -> bool:
    """Whether the word for a project is of a longer name: "Biuro Projektów Strategicznych"."""
    return text[match.start()].isupper() and not _opens_sentence(text, match.start())


def _set_off(text: str, end: int) -> bool:
    """Whether a comma or a full stop closes what a comma opened."""
    end = _past_quote(text, end)
    return text[end : end + 1] in {",", ".", ")", ""}


def _past_quote(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in '”“"»' else end


def _name_at(text: str, start: int) -> Span | None:
    """The name of a project that begins at an offset, in quotation marks or in capitals."""
    opens = NAME_AT.match(text, start)
    if opens is None:
        return None
    quoted = QUOTED.match(text, opens.end())
    if quoted is not None:
        return None if SAID.search(quoted.group(1)) else Span(*quoted.span(1))
    run = capital_run(text, opens.end())
    if run is None or run.start != opens.end():
        return None
    return run if _may_be_project(text, run) else None


def _before(text: str) -> Iterator[Span]:
    """Names that stand before the word: "the Puppet project", "HALA 3, wspólny projekt", "X is a project"."""
    folded = _cased_fold(text)
    for pattern in patterns("project", "before"):
        for match in pattern.finditer(folded):
            span = _name_before(text, match.start())
            while span is not None:
                yield span
                joined = JOINED_BEFORE.search(text[: _past_open(text, span.start)])
                several = PLURAL.search(match.group()) and joined
                span = _name_before(text, joined.start()) if joined and several else None


def _past_open(text: str, start: int) -> int:
    return start - 1 if text[start - 1 : start] in {"„", "“", '"', "«"} else start


def _name_before(text: str, end: int) -> Span | None:
    for quoted in QUOTED.finditer(text[:end]):
        if quoted.end() == end:
            return Span(*quoted.span(1))
    run = CAPITALS.search(text[:end])
    if run is None:
        return None
    start = run.start()
    for word in run.group().split():
        if words.fold(word) not in words.stop_words() | _openers():
            break
        start += len(word) + 1
    span = Span(start, end)
    return span if start < end and _may_be_project(text, span) else None


def _openers() -> frozenset[str]:
    return frozenset(lexicon("frames.toml")["project"]["openers"])


def _may_be_project(text: str, span: Span) -> bool:
    """Whether words with capitals may be a project's name: no body's, person's, place's, programme's."""
    name = text[span.start : span.end]
    tokens = words.tokenize(name)
    if len(name) < SHORTEST or not tokens or labels_in(name) or len(tokens) > LONGEST_NAME:
        return False
    programme = excluded("project")
    if programme is not None and programme.search(same_length_fold(name)):
        return False
    if opens_with_person(text, span.start) is not None or is_place_run(name, Span(0, len(name))):
        return False
    if len(tokens) == 1 and _opens_sentence(text, span.start) and words.is_known(name.lower()):
        return False
    return not _of_body(tokens) and not any(map(_of_cluster, tokens))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(' –-•*„“"')
    return not before or before[-1] in "!?:"


def _of_body(tokens: Sequence[str]) -> bool:
    """Whether words are a body's name, or what somebody does in a project."""
    first, last = tokens[0], tokens[-1]
    if words.lemma(first) in listed("no_names") | listed("body_nouns") or role_of(first):
        return True
    return is_head(first) or (len(tokens) > 1 and last.lower() in carrying("english"))


def _of_cluster(token: str) -> bool:
    return words.lemma(token) in {"klaster", "cluster"}
