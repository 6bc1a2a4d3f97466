"""Text of many kinds goes through all stages unchanged; damage of several kinds is mended together."""

import pytest

from documents.judging import judged
from documents.mending.edits import undone
from documents.model import Block, Reading

_CLEAN = [
    "Szczepan Brzęczyszczykiewicz, Wawrzyniec Źdźbło, Anna Wiśniewska-Chrząszcz, Józef O’Brien",
    "tel. +48 12 345 67 89, kom. 601-234-567, faks (12) 345 67 80 wew. 12, infolinia 800 100 200",
    "NIP 676-000-11-22, REGON 123456785, KRS 0000123456, PKD 25.61.Z, umowa RPMP.03.02.01-12-0042/17-00",
    "2 Al(OH)3 + 3 H2SO4 → Al2(SO4)3 + 6 H2O, CO₂, m³/h, 10⁻⁶, pH 7,2 ± 0,1, ΔT = 5 °C, f(x) = a·x²",
    "biuro@przyklad.pl, https://www.przyklad.pl/pl/klastry_2024.html?id=12&x=a-b#góra, ftp.przyklad.org",
    "PAŃSTWOWA INSPEKCJA PRACY, KLASTRY ENERGII, ŻÓŁTA ŁÓDŹ, KKK, NCBR, B+R, R&D, ICT, AGH, Q&A",
    "know-how, start-up, spin-off, e-commerce, café, naïve, façade, São Paulo, Málaga, Göteborg, Zürich",
    "Der Verbund wurde von zwölf Gießereien gegründet; die Mitglieder betreiben gemeinsam ein Prüflabor.",
    "Sdružení založilo dvanáct sléváren; členové společně nakupují suroviny a školí zaměstnance.",
    "Асоціація об’єднує дванадцять підприємств Львова; її координатор – фонд.",
    "Ο σύνδεσμος ιδρύθηκε στην Αθήνα.",
    "协会由十二家铸造厂成立。 協会は十二社で設立された。",
    "Warianty A B C D; grupy krwi A, B, AB, 0; wektory a b c; X Y Z; i w z o u; C++, C#, F#",
    "J. R. R. Tolkien, K. I. Gałczyński, św. Jan, prof. dr hab. inż. A. B. Nowak, m.in., tzw., np., itd.",
    "dwu- i trzyletni, mikro-, małe i średnie, polsko-niemiecki, Bielsko-Biała, 2019–2021, s. 5–7, A–Z",
    "„Cytat”, «cytat», “quote”, ‘quote’, — myślnik – półpauza - łącznik … wielokropek • punkt ✓ tak → dalej",
    "© 2024 Przykład® Sp. z o.o.™, § 5 ust. 2 pkt 3 lit. a, 50 %, 1 000,00 zł, €20, £5, $3, ½, nr 7",
    r"\begin{itemize} \item a_1 & b^2 \end{itemize}; if (a[i] != b[j]) { x += y ? 1 : 0; } SELECT * FROM t;",
    "Rozdział 1 .......... 3 | Rozdział 2 . . . . . . 7 | Wnioski ______ 12",
    "rok¹ i miejsce², zob. przypis³; m², km³; firm¹",
    "ISBN 978-83-01-00000-1, DOI 10.1000/xyz123, PL61 1090 1014 0000 0712 1981 2874, AB-1234-CD/7",
    "0,5 | 12 | –3 | 7,25 | 1999 | 2 345 | n.d. | – | x",
    "don´t stop, rock´n´roll, 6´ 2˝, d'accord, l'été",
]


@pytest.mark.parametrize("text", _CLEAN)
def test_clean_text_of_many_kinds_is_not_changed(text: str) -> None:
    reading = judged(Reading((Block(text),)))

    assert reading.blocks == (Block(text),)
    assert reading.sheets[0].verdict == "clean"


def test_clean_text_of_many_kinds_is_not_changed_together() -> None:
    blocks = tuple(map(Block, _CLEAN))

    assert judged(Reading(blocks)).blocks == blocks


def test_a_word_damaged_in_several_ways_is_one_repair_that_leads_back() -> None:
    read = "Cz³on\u00adkowie dzia³aj¹ w wo- jewództwie, K L A S T R Y"

    (block,) = judged(Reading((Block(read),))).blocks

    assert block.text == "Członkowie działają w województwie, KLASTRY"
    assert undone(block.text, block.repairs) == read


def test_each_kind_of_damage_is_told_once_as_a_reason() -> None:
    blocks = (
        Block("Cz³on\u00adkowie dzia³aj¹"),
        Block("w ka¿dym wojewódz- twie"),
        Block("konku\u00adrencja"),
    )

    (sheet,) = judged(Reading(blocks)).sheets

    assert (sheet.verdict, sheet.reasons) == ("repaired", ("misdecoded", "odd_signs", "torn_words"))
