"""Fields of forms, text typed onto a page, what readers remarked, and the outline."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NumberObject, TextStringObject

from documents.readers.pdf import read
from tests.documents.printed.written import name, pdf, text

PAGE = text(50, 700, "Name of the mill:") + text(50, 670, "The millers meet in the old granary.")


def saved(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def with_field(value: str, flags: int = 0) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(PAGE))))
    field = DictionaryObject(
        {
            name("Type"): name("Annot"),
            name("Subtype"): name("Widget"),
            name("FT"): name("Tx"),
            name("Ff"): NumberObject(flags),
            name("V"): TextStringObject(value),
            name("Rect"): ArrayObject(FloatObject(side) for side in (140, 694, 300, 712)),
        }
    )
    writer.pages[0][name("Annots")] = ArrayObject([writer._add_object(field)])
    return saved(writer)


def test_a_fields_value_stands_behind_its_label() -> None:
    told = " ".join(block.text for block in read("a.pdf", with_field("Windmill")).blocks)

    assert told.index("mill:") < told.index("Windmill") < told.index("The millers")


def test_a_password_in_a_field_is_not_read() -> None:
    assert "secret" not in str(read("a.pdf", with_field("secret", flags=1 << 13)))


def test_text_typed_onto_a_page_is_read_and_remarks_are_cut() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(PAGE))))
    writer.add_annotation(0, FreeText(text="Paid in May.", rect=(50, 600, 200, 620)))
    writer.add_annotation(0, Text(text="Is that so?", rect=(300, 600, 320, 620)))

    reading = read("a.pdf", saved(writer))

    assert "Is that so?" in " ".join(block.text for block in reading.cut)
    assert not any("Is that so?" in block.text for block in reading.blocks)


def test_a_line_that_the_outline_lists_is_a_heading() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(text(50, 740, "On mills") + PAGE))))
    writer.add_outline_item(title="On  Mills", page_number=0)

    first = read("a.pdf", saved(writer)).blocks[0]

    assert (first.kind, first.level, first.text) == ("heading", 1, "On mills")
