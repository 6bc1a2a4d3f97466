"""The parts of OCR, each by itself and without Tesseract."""

from contextlib import suppress
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from documents.ocr.choosing import is_better, wanted
from documents.ocr.hocr import Frame, Line, Word, lines_of
from documents.ocr.keeping import kept
from documents.ocr.levelling import askew, levelled
from documents.ocr.opening import FAULTS, TooLargeError, opened, picture_of
from documents.ocr.picture import DPI, MOST_PIXELS, Picture, fitting_scale
from documents.ocr.scan import Scan, scan_of
from documents.ocr.sizes import Sizes, evened, line_size
from documents.page_numbers import page_numbers
from documents.typeset import Piece
from tests.documents.ocr.scans import encoded

SIZE = (1000, 1400)
PAPER = 595.0 * 842.0
PICTURES = {kind: encoded(Image.linear_gradient("L"), kind) for kind in ("PNG", "JPEG", "TIFF", "WEBP")}


def line(*words: str, sure: float = 0.95, top: float = 100, high: float = 30, step: float = 0) -> Line:
    """A line of words a little apart, each `step` lower than the one before it."""
    frames = [
        Frame(100 + 120 * at, top + step * at, 200 + 120 * at, top + high + step * at)
        for at in range(len(words))
    ]
    whole = Frame(frames[0].left, frames[0].top, frames[-1].right, frames[-1].bottom)
    found = tuple(Word(text, frame, sure) for text, frame in zip(words, frames, strict=True))
    return Line(found, whole, base=(step / 120, 0.0) if not step else None)


def pieces(text: str) -> list[Piece]:
    return [Piece(text, 50, 700, 11)]


def boxes(count: int) -> Scan:
    return Scan(boxes=tuple((f"w{at}", (0, 0, 1, 1)) for at in range(count)), sure=0.95)  # type: ignore[misc]


def test_hocr_tells_lines_words_turns_and_what_they_stand_on() -> None:
    hocr = """<html xmlns='http://www.w3.org/1999/xhtml'><body>
        <span class='ocr_header' title='bbox 1 2 30 40; baseline -0.01 -7; x_size 30'>
        <span class='ocrx_word' title='bbox 1 2 9 12; x_wconf 91'>M<em>ł</em>yn</span></span>
        <span class='ocr_line' title='bbox 1 2 30 40; textangle 270'>
        <span class='ocrx_word' title='bbox 1 2 9 12; x_wconf 40'>x</span></span></body></html>""".encode()

    first, second = lines_of(hocr)

    assert (first.words, first.base) == ((Word("Młyn", Frame(1, 2, 9, 12), 0.91),), (-0.01, -7))
    assert (second.turn, second.base) == (3, None)


@given(st.binary(max_size=300))
def test_whatever_is_no_hocr_has_no_lines(said: bytes) -> None:
    assert lines_of(said) == ()


@given(st.integers(0, 3), st.integers(0, 900), st.integers(0, 1300))
def test_a_line_turned_with_its_page_stands_where_it_stood(turn: int, left: int, top: int) -> None:
    frame, (width, height) = Frame(left, top, left + 90, top + 30), SIZE
    # The picture of the page turned so many quarters to the left.
    seen = (
        frame,
        Frame(top, width - left - 90, top + 30, width - left),
        Frame(width - left - 90, height - top - 30, width - left, height - top),
        Frame(height - top - 30, left, height - top, left + 90),
    )[turn]
    size = SIZE if turn % 2 == 0 else SIZE[::-1]

    [level], told = levelled([Line((Word("Mill", seen, 0.9),), seen, turn)], (size[0], size[1]))

    assert told == turn
    assert list(level.words[0][1:]) == pytest.approx([left, left + 90])
    assert level.base == pytest.approx(top + 30)


def test_lines_of_a_page_that_slopes_are_levelled() -> None:
    sloping = [line("four", "even", "grey", "stone", top=200 * at, step=3) for at in range(3)]

    level, _ = levelled(sloping, SIZE)

    assert askew(sloping, SIZE) == pytest.approx(3 / 120)
    assert level[1].base - level[0].base == pytest.approx(200)


@given(st.floats(-15, 15), st.integers(100, 800), st.integers(100, 1200))
def test_a_frame_on_a_straightened_picture_is_found_on_the_one_that_is_askew(
    angle: float, x: int, y: int
) -> None:
    picture = Picture(Image.new("L", SIZE), DPI)
    back = picture.back(Frame(x - 5, y - 5, x + 5, y + 5), angle)
    middle, centre = ((back.left + back.right) / 2, (back.top + back.bottom) / 2), (SIZE[0] / 2, SIZE[1] / 2)

    across, down = cos(radians(angle)), sin(radians(angle))
    wide, high = x - centre[0], y - centre[1]
    assert middle[0] == pytest.approx(centre[0] + wide * across - high * down)
    assert middle[1] == pytest.approx(centre[1] + wide * down + high * across)


@given(st.data())
def test_damaged_bytes_of_a_picture_give_a_picture_or_a_fault_that_is_expected(data: st.DataObject) -> None:
    content = bytearray(PICTURES[data.draw(st.sampled_from(sorted(PICTURES)))])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    with (
        suppress(*FAULTS, TooLargeError),
        opened(bytes(content[: data.draw(st.integers(0, len(content)))])) as image,
    ):
        assert picture_of(image).image.mode == "L"


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_no_page_is_drawn_larger_than_the_bound(width: float, height: float) -> None:
    scale = fitting_scale((width, height), DPI / 72)

    assert scale * width * scale * height <= MOST_PIXELS * 1.001
    assert max(scale * width, scale * height) <= 32_001


def test_letters_are_as_large_in_a_line_without_tall_ones() -> None:
    # In ems of 100: small letters 53 high, tall ones 72, a capital with its accent 92, a tail 21 more.
    assert line_size([("same", 53)]) == pytest.approx(line_size([("Mill", 72)]), rel=0.02)
    assert line_size([("Żar", 92)]) == pytest.approx(line_size([("gray", 74)]), rel=0.02)


def test_sizes_that_are_alike_are_one_and_headings_stay_apart() -> None:
    assert evened([11.2, 10.8, 11.0, 14.1], [50, 40, 60, 10]) == [11.0, 11.0, 11.0, 14.0]


def test_sizes_of_later_pages_are_those_of_earlier_ones() -> None:
    sizes = Sizes()
    sizes.settled([Piece("text", 0, 0, 11)])

    assert [each.size for each in sizes.settled([Piece("text", 0, 0, 11.5), Piece("Head", 0, 0, 18)])] == [
        11,
        18,
    ]


def test_what_a_photo_is_read_as_is_left_out_and_text_that_is_unsure_kept() -> None:
    photo, text = line("Wq", "zbeie", "#", sure=0.3), line("mąka", "żytnia", sure=0.3)

    assert kept([line("The", "mills", "grind"), photo, text]) == (line("The", "mills", "grind"), text)
    assert kept([photo]) == ()


def test_the_sign_of_an_address_that_was_read_as_a_letter_is_put_right() -> None:
    [found] = kept([line("write", "to", "office.manyQmills.example.org.", "or", "IQ.com", "LtdQuay")])

    texts = [word.text for word in found.words]
    assert texts[2:] == ["office.many@mills.example.org.", "or", "IQ.com", "LtdQuay"]


def test_a_bullet_read_as_a_letter_is_a_bullet() -> None:
    bullet = Word("e", Frame(100, 110, 112, 122), 0.9)
    text = Word("flour", Frame(130, 100, 200, 130), 0.9)
    row = Line((bullet, text), Frame(100, 100, 200, 130), base=(0.0, 0.0))

    assert [piece.text for piece in scan_of([row], SIZE, DPI).pieces] == ["• flour"]


def test_words_far_apart_are_pieces_of_their_own_with_their_ends() -> None:
    words = tuple(
        Word(text, Frame(at, 100, at + 90, 130), 0.9) for text, at in (("Mill", 100), ("2031", 600))
    )
    scan = scan_of([Line(words, Frame(100, 100, 690, 130), base=(0.0, 0.0))], SIZE, DPI)

    assert [piece.text for piece in scan.pieces] == ["Mill", "2031"]
    assert [piece.x for piece in scan.pieces] == pytest.approx([24, 144])
    assert [piece.right for piece in scan.pieces] == pytest.approx([45.6, 165.6])


@pytest.mark.parametrize(
    ("text", "ink", "want"),
    [
        ("", 0.9, "none"),
        ("", 0.0, None),
        ("•", 0.4, "none"),
        (
            "Kl\ufffdster m\ufffdynarzy \ufffdu\ufffdaw i ziem\ufffd pi\ufffdk\ufffd \ufffdytni\ufffd",
            0.1,
            "damaged",
        ),
        ("The mills of the fen grind flour for all who live beside the canal.", 0.1, None),
        ("The mills of the fen", 0.9, "little"),
        ("The mills of the fen " * 30, 0.9, None),
        (
            "Nodvwhu Pjdqduvnl Groqdfk Cxodz vnxsld fcwhugclhvwx pjdqduchb gzlh vcnrjb l slhnduqlh" * 2,
            0.1,
            "rubbish",
        ),
    ],
)
def test_pages_that_their_text_does_not_tell_are_read_by_ocr(text: str, ink: float, want: str | None) -> None:
    assert wanted(pieces(text), ink, PAPER) == want


def test_what_was_read_is_kept_where_it_tells_more_than_the_text() -> None:
    assert is_better(boxes(1), [], "none")
    assert not is_better(boxes(0), [], "none")
    assert is_better(boxes(30), pieces("Fenland"), "little")
    assert not is_better(boxes(5), pieces("The mills of the fen"), "little")
    assert not is_better(boxes(3), pieces("Kl\ufffdster " * 10), "damaged")


@pytest.mark.parametrize(
    ("numbers", "told"), [([3], "page 3"), ([1, 2], "pages 1-2"), ([1, 2, 3, 7, 9, 10], "pages 1-3, 7, 9-10")]
)
def test_pages_are_named_by_their_runs(numbers: list[int], told: str) -> None:
    assert page_numbers(numbers) == told


@pytest.mark.parametrize(("last", "told"), [((93, 9, 107, 32), "202¹"), ((93, 18, 107, 52), "2021")])
def test_a_figure_above_the_line_is_no_part_of_the_number_before_it(
    last: tuple[int, int, int, int], told: str
) -> None:
    boxes = [("2", (0, 18, 22, 52)), ("0", (26, 18, 50, 52)), ("2", (54, 18, 76, 52)), ("1", last)]
    signs = "\n".join(
        f"<span class='ocrx_cinfo' title='x_bboxes {left} {top} {right} {bottom}; x_conf 99'>{sign}</span>"
        for sign, (left, top, right, bottom) in boxes
    )
    word = f"<span class='ocrx_word' title='bbox 0 9 107 52; x_wconf 91'>{signs}</span>"
    hocr = f"<html><span class='ocr_line' title='bbox 0 9 107 52; baseline 0 0'>{word}</span></html>"

    ((found,),) = (line.words for line in lines_of(hocr.encode()))

    assert found.text == told
