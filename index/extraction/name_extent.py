"""How far a name of a cluster reaches from the word "klaster", before it and behind it."""

import re
from collections.abc import Sequence

from index import words
from index.extraction.labelled import exact_kind
from index.extraction.labels import labels_in
from index.extraction.name_words import (
    CLOSING,
    LONGEST_NAME,
    OPENING,
    ROMAN,
    STAND,
    NamePiece,
    calendar_words,
    cases,
    heads_name,
    is_dated,
    is_place,
    listed,
    names_another,
    near,
    quoted_after,
)
from index.extraction.people import is_given_name, people_in
from index.gazetteer import lexicon
from index.inflection import is_english
from index.taxonomy import places_in, sectors_in

# "On behalf of the X Cluster I would like …": no number.
SAYS = re.compile(r"\s[a-z]|['’]")
CODE = re.compile(rf"\s*{STAND}\s")
# "The manager of the Cluster": who that is follows.
LED = re.compile(
    r"\b(?:manager|director|head|leader|president|chair(?:man|woman|person)?|coordinator|spokes\w+|"
    r"secretary|founder|representative)\s+of\s+the\s$",
    re.IGNORECASE,
)
# Behind "of" and its like in neighbours' languages: "Clúster de la Indústria".
ARTICLES = frozenset({"the", "la", "les", "los", "las", "el"})
# Small words between the word and the name, as in "klaster drzewny „Słój”", "Klaster zielonej chemii Odra".
MOST_SMALL = 3


def left(text: str, pieces: Sequence[NamePiece], place: int) -> int:
    """The first piece of the name that ends with the word at `place`."""
    shouted = text.isupper()
    english = pieces[place].folded == "cluster"
    first = place
    while first and place - first < LONGEST_NAME:
        before = pieces[first - 1]
        if not near(text, before, pieces[first]) or before.folded in listed("cluster"):
            break
        if first == 1 and CODE.match(text[: before.end + 2]):
            break  # The number of a stand.
        if english and (_is_place_s(before) or before.folded.endswith(tuple(listed("describing_endings")))):
            break
        if pieces[place].text.isupper() and before.capital and not before.text.isupper() and before.word:
            break  # "2 Hub METAL PROCESSING CLUSTER": it was shouted, what stands before it not.
        if before.folded in calendar_words():
            break  # "In the middle of June Tanning Cluster …".
        if before.capital and _belongs(before, pieces[place], english=english, shouted=shouted):
            first -= 1
            continue
        joined = english and before.folded in listed("before_head") and first > 1 and first < place
        both = (pieces[first - 2].text, pieces[first].text) if joined else ()
        if (
            joined
            and pieces[first - 2].capital
            and not (first > 2 and pieces[first - 3].text.isdigit())  # "10 Years of Opal Cluster".
            and (before.folded in listed("particles") or all(words.is_known(one.lower()) for one in both))
            and near(text, pieces[first - 2], before)
        ):
            first -= 2
            continue
        break
    if pieces[place].text == "cluster" and first < place and _is_owner(pieces[first:place]):
        return place
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


def _is_owner(before: Sequence[NamePiece]) -> bool:
    """Whether words before a small "cluster" tell whose it is: "Mr Sowa's cluster"."""
    return re.search(r"['’]s?$", before[-1].text) is not None


def _is_place_s(piece: NamePiece) -> bool:
    """Whether a word is a place in the possessive: "Graz's Timber Cluster" is named without it."""
    bare = re.sub(r"['’]s$", "", piece.text)
    return bare != piece.text and bool(places_in(f"in {bare}"))


def _belongs(before: NamePiece, cluster: NamePiece, *, english: bool, shouted: bool) -> bool:
    """Whether a word with a capital before the word "klaster" is part of the name."""
    if (
        _is_place_s(before)
        or before.folded in listed("not_before")
        or before.folded in listed("bodies_before")
    ):
        return False
    kinds = {words.fold(one.lemma) for one in words.readings(before.text.lower()) if one.part == "adj"}
    if not english and not kinds.isdisjoint(listed("not_before")):
        return False  # "Akademia Dobrego Klastra".
    if before.text in lexicon("status_labels.toml"):
        return False  # "status KKK Klastra X".
    if english:
        # "IT" in capitals is a trade, "It" in a sentence is none.
        acronym = len(before.text) > 1 and before.text.isupper() and not shouted
        return acronym or words.fold(before.text) not in words.stop_words()
    last = re.split(r"[-‑]", before.text)[-1]
    readings = words.readings(last.lower()) or words.readings(last)
    if not readings or (len(before.text) > 1 and before.text.isupper() and not shouted):
        return len(before.text) > 1 and before.folded not in listed("not_before_polish")
    return any(r.part in {"adj", "ppas", "pact"} and _masculine(r.tag) for r in readings) and bool(
        cases(last) & cases(cluster.text)
    )


def _masculine(tag: str) -> bool:
    return "m3" in tag or "m1.m2.m3" in tag


def _is_told_after(piece: NamePiece) -> bool:
    """Whether a word in capitals may only be a verb: what the headline tells of the cluster."""
    parts = {reading.part for reading in words.readings(piece.text.lower())}
    return bool(parts) and parts <= {"fin", "praet", "imps", "inf", "bedzie"}


def right(text: str, pieces: Sequence[NamePiece], place: int, *, first_of_name: bool = False) -> int | None:
    """The last piece of the name that goes on after the word at `place`, a part in quotation marks included;
    None where the whole is no cluster. `first_of_name`: words of the name stand before it."""
    last = _over_kind(text, pieces, place)
    while last + 1 < len(pieces) and last - place < LONGEST_NAME:
        after = pieces[last + 1]
        if _ends_before(text, pieces, place, last, first_of_name=first_of_name):
            break
        if after.folded in listed("bodies_after") and (last > place or after.capital) and after.text != "s":
            return None
        # "Klaster Firm Okiennych" is one of firms, "Cluster Firm" a firm.
        of_these = pieces[place].folded != "cluster" and after.capital and "gen" in cases(after.text)
        shouted = first_of_name and pieces[place].folded == "cluster" and after.text not in OPENING
        if text.isupper() and (_is_told_after(after) or shouted):
            break  # In a headline in capitals the sentence goes on there.
        if last == place and after.folded in listed("names_with_more"):
            if not after.capital or not (first_of_name or _goes_on_as_name(pieces, place + 2)):
                return None if after.capital else last
            last += 1
            continue
        if last == place and _no_name_after(after) and (not of_these or _another_thing(after)):
            if after.capital or _another_thing(after):
                return None
            break
        if pieces[place].folded == "cluster" and after.text == "I" and SAYS.match(text, after.end):
            break
        if after.word and after.capital:
            last += 1
            continue
        quoted = quoted_after(pieces, last) if last > place or first_of_name else None
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
    if last == place and last + 1 < len(pieces) and pieces[last + 1].folded in listed("of_undertakings"):
        return None  # "the XYZ Cluster programme" is no cluster's.
    return last


def _goes_on_as_name(pieces: Sequence[NamePiece], at: int) -> bool:
    """Whether what stands at a place goes on with a name: a word with a capital, or a quotation mark."""
    return at < len(pieces) and (pieces[at].capital or pieces[at].text in OPENING)


def _ends_before(
    text: str, pieces: Sequence[NamePiece], place: int, last: int, *, first_of_name: bool
) -> bool:
    """Whether what follows the last piece so far is no more of the name: it stands apart, or begins a label,
    a person's name or something else."""
    after, cluster = pieces[last + 1], pieces[place]
    if not near(text, pieces[last], after) or after.folded in listed("cluster"):
        return True
    if any(one.span.start <= after.start < one.span.end for one in labels_in(text)):
        return True
    if text[after.end : after.end + 1] == ":" and last > place and exact_kind(after.text):
        return True
    # "Prezes Klastra Jan Nowak", "the chair of the Cluster Jan Nowak": no name of a cluster begins so.
    ours = text[: cluster.start].lower().endswith("the ")
    of_it = ours if cluster.folded == "cluster" else "nom" not in cases(cluster.text)
    if last == place and of_it and _is_person(text, pieces, last + 1):
        return True
    if last == place and ours and after.capital and LED.search(text[: cluster.start]):
        return True  # "the manager of the Cluster Jiří Dvořák said".
    return _another_opens(after, whole=last > place or first_of_name)


def _another_opens(piece: NamePiece, *, whole: bool) -> bool:
    """Whether a word opens something else: an English sentence, the tier of a label, or behind a whole name
    that of a body in the nominative ("Klaster Metalowy Izba Gospodarcza")."""
    if piece.text in {"The", "Gold", "Silver", "Bronze"}:
        return True
    nominative = any(
        reading.part == "subst" and ":sg:nom" in reading.tag for reading in words.readings(piece.text.lower())
    )
    return whole and piece.capital and nominative and piece.folded in listed("body_nouns")


def _is_person(text: str, pieces: Sequence[NamePiece], at: int) -> bool:
    """Whether a given name and a surname begin at a place."""
    if at + 1 >= len(pieces) or not pieces[at + 1].word:
        return False
    after = pieces[at + 1]
    if not (after.capital and after.word and near(text, pieces[at], after)):
        return False
    return any(one.span.start == pieces[at].start for one in people_in(text[: after.end]))


def _no_name_after(piece: NamePiece) -> bool:
    """Whether a word right after "klaster" makes of it a thing of the cluster, or something else."""
    forms = {piece.folded, words.english_lemma(piece.folded)}
    return not forms.isdisjoint(listed("not_after")) or words.lemma(piece.text) in listed("of_clusters")


def _another_thing(piece: NamePiece) -> bool:
    return piece.folded in listed("another_thing") or words.lemma(piece.text) in listed("of_clusters")


def _over_kind(text: str, pieces: Sequence[NamePiece], place: int) -> int:
    """The last of the small words that say of what kind a cluster is, if its own name follows them."""
    last = place
    if pieces[place].folded == "cluster":
        return place
    while (
        last + 1 < len(pieces) and last - place <= MOST_SMALL and near(text, pieces[last], pieces[last + 1])
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
        quoted = quoted_after(pieces, last) is not None
        named = piece.word and piece.capital and not _heads_body(piece) and not is_given_name(piece.text)
        return last if quoted or named else place
    return place


def _says_kind(piece: NamePiece) -> bool:
    """Whether a small word is an adjective or a noun in the genitive, and nothing else that is common; not
    that of one firm, "przyjęto do klastra firmę X", "do klastra huty X i Y"."""
    readings = words.readings(piece.text)
    several = any(":pl:gen" in r.tag for r in readings)
    if not several and words.fold(words.lemma(piece.text)) in listed("firms") | listed("body_nouns"):
        return False
    if any(
        r.part in {"prep", "conj", "fin", "praet", "comp", "qub", "part", "adv", "ppron3", "imps"}
        for r in readings
    ):
        return False
    return any(
        r.part == "adj" or (r.part in {"subst", "ger"} and "gen" in cases(piece.text)) for r in readings
    )


def _is_thing(piece: NamePiece) -> bool:
    """Whether a word names a thing: a noun that is no person, no body and no time, and not an acronym."""
    readings = words.readings(piece.text.lower())
    nouns = all(
        reading.part in {"subst", "ger"} and "m1" not in reading.tag.split(":") for reading in readings
    )
    apart = piece.text.isupper() or piece.folded in calendar_words() or _heads_body(piece)
    return bool(readings) and nouns and not apart and words.lemma(piece.text.lower()) not in listed("givers")


def _heads_body(piece: NamePiece) -> bool:
    lemma = words.lemma(piece.text)
    return lemma in listed("body_nouns") | listed("bodies_before") or piece.folded in listed("body_nouns")


def _over_connector(text: str, pieces: Sequence[NamePiece], place: int, at: int) -> int | None:
    """The piece after a connector, where both belong to the name."""
    if pieces[at].folded not in listed("connectors") or at + 1 >= len(pieces):
        return None
    following = pieces[at + 1]
    if any(one.span.start == following.start for one in labels_in(text)):
        return None
    if pieces[at].folded in {"of", "de"} and following.folded in ARTICLES and at + 2 < len(pieces):
        following = pieces[at + 2]
    if not following.capital or following.folded in listed("cluster") or ROMAN.fullmatch(following.text):
        return None
    if at == place + 1 and pieces[at].folded not in listed("after_word"):
        return None
    if (
        pieces[at].folded == "of"
        and at == place + 1
        and place
        and near(text, pieces[place - 1], pieces[place])
    ):
        placed = pieces[place - 1].capital and is_place(text, following)
        return None if placed and not _says_kind_alone(text, pieces, place) else _over_of(pieces, at)
    whole = pieces[place].folded != "cluster" or at > place + 2
    if pieces[at].folded == "of" and whole and is_place(text, following):
        return None  # "Klaster Turkawka of Szczecin", "cluster Elster Valley of Leipzig".
    if (
        pieces[at].folded in listed("parting")
        and at > place + 1
        and not words.is_known(following.text.lower())
    ):
        return None  # "Klaster Turkawka z Prościejowa": a town that no list has.
    if pieces[at].folded in listed("giving") and not _is_thing(following):
        return None  # "Nagrodę odebrał Klaster Turkawka od Ministra", "od Komisji", "od PARP", "od Maja".
    if pieces[at].folded in listed("placing") and (is_place(text, following) or is_dated(text, following)):
        return None
    if pieces[at].folded in listed("joining"):
        dash = not pieces[at].word
        if (
            dash
            or names_another(pieces, at + 1)
            or not _same_phrase(pieces[at - 1], following, pieces[place])
        ):
            return None
    return at + 1 if pieces[at + 1] is following else at + 2


def _says_kind_alone(text: str, pieces: Sequence[NamePiece], place: int) -> bool:
    """Whether nothing but a trade stands before "Cluster": "the Energy Cluster of Catalonia" is named with
    where it is, "the Vistula Cluster of Toruń" without."""
    before = text[pieces[left(text, pieces, place)].start : pieces[place].start].strip()
    sectors = sectors_in(before)
    return bool(sectors) and all(words.is_known(one.lower()) or one.isupper() for one in before.split())


def _over_of(pieces: Sequence[NamePiece], at: int) -> int:
    """The piece after "of" or "of the"."""
    return at + 2 if pieces[at + 1].folded == "the" else at + 1


def _is_singular(piece: NamePiece) -> bool:
    """Whether a form is of one: "Klaster Uczelni i Firm Podhala" is one of many firms."""
    found = words.readings(piece.text.lower())
    return not found or any(":sg:" in one.tag for one in found)


def _is_trade(piece: NamePiece) -> bool:
    """Whether a word is short for a trade: "OZE", "ICT"."""
    return piece.text.isupper() and bool(sectors_in(piece.text))


def _same_phrase(before: NamePiece, following: NamePiece, cluster: NamePiece) -> bool:
    """Whether "i" joins two words of one name: "Odpadowej i Recyklingu" both stand in the genitive, which the
    head does not; "Dąb i Buk" are of one kind, neither the name of a body or a person."""
    if heads_name(following) and _is_singular(following):
        return False  # "Klaster Chłodniczy oraz Dolina Lnu".
    if _is_trade(following) or (_is_trade(before) and "gen" in cases(following.text)):
        return True  # "Energetyki i OZE", "Rozwoju OZE i Efektywności"
    if cluster.folded == "cluster":
        english = is_english(before.text) and is_english(following.text) and not heads_name(following)
        return english or not words.readings(following.text.lower())
    shared = cases(before.text) & cases(following.text)
    governed = not {"nom"} & cases(before.text) and following.folded not in listed("body_nouns")
    if "gen" in shared and (governed or "nom" not in cases(following.text)):
        return True
    if all(
        any(":sg:" in r.tag and "gen" in r.tag for r in words.readings(one.text.lower()))
        for one in (before, following)
    ):
        return True
    plain = all(
        any(r.part == "subst" for r in words.readings(one.text.lower())) for one in (before, following)
    )
    other = heads_name(following) or following.folded in listed("body_nouns")
    return plain and not other and "nom" in shared
