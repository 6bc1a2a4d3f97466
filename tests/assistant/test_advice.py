"""What a firm is advised out of documents, when what it says of itself names no trade."""

import pytest

from tests.assistant.shelf import Shelf

HERBS = """# Klaster Zielny Barwinek

Klaster Zielny Barwinek działa w Zamościu od 2013 roku. Koordynatorem jest Spółdzielnia Barwinek.

Rolnicy pożyczają u nas trzy suszarnie na kołach.

**Mam pole lawendy i żadnej suszarni. Przyjmiecie mnie?**

Owszem, o każdej porze roku.
"""
GAMES = """# Klaster Gier Piksel

Klaster Gier Piksel powstał w Toruniu w 2018 roku. Skupia 40 pracowni.

Nowym pracowniom wypożycza konsole do prób. Na miesiąc, bez opłat.
"""
WINDOWS = """# Klaster Stolarki Okiennej Rama

Klaster Stolarki Okiennej Rama mieści się w Pile. Komorę do badania szczelności okien.
Dzień w niej kosztuje 250 zł.
"""


@pytest.fixture
def advice(shelf: Shelf) -> Shelf:
    for file, text in (("herbs.md", HERBS), ("games.md", GAMES), ("windows.md", WINDOWS)):
        shelf.add(file, text)
    return shelf


@pytest.mark.parametrize(
    ("question", "cluster", "reason"),
    [
        ("Uprawiam lawendę, nie mam suszarni. Jaki klaster?", "Klaster Zielny Barwinek", "trzy suszarnie"),
        ("Jesteśmy we trójkę i brak nam konsol. Do kogo się zgłosić?", "Klaster Gier Piksel", "wypożycza"),
        ("Pracownia gier bez konsol do prób, jaki klaster?", "Klaster Gier Piksel", "wypożycza"),
        ("Chcę zbadać szczelność drzwi, kto mi pomoże?", "Klaster Stolarki Okiennej Rama", "250 zł"),
    ],
)
def test_the_sentence_that_meets_the_need_is_the_reason(
    advice: Shelf, question: str, cluster: str, reason: str
) -> None:
    answer = advice.answer(question)

    assert answer.kind == "recommendation"
    assert answer.items[0].name == cluster
    assert reason in " ".join(one.quote for one in answer.statements)


def test_what_somebody_else_asked_is_no_reason(advice: Shelf) -> None:
    answer = advice.answer("Uprawiam lawendę, nie mam suszarni. Jaki klaster?")

    assert all("Mam pole" not in one.quote for one in answer.citations)


def test_a_reason_is_what_stands_in_the_document(advice: Shelf) -> None:
    answer = advice.answer("Chcę zbadać szczelność drzwi, kto mi pomoże?")

    assert answer.citations
    for one in answer.citations:
        assert advice.store.text(one.document)[one.start : one.end] == one.quote


def test_a_need_that_no_document_speaks_of_is_asked_back(advice: Shelf) -> None:
    answer = advice.answer("Wypalam wapno i szukam klastra.")

    assert answer.kind in {"clarification", "abstention", "passage"}
    assert "suszarnie" not in " ".join(one.quote for one in answer.statements)


GLASS = """# Harbour Glass Cluster

The Harbour Glass Cluster gathers glassworks and cutters of crystal in Gdynia. It takes in broken glass.
"""
ORCHARDS = """# Klaster Sadowniczy Reneta

Klaster Sadowniczy Reneta zrzesza 30 sadowników z okolic Warki. Wspólnie budują chłodnię.
"""


@pytest.mark.parametrize(
    ("question", "cluster"),
    [
        ("We recycle glass bottles, which cluster would want us?", "Harbour Glass Cluster"),
        ("I cut crystal vases. Which cluster should I write to?", "Harbour Glass Cluster"),
        ("Mam sad pod Warką, do którego klastra się zgłosić?", "Klaster Sadowniczy Reneta"),
        ("Kto pomoże mojej firmie sprzedać śliwki i jabłka z sadu?", "Klaster Sadowniczy Reneta"),
    ],
)
def test_what_a_firm_does_is_told_by_any_verb_and_by_everyday_words(
    shelf: Shelf, question: str, cluster: str
) -> None:
    shelf.add("glass.md", GLASS)
    shelf.add("orchards.md", ORCHARDS)

    answer = shelf.answer(question)
    assert answer.kind == "recommendation"
    assert answer.items[0].name == cluster


@pytest.mark.parametrize(
    "question",
    [
        "I want to know which clusters are in Gdynia",
        "Which cluster did we see in Gdynia?",
        "Klastry z Gdyni, poproszę",
    ],
)
def test_who_only_asks_describes_no_firm(shelf: Shelf, question: str) -> None:
    shelf.add("glass.md", GLASS)
    shelf.add("orchards.md", ORCHARDS)

    assert shelf.answer(question).kind != "recommendation"
