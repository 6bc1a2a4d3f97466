"""Lost Polish letters are put back where a sign shows their loss, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.mending.damage import marks_in
from documents.mending.edits import undone
from documents.mending.letters import mend
from documents.model import Block
from documents.readers import text


def _mended(*texts: str) -> list[str]:
    return [block.text for block in mend([Block(each) for each in texts])]


def _read(content: str) -> list[str]:
    return [block.text for block in mend(text.read("a.txt", content.encode()).blocks)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Warto�� ustalono wcze� niej", "Wartość ustalono wcześniej"),
        ("Firmy maj� przewag� nad innymi", "Firmy mają przewagę nad innymi"),
        ("Zespó� pracuje nad now� us� ug�", "Zespół pracuje nad nową usługą"),
        ("wi� kszo � ci g� osów", "większości głosów"),
        ("KONIECZNO�� OSZCZ� DZANIA", "KONIECZNOŚĆ OSZCZĘDZANIA"),
        ("� l� sk rozwija si� szybko", "Śląsk rozwija się szybko"),
    ],
)
def test_unknown_signs_are_letters_again_and_the_blanks_behind_them_are_gone(broken: str, whole: str) -> None:
    assert _mended(broken) == [whole]


def test_a_letter_that_became_a_line_break_is_put_back() -> None:
    broken = (
        "Gmina zbudowa\na nowy most, a mieszka� cy d\nugo na to czekali. Na pocz� tku by\n to plan ma\n"
        "ej grupy, potem popar\n go ca\ny powiat i w\nadze wojewódzkie."
    )
    whole = (
        "Gmina zbudowała nowy most, a mieszkańcy długo na to czekali. Na początku był to plan małej grupy, "
        "potem poparł go cały powiat i władze wojewódzkie."
    )

    assert _read(broken) == [whole]


def test_a_break_unlike_those_of_full_lines_stands_for_a_letter_though_its_line_is_full() -> None:
    lines = (
        "Na targach ceramiki spotkali się garncarze z czterech gmin, a kto \n"
        "chcia\ufffd , ten sam siada\ufffd  do ko\ufffd a i lepi\ufffd  garnki. Do wieczora by\n"
        "o ich ponad dwieście, z czego połowa pękła w piecu, ale i tak \n"
        "wszyscy zabrali swoje skorupy do domu i postawili je na parapecie.\n"
    )

    assert "Do wieczora było ich ponad dwieście" in _read(lines)[0]


def test_a_word_at_a_comma_gets_its_last_letter_and_the_comma_its_place() -> None:
    broken = "Sekretarz zapyta\n, kto da\n mu klucz, a potem otworzy\n bram�  i poszed\n do domu.\n"

    assert _read(broken) == ["Sekretarz zapytał, kto dał mu klucz, a potem otworzył bramę i poszedł do domu."]


def test_a_word_cut_between_two_blocks_makes_them_one() -> None:
    blocks = [Block("Raport o dzia", page=1), Block("alno�ci sp��ki za miniony rok.", page=1)]

    found = mend(blocks)

    assert [block.text for block in found] == ["Raport o działalności spółki za miniony rok."]
    assert undone(found[0].text, found[0].repairs) == "Raport o dzia alno�ci sp��ki za miniony rok."


@pytest.mark.parametrize("sign", ["\uf0b3", "¦", "?", "\x8c"])
def test_a_font_with_one_sign_for_all_polish_letters_is_read(sign: str) -> None:
    whole = "Spółka rośnie, bo zespół pracuje mądrze i kończy każdy projekt w terminie, a dłużnicy płacą."
    broken = "".join(sign if letter in "ąćęłńóśźż" else letter for letter in whole)

    assert _mended(broken) == [whole]


def test_letters_that_left_nothing_behind_are_put_back_where_the_rest_is_no_word() -> None:
    broken = (
        "Jutro zarzd spki omwi to pniej na posiedzeniu caego zespou i w adz gminy, a g osowa b d wszyscy. "
    )

    found = _mended(broken * 3)[0]

    assert found.startswith(
        "Jutro zarząd spółki omówi to później na posiedzeniu całego zespołu i władz gminy, a "
    )


def test_grammar_tells_two_forms_apart() -> None:
    found = _mended("Przyszed� z � on� do urz� du.", "Ma � on� i dwoje dzieci.")

    assert found == ["Przyszedł z żoną do urzędu.", "Ma żonę i dwoje dzieci."]


def test_what_and_joins_stands_in_one_case_and_verbs_beside_each_other_in_one_person() -> None:
    found = _mended("Kupili lampę, stół i waz�.", "Stoj� na progu i patrzę na rzekę.")

    assert found == ["Kupili lampę, stół i wazę.", "Stoję na progu i patrzę na rzekę."]


def test_of_two_readings_as_likely_none_is_taken() -> None:
    block = mend([Block("Konieczno�� ta jest jasna."), Block("tras�")])[1]

    assert block.text == "tras�"
    assert set(block.repairs[0].readings) == {"trasę", "trasą"}


def test_a_rare_word_broken_at_a_lost_letter_is_whole_again() -> None:
    text = "Konieczno�� zmian widać. Siły wroga zosta� y sparali� owane."

    assert _mended(text)[0].endswith("zostały sparaliżowane.")


def test_a_name_nobody_lists_gets_the_letter_that_such_words_have_there() -> None:
    found = _mended("Konieczno�� zmian poparł wczoraj sołtys Mruczy� ski.")

    assert found == ["Konieczność zmian poparł wczoraj sołtys Mruczyński."]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Dojazd od ulicy � wierkowej zaj�� nam dzień.", "Dojazd od ulicy Świerkowej zajął nam dzień."),
        ("Pracuje w Rozg�o� ni � l� skiej od wiosny.", "Pracuje w Rozgłośni Śląskiej od wiosny."),
        ("Kot z Gackiem � pi� w stodole.", "Kot z Gackiem śpią w stodole."),
        ("W maju Orzeł gra, i Orzeł i � mig� o przegrają.", "W maju Orzeł gra, i Orzeł i śmigło przegrają."),
    ],
)
def test_a_lost_first_letter_was_a_capital_where_a_name_goes_on(broken: str, whole: str) -> None:
    assert _mended("Konieczno�� zmian.", broken)[1] == whole


def test_a_name_the_document_writes_with_a_capital_keeps_it() -> None:
    clean = "Nasz klub Świt wygrał, a że klub Świt jest stary, to się cieszymy."

    assert (
        _mended("Konieczno�� zmian.", clean, "Kibice klubu � wit świętują.")[2]
        == "Kibice klubu Świt świętują."
    )


def test_a_word_nobody_knows_stays_and_is_marked() -> None:
    block = mend([Block("Firma Qxw�zt rośnie.")])[0]

    assert block.text == "Firma Qxw�zt rośnie."
    assert block.repairs[0].original == "Qxw�zt"


def test_a_sign_at_the_start_of_a_line_is_a_bullet_and_no_letter() -> None:
    assert _mended("� lista zada� na rok")[0].endswith("lista zadań na rok")


def test_what_is_no_damaged_word_stays() -> None:
    kept = "Contact: j.kowal@firma.example, tel. 12 345, https://firma.example/?q=a?b, Pat Ang i Van Dyk."

    assert _mended("Konieczno�� zmian.", kept)[1] == kept


@pytest.mark.parametrize(
    "clean",
    [
        "Czy to jest pytanie? Tak. Co dalej?",
        "Dla s−a i s−ad mamy x≡a oraz y≡b, a j⊆i i k⊆m, czyli w␣ten␣sposób f→g i g→h.",
        "The firm' s list of the cluster' s aims and the region' s plans will take a year.",
        "Rada KLSK i firma Kowalk z Krzk mają y, z, s, t i r tu. Biuro r s t jest czynne od rana.",
        "The firm grows; it hires people in Łódź and Kraków.",
        "Zespol pracuje nad nowa usluga, bo klienci na nia czekaja.",
        "Spółka „Żuraw” – w likwidacji – zwołała zgromadzenie § 5 ust. 2.",
    ],
)
def test_text_without_damage_is_given_back_as_it_is(clean: str) -> None:
    blocks = (Block(clean),)

    assert mend(blocks)[0] is blocks[0]


@pytest.mark.parametrize(
    "kept",
    [
        "The key is held by a firm that has a box \ufffd and \ufffd \ufffd for it.",
        "Wzór \ufffd \ufffd \ufffd \ufffd jest tu.",
    ],
)
def test_other_languages_and_rows_of_unknown_signs_stay(kept: str) -> None:
    assert mend([Block(kept)])[0].text == kept


@given(st.lists(st.text("aąćęłniosyz \ufffd,.", max_size=40), max_size=4))
def test_undoing_the_repairs_gives_what_was_read(texts: list[str]) -> None:
    blocks = [Block(each) for each in texts]

    assert " ".join(undone(block.text, block.repairs) for block in mend(blocks)) == " ".join(texts)


def test_a_long_document_with_few_marks_is_mended_at_these_and_passed_on_elsewhere() -> None:
    plain = [Block(f"{at}: garncarze z doliny sprzedają na targu misy i dzbanki.") for at in range(1000)]

    mended = mend([*plain, Block("Ceny s� ni� sze ni� w mie� cie."), *plain])

    assert mended[1000].text == "Ceny są niższe niż w mieście."
    assert all(one is other for one, other in zip(mended, [*plain, mended[1000], *plain], strict=True))


def test_where_a_font_has_letters_of_its_own_each_of_its_signs_behind_a_letter_is_one() -> None:
    signs = {"\ue001": "pi\ue001tek, po\ue001czyli", "\ue002": "energi\ue002", "\ue003": "Kro\ue003nie"}

    assert marks_in([", ".join(signs.values()), "\ue0a7 kaflarze"]) == "".join(signs)
    assert marks_in(["pi\ue001tek i energi\ue002", "\ue0a7 kaflarze"]) == ""
