"""Pages and slides as they are shown: picture, text, notes, what was repaired, how they were read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from documents.imaging.placing import Quote
from documents.model import Box, Sheet, Span, Verdict
from index.model import StoredDocument
from web.gallery import DECKS, WIDTHS, Gallery, Size
from web.i18n import Texts
from web.leaves import TOGETHER, Leaf, together
from web.pages.article import Article, Contents, Group, Mend, begun

# How much of the text around a quote tells it from the same words elsewhere on the page.
_AROUND = 120
# Overlays are drawn on a page this wide, so that they need no fractions.
_ACROSS = 1000
# How far a mark stands out around its words, in the same measure.
_ROOM = 3
# What one of them, and several, are called, of a deck or not.
_WORDS = {True: ("document.slide", "document.slides"), False: ("document.page", "document.pages")}


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A mark on a picture, in thousandths of its width."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture, and the marks on it. `wide` is its address at the largest width."""

    address: str
    wide: str
    sources: str
    width: int
    height: int
    across: int
    down: int
    marks: tuple[Rectangle, ...]


@dataclass(frozen=True, slots=True)
class LeafView:
    """A page or slide. `why` is in words what is wrong with it; `before` and `after` are its neighbours."""

    number: int
    label: str
    of: str
    groups: tuple[Group, ...]
    notes: tuple[Group, ...]
    mends: tuple[Mend, ...]
    verdict: Verdict
    flag: str
    why: tuple[str, ...]
    picture: Picture | None
    before: Contents | None
    after: Contents | None
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """Addresses of a document's leaves: those shown together by a fragment, others by their number."""

    document: str
    query: str
    shown: frozenset[int]

    def to(self, number: int) -> str:
        """Where the leaf of that number is."""
        if number in self.shown:
            return f"#page-{number}"
        return f"/documents/{self.document}?{self.query}page={number}#page-{number}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in leaves, as it is held, and what of it is asked for. `sizes` is empty for no pictures."""

    held: StoredDocument
    text: str
    leaves: tuple[Leaf, ...]
    article: Article
    cited: Span | None
    sheets: Mapping[int, Sheet]
    sizes: Sequence[Size]


def leaf_views(
    paper: Paper, shown: Sequence[Leaf], ways: Ways, gallery: Gallery, t: Texts
) -> tuple[LeafView, ...]:
    """The leaves that are shown together; the first mark in them is the one a fragment leads to."""
    views: list[LeafView] = []
    led = False
    for leaf in shown:
        groups = paper.article.groups(leaf.text) if leaf.text else ()
        notes = paper.article.groups(leaf.notes) if leaf.notes else ()
        if not led:
            groups, led = begun(groups)
        if not led:
            notes, led = begun(notes)
        views.append(_view(paper, leaf, (groups, notes), (ways, gallery, t)))
    return tuple(views)


def contents_of(paper: Paper, ways: Ways, t: Texts) -> tuple[Contents, ...]:
    """Every leaf, with its first heading where it has one."""
    return tuple(
        Contents(
            leaf.heading or _label(paper, leaf.number, t),
            ways.to(leaf.number),
            str(leaf.number) if leaf.heading else "",
        )
        for leaf in paper.leaves
    )


def others(paper: Paper, shown: Sequence[Leaf], ways: Ways, t: Texts) -> tuple[Contents, ...]:
    """The leaves before and after those shown together."""
    last = paper.leaves[-1].number
    found: list[Contents] = []
    for number in (shown[0].number - TOGETHER, shown[-1].number + 1):
        if 1 <= number <= last:
            label = t(_WORDS[_is_deck(paper)][1], first=number, last=min(number + TOGETHER - 1, last))
            found.append(Contents(label, ways.to(number)))
    return tuple(found)


def shown_with(paper: Paper, number: int) -> tuple[Leaf, ...]:
    """The leaves to show for the one of that number."""
    return together(paper.leaves, number)


def _view(
    paper: Paper,
    leaf: Leaf,
    lines: tuple[tuple[Group, ...], tuple[Group, ...]],
    given: tuple[Ways, Gallery, Texts],
) -> LeafView:
    ways, gallery, t = given
    sheet = paper.sheets.get(leaf.number, Sheet(leaf.number))
    last = paper.leaves[-1].number
    parts = [part for part in (leaf.text, leaf.notes) if part]
    return LeafView(
        number=leaf.number,
        label=_label(paper, leaf.number, t),
        of=t("document.of", n=last),
        groups=lines[0],
        notes=lines[1],
        mends=tuple(mend for part in parts for mend in paper.article.mends(part)),
        verdict=sheet.verdict,
        flag="" if sheet.verdict == "clean" else t(f"verdict.{sheet.verdict}"),
        why=tuple(t(f"reason.{reason}") for reason in sheet.reasons),
        picture=_picture(paper, leaf, sheet, gallery),
        before=_neighbour(paper, leaf.number - 1, ways, t),
        after=_neighbour(paper, leaf.number + 1, ways, t),
        is_cited=_cited_in(paper.cited, leaf.text) is not None
        or _cited_in(paper.cited, leaf.notes) is not None,
    )


def _is_deck(paper: Paper) -> bool:
    return paper.held.format in DECKS


def _label(paper: Paper, number: int, t: Texts) -> str:
    return t(_WORDS[_is_deck(paper)][0], n=number)


def _neighbour(paper: Paper, number: int, ways: Ways, t: Texts) -> Contents | None:
    there = 1 <= number <= paper.leaves[-1].number
    return Contents(_label(paper, number, t), ways.to(number)) if there else None


def _cited_in(cited: Span | None, part: Span | None) -> Span | None:
    if cited is None or part is None or cited.start >= part.end or part.start >= cited.end:
        return None
    return Span(max(cited.start, part.start), min(cited.end, part.end))


def _picture(paper: Paper, leaf: Leaf, sheet: Sheet, gallery: Gallery) -> Picture | None:
    width, height = paper.sizes[leaf.number - 1] if leaf.number <= len(paper.sizes) else (0.0, 0.0)
    if not (width > 0 and height > 0):
        return None
    down = max(round(_ACROSS * height / width), 1)
    addresses = {one: f"/documents/{paper.held.id}/pages/{leaf.number}.png?width={one}" for one in WIDTHS}
    return Picture(
        address=addresses[WIDTHS[1]],
        wide=addresses[WIDTHS[-1]],
        sources=", ".join(f"{address} {one}w" for one, address in addresses.items()),
        width=WIDTHS[1],
        height=max(round(WIDTHS[1] * height / width), 1),
        across=_ACROSS,
        down=down,
        marks=tuple(_rectangle(box, down) for box in _boxes(paper, leaf, sheet, gallery)),
    )


def _boxes(paper: Paper, leaf: Leaf, sheet: Sheet, gallery: Gallery) -> tuple[Box, ...]:
    cited = _cited_in(paper.cited, leaf.text)
    if cited is None or leaf.text is None:
        return ()
    before = paper.text[max(leaf.text.start, cited.start - _AROUND) : cited.start]
    after = paper.text[cited.end : min(leaf.text.end, cited.end + _AROUND)]
    return gallery.boxes(paper.held, sheet, Quote(paper.text[slice(*cited)], before, after))


def _rectangle(box: Box, down: int) -> Rectangle:
    left, right = round(box.left * _ACROSS) - _ROOM, round(box.right * _ACROSS) + _ROOM
    top, bottom = round(box.top * down) - _ROOM, round(box.bottom * down) + _ROOM
    return Rectangle(left, top, right - left, bottom - top)
