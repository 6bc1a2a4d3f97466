"""Pages judged: what a reader made of a file, put right where it can be, with each page's verdict."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.mending.stages import SIGNS, WORDS, Stage
from documents.model import Block, Reading, Reason, Sheet, Span, Verdict
from documents.rubbish import sifted

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Signs that stand for no letter, and where they do so beside one that does.
_SUSPECT = re.compile("[(\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f\x80-\x9f]")
_UNREADABLE = re.compile(
    "\\(cid:\\d+\\)|\ufffd|(?<=[^\\W_])[\ue000-\uf8ff]|[\ue000-\uf8ff](?=[^\\W_])|[\x01-\x08\x0e-\x1f\x80-\x9f]"
)
# What makes a page worth a look: it may say more, or other things, than was read.
_DOUBTS = frozenset[Reason](
    ["unsure_words", "unreadable", "no_text", "no_ocr", "ocr_failed", "ocr_unsure", "no_time", "broken"]
)
# A picture of this share of the page with fewer words than these is what the page is about.
_MUCH_INK, _FEW_WORDS = 0.3, 3
# What a page may be besides without a word on it, and does not say why.
_SLIGHT = frozenset[Reason](["hidden"])
# The page that the title is said to be on while it is mended.
_TITLE = -1


def judged(reading: Reading) -> Reading:
    """The reading mended, rubbish taken out of it, with a sheet for each page, in order, and its verdict."""
    changed: dict[int, list[Reason]] = {}
    # The title is mended with the text, as the line of it that it is most often.
    lines = (*reading.blocks, Block(reading.title or "", kind="title", page=_TITLE))
    lines, rejected = sifted(_mended(lines, SIGNS, changed))
    lines = _mended(lines, WORDS, changed)
    blocks = tuple(block for block in lines if block.page != _TITLE)
    title = next((block.text for block in lines if block.page == _TITLE), "")
    pages: dict[int, list[Block]] = {number: [] for number in range(1, reading.pages + 1)}
    for block in blocks:
        pages.setdefault(_page(block), []).append(block)
    told = {sheet.number: sheet for sheet in reading.sheets}
    cut = {_page(block) for block in reading.cut}
    sheets = (
        _sheet(
            _without(
                told.get(number, Sheet(number)), [block for block in rejected if _page(block) == number]
            ),
            on_it,
            changed.get(number, ()),
            is_cut=number in cut,
        )
        for number, on_it in sorted(pages.items())
    )
    return replace(reading, blocks=blocks, title=title or None, sheets=tuple(sheets))


def _without(sheet: Sheet, rejected: Sequence[Block]) -> Sheet:
    """The sheet with what was taken out of its page, beside what its reader put aside."""
    if not rejected:
        return sheet
    text = "\n".join(filter(None, (sheet.rejected, *(block.text for block in rejected))))
    return replace(sheet, rejected=text, reasons=(*sheet.reasons, "unreadable"))


def _page(block: Block) -> int:
    return block.page or 1


def _mended(
    blocks: tuple[Block, ...], stages: Sequence[Stage], changed: dict[int, list[Reason]]
) -> tuple[Block, ...]:
    """The blocks after these stages; the pages where one found something to do are added to `changed`."""
    text = "\n".join(block.text for block in blocks)
    for stage in stages:
        if not stage.has_signs(text):
            continue
        before = {id(block) for block in blocks}
        mended = tuple(stage.mend(blocks))
        for block in mended:
            if id(block) not in before:
                changed.setdefault(_page(block), []).append(stage.reason)
        if mended != blocks:
            blocks, text = mended, "\n".join(block.text for block in mended)
    return blocks


def _sheet(sheet: Sheet, blocks: Sequence[Block], changed: Sequence[Reason], *, is_cut: bool) -> Sheet:
    """The sheet with the counts of its words, the reasons there are, and the verdict that follows."""
    words = sum(len(block.text.split()) for block in blocks)
    repaired = sum(_words_in(block, marked=False) for block in blocks)
    unsure = sum(_words_in(block, marked=True) for block in blocks)
    # A page left blank is no scan.
    reasons = [each for each in sheet.reasons if each != "no_text" or sheet.ink != 0.0]
    reasons += changed if repaired else ()
    reasons += ["unsure_words"] if unsure else []
    reasons += ["no_text"] if _pictured(sheet, blocks) else []
    reasons += [] if words or not _SLIGHT.issuperset(reasons) else [_why_empty(sheet, is_cut=is_cut)]
    sheet = replace(
        sheet, reasons=tuple(dict.fromkeys(reasons)), words=words, repaired=repaired, unsure=unsure
    )
    return replace(sheet, verdict=_verdict(sheet))


def _why_empty(sheet: Sheet, *, is_cut: bool) -> Reason:
    """Why a page has no text of which nothing else is known."""
    if is_cut:
        return "all_cut"
    return "no_text" if sheet.ink else "blank"


def _verdict(sheet: Sheet) -> Verdict:
    if not sheet.words and "carried_on" not in sheet.reasons:
        return "empty"
    if _DOUBTS.intersection(sheet.reasons):
        return "doubtful"
    if sheet.method == "ocr":
        return "ocr"
    return "repaired" if sheet.repaired else "clean"


def _pictured(sheet: Sheet, blocks: Sequence[Block]) -> bool:
    """Whether what a page shows is hardly any of it text."""
    if sheet.method == "ocr" or sheet.ink is None or sheet.ink < _MUCH_INK or "carried_on" in sheet.reasons:
        return False
    return sum(len(_WORD.findall(block.text)) for block in blocks) < _FEW_WORDS


def _words_in(block: Block, *, marked: bool) -> int:
    """How many words of a block were put right; or, `marked`, how many cannot be."""
    spans = [each.span for each in block.repairs if bool(each.readings) == marked]
    if marked and _SUSPECT.search(block.text):
        spans += [Span(*found.span()) for found in _UNREADABLE.finditer(block.text)]
    if not spans:
        return 0
    return sum(
        any(_touches(span, found.start(), found.end()) for span in spans)
        for found in _TOKEN.finditer(block.text)
    )


def _touches(span: Span, start: int, end: int) -> bool:
    """Whether a span lies on the word at [start, end); an empty one, for what is left out, beside it."""
    if span.start == span.end:
        return start <= span.start <= end
    return span.start < end and start < span.end
