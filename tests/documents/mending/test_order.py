"""Lines written from their last letter to their first are turned round, and no others."""

import pytest

from documents.mending.edits import undone
from documents.mending.order import mend
from documents.model import Block

_LINES = (
    "Klaster powstał z inicjatywy odlewni, a jego członkowie kupują surowce.",
    "Koordynatorem jest stowarzyszenie przedsiębiorców.",
    "Kontakt",
)


def test_lines_turned_round_are_turned_back() -> None:
    mended = mend([Block(line[::-1]) for line in _LINES])

    assert [block.text for block in mended] == list(_LINES)
    assert [undone(block.text, block.repairs) for block in mended] == [line[::-1] for line in _LINES]


def test_words_turned_round_are_turned_back_each_by_itself() -> None:
    turned = "retsalK łatswop z ywytajcini inweldo, a ogej eiwoknołzc ąjupuk ecworus."

    assert mend([Block(turned)])[0].text == _LINES[0]


def test_lines_as_they_should_be_among_them_stay() -> None:
    block = Block("Zarząd działa w Gdyni i w Sopocie.")

    assert mend([Block(_LINES[0][::-1]), block])[1] is block


@pytest.mark.parametrize(
    "text",
    [
        *_LINES,
        "Wir betreiben gemeinsam ein Prüflabor für andere Betriebe der Region.",
        "Grzegorz Brzęczyszczykiewicz, Szczepan Trzciński, Wawrzyniec Źdźbło",
        "kajak, potop, zaraz, oko, radar, level, Anna",
        "KKK NCBR MSPKP PARP ARP",
        "Hiệp hội do mười hai xưởng đúc và một trường đại học thành lập.",
        "Xbqzk fghrt wvlkj pqrst zxcvb",
    ],
)
def test_other_lines_stay(text: str) -> None:
    blocks = [Block(text)]

    assert mend(blocks)[0] is blocks[0]


def test_words_turned_round_with_the_signs_beside_them_keep_their_order() -> None:
    text = "„Dolina Szkła” powstała w Krośnie. Zarząd kupuje surowce, a członkowie szkolą hutników. Tak jest."
    turned = " ".join(word[::-1] for word in text.split())

    assert mend([Block(turned)])[0].text == text
    assert mend([Block(text[::-1])])[0].text == text
