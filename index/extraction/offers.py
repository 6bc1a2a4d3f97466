"""Offers: whom the words of a line may name as a cluster's coordinator or representative.

Each comes with where the words stand that say so. Of which cluster they speak, and whether it holds, is told
by `bodies.py`.
"""

import re
from collections.abc import Iterator, Sequence

from documents.model import Span
from index.extraction.agents import body_before
from index.extraction.frames import Frames, frames, patterns
from index.extraction.labelled import labelled
from index.extraction.lines import Line
from index.extraction.naming import names_in
from index.extraction.organisations import organisation_at, organisations_in
from index.extraction.other_names import capital_run, is_place_run
from index.extraction.parties import body_at
from index.extraction.people import people_in
from index.extraction.scene import Scene
from index.extraction.stewards import stewards
from index.inflection import case_of
from index.register.model import Attribute
from index.words import same_length_fold

# Where the words stand that say it, and the names of those who are meant.
Offers = Iterator[tuple[int, tuple[Span, ...]]]
# "Obecnie jest nim Y": in the place of the body named before it.
SUCCESSOR = re.compile(
    r"\b(?:(?:obecnie|teraz|dziś|dzisiaj|od [^,;.]{2,22}) (?:jest|został\w*) (?:nim|nią)|"
    r"(?:obecnie|teraz|dziś|dzisiaj) (?:nim|nią) (?:jest|został\w*)|"
    r"(?:obecnie|teraz|dziś|dzisiaj|potem|następnie|od [^,;.]{2,22}(?: r\.)?) (?:robi|czyni|zajmuje się) "
    r"(?:to|tym)|"
    r"(?:,|;) (?:a )?(?:potem|później|następnie|obecnie|dziś|teraz|then|later|now|"
    r"(?:od|since) (?:[^,;.]{0,18}?\d{4}(?: r(?:\.|oku))?|[^,;.]{2,22}))(?: by| przez)?"
    r"(?: (?:jest|został\w*) (?:nim|nią))?)\s+",
    re.IGNORECASE,
)
# A question for a body, and how an answer begins and goes on behind its name. Folded.
ASKS_FOR: dict[str, re.Pattern[str]] = {
    "coordinator": re.compile(
        r"^(?:\W*\w\W+)?\W*(?:a )?(?:kto (?:to |nas |nim |nia |go |ja |formalnie )*(?:\w+ )?"
        r"(?:koordynuj|prowadzi|zarzadz|administruj|stoi za|spina|odpowiada za koordyn)|"
        r"kto (?:jest|pelni)\b.*koordynator|"
        r"who (?:\w+ )?(?:coordinates|runs|manages|hosts|stands behind|is behind|is the (?:\w+ )?coord))"
    ),
    "representative": re.compile(
        r"^(?:\W*\w\W+)?\W*(?:a )?(?:kto (?:\w+ )?(?:reprezentuj|wystepuj|dziala w imieniu)|"
        r"who (?:\w+ )?represents)"
    ),
}
ANSWERS = re.compile(
    r"\W*(?:(?:A|O|Odp|Answer|Odpowiedź)[.:]\s*)?"
    r"(?:(?:od|since)\s(?:\d{1,2}\s)?(?:[^\W\d_]+\s)?(?:19|20)\d\d(?:\s(?:roku\b|r\.))?,?\s)?"
    r"(?:(?:to|robi to|zajmuje się tym|jest to|it is|that is|the)\s)?",
    re.IGNORECASE,
)
CLOSES_ANSWER = re.compile(r"[”\"]?\s*(?:[,.;(]|[–-]\s|$)")
# Who leads a project is not who leads the cluster.
OF_UNDERTAKING = re.compile(r"\b(?:proje[kc]|program|zadani|task)")
# "Koordynator Klastra X, Y," and "the coordinator of the X Cluster, Y,"
APPOSED = re.compile(r"\b(?:[Kk]oordynator\w*|[Cc]oordinator of(?: the)?)\s+[„\"]?")
GENERIC = re.compile(r"(?:naszego |our )?(?:klastra|sieci|grupy|cluster|network)\b")
SET_OFF = re.compile(r"[”\"]?(?:,| [–-])\s+(?:the\s+)?")
CLOSES = re.compile(r"[”\"]?\s*(?:[,.;)]|[–-]\s|$)")
ARTICLE = re.compile(
    r"\s*(?:the\s+|an?\s+|firm[aąęy]\s+|spółk[aąęi]\s+|association\s+|company\s+)?[„\"“]?"
    r"(?=[^\W\d_a-ząćęłńóśźż]|\d)"
)
FROM = re.compile(r"\s*(?:od|po|z rąk|from)\s+(?=[^\W\d_a-ząćęłńóśźż])")
# After these the name stands in another case than that of a subject.
OBLIQUE = re.compile(
    r"\bprzez |\bpod \w+ $|\bpowierzon\w+ |\b(?:by|to|with) $|\bprzypad\w+ |\bdo |"
    r"\bkoordynator(?:a|owi|em|ze)\b[^.;]{0,40}(?:,|:| [–-]) "
)
# "krakowska Fundacja Y", "spółka Y": one word of its kind before the name.
LEADING = re.compile(r"\s*[a-ząćęłńóśźż-]+(?:a|y|ka|ki|kie|owa)\s+(?=[^\W\d_a-ząćęłńóśźż])")
LED = re.compile(r"\b(?:prowadził|zarządzał)[ao]?\b")


def offers(scene: Scene, at: int, attribute: Attribute) -> Offers:
    """All that a line's words offer, one kind after the other."""
    line, known = scene.lines[at], frames(attribute)
    yield from _apposed(scene, at, attribute)
    yield from _after(line.text, known.after)
    if not _labels(line, attribute):
        yield from _after(line.text, patterns(attribute, "colon"))
    yield from _before(scene, at, known)
    yield from _either(scene, at, known)
    yield from _successors(line.text, known, attribute)
    yield from _answered(scene, at, attribute)
    if attribute == "coordinator":
        yield from stewards(scene, at)


def _labels(line: Line, attribute: Attribute) -> bool:
    return any(one.kind == attribute for one in labelled(line))


def _apposed(scene: Scene, at: int, attribute: Attribute) -> Offers:
    """ "Koordynator Klastra X, Fundacja Y, ogłosił": the body set off behind the cluster's name."""
    text = scene.lines[at].text
    for match in APPOSED.finditer(text) if attribute == "coordinator" else ():
        place = next((p for p in scene.named(at) if p.span.start in {match.end(), match.end() + 1}), None)
        generic = GENERIC.match(text, match.end())
        end = place.span.end if place else generic.end() if generic else None
        sign = SET_OFF.match(text, end) if end is not None else None
        body = body_at(text, sign.end()) if sign else None
        if body is not None and CLOSES.match(text, body.end) and _names_body(text, body):
            yield match.start(), (body,)


def _answered(scene: Scene, at: int, attribute: Attribute) -> Offers:
    """The body that an answer begins with, where the question asks for it: "Kto koordynuje klaster?"."""
    line, asked = scene.lines[at], scene.asked(scene.lines[at])
    asks = ASKS_FOR[attribute].search(asked) if asked else None
    if asks is None or line.cells:
        return
    opening = ANSWERS.match(line.text)
    start = opening.end() if opening else 0
    body = next((one.span for one in organisations_in(line.text) if one.span.start - start <= 1), None)
    body = body or _body_from(line.text, start)
    if body is not None and _names_body(line.text, body) and CLOSES_ANSWER.match(line.text, body.end):
        yield body.start, (body,)


def _successors(text: str, known: Frames, attribute: Attribute) -> Offers:
    """The body that now is what the sentence said another was."""
    folded = same_length_fold(text)
    for match in SUCCESSOR.finditer(text):
        told = (*known.after, *known.before, *known.either)
        said = any(pattern.search(folded[: match.start()]) for pattern in told)
        said = said or (attribute == "coordinator" and LED.search(text) is not None)
        span = body_at(text, _past_article(text, match.end())) if said else None
        if span is not None:
            yield match.start(), (span,)


def _after(text: str, known: Sequence[re.Pattern[str]]) -> Offers:
    folded = same_length_fold(text)
    for pattern in known:
        for match in pattern.finditer(folded):
            person = match.group().endswith(", ") and _ends_with_person(text, match.start())
            said = folded[max(0, match.start() - len("projects ")) : match.end()]
            passed = person or OF_UNDERTAKING.search(said)
            span = None if passed else _body_from(text, match.end())
            if span is None or not any(map(str.isupper, text[span.start : span.end])):
                continue
            cases = case_of(text[span.start : span.end])
            if not cases or "nom" in cases or OBLIQUE.search(match.group()):
                yield match.start(), (span,)


def _ends_with_person(text: str, end: int) -> bool:
    """Whether a person's name stands right before an offset: "Anna Nowak, koordynator, Izba Y"."""
    return any(end - len(", ") <= one.span.end <= end for one in people_in(text[:end]))


def _body_from(text: str, start: int) -> Span | None:
    """The body named from an offset on, past an article, a time, and whom it takes over from."""
    for _ in range(2):
        start = _past_article(text, start)
        handed = FROM.match(text, start)
        former = body_at(text, handed.end()) if handed else None
        start = former.end if former is not None else start
        span = body_at(text, _past_article(text, start))
        if span is not None and span.start - start <= len("the „"):
            return span
        word = LEADING.match(text, start)
        if word is None:
            return None
        start = word.end()
    return None


def _past_article(text: str, start: int) -> int:
    lead = ARTICLE.match(text, start)
    return lead.end() if lead else start


def _before(scene: Scene, at: int, known: Frames) -> Offers:
    text = scene.lines[at].text
    folded = same_length_fold(text)
    for pattern in known.before:
        for match in pattern.finditer(folded):
            body = _ending_at(text, match.start()) or body_before(scene, scene.lines[at], match.start())
            if body is not None and not _opens_with_cluster(scene, at, body):
                yield match.start(), (body,)


def _opens_with_cluster(scene: Scene, at: int, body: Span) -> bool:
    """Whether what stands before "koordynator:" is the line's only cluster, whose coordinator follows."""
    places = scene.named(at)
    same = [p for p in places if p.span.start <= body.start + 1 and body.end <= p.span.end + 1]
    return bool(same) and {p.subject for p in places} == {same[0].subject} and scene.is_sure(same[0].subject)


def _ending_at(text: str, end: int) -> Span | None:
    """The body whose name ends right before an offset; a relative clause may stand between."""
    found = [one.span for one in organisations_in(text[:end])]
    near = [span for span in found if end - span.end <= 3]
    if near:
        return near[-1]
    # An address that ends there leaves the body to be looked for before it.
    for match in re.finditer(r"(?:^|(?<=[\s„\"(]))(?=[^\W\d_a-ząćęłńóśźż])", text[:end]):
        run = capital_run(text, match.start())
        if run is not None and 0 <= end - run.end <= 2 and not is_place_run(text, run):
            return run
    return None


def _either(scene: Scene, at: int, known: Frames) -> Offers:
    """A verb between a cluster and a body: which of the two coordinates is told by which is the cluster."""
    text = scene.lines[at].text
    folded = same_length_fold(text)
    for pattern in known.either:
        for match in pattern.finditer(folded):
            end = _past_article(text, match.end())
            following = organisation_at(text, end) if end > match.end() else None
            places = scene.named(at)
            if following is not None and not any(
                p.span.start <= following.start + 9 and following.start < p.span.end for p in places
            ):
                if _names_body(text, following):
                    yield match.start(), (following,)
                continue
            before = _ending_at(text, match.start())
            if before is not None and not any(
                p.span.start <= before.start and before.end <= p.span.end for p in places
            ):
                yield match.end(), (before,)


def _names_body(text: str, span: Span) -> bool:
    mentions = names_in(text[span.start : span.end])
    return not (mentions and mentions[0].span.start == 0)
