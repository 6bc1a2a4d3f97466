"""Names of clusters in a text, by how they are written: the word "klaster" with what belongs to it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from documents.model import Span
from index import words
from index.extraction.labelled import exact_kind
from index.extraction.labels import labels_in
from index.extraction.organisations import organisations_in
from index.extraction.people import is_given_name, people_in
from index.inflection import nominative
from index.taxonomy import places_in

# A name of more words is a sentence in capitals.
LONGEST_NAME = 10
PIECE = re.compile(r"\w+(?:[-‑–'’+./&]\w+)*\+*|[^\w\s]")
# Two letters in brackets are a country's, or anybody's.
SHORTEST_ALIAS = 3
ROMAN = re.compile(r"[IVX]+")
OPENING, CLOSING = "„“\"«‚'", "”“\"»’'"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at `span`, and in its base form. `generic`: the word alone, "the cluster"."""

    span: Span
    name: str
    generic: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a sign, with its place in the text."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def capital(self) -> bool:
        first = self.text[2:3] if self.text[1:2] == "-" and self.text[0].islower() else self.text[0]
        return first.isupper() or (first.isdigit() and any(map(str.isupper, self.text)))

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


@cache
def lexicon() -> dict[str, list[str]]:
    """The words around names (index/data/naming.toml)."""
    return tomllib.loads(files("index").joinpath("data/naming.toml").read_text("utf-8"))


@cache
def listed(key: str) -> frozenset[str]:
    """The folded words of one list of the lexicon."""
    return frozenset(map(words.fold, lexicon()[key]))


def speaks_of_clusters(text: str) -> bool:
    """Whether a line speaks of several clusters: what it introduces may be their names."""
    return any(words.fold(token) in listed("clusters") for token in words.tokenize(text))


def speaks_of_a_cluster(text: str) -> bool:
    """Whether a line has the word in the singular."""
    return any(words.fold(token) in listed("cluster") for token in words.tokenize(text))


def names_in(text: str) -> tuple[Mention, ...]:
    """The mentions of clusters in a text, in order, without overlap."""
    if "lust" not in text.lower() and "last" not in text.lower():
        return ()
    pieces = [_Piece(m.group(), m.start(), m.end(), words.fold(m.group())) for m in PIECE.finditer(text)]
    found: list[Mention] = []
    labels = labels_in(text)
    for place, piece in enumerate(pieces):
        if any(label.span.start <= piece.start < label.span.end for label in labels):
            continue
        if any(label.span.end == piece.start - 1 for label in labels) and not piece.capital:
            continue
        if piece.folded in listed("cluster") and (not found or piece.start >= found[-1].span.end):
            mention = _mention(text, pieces, place)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention(text: str, pieces: Sequence[_Piece], place: int) -> Mention | None:
    piece = pieces[place]
    first = _left(text, pieces, place)
    last = _right(text, pieces, place, first_of_name=first < place)
    if last is None:
        return None
    if first == last == place:
        quoted = _quoted(pieces, place)
        if quoted is not None:
            inner = text[pieces[quoted.start].end : pieces[quoted.end].start].strip()
            span = Span(piece.start, pieces[quoted.end].end)
            return Mention(span, spoken(f"{piece.text} {inner}" if piece.capital else inner))
        return Mention(Span(piece.start, piece.end), "", generic=True)
    if not piece.capital and first == place and pieces[place + 1].folded in listed("connectors"):
        return Mention(Span(piece.start, piece.end), "", generic=True)
    if not piece.capital and first == place:
        shouted = text[pieces[place + 1].start : pieces[last].end]
        if (
            place
            and shouted.isupper()
            and len(shouted) > 4
            and _adjective(pieces[place - 1])
            and _adjective(pieces[last])
        ):
            # "zagłębiowski klaster METALOWY": capitals for weight, not for a name.
            span = Span(pieces[place - 1].start, pieces[last].end)
            return Mention(span, spoken(text[span.start : span.end].title()))
        if any(
            person.span.start <= pieces[place + 1].start
            for person in people_in(text[: pieces[last].end])
            if person.span.end > pieces[place + 1].start
        ):
            return Mention(Span(piece.start, piece.end), "", generic=True)
        if pieces[place + 1].text.islower():
            # "klaster drzewny „Słój”": the kind belongs to it.
            return Mention(Span(piece.start, pieces[last].end), spoken(text[piece.start : pieces[last].end]))
        # "klaster Minatech": the small word is no part of the name.
        span = Span(pieces[place + 1].start, pieces[last].end)
        return Mention(span, spoken(text[span.start : span.end]))
    span = Span(pieces[first].start, pieces[last].end)
    if (
        not piece.capital
        and last == place
        and place - first == 1
        and words.is_known(pieces[first].text.lower())
    ):
        # "the European cluster", "an Aviation cluster": of a kind, no name.
        return Mention(Span(piece.start, piece.end), "", generic=True)
    return Mention(span, spoken(text[span.start : span.end]))


def _starts_a_phrase(pieces: Sequence[_Piece], first: int, place: int, last: int) -> bool:
    """Whether the English word begins a title of ordinary words, "Cluster Postcards", and no name."""
    if first < place or last == place or pieces[place].folded != "cluster":
        return False
    following = pieces[place + 1]
    known = words.is_known(following.text.lower()) or words.is_known(
        words.english_lemma(following.text.lower())
    )
    return following.folded not in listed("connectors") and known


def spoken(name: str) -> str:
    """A name in its base form, without quotation marks, and in small letters where all of it was shouted."""
    name = " ".join(re.sub(r"[„“”\"«»]", "", name).split()).strip(" ,;:–-")
    if name.isupper() and " " in name:
        # All in capitals, as in a headline: only what has no vowels to speak is an acronym.
        name = " ".join(
            w if len(w) < 4 or not words.is_known(w.lower()) and len(w) < 6 else w.title()
            for w in name.split()
        )
    return nominative(name)


def _adjective(piece: _Piece) -> bool:
    """Whether a word may be an adjective, one that lost its diacritics too."""
    folded = piece.text.lower()
    return any(r.part == "adj" for r in words.readings(folded)) or folded.endswith(
        ("ski", "cki", "owy", "czny", "lny")
    )


def _near(text: str, one: _Piece, other: _Piece) -> bool:
    """Whether nothing but a space lies between two pieces."""
    return (
        text[one.end : other.start] in {" ", "\u00a0", "", "  "} and "\n" not in text[one.end : other.start]
    )


def _left(text: str, pieces: Sequence[_Piece], place: int) -> int:
    """The first piece of the name that ends with the word at `place`."""
    shouted = text.isupper()
    english = pieces[place].folded == "cluster"
    first = place
    while first and place - first < LONGEST_NAME:
        before = pieces[first - 1]
        if not _near(text, before, pieces[first]) or before.folded in listed("cluster"):
            break
        if before.capital and _belongs(before, pieces[place], english=english, shouted=shouted):
            first -= 1
            continue
        joined = (
            english and before.folded in {"and", "&", "of", "for", "i", "by"} and first > 1 and first < place
        )
        both = (pieces[first - 2].text, pieces[first].text) if joined else ()
        if (
            joined
            and pieces[first - 2].capital
            and all(words.is_known(one.lower()) for one in both)
            and _near(text, pieces[first - 2], before)
        ):
            first -= 2
            continue
        break
    if english and first and pieces[first - 1].text in CLOSING:
        opening = next(
            (n for n in range(first - 2, max(-1, first - 7), -1) if pieces[n].text in OPENING), None
        )
        if opening is not None and pieces[opening + 1].capital:
            return opening + 1
    while first < place and pieces[first].folded in listed("not_before"):
        first += 1
    if first and pieces[first - 1].folded in listed("bodies_before") and first == place:
        return place
    return first


def _belongs(before: _Piece, cluster: _Piece, *, english: bool, shouted: bool) -> bool:
    """Whether a word with a capital before the word "klaster" is part of the name."""
    if before.folded in listed("not_before") or before.folded in listed("bodies_before"):
        return False
    if english:
        common = words.fold(before.text) in words.stop_words()
        return not common
    last = re.split(r"[-‑]", before.text)[-1]
    readings = words.readings(last.lower()) or words.readings(last)
    if not readings or (len(before.text) > 1 and before.text.isupper() and not shouted):
        return len(before.text) > 1 and before.folded not in listed("not_before_polish")
    return any(r.part in {"adj", "ppas", "pact"} and _masculine(r.tag) for r in readings) and bool(
        cases(last) & cases(cluster.text)
    )


def _masculine(tag: str) -> bool:
    return "m3" in tag or "m1.m2.m3" in tag


@cache
def _case_names() -> frozenset[str]:
    return frozenset({"nom", "gen", "dat", "acc", "inst", "loc", "voc"})


def cases(token: str) -> frozenset[str]:
    """The cases that a Polish form may stand in, singular and plural; none for an unknown word."""
    found: set[str] = set()
    for reading in words.readings(token.lower()) or words.readings(token):
        for part in reading.tag.split(":"):
            found.update(_case_names() & set(part.split(".")))
    return frozenset(found)


def _right(text: str, pieces: Sequence[_Piece], place: int, *, first_of_name: bool = False) -> int | None:
    """The last piece of the name that goes on after the word at `place`, a part in quotation marks included;
    None where the whole is no cluster. `first_of_name`: words of the name stand before it."""
    last = _over_kind(text, pieces, place)
    while last + 1 < len(pieces) and last - place < LONGEST_NAME:
        after = pieces[last + 1]
        if not _near(text, pieces[last], after) or after.folded in listed("cluster"):
            break
        if text[after.end : after.end + 1] == ":" and last > place and exact_kind(after.text):
            break  # A label begins there.
        if after.folded in listed("bodies_after") and (last > place or after.capital) and after.text != "s":
            return None
        if last == place and after.folded in listed("not_after"):
            if after.capital or after.folded in listed("another_thing"):
                return None
            break
        if after.word and after.capital:
            last += 1
            continue
        quoted = _quoted(pieces, last) if last > place or first_of_name else None
        if quoted is not None:
            return quoted.end
        if not after.word and after.text not in "&–-":
            break
        step = _over_connector(text, pieces, place, last + 1)
        if step is None:
            break
        last = step
    if place and pieces[place - 1].folded in listed("bodies_before") and last > place:
        return None
    return last


# Small words between the word and the name, as in "klaster drzewny „Słój”", "Klaster zielonej chemii Odra".
MOST_SMALL = 3


def _over_kind(text: str, pieces: Sequence[_Piece], place: int) -> int:
    """The last of the small words that say of what kind a cluster is, if its own name follows them."""
    last = place
    if pieces[place].folded == "cluster":
        return place
    while (
        last + 1 < len(pieces) and last - place <= MOST_SMALL and _near(text, pieces[last], pieces[last + 1])
    ):
        piece = pieces[last + 1]
        if (
            piece.word
            and piece.text.islower()
            and _says_kind(piece)
            and piece.folded not in listed("another_thing")
        ):
            last += 1
            continue
        if last == place or last - place > MOST_SMALL:
            return place
        quoted = _quoted(pieces, last) is not None
        named = piece.word and piece.capital and not _heads_body(piece) and not is_given_name(piece.text)
        return last if quoted or named else place
    return place


def _says_kind(piece: _Piece) -> bool:
    """Whether a small word is an adjective or a noun in the genitive, and nothing else that is common."""
    readings = words.readings(piece.text)
    if any(
        r.part in {"prep", "conj", "fin", "praet", "comp", "qub", "part", "adv", "ppron3", "imps"}
        for r in readings
    ):
        return False
    return any(
        r.part == "adj" or (r.part in {"subst", "ger"} and "gen" in cases(piece.text)) for r in readings
    )


def _heads_body(piece: _Piece) -> bool:
    lemma = words.lemma(piece.text)
    return lemma in listed("body_nouns") | listed("bodies_before") or piece.folded in listed("body_nouns")


def _over_connector(text: str, pieces: Sequence[_Piece], place: int, at: int) -> int | None:
    """The piece after a connector, where both belong to the name."""
    if pieces[at].folded not in listed("connectors") or at + 1 >= len(pieces):
        return None
    following = pieces[at + 1]
    if pieces[at].folded == "of" and following.folded == "the" and at + 2 < len(pieces):
        following = pieces[at + 2]
    if not following.capital or following.folded in listed("cluster") or ROMAN.fullmatch(following.text):
        return None
    if at == place + 1 and pieces[at].folded not in {"of", "for", "dla", "na", "ds"}:
        return None
    if pieces[at].folded in listed("placing") and _is_place(text, following):
        return None
    if pieces[at].folded in listed("joining"):
        dash = not pieces[at].word
        if (
            dash
            or _another_name(pieces, at + 1)
            or not _same_phrase(pieces[at - 1], following, pieces[place])
        ):
            return None
    return at + 1 if pieces[at + 1] is following else at + 2


def _is_place(text: str, piece: _Piece) -> bool:
    return any(found.span.start == 2 for found in places_in(f"w {text[piece.start : piece.start + 40]}"))


def _same_phrase(before: _Piece, following: _Piece, cluster: _Piece) -> bool:
    """Whether "i" joins two words of one name: "Odpadowej i Recyklingu" both stand in the genitive, which the
    head does not; "Dąb i Buk" are of one kind, neither the name of a body or a person."""
    if cluster.folded == "cluster":
        return not words.readings(following.text.lower())
    shared = cases(before.text) & cases(following.text)
    if "gen" in shared and "nom" not in cases(following.text):
        return True
    if all(
        any(":sg:" in r.tag and "gen" in r.tag for r in words.readings(one.text.lower()))
        for one in (before, following)
    ):
        return True
    plain = all(
        any(r.part == "subst" for r in words.readings(one.text.lower())) for one in (before, following)
    )
    other = is_given_name(following.text) or following.folded in listed("body_nouns") | listed(
        "bodies_before"
    )
    return plain and not other and "nom" in shared


def _is_place_run(text: str, run: Span) -> bool:
    """Whether a run of capitals is a place and no name of a cluster."""
    name = text[run.start : run.end]
    return any(found.span.start <= 2 and found.span.end >= len(name) + 2 for found in places_in(f"w {name}"))


def _quoted(pieces: Sequence[_Piece], place: int) -> Span | None:
    """The quotation marks, as places in `pieces`, around what follows the word."""
    if place + 1 >= len(pieces) or pieces[place + 1].text not in OPENING:
        return None
    for end in range(place + 2, min(place + 3 + LONGEST_NAME, len(pieces))):
        if pieces[end].text in CLOSING:
            return Span(place + 1, end) if pieces[place + 2].capital else None
    return None


@cache
def _network_heads() -> frozenset[str]:
    return listed("network_heads")


def _heads_network(name: str) -> bool:
    """Whether a body's name is headed by a word for a network: before that stand adjectives alone."""
    for token in words.tokenize(name):
        if words.lemma(token) in _network_heads():
            return True
        if not any(r.part == "adj" for r in words.readings(token.lower())):
            return False
    return False


def _another_name(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a name with the word "klaster" or with quotation marks begins at a place."""
    if at < len(pieces) and pieces[at].text in OPENING:
        return True
    while at < len(pieces) and pieces[at].word and pieces[at].capital:
        if pieces[at].folded in listed("cluster"):
            return True
        at += 1
    return False


# What a name in quotation marks may be of, if not of a cluster, by the word before it. Lemmas, folded.
QUOTED_NAME = re.compile(r"[„“\"«‚]([^\W\d_a-ząćęłńóśźż][^„“”\"«»’,.;:!?]{1,40})[”“\"»’]")


def quoted_in(text: str) -> Iterator[Span]:
    """The names in quotation marks that may be clusters': no sentences, and none that the word before makes
    a project's, a programme's, a paper's."""
    for match in QUOTED_NAME.finditer(text):
        inner = match.group(1)
        before = words.tokenize(text[: match.start()])[-1:]
        if len(inner.split()) > 4 or (before and words.lemma(before[0]) in listed("quoted_things")):
            continue
        if labels_in(inner):
            continue
        if sum(word[0].isupper() for word in inner.split()) * 2 >= len(inner.split()):
            yield Span(*match.span(1))


def coined_in(text: str) -> Iterator[Span]:
    """The spans of coined words, "BioWrzos": with a capital inside, no acronym and no person's name."""
    for match in re.finditer(r"\b[^\W\d_]+\b", text):
        word = match.group()
        inner = any(map(str.isupper, word[1:])) and any(map(str.islower, word))
        if word[0].isupper() and inner and len(word) > 4 and "@" not in text[match.end() : match.end() + 1]:
            yield Span(*match.span())


def networks_in(text: str) -> Iterator[Span]:
    """The spans of names that are headed by a word for a network ("Dolina …", "… Valley", "Sieć …"): they may
    be those of clusters, or of anything else."""
    end = 0
    taken = [m.span for m in names_in(text) if not m.generic]
    taken += [f.span for f in organisations_in(text) if not _heads_network(text[f.span.start : f.span.end])]
    for match in re.finditer(r"[^\W\d_]+", text):
        if any(span.start <= match.start() < span.end for span in taken):
            continue
        if (
            match.start() < end
            or not match.group()[0].isupper()
            or words.lemma(match.group()) not in _network_heads()
        ):
            continue
        start = match.start()
        before = list(re.finditer(r"[\w-]+", text[end:start]))
        for one in reversed(before[-4:]):
            token, at = one.group(), end + one.start()
            if not token[0].isupper() or text[end + one.end() : start].strip(" \u00a0"):
                break
            if words.fold(token) in listed("not_before") | listed(
                "bodies_before"
            ) | words.stop_words() and not (token.isupper() and len(token) > 1):
                break
            polish = words.readings(token.lower())
            if (
                polish
                and not any(r.part in {"adj", "ppas", "pact"} for r in polish)
                and not words.english_lemma(token.lower())
            ):
                break
            start = at
        run = capital_run(text, start)
        if run is not None and run.end > match.start() and len(words.tokenize(text[run.start : run.end])) > 1:
            end = run.end
            yield run


def capital_run(text: str, start: int = 0) -> Span | None:
    """The words with capitals that begin at `start`, small connectors between them included: a name of
    whatever kind."""
    pieces = [
        _Piece(m.group(), m.start(), m.end(), words.fold(m.group())) for m in PIECE.finditer(text, start)
    ]
    last: int | None = None
    for at, piece in enumerate(pieces):
        if last is not None and piece.text in OPENING and _near(text, pieces[at - 1], piece):
            quoted = _quoted(pieces, at - 1)
            return Span(pieces[0].start, pieces[quoted.end].end if quoted else pieces[last].end)
        if at > LONGEST_NAME or (at and not _near(text, pieces[at - 1], piece)):
            break
        if piece.word and (piece.capital or (piece.text[0].isdigit() and last is not None)):
            last = at
        elif last is None or piece.folded not in listed("connectors") or piece.text in "–-":
            break
        elif _another_name(pieces, at + 1):
            break
        elif piece.folded in {"z", "ze", "do", "from"}:
            break
        elif piece.folded in listed("placing") and at + 1 < len(pieces) and _is_place(text, pieces[at + 1]):
            break
    return Span(pieces[0].start, pieces[last].end) if last is not None else None


def other_names(text: str, after: int) -> Iterator[Span]:
    """The spans of other names that a text gives in brackets or after "czyli" right behind a name's end."""
    rest = text[after:]
    dashed = re.match(
        r"[”\"]?\s*[–-]\s(?:tzw\.|tak zwany|zwany|czyli)\s+(?:także\s+)?[„\"“]?(?=[^\W\d_a-ząćęłńóśźż])", rest
    )
    if dashed:
        run = capital_run(text, after + dashed.end())
        if run is not None:
            yield run
    bracket = re.match(r"[”\"]?\s*\(([^()]{2,90})\)", rest)
    if bracket:
        start = after + bracket.start(1)
        for part in re.finditer(r"[^,;/]+", bracket.group(1)):
            inner = _without_cue(part.group())
            offset = start + part.end() - len(inner)
            run = capital_run(text, offset) if inner else None
            if run is not None and run.end - run.start < SHORTEST_ALIAS:
                continue
            if run is not None and run.end >= start + part.end() - 1 and not _is_place_run(text, run):
                yield run
    spoken = re.match(rf"[”\"]?,?\s*(?:{_cues()})\s+[„\"]?(?=[^\W\d_a-ząćęłńóśźż])", rest)
    if spoken:
        run = capital_run(text, after + spoken.end())
        if run is not None:
            yield run


@cache
def _cues() -> str:
    return "|".join(
        sorted(
            (re.escape(cue).replace(r"\ ", r"\s+") for cue in lexicon()["other_name"]), key=len, reverse=True
        )
    )


def _without_cue(text: str) -> str:
    """What is left of a bracket's part without what announces it: "ang. ", "w skrócie ", a dash."""
    text = text.strip()
    while True:
        shorter = re.sub(rf"^(?:(?:{_cues()})\s*:?\s+|[–-]\s*|[„\"“])", "", text)
        if shorter == text:
            return text.rstrip('”"“ ')
        text = shorter
