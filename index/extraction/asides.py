"""What a sentence tells by the way of a body it names: ", which has 900 members", ", założona w 1998 r.,"."""

import re
from collections.abc import Iterator, Sequence

from documents.model import Span
from index.extraction.clauses import clause_end
from index.inflection import case_of, word_forms
from index.words import same_length_fold

# Right after a body's name, whatever stands in brackets there.
OPENS = re.compile(r"[”\"»’']?(?:\s*\([^()\d]{1,40}\))?\s*(?P<sign>,|\s[–—-]|\()\s*")
# What goes on about it: a relative clause, a participle, a noun that says what it is. Folded.
ENGLISH = re.compile(
    r"(?:which|that|who|whose|where|itself|founded|established|set up|registered|formed|created|launched|"
    r"existing|active|in existence|operating|opened|having|counting|uniting|representing|with "
    r"(?:over |more than |some |about |its |nearly |almost )?\d|"
    r"(?:an?|the|one of|now|today|at present)\b(?! (?:cluster|network of the)))\b"
)
POLISH = re.compile(r"(?:(?:w|we|z|ze|do|dla|od|przez|za|przy|o) )?(?P<word>[^\W\d_]+)")
# A noun that says what a body is. Folded.
KINDS = re.compile(
    r"(?:organizacj|instytucj|stowarzyszeni|spolk|firm|fundacj|jednostk|zrzeszeni|uczeln|podmiot|osrod|izb|agencj|"
    r"najwieksz|najstarsz|jedn(?:a|o|ej|ego|ym) z|lider)"
)
RELATIVE = re.compile(r"ktor\w{1,3}$")
# A comma within an aside: of a number, of a list, of another aside.
ENDS = re.compile(r",(?=\s)|\)|\s[–—](?=\s)")
CLAUSE_BREAK = re.compile(r"[.;!?](?=\s|$)")
# In brackets after a body: its number, its year.
BRACKETED = re.compile(r"\d|zal\b|est\b|od \d|since \d|rok\b|istniej\w+")
WORD = re.compile(r"[^\W\d_]+")
# How far before a body a participle is looked for, in characters, and what parts them.
REACH = 60
STOPS = re.compile(r"[,;:(–—]|\.\s(?!\d)(?=[^\W\d_a-ząćęłńóśźż])")
AGREEING = frozenset({"pact", "ppas"})
PREPOSITION = re.compile(
    r"\b(?:przez|z|ze|w|we|od|do|dla|przy|na|u|po|pod|nad|o|za|wraz|dzieki|by|with|of|at|from|in|to|on|for|under|"
    r"through|via)\s+(?:the\s+|an?\s+)?[„\"“]?$"
)


def asides(text: str, bodies: Sequence[Span], clusters: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """What a text tells by the way of bodies, each with its body. `clusters` are the places where it names
    clusters or says "the cluster". Where the body is what the sentence is about, all that follows it is
    told of it."""
    folded = same_length_fold(text)
    for body in bodies:
        if (before := _before(text, body)) is not None:
            yield body, before
        opening = OPENS.match(text, body.end)
        if opening is None or not _goes_on(text, folded, body, opening.end()):
            continue
        end = _end(text, folded, body, opening)
        named = next((one.start for one in clusters if opening.end() <= one.start < end), end)
        if named > opening.end():
            yield body, Span(opening.start("sign"), named)


def _before(text: str, body: Span) -> Span | None:
    """The participle before a body that agrees with it, with what stands between: "założona w 1998 r." """
    for word in reversed(list(WORD.finditer(text, max(0, body.start - REACH), body.start))):
        if STOPS.search(text, word.end(), body.start):
            return None
        if any(form.part in AGREEING for form in word_forms(word.group().lower())):
            agreeing = agree(text[body.start : body.end], word.group().lower())
            return Span(word.start(), body.start) if agreeing else None
    return None


def _goes_on(text: str, folded: str, body: Span, at: int) -> bool:
    """Whether the words at an offset tell of the body before them."""
    if ENGLISH.match(folded, at) or (text[at - 1] == "(" and BRACKETED.match(folded, at)):
        return True
    word = POLISH.match(text, at)
    if word is None:
        return False
    if word["word"].islower() and KINDS.match(folded, word.start("word")):
        return True
    if RELATIVE.match(folded[word.start("word") : word.end("word")]):
        return agree(text[body.start : body.end], word["word"], cases=False)
    participle = any(form.part in AGREEING for form in word_forms(word["word"].lower()))
    return participle and agree(text[body.start : body.end], word["word"])


def agree(name: str, word: str, *, cases: bool = True) -> bool:
    """Whether a word agrees in number and gender, and in case, with the first word of a name; a name that no
    dictionary knows agrees with all."""
    own, others = _ways(name.lstrip('„"“').split(" ")[0].strip(",.")), _ways(word)
    if not own or not others:
        return True
    if cases:
        return not own.isdisjoint(others)
    return not {(n, _animate(g)) for n, _, g in own}.isdisjoint((n, _animate(g)) for n, _, g in others)


def genders(name: str) -> frozenset[str]:
    """The genders that the first word of a name may have: "m", "f", "n"."""
    return frozenset(_animate(gender) for _, _, gender in _ways(name.lstrip('„"“').split(" ")[0]))


def _animate(gender: str) -> str:
    """A gender, the three masculine ones as one."""
    return gender[:1]


def _ways(word: str) -> frozenset[tuple[str, str, str]]:
    return frozenset(way for form in word_forms(word) for way in form.agreement)


def _end(text: str, folded: str, body: Span, opening: re.Match[str]) -> int:
    closed = text.find(")", opening.end())
    if opening["sign"] == "(" and closed > 0:
        return closed
    last = clause_end(text, opening.end())
    subject = not PREPOSITION.search(folded, 0, body.start) and "nom" in case_of(text[body.start : body.end])
    if subject and opening["sign"] != "(":
        stop = CLAUSE_BREAK.search(text, opening.end())
        return stop.start() if stop else len(text)
    wanted = ")" if opening["sign"] == "(" else opening["sign"].strip()
    for end in ENDS.finditer(text, opening.end(), last):
        if end.group().strip() == wanted or (wanted == "," and end.group() != ","):
            return end.start()
    return last
