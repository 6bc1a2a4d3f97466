"""PowerPoint files, made with python-pptx."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.documents.made import packages
from tests.documents.made.prose import JOINING, MILLS, WINDMILLS

_TITLE, _BULLETS, _TITLE_ONLY, _BLANK = 0, 1, 5, 6
_BOX = Inches(1), Inches(2), Inches(6), Inches(2)
_SLIDE = "ppt/slides/slide1.xml"


def talk() -> bytes:
    """A title, nested bullets, notes."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[_TITLE]).shapes.title.text = "Młyny Doliny Żółtej"
    slide = _slide(deck, _BULLETS, "Członkowie")
    frame = slide.placeholders[1].text_frame
    frame.text = "młyny żytnie"
    below = frame.add_paragraph()
    below.text, below.level = "w gminie Żółte", 1
    frame.add_paragraph().text = "piekarnie"
    slide.notes_slide.notes_text_frame.text = "Powiedzieć o spichlerzu."
    return _saved(deck)


def hidden_slide() -> bytes:
    deck = Presentation()
    _with_text(deck, "Widoczny", MILLS)
    hidden = _with_text(deck, "Ukryty", JOINING)
    hidden._element.set("show", "0")
    return _saved(deck)


def chart() -> bytes:
    deck = Presentation()
    slide = _slide(deck, _TITLE_ONLY, "Liczba członków")
    told: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    told.categories = ["2019", "2023"]
    told.add_series("Młyny", (12, 40))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_BOX, told)
    return _saved(deck)


def table() -> bytes:
    deck = Presentation()
    slide = _slide(deck, _TITLE_ONLY, "Członkowie")
    grid = slide.shapes.add_table(3, 2, *_BOX).table
    for row, cells in enumerate((("Młyn", "Gmina"), ("Pod Lipą", "Żółte"), ("Nad Kanałem", "Świerki"))):
        for column, text in enumerate(cells):
            grid.cell(row, column).text = text
    return _saved(deck)


def grouped() -> bytes:
    """Text boxes in a group in a group."""
    deck = Presentation()
    slide = _slide(deck, _TITLE_ONLY, "Władze klastra")
    outer = slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    inner.shapes.add_textbox(*_BOX).text_frame.text = "Przewodnicząca rady: Anna Młynarska"
    outer.shapes.add_textbox(
        Inches(1), Inches(5), Inches(6), Inches(1)
    ).text_frame.text = "Sekretarz: Jan Piekarz"
    return _saved(deck)


def empty_slide() -> bytes:
    deck = Presentation()
    _with_text(deck, "Pierwszy", MILLS)
    _slide(deck, _BLANK)
    return _saved(deck)


def pictures_only() -> bytes:
    deck = Presentation()
    _slide(deck, _BLANK).shapes.add_picture(BytesIO(packages.picture(40)), Inches(1), Inches(1))
    return _saved(deck)


def macros() -> bytes:
    """A deck with a program in it, as .pptm files are."""
    held = packages.parts(_plain())
    types = held["[Content_Types].xml"]
    main = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    with_macros = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    assert main in types
    types = types.replace(main, with_macros).replace(
        b"<Override",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
        1,
    )
    relations = held["ppt/_rels/presentation.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>',
    )
    more = {
        "[Content_Types].xml": types,
        "ppt/_rels/presentation.xml.rels": relations,
        "ppt/vbaProject.bin": packages.ole("VBA", "dir") + b'Sub AutoOpen() Shell "calc" End Sub',
    }
    return packages.package(held | more)


def show() -> bytes:
    """A deck saved as a show that starts by itself."""
    kind = b"presentationml.presentation.main+xml"
    return packages.replaced(_plain(), "[Content_Types].xml", kind, b"presentationml.slideshow.main+xml")


def image_bomb() -> bytes:
    """A picture of twenty thousand by twenty thousand dots, beside text."""
    deck = Presentation()
    slide = _with_text(deck, "Z obrazem", MILLS)
    slide.shapes.add_picture(BytesIO(packages.picture(8)), *_BOX)
    return packages.package(packages.parts(_saved(deck)) | {"ppt/media/image1.png": packages.picture(20_000)})


def nested_groups() -> bytes:
    """Groups in groups, two thousand deep, with a line of text at the bottom."""
    deck = Presentation()
    slide = _with_text(deck, "Głęboko", MILLS)
    shapes = slide.shapes
    for _ in range(60):
        shapes = shapes.add_group_shape().shapes
    content = _saved(deck)
    text = packages.parts(content)[_SLIDE]
    start, end = text.index(b"<p:grpSp>"), text.rindex(b"</p:grpSp>") + len(b"</p:grpSp>")
    group = text[start:end]
    first = group[: group.index(b"<p:grpSp>", 1)]
    deep = first * 2_000 + b"</p:grpSp>" * 2_000
    return packages.replaced(content, _SLIDE, group, deep)


def laughs() -> bytes:
    """A slide whose text is a thousand million words, written as ten entities."""
    return packages.with_doctype(_plain(), _SLIDE, packages.BILLION_LAUGHS, b"spichlerz", packages.LAUGH)


def external() -> bytes:
    """A slide that would have a file of this machine read in its place."""
    return packages.with_doctype(_plain(), _SLIDE, packages.EXTERNAL, b"spichlerz", b"&a;")


def swollen() -> bytes:
    return packages.swollen(_plain(), 500)


def password_zip() -> bytes:
    return packages.locked(_plain())


def password() -> bytes:
    """As PowerPoint writes it: an OLE file that holds the package encrypted."""
    return packages.ole("EncryptionInfo", "EncryptedPackage")


def truncated() -> bytes:
    return _plain()[:-3_000]


def lost_slide() -> bytes:
    """A package one of whose slides is gone."""
    held = packages.parts(_plain())
    del held[_SLIDE]
    return packages.package(held)


def many_slides() -> bytes:
    """One slide of a deck, named two thousand and one times."""
    content = _plain()
    held = packages.parts(content)
    listed = held["ppt/presentation.xml"]
    start = listed.index(b"<p:sldId ")
    one = listed[start : listed.index(b"/>", start) + 2]
    relation = one[one.index(b'r:id="') :]
    many = b"".join(b'<p:sldId id="%d" %s' % (1_000 + at, relation) for at in range(2_001))
    return packages.replaced(content, "ppt/presentation.xml", one, many)


def _plain() -> bytes:
    deck = Presentation()
    _with_text(deck, "Młyny", MILLS)
    _with_text(deck, "Mills", WINDMILLS)
    return _saved(deck)


def _slide(deck: Any, layout: int, title: str = "") -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def _with_text(deck: Any, title: str, text: str) -> Any:
    slide = _slide(deck, _TITLE_ONLY, title)
    slide.shapes.add_textbox(*_BOX).text_frame.text = text
    return slide


def _saved(deck: Any) -> bytes:
    target = BytesIO()
    deck.save(target)
    return target.getvalue()
