"""Content streams of PDFs, taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from documents.printed.content import Operation, operations


def read(data: bytes) -> list[Operation]:
    return list(operations(data))


def test_operands_come_before_their_operator() -> None:
    found = read(b"q 1 0 0 -1.5 .5 +3 cm /F1 12 Tf (mill) Tj Q")

    assert found == [
        (b"q", []),
        (b"cm", [1, 0, 0, -1.5, 0.5, 3]),
        (b"Tf", ["F1", 12]),
        (b"Tj", [b"mill"]),
        (b"Q", []),
    ]


def test_strings_have_escapes_inner_parentheses_and_hexadecimal_digits() -> None:
    [(_, [told])] = read(rb"[(a\(b\)\101\n) (one (two) three) <6D 69 6> -250 (\\)] TJ")

    assert told == [b"a(b)A\n", b"one (two) three", b"mi`", -250, b"\\"]


def test_a_dictionary_goes_with_the_mark_it_belongs_to() -> None:
    assert read(b"/Span <</ActualText (flour) /MCID 3>> BDC") == [
        (b"BDC", ["Span", {"ActualText": b"flour", "MCID": 3}])
    ]


def test_a_picture_in_the_stream_is_passed_over_whatever_its_bytes_look_like() -> None:
    found = read(b"BI /W 2 /H 2 ID \xff(Tj\x00) EI Q (mill) Tj")

    assert [operator for operator, _ in found] == [b"BI", b"Q", b"Tj"]


def test_names_may_have_signs_in_hexadecimal_digits() -> None:
    assert read(b"/Lime#20Green gs") == [(b"gs", ["Lime Green"])]


@given(st.binary(max_size=400))
def test_any_bytes_give_operations(data: bytes) -> None:
    assert all(operator for operator, _ in operations(data))


@given(st.lists(st.sampled_from([b"(", b")", b"[", b"]", b"<<", b">>", b"<", b">", b"BI ", b" Tj ", b"\\"])))
def test_brackets_that_do_not_close_give_operations_too(parts: list[bytes]) -> None:
    assert all(operator for operator, _ in operations(b"".join(parts)))
