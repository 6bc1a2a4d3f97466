"""The status a question asks about: its label, and the time it is to hold in, to end in or to be given in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from assistant.requests.tokens import Spot, Tokens, lexicon
from documents.moments import Moment
from documents.periods import Period
from index import words
from index.extraction.known_labels import knowing
from index.extraction.labels import Label, is_listed, labels_in
from index.register.calendar import ANY_WITH, EITHER
from index.register.model import Conditions
from index.taxonomy import places_in

# How the labels that come in grades end.
GRADED = " Label"
_DAY = timedelta(days=1)
_EDGE = re.compile(r"\b(?:konc\w*|koniec|end of|close of)\b")
# "Wygasł do 2025" is another thing than "wygasa w 2025", and both are told with an end.
_BOUND = re.compile(r"\b(?:do|by|until|till|before|przed|later|pozniej|najpozniej)\b")
_DECEMBER = re.compile(r"\b(?:grud|dec)")
# Of verbs of ending, the forms that speak of the past.
_ADJECTIVE = re.compile(r"[sc]k(?:i|ie|a|iego|iej|im|ich|imi|iemu)$")
_TO_COME = frozenset(("straci", "straca", "utraci", "utraca", "wygasnie", "wygasna", "skonczy", "skoncza"))
_PAST = ("l", "la", "lo", "ly", "li", "ed", "lost")


def take_label(tokens: Tokens, known: Mapping[str, int]) -> str:
    """The key of the label a question names, its words taken; "" where it names none."""
    if own := _own_label(tokens, known):
        return _own_grade(tokens, known) or own
    written = tokens.without("name")
    label = _spoken_label(tokens, known) or _known_label(tokens, known)
    label = _written_label(tokens, written, label, known)
    label = _with_issuer(tokens, _with_grades(tokens, label), known)
    return _regions_own(tokens, label, known)


def _with_grades(tokens: Tokens, label: str) -> str:
    """The label with those of other grades that are named beside it, "silver or bronze": any of them."""
    if not label.endswith(GRADED) or label.startswith(ANY_WITH):
        return label
    labels = [label]
    for place in tokens.left():
        grade = label_grades().get(tokens.tokens[place].folded, "")
        if grade:
            tokens.take(place, place + 1, "label")
            labels.append(f"{grade.title()}{GRADED}")
    return EITHER.join(dict.fromkeys(labels))


def _own_grade(tokens: Tokens, known: Mapping[str, int]) -> str:
    """The grade beside the name of a label, "the Silver ESCM mark", its word taken; "" for none."""
    for place in tokens.left():
        grade = label_grades().get(tokens.tokens[place].folded, "").title()
        if grade and f"{grade}{GRADED}" in known:
            tokens.take(place, place + 1, "label")
            return f"{grade}{GRADED}"
    return ""


def _own_label(tokens: Tokens, known: Mapping[str, int]) -> str:
    """The key of a label that has a name of its own in the question as in the register."""
    named = next((one for one in named_in(tokens.text, known)), None)
    if named is None:
        return ""
    tokens.take_span(named.span, "label")
    return named.key


def named_in(text: str, known: Mapping[str, int]) -> list[Label]:
    """The register's labels, none of those that are listed, that a text names."""
    with knowing([key for key in known if not is_listed(key)]):
        return [one for one in labels_in(text) if one.key in known and not is_listed(one.key)]


def _with_issuer(tokens: Tokens, label: str, known: Mapping[str, int]) -> str:
    """The label, the words for whoever gives it taken; where nothing but these stand, "an ESCA label", any of
    the labels that come in grades."""
    issuers = lexicon()["label_issuers"]["words"]
    said = [place for place in tokens.left() if tokens.tokens[place].folded in issuers]
    if not said:
        return label
    graded = any("label" in words.fold(one).split() for one in known)
    label = label or ("* Label" if graded else "")
    beside = [place for at in said for place in (at - 1, at + 1) if 0 <= place < len(tokens.tokens)]
    for place in (*said, *beside) if label else ():
        if place in said or _label_word(tokens.tokens[place].folded) == "label":
            tokens.take(place, place + 1, "label")
    return label


def _spoken_label(tokens: Tokens, known: Mapping[str, int]) -> str:
    folded = [
        token.folded if not meaning else ""
        for token, meaning in zip(tokens.tokens, tokens.meaning, strict=True)
    ]
    found = ""
    for label, phrase in _labels():
        # Where the library knows of no regional label, the nation's is meant.
        if label == lexicon()["regional"]["label"] and label not in known:
            continue
        for start in range(len(folded) - len(phrase) + 1):
            if all(map(_is, folded[start : start + len(phrase)], phrase)):
                tokens.take(start, start + len(phrase), "label")
                folded[start : start + len(phrase)] = [""] * len(phrase)
                found = found or label
    return found


@cache
def _labels() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """The ways that labels are spoken of, the longest first: of each word its forms, a stem with "*"."""
    found = [
        (label, tuple(tuple(word.split("|")) for word in one.split()))
        for label, phrases in lexicon()["labels"].items()
        for one in phrases
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


def _regions_own(tokens: Tokens, label: str, known: Mapping[str, int]) -> str:
    """The label, or the regional one where a key cluster is called a region's: "Klaster Kluczowy Mazur"."""
    regional: str = lexicon()["regional"]["label"]
    places = tokens.places("label")
    said = tuple(tokens.tokens[place].folded for place in places)
    national = tuple(lexicon()["regional"]["national"])
    if not label or regional not in known or label == regional:
        return label
    if len(places) < len(("key", "cluster")) or any(one.startswith(national) for one in said):
        return label
    if places[0] and _is_of_region(tokens.tokens[places[0] - 1].text):
        return regional
    following = tokens.tokens[places[-1] + 1 :]
    while following and following[0].folded in {"of", "the"}:
        following = following[1:]
    return regional if following and _is_region(following[0].text) else label


def _is_region(text: str) -> bool:
    """Whether a word is a region's name: "Mazowsza", not the "mazowieckie" that any cluster there is."""
    if _ADJECTIVE.search(words.fold(text)):
        return False
    return any(place.kind == "region" for place in places_in(text, lenient=True))


def _is_of_region(text: str) -> bool:
    """Whether a word is an adjective of a region, as in "Dolnośląskie Klastry Kluczowe"."""
    return bool(_ADJECTIVE.search(words.fold(text))) and any(
        place.kind == "region" for place in places_in(text, lenient=True)
    )


def _is(word: str, forms: tuple[str, ...]) -> bool:
    return any(
        word == form or (form.endswith("*") and bool(word) and word.startswith(form[:-1])) for form in forms
    )


def _written_label(tokens: Tokens, text: str, label: str, known: Mapping[str, int]) -> str:
    """The label, with the words that texts call it by besides: "Srebrna Odznaka (Silver Label)"; the first of
    the register's that is so called, where there is none."""
    for one in labels_in(text):
        # That no cluster has a label of some grade is known where any has one of another.
        graded = one.key.endswith(" Label") and any(key.endswith(" Label") for key in known)
        label = label or (one.key if graded or one.key in known else "")
        if one.key != label:
            continue
        for place, token in enumerate(tokens.tokens):
            # A region that a label is of is a condition of its own.
            if one.span.start <= token.span.start < one.span.end and not _is_region(token.text):
                tokens.take(place, place + 1, "label")
    return label


def _known_label(tokens: Tokens, known: Mapping[str, int]) -> str:
    """The register's label whose words stand in the question; what goes without saying may be left out."""
    said = {
        _label_word(token.folded): place
        for place, token in enumerate(tokens.tokens)
        if not tokens.meaning[place]
    }
    optional = frozenset(lexicon()["label_optional"]["words"])
    best: tuple[int, str] = (0, "")
    for label in known:
        parts = {_label_word(words.fold(token)) for token in words.tokenize(label)}
        met = parts & said.keys()
        needed = parts - optional or parts
        met |= {"label"} & said.keys()
        if needed <= said.keys() and (len(met) > 1 or len(parts) == 1) and len(met) > best[0]:
            best = (len(met), label)
    if best[1]:
        parts = {_label_word(words.fold(token)) for token in words.tokenize(best[1])} | {"label"}
        for part in parts & said.keys():
            if part not in {"klaster", "cluster", "status"}:
                tokens.take(said[part], said[part] + 1, "label")
    return best[1]


@cache
def _label_words() -> Mapping[str, str]:
    return {form: key for key, forms in lexicon()["label_words"].items() for form in forms}


@cache
def label_grades() -> Mapping[str, str]:
    """The grades that labels of one kind come in, by the folded words that people call them by."""
    return {form: key for form, key in _label_words().items() if key != "label"}


def _label_word(folded: str) -> str:
    return _label_words().get(folded) or words.lemma(folded)


def validity(conditions: Conditions, period: Period, tokens: Tokens, today: date) -> Conditions:
    """The conditions with the period as a time of the status: of its end, of its beginning, or within it."""
    period = _widened(period, _said(period, tokens))
    stretch = _stretch(period)
    if period.relation == "until" and tokens.has("at_least"):
        return replace(conditions, ends_after=period.moment.first - _DAY)
    if period.relation == "until" and tokens.has("longer"):
        return replace(conditions, ends_after=period.moment.last)
    if any(not _within(tokens, spot, period) for spot in tokens.all_of("ended")):
        return _ended(conditions, period, tokens, today)
    if tokens.has("gained", "renewed") and period.relation not in {"until", "now"}:
        return replace(conditions, begins_in=stretch)
    match period.relation:
        case "until":
            return replace(conditions, ends_in=period.moment)
        case "since":
            return replace(conditions, begins_in=period.moment)
        case "after":
            return replace(conditions, ends_after=period.moment.last)
        case "on" | "now":
            return replace(conditions, valid_on=period.moment.first)
        case "during" | "before" | "between":
            return replace(conditions, valid_during=stretch)


def _within(tokens: Tokens, spot: Spot, period: Period) -> bool:
    """Whether a word is of the period itself, and no verb: "until the end of 2028"."""
    return period.span.start <= tokens.tokens[spot.start].span.start < period.span.end


def _ended(conditions: Conditions, period: Period, tokens: Tokens, today: date) -> Conditions:
    if period.relation == "before":
        return replace(conditions, ended_by=period.moment.first - _DAY)
    if period.relation == "now":
        return replace(conditions, ended_by=period.moment.first)
    if period.relation != "until" or not _BOUND.search(words.fold(_said(period, tokens))):
        return replace(conditions, ends_in=_stretch(period))
    past = any(tokens.tokens[spot.start].folded.endswith(_PAST) for spot in tokens.all_of("ended"))
    if past or period.moment.last <= today:
        return replace(conditions, ended_by=period.moment.last)
    # What will expire by the end of the next year has not done so yet.
    return replace(conditions, ends_in=Moment(today, period.moment.last))


def is_ahead(tokens: Tokens) -> bool:
    """Whether an end is spoken of that is still to come: "stracą status", "will expire"."""
    ends = {tokens.tokens[spot.start].folded for spot in tokens.all_of("ended")}
    return not ends.isdisjoint(_TO_COME) or "will" in {token.folded for token in tokens.tokens}


def _widened(period: Period, text: str) -> Period:
    """The period, an "end of 2025" as all of 2025: who says that means a status that ends then."""
    said = words.fold(text)
    if period.relation != "until" or not _EDGE.search(said):
        return period
    day = period.moment.last
    whole = (day.month, day.day) == (12, 31) and not _DECEMBER.search(said)
    return replace(period, moment=Moment.year(day.year) if whole else Moment.month(day.year, day.month))


def _said(period: Period, tokens: Tokens) -> str:
    return tokens.text[period.span.start : period.span.end]


def _stretch(period: Period) -> Moment:
    """The days a period is about: "before 2020" reaches back without an end."""
    match period.relation:
        case "before":
            return Moment(date.min, period.moment.first - _DAY)
        case "after":
            return Moment(period.moment.last + _DAY, date.max)
        case "since":
            return Moment(period.moment.first, date.max)
        case "between":
            return Moment(period.moment.first, (period.other or period.moment).last)
    return period.moment


def founding(conditions: Conditions, period: Period) -> Conditions:
    """The conditions with the period as the time in which a cluster was founded."""
    if period.relation == "since":
        return replace(conditions, founded=Moment(period.moment.first, date.max))
    if period.relation == "until":
        return replace(conditions, founded=Moment(date.min, period.moment.last))
    return replace(conditions, founded=_stretch(period))
