"""Names told otherwise than by the word "klaster": in brackets, in quotation marks, headed by a word for a
network."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import simplemma

from documents.model import Span
from index import words
from index.extraction.cluster_words import COMPOUND
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import labels_in
from index.extraction.name_words import (
    LONGEST_NAME,
    OPENING,
    ROMAN,
    STAND,
    NamePiece,
    cases,
    heads_name,
    heads_network,
    is_dated,
    is_place,
    is_verbal,
    listed,
    name_pieces,
    names_another,
    near,
    quoted_after,
)
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.people import is_given_name
from index.extraction.pieces import legal_form
from index.gazetteer import lexicon
from index.inflection import is_english
from index.taxonomy import places_in

# "The Bohemian Glass & Design Network": an article shows where a name of several words begins.
JOINED_BEFORE = re.compile(
    r"\b[Tt]he\s+[*„“\"]{0,2}((?:[A-Z][\w-]*\s){1,3}(?:and|&)\s(?:[A-Z][\w-]*\s){1,4})"
)
# Two letters in brackets are a country's, or anybody's.
SHORTEST_ALIAS = 3
# What a name in quotation marks may be of, if not of a cluster, by the word before it. Lemmas, folded.
QUOTED_NAME = re.compile(r"[„“\"«‚]([^\W\d_a-ząćęłńóśźż][^„“”\"«»’,.;:!?]{1,40})[”“\"»’]")

# Before the name that a sentence begins with, and behind it: a verb, an aside.
OPENS = re.compile(r"\W*(?:The\s+)?[„\"“]?")
GOES_ON = re.compile(r"[”\"]?(?:\s\([^()]{2,60}\))?(?:,\s\w|\s[a-ząćęłńóśźż])")

# "Klaster X – czyli Y", "Klaster X (Y Cluster, YC)".
DASHED_NAME = re.compile(
    r"[”\"]?\s*[–-]\s(?:tzw\.|tak zwany|zwany|czyli)\s+(?:także\s+)?[„\"“]?(?=[^\W\d_a-ząćęłńóśźż])"
)
STROKE = re.compile(r"[”\"]?\s+/\s+[„\"“]?(?=[^\W\d_a-ząćęłńóśźż])")
BRACKET = re.compile(r"[”\"]?\s*\(([^()]{2,90})\)")
# A word in quotation marks of more words is a motto; a coined one of fewer letters an abbreviation.
MOST_QUOTED = 4
LONGEST_ABBREVIATION = 4
LONGEST_FOREIGN = 80
# Words that are looked at before the head of a name, and pieces after its beginning: more are no name's.
MOST_BEFORE_HEAD = 4
MOST_PIECES = 40


def is_place_run(text: str, run: Span) -> bool:
    """Whether a run of capitals is a place and no name of a cluster."""
    name = text[run.start : run.end]
    return any(found.span.start <= 2 and found.span.end >= len(name) + 2 for found in places_in(f"w {name}"))


def _is_body(text: str, run: Span) -> bool:
    """Whether a name in a bracket is that of a body and no network's: who coordinates the cluster."""
    name = text[run.start : run.end]
    if any(heads_network(token) for token in words.tokenize(name)) or names_in(name):
        return False
    return any(found.span.start <= run.start < found.span.end for found in organisations_in(text))


def is_network(name: str) -> bool:
    """Whether a body's name is headed by a word for a network: before that stand adjectives alone, or in
    English any words."""
    tokens = words.tokenize(name)
    if tokens and is_english(tokens[-1]):
        if heads_network(tokens[-1]):
            return True
        if words.fold(tokens[-1]) in listed("body_nouns"):
            return False  # "Krąg Meblowy Foundation"
    for token in tokens:
        if heads_network(token):
            return True
        if not any(r.part == "adj" for r in words.readings(token.lower())):
            return False
    return False


def quoted_in(text: str) -> Iterator[Span]:
    """The names in quotation marks that may be clusters': no sentences, and none that the word before makes
    a project's, a programme's, a paper's."""
    labels = labels_in(text)
    for match in QUOTED_NAME.finditer(text):
        inner = match.group(1)
        if len(inner.split()) > MOST_QUOTED or labels_in(inner) or _is_a_thing_s(text[: match.start()]):
            continue
        if any(one.span.start <= match.start(1) < one.span.end for one in labels):
            continue
        if sum(word[0].isupper() for word in inner.split()) * 2 >= len(inner.split()):
            yield Span(*match.span(1))


def _is_a_thing_s(before: str) -> bool:
    """Whether the word before a name says that it is a project's, a paper's, a fair's."""
    last = words.tokenize(before)[-1:]
    return bool(last) and words.lemma(last[0]) in listed("quoted_things")


def coined_in(text: str) -> Iterator[Span]:
    """The spans of coined words, "BioWrzos": with a capital inside, no acronym and no person's name."""
    for match in re.finditer(r"\b[^\W\d_]+\b", text):
        word = match.group()
        inner = any(map(str.isupper, word[1:])) and any(map(str.islower, word))
        if (
            word[0].isupper()
            and inner
            and len(word) > LONGEST_ABBREVIATION
            and COMPOUND.fullmatch(word.lower()) is None  # Found by its spelling.
            and "@" not in text[match.end() : match.end() + 1]
            and not _is_a_thing_s(text[: match.start()])
        ):
            yield Span(*match.span())


@kept_by_labels(4_096)
def networks_in(text: str) -> tuple[Span, ...]:
    """The spans of names that are headed by a word for a network ("Dolina …", "… Valley", "Sieć …"): they may
    be those of clusters, or of anything else, in order."""
    return tuple(_networks(text))


def opening_network(text: str) -> Span | None:
    """The name headed by a word for a network that a sentence begins with and tells something of."""
    run = next(iter(networks_in(text)), None)
    opens = run is not None and OPENS.fullmatch(text, 0, run.start) and GOES_ON.match(text, run.end)
    return run if opens else None


def _networks(text: str) -> Iterator[Span]:
    end = 0
    taken = [m.span for m in names_in(text) if not m.generic]
    taken += [f.span for f in organisations_in(text) if not _may_be_network(text[f.span.start : f.span.end])]
    for match in re.finditer(r"[^\W\d_]+", text):
        if match.start() < end or not match.group()[0].isupper():
            continue
        if not heads_network(match.group()):
            continue
        if any(span.start <= match.start() < span.end for span in taken):
            continue
        start = _led_from(text, end, match)
        before = words.tokenize(text[:start])[-1:]
        if before and words.fold(words.lemma(before[0])) in listed("firms"):
            continue
        run = capital_run(text, start)
        if run is not None and any(run.start <= span.start < run.end for span in taken):
            continue  # "Home Hub OPAL CLUSTER": a name of its own begins within.
        if run is not None and run.end > match.start() and len(text[run.start : run.end].split()) > 1:
            end = run.end
            yield run


def _may_be_network(body: str) -> bool:
    """Whether a body's name is headed as networks are, and closed by no legal form but an association's:
    "Grupa X Sp. z o.o."."""
    closing = next((one for one in legal_form().finditer(body) if one.end() == len(body)), None)
    if closing is None:
        return is_network(body)
    return words.fold(closing.group()) in _associations() and is_network(body[: closing.start()].rstrip())


@cache
def _associations() -> frozenset[str]:
    return frozenset(lexicon("legal_forms.toml")["associations"])


def _led_from(text: str, left: int, head: re.Match[str]) -> int:
    """The beginning of the words with capitals that lead to the head of a name; none begins before `left`."""
    end = head.start()
    if (joined := JOINED_BEFORE.search(text, left, end)) is not None and joined.end() == end:
        return joined.start(1)
    polish = not simplemma.is_known(head.group(), lang="en")
    before = list(re.finditer(r"[\w-]+", text[left:end]))[-MOST_BEFORE_HEAD:]
    for one in reversed(before):
        apart = text[left + one.end() : end].strip(" \u00a0")
        if apart or not one.group()[0].isupper() or not _leads_to_head(one.group()):
            break
        if not left and one.start() < 2 and re.fullmatch(STAND, one.group()):
            break
        if polish and not (_may_lead(one.group()) and _agree(one.group(), head.group())):
            break
        end = left + one.start()
    return end


def _agree(adjective: str, head: str) -> bool:
    """Whether two words may stand in one case."""
    one, other = cases(adjective), cases(head)
    return not one or not other or bool(one & other)


def _leads_to_head(token: str) -> bool:
    """Whether a word with a capital may be of the name whose head follows; an acronym always may."""
    outside = listed("not_before") | listed("bodies_before") | words.stop_words()
    if token.isupper() and len(token) > 1:
        return True
    return words.fold(token) not in outside and not is_verbal(token)


def _may_lead(token: str) -> bool:
    """Whether a word may stand before the head of a Polish name and be of it: an adjective, an acronym, or
    what no Polish dictionary knows."""
    readings = words.readings(token.lower())
    adjective = any(reading.part in {"adj", "adja", "ppas", "pact", "num"} for reading in readings)
    return not readings or adjective or token.isupper() or is_english(token)


def capital_run(text: str, start: int = 0) -> Span | None:
    """The words with capitals that begin at `start`, small connectors between them included: a name of
    whatever kind."""
    pieces = tuple(islice(name_pieces(text, start), MOST_PIECES))
    last: int | None = None
    for at, piece in enumerate(pieces):
        if last is not None and piece.text in OPENING and near(text, pieces[at - 1], piece):
            quoted = quoted_after(pieces, at - 1)
            return Span(pieces[0].start, pieces[quoted.end].end if quoted else pieces[last].end)
        if at > LONGEST_NAME or (at and not near(text, pieces[at - 1], piece)):
            break
        if piece.word and (piece.capital or (piece.text[0].isdigit() and last is not None)):
            last = at
        elif last is None or not _connects(text, pieces, at):
            break
    return Span(pieces[0].start, pieces[last].end) if last is not None else None


def _connects(text: str, pieces: Sequence[NamePiece], at: int) -> bool:
    """Whether a small word may stand inside a name there, and does not lead to another one or to a place."""
    piece = pieces[at]
    if piece.folded not in listed("connectors") - listed("parting") or piece.text in "–-":
        return False
    if names_another(pieces, at + 1) or at + 1 >= len(pieces):
        return False
    following = pieces[at + 1]
    if piece.folded == "of" and at > 1 and is_place(text, following):
        return False  # "Grupa Włókno of Pabianice".
    if piece.folded in listed("placing"):
        apart = ROMAN.fullmatch(following.text) or is_place(text, following) or is_dated(text, following)
        return not (apart or piece.folded in {"in", "on"})
    return piece.folded not in listed("joining") or _joins(pieces, at)


def _joins(pieces: Sequence[NamePiece], at: int) -> bool:
    """Whether "i" or "and" stands between two words of one name: the first of it ("Dąb i Buk"), or two that
    what goes before governs ("Dolina Owoców i Warzyw", "Valley of Fruit and Grain", "Fruit and Grain
    Network")."""
    before, following = pieces[at - 1], pieces[at + 1]
    if heads_name(following):
        return False
    shared = cases(before.text) & cases(following.text)
    if at == 1 or ("gen" in shared and "nom" not in cases(following.text)):
        return True
    governed = any(one.folded in {"of", "for"} for one in pieces[:at])
    near_head = any(one.word and heads_network(one.text) for one in pieces[at + 2 : at + 4])
    return is_english(following.text) and (governed or near_head)


def names_of_networks(text: str, after: int) -> Iterator[Span]:
    """As other_names, behind the name of a cluster: none of the bodies that a bracket may tell of too."""
    return (run for run in other_names(text, after) if not _is_body(text, run))


def other_names(text: str, after: int) -> Iterator[Span]:
    """The spans of other names that a text gives in brackets or after "czyli" right behind a name's end."""
    if dashed := DASHED_NAME.match(text, after):
        yield from _run_at(text, dashed.end())
    if bracket := BRACKET.match(text, after):
        yield from _in_bracket(text, bracket)
    if said := _said_name().match(text, after):
        yield from _run_at(text, said.end())
    if stroke := STROKE.match(text, after):
        # Only of a line that is two names and nothing more.
        whole = len(text.rstrip(' ”".'))
        yield from (run for run in _run_at(text, stroke.end()) if run.end >= whole)


def _run_at(text: str, start: int) -> Iterator[Span]:
    run = foreign_name(text, start) or capital_run(text, start)
    if run is not None:
        yield run


def _in_bracket(text: str, bracket: re.Match[str]) -> Iterator[Span]:
    """The names that the parts of a bracket are, with nothing behind them: neither people nor a town with
    its country."""
    start = bracket.start(1)
    parts = list(re.finditer(r"[^,;/]+", bracket.group(1)))
    if len(parts) > 1 and _is_address(bracket.group(1)):
        return
    for part in parts:
        inner = _without_cue(part.group())
        at = start + part.start() + part.group().rfind(inner)
        run = foreign_name(text, at) or capital_run(text, at) if inner else None
        if run is None or run.end - run.start < SHORTEST_ALIAS:
            continue
        whole = run.end >= at + len(inner)
        if whole and not is_place_run(text, run) and not _is_person(text[run.start : run.end]):
            yield run


def foreign_name(text: str, start: int) -> Span | None:
    """The name in a neighbour's language that begins at `start`, "Moravský sklářský klastr": a capital, the
    word for a cluster within so many words, and none that Polish or English has."""
    last = None
    for count, match in enumerate(re.finditer(r"[^\W\d_]+", text[start : start + LONGEST_FOREIGN])):
        word = match.group()
        apart = text[start : start + match.start()].strip() if not count else ""
        abroad = words.fold(word) in listed("cluster_abroad")
        if apart or count > MOST_BEFORE_HEAD + 1 or (count == 0 and not word[0].isupper()):
            break
        if not abroad and word[0].islower() and words.is_known(word):
            break
        last = (count, start + match.end(), (last[2] if last else False) or abroad)
        following = text[last[1] : last[1] + 1]
        if following and not following.isspace():
            break
    if last is None or last[0] == 0 or not last[2]:
        return None
    name = text[start : last[1]]
    return Span(start, last[1]) if any(not words.is_known(one.lower()) for one in name.split()) else None


def _is_person(name: str) -> bool:
    """Whether a name begins with a given name, and goes on with one or two words of no cluster's."""
    tokens = words.tokenize(name)
    return (
        len(tokens) in {2, 3}
        and is_given_name(tokens[0])
        and not any(heads_network(token) or words.fold(token) in listed("cluster") for token in tokens)
    )


def _is_address(inner: str) -> bool:
    """Whether a bracket with several parts tells no name: not one of its words is an acronym, quoted, small,
    or a word for a network."""
    tokens = words.tokenize(inner)
    named = any(heads_network(token) or words.fold(token) in listed("cluster") for token in tokens)
    return (
        not named
        and not any(mark in inner for mark in OPENING)
        and all(token[0].isupper() and not (len(token) > 1 and token.isupper()) for token in tokens)
    )


@cache
def _said_name() -> re.Pattern[str]:
    return re.compile(rf"[”\"]?,?\s*(?:{_cues()})\s+[„\"]?(?=[^\W\d_a-ząćęłńóśźż])")


@cache
def _cues() -> str:
    return "|".join(
        sorted(
            (re.escape(cue).replace(r"\ ", r"\s+") for cue in lexicon("naming.toml")["other_name"]),
            key=len,
            reverse=True,
        )
    )


def _without_cue(text: str) -> str:
    """What is left of a bracket's part without what announces it: "ang. ", "w skrócie ", a dash."""
    text = text.strip()
    while True:
        shorter = re.sub(rf"^(?:(?:{_cues()})\s*:?\s+(?:the\s+)?|[–-]\s*|[„\"“])", "", text)
        if shorter == text:
            return text.rstrip('”"“ ')
        text = shorter
