"""Rubbish is told from text of any language, and from names, figures and codes."""

import string

import pytest
import wordfreq

from documents.legible import evidence, rubbish

_POLISH = (
    "Klaster powstał z inicjatywy czternastu odlewni i dwóch uczelni technicznych. Jego członkowie wspólnie "
    "kupują surowce, szkolą pracowników i prowadzą laboratorium badawcze, z którego korzystają także firmy "
    "spoza regionu. Koordynatorem jest stowarzyszenie, a władzę sprawuje rada wybierana co trzy lata."
)
_ENGLISH = (
    "The association brings together eleven makers of medical devices and three hospitals. Its members "
    "share a clean room, train their engineers together and show their products at two fairs a year."
)
_GERMAN = (
    "Der Verbund wurde von zwölf Gießereien gegründet und wird von einem Verein getragen. Die Mitglieder "
    "betreiben gemeinsam ein Prüflabor, das auch anderen Betrieben der Region offensteht."
)
_CZECH = (
    "Sdružení založilo dvanáct sléváren a jedna vysoká škola. Členové společně nakupují suroviny, školí "
    "zaměstnance a provozují zkušební laboratoř, která slouží i ostatním podnikům v kraji."
)
_VIETNAMESE = (
    "Hiệp hội do mười hai xưởng đúc và một trường đại học thành lập. Các thành viên cùng mua nguyên liệu, "
    "đào tạo công nhân và vận hành một phòng thí nghiệm."
)
_RUSSIAN = "Объединение основали двенадцать литейных заводов и один университет, сообща закупающие сырьё."
_NAMES = "\n".join(
    ["Grzegorz Brzęczyszczykiewicz", "Wawrzyniec Szczypkowski", "Żaneta Źdźbłowska", "Bartłomiej Skrzypczyk"]
)
_FIGURES = "\n".join(
    f"{year} | {year * 3 % 97},{year % 10} % | 1 {year % 900:03} 000,00 zł" for year in range(1999, 2024)
)
_CODES = "\n".join(
    f"PL-{n:04}/KX{n % 7}B\tZ{n * 37 % 1000}-QRT\tRPMP.03.0{n % 9}.01-12-{n:04}/17" for n in range(30)
)
_CONTACT = (
    "ul. Wrzesińska 12b/4, 31-031 Kraków, tel. +48 12 345 67 89, kom. 601 234 567, NIP 676-000-11-22, "
    "biuro@przyklad.pl, https://www.przyklad.pl/strona/index.php?id=12&lang=pl, REGON 123456785"
)
_SHORTS = (
    "AGH, PK, UJ, PW, PWr, ARP, PARP, NCBR, BGK, PFR, GUS, MRPiT, CPPC, KPT, WUP, RIS3, TRL, B+R, SGH, PŁ"
)
_FORMULAS = (
    "2 Al(OH)3 + 3 H2SO4 → Al2(SO4)3 + 6 H2O; f(x) = a·x² + b·x + c, x ∈ [0, 1]; ΔT = 5 °C; pH 7,2 ± 0,1"
)
_CONTENTS = (
    "1. Wstęp ........................ 3\n2. Rynek . . . . . . . . . . . . . 7\n3. Wnioski ____________ 12"
)
_PROGRAM = (
    r"\begin{picture}(60,40) \put(20,30){\circle{1}} \put(20,30){\circle{2}} \put(40,30){\line(0,1){28}} "
    r"\newcommand*{\lvlbmark}{\lvlcmark} \end{picture} if (a[i] != b[j]) { x += y ? 1 : 0; } // &c."
)
_TREE = r"\K{NP}\B{d} & & \K{V}\B{d} & \K{NP}\B{d} \\ $x_1 & x_2$ {|x|^2 + [y]^3} & \{a, b, c\} \neq (a, b)"
# The glyphs of a font cut down to those in use are often numbered in the order in which they come.
_GLYPHS = "".join(dict.fromkeys(_POLISH))
_BULLETS = "\uf0b7 odlewnie\n\uf0b7 kuźnie\n\uf0a7 huty\n\uf0b7 walcownie"


@pytest.mark.parametrize(
    "text",
    [
        *(_POLISH, _ENGLISH, _GERMAN, _CZECH, _VIETNAMESE, _RUSSIAN, _NAMES, _FIGURES, _CODES, _CONTACT),
        *(
            _SHORTS,
            _FORMULAS,
            _PROGRAM,
            _TREE,
            _CONTENTS,
            _BULLETS,
            _POLISH.upper(),
            " ".join(_POLISH),
            "3",
            "Dziękujemy!",
        ),
    ],
)
def test_what_stands_for_something_is_no_rubbish(text: str) -> None:
    assert not rubbish(text)


@pytest.mark.parametrize("shift", [1, 2, 3, 5, 13, 21, 25])
@pytest.mark.parametrize("text", [_POLISH, _ENGLISH, _GERMAN, _CZECH])
def test_letters_shifted_in_the_alphabet_are_rubbish(text: str, shift: int) -> None:
    small = string.ascii_lowercase
    shifted = small[shift:] + small[:shift]

    assert rubbish(text.translate(str.maketrans(small + small.upper(), shifted + shifted.upper())))


@pytest.mark.parametrize("step", [3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25])
def test_letters_exchanged_for_others_are_rubbish(step: int) -> None:
    small = string.ascii_lowercase
    other = "".join(small[(number * step + 4) % 26] for number in range(26))

    assert rubbish(_POLISH.lower().translate(str.maketrans(small, other)))


@pytest.mark.parametrize("text", [_POLISH * 2, _ENGLISH * 3, _GERMAN * 3])
def test_numbers_of_glyphs_read_as_letters_are_rubbish(text: str) -> None:
    assert rubbish("".join(chr(ord(letter) - 29) if " " <= letter <= "~" else letter for letter in text))


@pytest.mark.parametrize(
    "text",
    [
        "(cid:12)(cid:7)(cid:33) (cid:2)(cid:14)(cid:7)",
        "".join(chr(0xE000 + ord(letter)) for letter in _POLISH),
        "".join(chr(1 + number % 31) for number in range(300)),
        "\ufffd" * 40,
        "".join(letter if number % 2 else "\ufffd" for number, letter in enumerate(_POLISH)),
        "".join(letter if letter == " " else chr(33 + _GLYPHS.index(letter)) for letter in _POLISH[:90]),
    ],
)
def test_signs_that_stand_for_no_letters_are_rubbish(text: str) -> None:
    assert rubbish(text)


def test_text_that_can_be_mended_is_no_rubbish() -> None:
    lost = _POLISH.translate(str.maketrans("ąćęłńśźż", "\ufffd" * 8))

    assert not rubbish(lost)
    assert not rubbish(_POLISH.encode().decode("cp1252", errors="replace"))
    assert not rubbish(_POLISH.encode("cp1250").decode("latin-1"))


@pytest.mark.parametrize(
    "language", ["ca", "da", "es", "fi", "fr", "hu", "it", "lt", "nl", "pt", "ro", "sv", "vi"]
)
def test_the_rarer_words_of_other_languages_are_not_rubbish(language: str) -> None:
    words = wordfreq.top_n_list(language, 6000, wordlist="small")
    pages = [" ".join(words[start : start + 60]) for start in range(300, 6000, 300)]

    assert not [page for page in pages if rubbish(page)]


def test_abbreviations_addresses_and_codes_are_not_judged_as_words() -> None:
    assert evidence("KKK NCBR MSPKP xkcd@qwrtz.pl https://zxcvb.pl/qwrt KX7B").letters == 0
