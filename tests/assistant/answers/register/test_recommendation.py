"""Which cluster suits a firm, why, and what is asked back where that cannot be told."""

from assistant.answers.register.answer import register_answer
from assistant.model import Answer
from assistant.request import Request
from documents.model import Language
from index.register.model import Conditions
from index.register.register import Register
from tests.assistant.answers.register.cast import CASTING, DOING, TODAY, register
from tests.index.told import told


def advised(described: str, language: Language, **conditions: frozenset[str]) -> Answer | None:
    request = Request("recommendation", described=described, conditions=Conditions(**conditions))  # type: ignore[arg-type]
    return register_answer(request, register(), today=TODAY, language=language)


def test_the_cluster_of_the_sector_and_the_place_is_named_with_its_own_words() -> None:
    answer = advised(
        "I run a foundry in Legnica", "en", sectors=frozenset({"metalworking"}), towns=frozenset({"legnica"})
    )

    assert answer is not None
    assert [item.name for item in answer.items] == ["Copper Lantern Cluster"]
    assert answer.items[0].reason == f"metalworking, Legnica: “{CASTING}”"
    assert answer.statements[0].quote == CASTING


def test_what_the_library_does_not_know_of_it_is_said() -> None:
    answer = advised("I run a foundry", "en", sectors=frozenset({"metalworking"}))

    assert answer is not None
    assert answer.items[0].details["not_in_library"] == "coordinator, contact and members"


def test_words_that_a_cluster_says_of_itself_are_a_reason_without_a_sector() -> None:
    answer = advised("Szyję żagle i stawiam maszty", "pl")

    assert answer is not None
    assert answer.kind == "recommendation"
    assert DOING in answer.items[0].reason
    assert answer.items[0].details["email"] == "biuro@ster.example"


def test_a_description_that_fits_any_firm_is_asked_back_with_choices_and_three_guesses() -> None:
    answer = advised("Mam małą firmę w Polsce", "pl")

    assert answer is not None
    assert answer.kind == "clarification"
    assert answer.statements[0].exact == "W jakiej branży działa firma?"
    assert len(answer.items) == 3
    assert any("branża: obróbka metali" in one for one in answer.suggestions)


def test_a_guess_is_near_where_the_place_is_all_that_is_known() -> None:
    answer = advised("Mam firmę w Legnicy", "pl", towns=frozenset({"legnica"}))

    assert answer is not None
    assert (answer.kind, answer.items[0].name) == ("clarification", "Copper Lantern Cluster")


def test_a_sector_without_clusters_is_left_to_the_passages() -> None:
    assert advised("I keep bees", "en", sectors=frozenset({"photonics"})) is None


def test_a_word_of_the_same_family_in_a_name_is_a_reason_where_no_other_is() -> None:
    held = Register([told("Sudecki Klaster Zielarski", by="a"), told("Klaster Szkolny Dzwonek", by="b")])

    answer = register_answer(
        Request("recommendation", described="Jestem zielarką"), held, today=TODAY, language="pl"
    )

    assert answer is not None
    assert [item.name for item in answer.items] == ["Sudecki Klaster Zielarski"]


def test_whoever_is_near_the_town_goes_before_one_in_a_related_sector_too() -> None:
    far = told("Klaster Dąb", by="a", facts=[("sector", "wood"), ("sector", "furniture")])
    near = told("Klaster Lipa", by="b", facts=[("sector", "wood"), ("place", "Kościerzyna")])
    conditions = Conditions(sectors=frozenset({"wood"}), regions=frozenset({"pomorskie"}))
    request = Request("recommendation", described="Mam tartak pod Kościerzyną", conditions=conditions)

    answer = register_answer(request, Register([far, near]), today=TODAY, language="pl")

    assert answer is not None
    assert [item.name for item in answer.items] == ["Klaster Lipa", "Klaster Dąb"]


def test_what_a_cluster_does_is_a_reason_in_the_other_language_too() -> None:
    herbs = told("Klaster Zielarski Perkoz", by="a", facts=[("place", "Nysa")])
    request = Request("recommendation", described="I dry herbs and blend tea")

    answer = register_answer(request, Register([herbs]), today=TODAY, language="en")

    assert answer is not None
    assert [item.name for item in answer.items] == ["Klaster Zielarski Perkoz"]


def test_a_related_trade_elsewhere_is_not_shown_beside_the_cluster_that_is_near() -> None:
    near = told("Klaster Spożywczy Perkoz", by="a", facts=[("place", "Nysa"), ("sector", "food")])
    far = told("Klaster Rolny Wilga", by="b", facts=[("place", "Gdynia"), ("sector", "agriculture")])
    conditions = Conditions(sectors=frozenset({"food"}), towns=frozenset({"nysa"}))
    request = Request("recommendation", described="Robię sery w Nysie", conditions=conditions)

    answer = register_answer(request, Register([near, far]), today=TODAY, language="pl")

    assert answer is not None
    assert [item.name for item in answer.items] == ["Klaster Spożywczy Perkoz"]
