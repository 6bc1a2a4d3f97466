"""What was read out of a document: the original beside its passages, sentences and facts, what was cut away,
and a question asked of it alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from assistant.errors import QuestionError
from documents.model import Language, Span, Verdict
from index.model import StoredDocument, StoredPassage
from index.register.model import Cluster, Fact
from web.access import StaffRoute
from web.api.documents import held_document
from web.api.fact_json import value_name
from web.api.forms import QUESTION_CHARS
from web.cited import adding_address, cited_address
from web.desk import Desk, desk_of
from web.gallery import DECKS, WIDTHS
from web.i18n import Texts
from web.leaves import TOGETHER, Leaf, leaves, together
from web.pages.article import Article, Contents, Group
from web.pages.documents import Entry, entry
from web.pages.items import Items
from web.pages.page_image import page_number
from web.pages.staff.fact_rows import cluster_address
from web.pages.staff.staff_page import StaffPage, rooms_of, staff_frame
from web.pages.turn import Actions, Showing, Suggested, TurnView, view
from web.picture.timeline import period
from web.problem import Problem
from web.reasons import reason_in
from web.visitor import visitor_of

router = APIRouter(prefix="/staff/documents", include_in_schema=False, route_class=StaffRoute)

# Of a document in sections, so many passages are shown together.
_PASSAGES = 40


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact that a sentence states: of which cluster, what, and when it holds."""

    label: str
    words: str
    period: str
    cluster: str
    address: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as it is embedded and cited; `address` shows it in the document, `add` begins a fact that it
    states."""

    text: str
    address: str
    add: str
    mended: bool
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage: the headings it stands under, its language, its sentences."""

    number: int
    under: str
    language: Language
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A part of the document, as a picture or as text, beside the passages that were read out of it.

    `flag` and `why` say how the page was read where that was not as clean text.
    """

    label: str
    anchor: str
    picture: str
    groups: tuple[Group, ...]
    verdict: Verdict
    flag: str
    why: tuple[str, ...]
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line that was cut away, and how often it stands in the document."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class ReadPage(StaffPage):
    """What was read, and what a question is answered by it alone. `said` tells what was just done, `unmarked`
    that no line was chosen, by the form: `keep` or `drop`."""

    template: ClassVar[str] = "staff/read.html"
    entry: Entry
    said: str
    failed: bool
    question: str
    question_chars: int
    wrong: str
    turn: TurnView | None
    sides: tuple[Side, ...]
    others: tuple[Contents, ...]
    facts: int
    cut: tuple[CutLine, ...]
    wanted: tuple[str, ...]
    unmarked: Mapping[str, str]


@router.get("/{document}/read")
def what_was_read(
    request: Request, document: str, page: str = "1", q: str | None = None, done: str = ""
) -> Response:
    """The document beside what was read out of it; `q` is a question to it alone."""
    held = held_document(request, document)
    return _page(request, held, page=page, question=q, done="read.done" if done else "")


@router.post("/{document}/lines")
def lines(
    request: Request,
    document: str,
    keep: Annotated[list[str] | None, Form()] = None,
    drop: Annotated[list[str] | None, Form()] = None,
    chosen: Annotated[Literal["keep", "drop"], Form()] = "keep",
) -> Response:
    """Keep lines that were cut away, or cut them again, and read the document anew."""
    desk, held = desk_of(request), held_document(request, document)
    keeper, wanted, by = desk.engine().keeper, desk.backend.office.wanted, visitor_of(request).by
    before = wanted.of(held.id)
    known = {*before, *desk.backend.library.cut(held.id)}
    kept, dropped = ({_line(one, known) for one in sent or ()} for sent in (keep, drop))
    if not kept and not dropped:
        return _page(request, held, unmarked=chosen)
    wanted.set(held.id, ({*before} | kept) - dropped, by=by)
    outcome = keeper.read_anew(held.id, by=by)
    if outcome.is_held:
        desk.gallery.tidy()
        return RedirectResponse(f"/staff/documents/{quote(held.id)}/read?done=1#cut", 303)
    # What was read stays as it was, and so does what is wanted of it.
    wanted.set(held.id, before, by=by)
    return _page(request, held, done="read.not_done", reason=outcome.reason or "")


def _page(
    request: Request,
    held: StoredDocument,
    *,
    page: str = "1",
    question: str | None = None,
    done: str = "",
    reason: str = "",
    unmarked: str = "",
) -> Response:
    desk, frame = desk_of(request), staff_frame(request)
    turn, wrong = _asked(desk, held, question, frame.t)
    body = _Body(desk, held, frame.t)
    sides, others = body.sides(page_number(page))
    shown = ReadPage(
        frame,
        rooms_of(request),
        "documents",
        entry=entry(held, frame.t),
        said=frame.t(done, reason=reason_in(frame.t, reason)) if done else "",
        failed=bool(reason),
        question=(question or "")[:QUESTION_CHARS],
        question_chars=QUESTION_CHARS,
        wrong=wrong,
        turn=turn,
        sides=sides,
        others=others,
        facts=sum(map(len, body.facts.values())),
        cut=_cut(desk.backend.library.cut(held.id)),
        wanted=desk.backend.office.wanted.of(held.id),
        unmarked={unmarked: frame.t("read.unmarked")} if unmarked else {},
    )
    return desk.renderer.page(shown, 422 if wrong or unmarked else 200)


def _line(sent: str, known: Iterable[str]) -> str:
    """The line that was sent, whose ends of lines a browser writes its own way. Raises: Problem 422."""
    plain = sent.replace("\r\n", "\n")
    if plain not in known:
        raise Problem(422, "no_line", field="keep")
    return plain


def _asked(desk: Desk, held: StoredDocument, question: str | None, t: Texts) -> tuple[TurnView | None, str]:
    """The turn that answers a question by this document alone, or what is wrong with it."""
    if question is None:
        return None, ""
    try:
        turn = desk.engine().alone.ask(held.id, question, language=t.language)
    except QuestionError:
        return None, t("problem.question.detail")
    shown = view(turn, Showing(t, {held.id: held}))
    # It belongs to no conversation: nothing leads into one.
    parts = tuple(
        replace(part, files=(), columns=tuple(replace(one, address="#answer") for one in part.columns))
        if isinstance(part, Items)
        else part
        for part in shown.parts
        if not isinstance(part, Actions | Suggested)
    )
    return replace(shown, parts=parts), ""


def _cut(lines: Sequence[str]) -> tuple[CutLine, ...]:
    return tuple(CutLine(text, times) for text, times in Counter(lines).items())


class _Body:
    """A document taken apart for the page."""

    def __init__(self, desk: Desk, held: StoredDocument, t: Texts) -> None:
        library = desk.backend.library
        self._desk, self._held, self._t = desk, held, t
        self._text = library.text(held.id)
        self._passages = library.document_passages(held.id)
        self._numbers = {passage.id: number for number, passage in enumerate(self._passages, 1)}
        self._sheets = {sheet.number: sheet for sheet in library.sheets(held.id)}
        repairs = library.repairs(held.id)
        self._mended = [one.span for one in repairs]
        self._article = Article(self._text, self._passages, None, repairs)
        self.facts = _facts_of(held.id, desk.backend.registers().clusters)

    def sides(self, page: int) -> tuple[tuple[Side, ...], tuple[Contents, ...]]:
        """The parts that are shown at a page's number, and the ways to the others.

        Raises: Problem 404 where there is no such page.
        """
        found = leaves(self._text, self._passages, self._held.pages)
        if found:
            shown = together(found, page)
            sides = tuple(self._leaf(leaf) for leaf in shown)
            first = [leaf.number for leaf in found if (leaf.number - 1) % TOGETHER == 0]
        else:
            pieces = self._passages[(page - 1) * _PASSAGES : page * _PASSAGES]
            sides = tuple(self._section(one) for one in pieces)
            first = list(range(1, -(-len(self._passages) // _PASSAGES) + 1))
        if not sides and page > 1:
            raise Problem(404, "page", field="page")
        ways = [Contents(str(one), f"?page={one}") for one in first] if len(first) > 1 else []
        return sides, tuple(ways)

    def _leaf(self, leaf: Leaf) -> Side:
        held, t = self._held, self._t
        drawn = held.format not in DECKS and 0 < leaf.number <= len(self._desk.gallery.sizes(held))
        parts = [span for span in (leaf.text, leaf.notes) if span]
        sheet = self._sheets.get(leaf.number)
        verdict: Verdict = sheet.verdict if sheet else "clean"
        return Side(
            label=t("document.slide" if held.format in DECKS else "document.page", n=str(leaf.number)),
            anchor=f"page-{leaf.number}",
            picture=f"/documents/{held.id}/pages/{leaf.number}.png?width={WIDTHS[1]}" if drawn else "",
            groups=() if drawn else tuple(one for span in parts for one in self._article.groups(span)),
            verdict=verdict,
            flag="" if verdict == "clean" else t(f"verdict.{verdict}"),
            why=tuple(t(f"reason.{one}") for one in sheet.reasons) if sheet else (),
            passages=tuple(self._passage(one) for one in self._passages if _within(one, parts)),
        )

    def _section(self, passage: StoredPassage) -> Side:
        number = self._numbers[passage.id]
        return Side(
            label=self._t("read.passage", n=str(number)),
            anchor=f"passage-{number}",
            picture="",
            groups=self._article.groups(passage.span),
            verdict="clean",
            flag="",
            why=(),
            passages=(self._passage(passage),),
        )

    def _passage(self, passage: StoredPassage) -> PassageView:
        return PassageView(
            number=self._numbers[passage.id],
            under=" › ".join(passage.heading_texts),
            language=passage.language or self._held.language,
            sentences=tuple(self._sentence(one.span, one.text, passage) for one in passage.sentences),
        )

    def _sentence(self, span: Span, text: str, passage: StoredPassage) -> SentenceView:
        told = [pair for pair in self.facts[passage.id] if span.start <= pair[1].source.span.start < span.end]
        return SentenceView(
            text=text,
            address=cited_address(self._held.id, span),
            add=adding_address(self._held.id, span),
            mended=any(one.start < span.end and span.start < one.end for one in self._mended),
            facts=tuple(_fact(cluster, fact, self._t) for cluster, fact in told),
        )


def _within(passage: StoredPassage, parts: Sequence[Span]) -> bool:
    return any(part.start <= passage.span.start < part.end for part in parts)


def _facts_of(document: str, clusters: Iterable[Cluster]) -> Mapping[int, list[tuple[Cluster, Fact]]]:
    """The facts that a document states, each with its cluster, by the passage they stand in."""
    found: dict[int, list[tuple[Cluster, Fact]]] = defaultdict(list)
    for cluster in clusters:
        for fact in cluster.facts:
            # Words of an earlier version stand in none of these passages.
            if fact.source.document.id == document and not fact.source.version:
                found[fact.source.passage].append((cluster, fact))
    return found


def _fact(cluster: Cluster, fact: Fact, t: Texts) -> FactView:
    qualifier = f" ({fact.qualifier})" if fact.qualifier else ""
    return FactView(
        label=t(f"detail.{fact.attribute}"),
        words=f"{value_name(fact, t.language)}{qualifier}",
        period=period(fact.since, fact.until, t),
        cluster=cluster.name,
        address=cluster_address(cluster),
    )
