"""Questions that name the document they ask of."""

import pytest

from assistant.cited import cited_in
from assistant.question import understand
from tests.assistant.shelf import Shelf

REVIEW = """# Przegląd klastrów Zalewu

*Wydawca: Forum Zalewu, marzec 2026.*

| Klaster | Siedziba | Założony | Liczba członków | Składka roczna |
|---|---|---|---|---|
| Klaster Wikliniarski Kosz | Iława | 2006 | 41 | 950 zł |
| Klaster Obuwniczy Podeszwa | Morąg | 2013 | 88 | 1 400 zł |
| Klaster Papierniczy Arkusz | Iława | 2009 | 120 | 2 000 zł |
"""
LIST = """# Lista sygnatariuszy karty

| Klaster | Siedziba | Założony |
|---|---|---|
| Klaster Tkacki Osnowa | Iława | 2004 |
| Klaster Garncarski Glinka | Pasłęk | 2018 |
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    shelf.add("przeglad.md", REVIEW)
    shelf.add("lista.md", LIST)
    return shelf


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Które klastry wg biuletynu izby powstały w Iławie?", "Które klastry powstały w Iławie?"),
        ("List the clusters of Oslo in the marshal office register", "List the clusters of Oslo"),
        ("Jakie klastry opisane w raporcie Izby mają halę?", "Jakie klastry mają halę?"),
        ("Which clusters in the directory of small regions weave?", "Which clusters weave?"),
        ("Which clusters in the register of the mayor's office spin wool?", "Which clusters spin wool?"),
        ("Które klastry mają wg biuletynu izby siedzibę w Iławie?", "Które klastry mają siedzibę w Iławie?"),
        ("Które klastry zgodnie z prezentacją izby mają halę?", "Które klastry mają halę?"),
        ("Jakie klastry w spisie Izby mają halę?", "Jakie klastry mają halę?"),
        ("Which clusters according to the report for Oslo have a mill?", "Which clusters have a mill?"),
    ],
)
def test_the_words_for_a_source_are_told_from_the_question(text: str, rest: str) -> None:
    cited = cited_in(understand(text))

    assert cited is not None
    assert cited.rest.text == rest


@pytest.mark.parametrize(
    "text",
    [
        "Co mówi strategia?",
        "Kto oprócz Iławy?",
        "Which clusters weave in Oslo?",
        "Które klastry biorą udział w badaniach gleby?",
        "Które klastry na spisanej umowie mają podpis?",
        "Które klastry w Iławie mają katalog?",
        "Which clusters showed looms in presentations?",
    ],
)
def test_most_questions_name_no_source(text: str) -> None:
    assert cited_in(understand(text)) is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "Które klastry wg przeglądu powstały przed 2010 rokiem?",
            ["Wikliniarski Kosz", "Papierniczy Arkusz"],
        ),
        ("Które klastry z przeglądu mają siedzibę w Iławie?", ["Wikliniarski Kosz", "Papierniczy Arkusz"]),
        ("Które klastry z listy sygnatariuszy powstały przed 2010 rokiem?", ["Tkacki Osnowa"]),
    ],
)
def test_only_the_clusters_of_the_document_named_are_listed(
    told: Shelf, question: str, names: list[str]
) -> None:
    assert {item.name for item in told.answer(question).items} == {f"Klaster {name}" for name in names}


RULES = """# Znak Zalewu

W rozumieniu regulaminu Znaku Zalewu klaster to porozumienie co najmniej ośmiu firm z jednego powiatu.
Znak daje się na dwa lata.
"""


def test_a_thing_is_defined_by_the_source_that_is_named(shelf: Shelf) -> None:
    shelf.add("znak.md", RULES)

    assert "ośmiu firm" in str(shelf.answer("Co to jest klaster wg regulaminu Znaku Zalewu?").statements)


BULLETIN = "# Biuletyn Izby Mazurskiej\n\nKoordynatorem Klastra Tkacki Osnowa jest Fundacja Czółenko.\n"
GAZETTE = "# Gazeta Zalewu\n\nKoordynatorem Klastra Tkacki Osnowa jest Agencja Rozwoju Brzeg.\n"


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Kto jest koordynatorem Klastra Tkacki Osnowa wg biuletynu izby?", "Fundacja Czółenko"),
        ("Kto według biuletynu izby koordynuje Klaster Tkacki Osnowa?", "Fundacja Czółenko"),
        ("Kto w Gazecie Zalewu koordynuje Klaster Tkacki Osnowa?", "Agencja Rozwoju Brzeg"),
    ],
)
def test_what_is_asked_of_one_cluster_is_told_by_the_source_named(
    shelf: Shelf, question: str, who: str
) -> None:
    shelf.add("biuletyn.md", BULLETIN)
    shelf.add("gazeta.md", GAZETTE)

    assert [one.exact for one in shelf.answer(question).statements] == [who]
