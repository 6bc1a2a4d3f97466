"""What is read out of documents, beside what a person noted of them.

A folder has `documents`, `clusters.jsonl` (the clusters with their names) and `facts.jsonl`, the key: a line
for each statement of a document, with its attribute and value, and a status's validity as far as it is told.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from documents.model import Document
from documents.read import read_document
from index import words
from index.acquainting import given_to, known_names
from index.extraction.extract import extract
from index.extraction.given import Given
from index.extraction.labels import labels_in
from index.extraction.linking import key_of
from index.extraction.model import Claim, Extract, Subject
from index.taxonomy import country_name, places_in, region_name

# A telephone is the same with and without its country's code, a mission if it begins in the same words.
DIGITS_OF_A_PHONE = 9
BEGINNING = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of the key. `since` and `until` are beginnings of ISO dates, "" where it tells none."""

    file: str
    cluster: str
    attribute: str
    value: str
    qualifier: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims there are and how many the key has, how many rows there are and how many were read."""

    claims: int = 0
    true: int = 0
    rows: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.claims + other.claims,
            self.true + other.true,
            self.rows + other.rows,
            self.found + other.found,
        )

    @property
    def precision(self) -> float:
        return self.true / self.claims if self.claims else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.rows if self.rows else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The tallies by attribute, with a line for each row missed and each claim that the key has not."""

    by_attribute: Mapping[str, Tally]
    missed: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]

    @property
    def overall(self) -> Tally:
        return sum(self.by_attribute.values(), Tally())


def compare(folder: Path) -> Comparison:
    """What is read out of a folder's documents beside its key."""
    rows = tuple(read_rows(folder / "facts.jsonl"))
    names = read_names(folder / "clusters.jsonl")
    tallies: dict[str, Tally] = {}
    missed: list[tuple[str, str]] = []
    wrong: list[tuple[str, str]] = []
    paths = sorted((folder / "documents").iterdir())
    documents = [read_document(path.name, path.read_bytes()) for path in paths]
    for path, document, extract_ in zip(paths, documents, read_together(documents), strict=True):
        clusters = [cluster_of(subject, names) for subject in extract_.subjects]
        wanted = [row for row in rows if row.file == path.name]
        met = [(row, _meeting(row, extract_, clusters)) for row in wanted]
        used = {at for _, claims in met for at in claims}
        for row, claims in met:
            _count(tallies, row.attribute, Tally(rows=1, found=bool(claims)))
        for at, claim in enumerate(extract_.claims):
            _count(tallies, claim.attribute, Tally(claims=1, true=at in used))
        missed += [(row.attribute, _told(row)) for row, claims in met if not claims]
        others = [claim for at, claim in enumerate(extract_.claims) if at not in used]
        wrong += [(claim.attribute, _read(document, extract_, claim)) for claim in others]
    return Comparison(tallies, tuple(missed), tuple(wrong))


def read_together(documents: Sequence[Document]) -> Iterator[Extract]:
    """What each of the documents of a library says, read with the names that the others tell."""
    alone = [extract(document) for document in documents]
    names = known_names(one.told for one in alone)
    for document, own in zip(documents, alone, strict=True):
        given = given_to(own.told, document.text, Given(names), names)
        yield extract(document, given) if given else own


def read_rows(path: Path) -> Iterator[Row]:
    """The statements of a key; each of several sectors that one line names is a statement."""
    for line in path.read_text("utf-8").splitlines():
        row = Row(**json.loads(line))
        values = row.value.split() if row.attribute == "sector" else [row.value]
        yield from (replace(row, value=value) for value in values)


def read_names(path: Path) -> dict[str, tuple[str, ...]]:
    """Each cluster's name, with all its names."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row["name"]: (row["name"], *row.get("names", ())) for row in rows}


def cluster_of(subject: Subject, names: Mapping[str, Sequence[str]]) -> str:
    """The cluster that a subject's name is of, whole, else as a part of one cluster's names; "" if none."""
    keys = {
        cluster: frozenset(key for name in known if (key := key_of(name))) for cluster, known in names.items()
    }
    called = [key for name in subject.names if (key := key_of(name.text))]
    for key in called:
        for cluster, known in keys.items():
            if key in known:
                return cluster
    for key in called:
        holding = [cluster for cluster, known in keys.items() if any(key < one for one in known)]
        if len(holding) == 1:
            return holding[0]
    return ""


def same(row: Row, claim: Claim) -> bool:
    """Whether a claim says what a row of the same attribute says."""
    if row.attribute == "status":
        return _same_status(row, claim)
    return MEANINGS.get(row.attribute, _same_words)(row.value, claim.value)


def _same_status(row: Row, claim: Claim) -> bool:
    if _label(row.value) != _label(claim.value):
        return False
    if "withdrawn" in (row.qualifier, claim.qualifier):
        return row.qualifier == claim.qualifier
    since = claim.since.iso if claim.since else ""
    until = claim.until.iso if claim.until else ""
    return since.startswith(row.since) and until.startswith(row.until)


def _label(value: str) -> str:
    """The key of a label, however it is worded: "ECEI Gold Label" is a "Gold Label"."""
    return next((one.key for one in labels_in(value)), words.fold(value))


def _same_words(value: str, other: str) -> bool:
    return words.fold(value) == words.fold(other)


def _same_name(value: str, other: str) -> bool:
    """One may be shorter than the other by whole words: a title, a legal form."""
    one, two = _lemmas(value), _lemmas(other)
    return bool(one and two) and (one <= two or two <= one)


def _same_phone(value: str, other: str) -> bool:
    return _digits(value)[-DIGITS_OF_A_PHONE:] == _digits(other)[-DIGITS_OF_A_PHONE:]


def _same_number(value: str, other: str) -> bool:
    return _digits(value) == _digits(other)


def _same_website(value: str, other: str) -> bool:
    return _host(value) == _host(other)


def _host(address: str) -> str:
    return re.sub(r"^(?:\w+://)?(?:www\.)?|/$", "", address.lower())


def _same_region(value: str, other: str) -> bool:
    called = {other, region_name(other, "pl"), region_name(other, "en")}
    return words.fold(value) in {words.fold(one) for one in called}


def _same_country(value: str, other: str) -> bool:
    return words.fold(value) in {words.fold(other), words.fold(country_name(other, "en"))}


def _same_place(value: str, other: str) -> bool:
    # A word before it, since one that opens a sentence may be no name.
    one, two = ({place.key for place in places_in(f"w {text}")} for text in (value, other))
    return bool(one & two) or _lemmas(value) == _lemmas(other)


def _same_moment(value: str, other: str) -> bool:
    return value.startswith(other) or other.startswith(value)


def _same_mission(value: str, other: str) -> bool:
    return _lemmas(value) <= _lemmas(other) or words.fold(value)[:BEGINNING] in words.fold(other)


MEANINGS: Mapping[str, Callable[[str, str], bool]] = {
    "coordinator": _same_name,
    "representative": _same_name,
    "partner": _same_name,
    "project": _same_name,
    "person": _same_name,
    "address": _same_name,
    "phone": _same_phone,
    "website": _same_website,
    "region": _same_region,
    "country": _same_country,
    "members": _same_number,
    "founded": _same_moment,
    "mission": _same_mission,
    "place": _same_place,
}


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(map(words.lemma, words.tokenize(text)))


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def _meeting(row: Row, extract_: Extract, clusters: Sequence[str]) -> list[int]:
    """The claims, by their place, that say what a row says."""
    return [
        at
        for at, claim in enumerate(extract_.claims)
        if claim.attribute == row.attribute and clusters[claim.subject] == row.cluster and same(row, claim)
    ]


def _count(tallies: dict[str, Tally], attribute: str, one: Tally) -> None:
    tallies[attribute] = tallies.get(attribute, Tally()) + one


def _told(row: Row) -> str:
    validity = f" {row.since or '…'}/{row.until or '…'}" if row.since or row.until else ""
    return f"{row.file}: {row.cluster}: {row.value} {row.qualifier}{validity}".rstrip()


def _read(document: Document, extract_: Extract, claim: Claim) -> str:
    dates = [moment.iso for moment in (claim.since, claim.until) if moment]
    said = " ".join([claim.value, claim.qualifier, *dates]).strip()
    name = extract_.subjects[claim.subject].names[0].text
    return f"{document.file}: {name}: {said} | {' '.join(document.quote(claim.span).split())[:110]}"


def table(comparison: Comparison) -> str:
    """The figures by attribute and overall, a line each."""
    named = [*sorted(comparison.by_attribute.items()), ("all", comparison.overall)]
    return "\n".join(
        f"{name:15} precision {one.true:>3}/{one.claims:<3} {one.precision:.3f}"
        f"   recall {one.found:>3}/{one.rows:<3} {one.recall:.3f}"
        for name, one in named
    )


def main(typed: Sequence[str] | None = None) -> None:
    """Print the figures of a folder, and of one attribute what was missed and what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.register.key", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", metavar="ATTRIBUTE", help="show what was missed of it or is wrong")
    asked = parser.parse_args(typed)
    comparison = compare(asked.folder)
    shown = [*_lines("missed", asked.misses, comparison.missed)]
    shown += _lines("wrong", asked.misses, comparison.wrong)
    sys.stdout.write("\n".join([*shown, table(comparison)]) + "\n")


def _lines(what: str, attribute: str | None, told: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{what}: {line}" for of, line in told if of == attribute]


if __name__ == "__main__":
    main()
