"""Every fact is pinned to where it stands, whatever the text."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.errors import UnreadableError
from documents.model import Document, Span
from documents.read import read_document
from index import words
from index.extraction.extract import extract
from index.extraction.model import Claim, Extract
from index.taxonomy import places_in, sectors_in
from tests.index.extraction.reading import read

NAMES = (
    "Klaster Turkawka",
    "Klaster Derkacz",
    "Larkspur Cluster",
    "Klaster Perkoz Wschodni",
    "Modra Dolina",
)
FRAGMENTS = (
    "# {name}",
    "## {name}",
    "# Klastry w regionie",
    "## Kontakt",
    "{name} zrzesza 57 firm i 4 uczelnie.",
    "{name} ma status KKK od 1 kwietnia 2024 r. na trzy lata.",
    "{name} utracił status KKK 12 marca 2024 r.",
    "The {name} was awarded the Gold Label in 2021.",
    "Obowiązuje on do 30 czerwca 2026 r.",
    "Status KKK ważny do 30 czerwca 2026 r. mają:",
    "W V rundzie, z terminem do 15 lutego 2028 r.:",
    "- {name}",
    "- {name} – Fundacja Pliszka",
    "  - {name}, Rzeszów",
    "- Podkarpackie",
    "Koordynatorem jest Fundacja Pliszka, prezesem Anna Nowak.",
    "{name} jest koordynowany przez Fundację Pliszka.",
    "{name}, reprezentowany przez Izbę Rzemieślniczą, rośnie.",
    "Koordynator: Fundacja Pliszka",
    "Liczba członków: 64; rok założenia: 2012",
    "Nazwa angielska: Turtle Dove Cluster",
    "{name} (Turtle Dove Cluster) z siedzibą w Rzeszowie skupia producentów mebli.",
    "Klaster powstał w 2011 roku. Należymy do niego.",
    "Misją klastra jest wspieranie rodzinnych odlewni regionu.",
    "{name} realizuje projekt „Żeliwo Jutra” z Politechniką Rzeszowską.",
    "Partnerzy:",
    "- Uniwersytet Rzeszowski",
    "Prezes Anna Nowak, tel. 600 111 222, anna@turkawka.example",
    "ul. Modra 5, 35-001 Rzeszów, www.turkawka.example",
    "| Klaster | KKK do | Miasto |\n|---|---|---|\n| {name} | 30.06.2026 | Rzeszów |\n"
    "| Klaster Perkoz | – | Opole |",
)
blocks = st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(NAMES)).map(
    lambda two: two[0].format(name=two[1])
)
assembled = st.lists(blocks, min_size=1, max_size=9).map("\n\n".join)
arbitrary = st.text(max_size=200) | st.lists(
    st.sampled_from(
        ["Klaster", "KKK", "do 2026 r.", "|", ":", "–", "„", "”", "(", "\n\n", "# ", "57 firm", "Fundacja"]
    ),
    max_size=25,
).map(" ".join)
LENIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def read_any(text: str) -> tuple[Document, Extract] | None:
    try:
        document = read_document("x.md", text.encode())
    except UnreadableError:
        return None
    return document, extract(document)


@given(assembled | arbitrary)
@LENIENT
def test_every_claim_stands_on_a_line_of_the_document(text: str) -> None:
    found = read_any(text)
    if found is None:
        return
    document, extract_ = found
    stated = set(stating(document))
    above = stated | set(introducing(document))

    for claim in extract_.claims:
        assert claim.span in above
        assert document.quote(claim.span).strip()
        assert set(claim.scope) <= above
        assert 0 <= claim.passage < len(document.passages)
        assert claim.span not in claim.scope


@given(assembled | arbitrary)
@LENIENT
def test_every_claim_is_about_a_subject_that_the_document_names(text: str) -> None:
    found = read_any(text)
    if found is None:
        return
    document, extract_ = found

    assert all(0 <= claim.subject < len(extract_.subjects) for claim in extract_.claims)
    for subject in extract_.subjects:
        assert subject.names
        assert all(document.quote(name.span).strip() and name.text.strip() for name in subject.names)
        assert 0 <= subject.passage < len(document.passages)


@given(assembled | arbitrary)
@LENIENT
def test_what_is_read_is_the_same_every_time_and_each_fact_once(text: str) -> None:
    found = read_any(text)
    if found is None:
        return
    document, extract_ = found

    assert extract(document) == extract_
    keys = [
        (
            c.subject,
            c.attribute,
            c.value.casefold(),
            c.qualifier if c.attribute in QUALIFIED else "",
            c.since,
            c.until,
        )
        for c in extract_.claims
    ]
    assert len(keys) == len(set(keys))


@given(assembled)
@LENIENT
def test_a_fact_that_cannot_be_pinned_to_a_span_does_not_exist(text: str) -> None:
    document = read_document("x.md", text.encode())
    loose = [
        (claim.attribute, claim.value, document.quote(claim.span))
        for claim in extract(document).claims
        if not is_pinned(document, claim)
    ]

    assert loose == []


def test_what_another_name_tells_is_pinned_to_the_line_of_that_name() -> None:
    text = "# Klaster Turkawka\n\nKlaster rośnie.\n\nNazwa angielska: Silesian Furniture Makers Cluster\n"
    document = read_document("x.md", text.encode())
    claims = [claim for claim in extract(document).claims if claim.attribute == "sector"]

    assert claims
    assert all(is_pinned(document, claim) for claim in claims)


QUALIFIED = {"status", "members"}


def stating(document: Document) -> Iterator[Span]:
    """The spans of all sentences, items and rows."""
    for passage in document.passages:
        yield from (sentence.span for sentence in passage.sentences)


def introducing(document: Document) -> Iterator[Span]:
    """The spans of all headings, and of lines that introduce others."""
    for passage in document.passages:
        yield from passage.headings
        yield from (sentence.lead for sentence in passage.sentences if sentence.lead is not None)


def is_pinned(document: Document, claim: Claim) -> bool:
    """Whether a claim's value stands in its quote or its scope, in whatever form its kind allows."""
    quoted = " ".join(document.quote(span) for span in (claim.span, *claim.scope))
    match claim.attribute:
        case "status":
            return dates_stand(claim, quoted)
        case "sector":
            return claim.value in {hit.key for hit in sectors_in(quoted)}
        case "region":
            return claim.value in {place.region for place in places_in(f"w {quoted}", lenient=True)}
        case "country":
            return claim.value in {place.country for place in places_in(f"w {quoted}", lenient=True)}
        case "place":
            towns = {place.key for place in places_in(f"w {claim.value}")}
            stands = {place.key for place in places_in(f"w {quoted}", lenient=True)}
            return bool(towns & stands) or lemmas(claim.value) <= lemmas(quoted)
        case "phone":
            return digits(claim.value)[-9:] in digits(quoted)
        case "members":
            return claim.value in digits(quoted)
        case "founded":
            return claim.value[:4] in quoted
        case "email" | "website" | "address":
            return claim.value.casefold() in quoted.casefold()
        case _:
            return lemmas(claim.value) <= lemmas(quoted)


def dates_stand(claim: Claim, quoted: str) -> bool:
    """Whether the year of each date stands there, the end of a duration excepted."""
    since = claim.since is None or claim.since.iso[:4] in quoted
    until = claim.until is None or claim.until.iso[:4] in quoted or "lata" in quoted
    return since and until


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def lemmas(text: str) -> set[str]:
    return {words.lemma(token) for token in words.tokenize(text)}


def test_a_line_that_nobody_wrote_as_one_tells_nothing_and_the_others_go_on_telling() -> None:
    noise = "Klaster Turkawka zrzesza " + "12 firm i " * 8_000
    found = read(f"# Klaster Turkawka\n\n{noise}\n\nKlaster Turkawka zrzesza 40 firm.\n")

    assert found.counts() == [("40", "firm")]
