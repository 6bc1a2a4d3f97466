"""Questions in, cited answers out."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import Protocol

from assistant.answers.abstention import abstain
from assistant.answers.definition import definition_answer
from assistant.answers.draft import Kind, Material
from assistant.answers.listing import list_answer
from assistant.answers.passage import passage_answer
from assistant.answers.register.about import about_clusters
from assistant.answers.register.answer import register_abstention, register_answer
from assistant.answers.register.compared import unknown_of_compared, with_said
from assistant.answers.register.in_project import partners_in_project
from assistant.answers.register.single import of_the_one_described
from assistant.answers.register.stating import Asking, asking, passages_of_clusters, stated_first, stating
from assistant.answers.register.whose import asks_which_cluster, held_by_name, with_cluster
from assistant.answers.register.withdrawal import as_withdrawn
from assistant.answers.rejected import (
    beside_rejected,
    preferring_unrejected,
    spotless,
    told_wrong,
    unrejected,
)
from assistant.cited import Cited, cited_in, is_counted, is_listing, is_plain, told_there, within_cited
from assistant.confidence import answering
from assistant.conversation import Resolved, resolve
from assistant.grounding import in_order
from assistant.ledger import Ledger
from assistant.legibility import Sheets, as_read
from assistant.model import Answer, Citation, Turn
from assistant.question import Question, understand
from assistant.ranking import Candidate, rank
from assistant.reading import request_after
from assistant.request import Request, Wanted
from assistant.rosters.answer import roster_answer
from assistant.rosters.finding import Rosters
from assistant.several import in_parts
from assistant.wording import say
from documents.model import Language
from index.model import StoredPassage
from index.register.calendar import ANY
from index.register.register import Register
from index.search import Found

# Tried in order: the first that has an answer gives it.
KINDS: tuple[Kind, ...] = (definition_answer, list_answer, passage_answer)
# To these, passages add a count of their own, or what the description of a firm is near to.
WITH_PASSAGES: frozenset[Wanted] = frozenset({"count", "recommendation"})
# What may be asked of clusters that a document sets together.
ROSTERS: frozenset[Wanted] = frozenset({"list", "count"})
# Passages asked for: what the ranking looks at, and what the abstention offers; those looked at of documents
# that speak of the clusters a question names.
PASSAGES, AMONG = 20, 32


class Finder(Protocol):
    def find(self, text: str, limit: int) -> Found:
        """The query a text asks and its hits, best first."""

    def among(self, text: str, passages: Sequence[StoredPassage], limit: int) -> Found:
        """The query a text asks and its hits among passages, best first."""


class Library(Sheets, Protocol):
    def document_passages(self, document: str) -> Sequence[StoredPassage]:
        """A document's passages, in order."""


class Registers(Protocol):
    def now(self) -> Register:
        """The register of the library as it is now."""


class Assistant:
    """Answers questions out of a library, quoting it, or says that the library does not say.

    `today` is the day that a validity is judged against where a question names none.
    """

    def __init__(
        self,
        library: Library,
        search: Finder,
        ledger: Ledger,
        *,
        registers: Registers,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        self._search = search
        self._ledger = ledger
        self._registers = registers
        self._today = today
        self._rosters = Rosters()

    def ask(
        self,
        question: str,
        *,
        conversation: str | None = None,
        language: Language | None = None,
        as_of: date | None = None,
    ) -> Turn:
        """The turn that the question adds to its conversation, or to a new one.

        `language` is that of our own words in the answer; the question's own where it is None. `as_of` is the
        date on which what was asked is to hold, today where it is None.
        Raises: QuestionError, UnknownConversationError.
        """
        begun = time.perf_counter()
        understood = understand(question, language)
        earlier = self._ledger.turns(conversation) if conversation else ()
        answer = self._read(understood, earlier, as_of)
        return self._ledger.append(
            conversation or None,
            " ".join(question.split()),
            answer,
            at=datetime.now(UTC),
            elapsed_ms=round((time.perf_counter() - begun) * 1000, 2),
        )

    def answer(
        self, question: str, earlier: Sequence[Turn] = (), *, language: Language | None = None
    ) -> Answer:
        """What is answered now to a question asked after `earlier` ones; nothing is kept of it.

        Raises: QuestionError.
        """
        return self._read(understand(question, language), earlier, None)

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        """The turns of a conversation, in order. Raises: UnknownConversationError."""
        return self._ledger.turns(conversation)

    def _read(self, question: Question, earlier: Sequence[Turn], as_of: date | None) -> Answer:
        register = self._registers.now()
        ask = partial(self._answer, as_of=as_of, register=register)
        answer = in_parts(question, earlier, ask) or ask(question, earlier)
        return as_read(told_wrong(answer, register), self._library)

    def _answer(
        self, question: Question, earlier: Sequence[Turn], as_of: date | None, register: Register
    ) -> Answer:
        today = as_of or self._today()
        request = request_after(question, earlier, register, today=today)
        for other in (held_by_name, partial(of_the_one_described, today=today)):
            if request is None or (request.unread and not request.clusters):
                request = other(question, register) or request
        request = partners_in_project(question, request, register) or request
        resolved = resolve(question, [turn.question for turn in earlier])
        found = cache(lambda asked: self._material(asked, earlier))
        case = _Case(resolved=resolved, register=register, today=today, as_of=as_of, found=found)
        cited = cited_in(question)
        asked = request_after(cited.rest, earlier, register, today=today) if cited else None
        if cited is not None and (answer := self._of_cited(case, cited, asked)) is not None:
            return answer
        return self._out_of_passages(case) if request is None else self._out_of_register(case, request)

    def _of_cited(self, case: "_Case", cited: Cited, request: Request | None) -> Answer | None:
        """What the document tells that a question names as its source: the clusters asked for, or of one."""
        there = within_cited(case.found(case.resolved), cited, case.register)
        if there is None:
            return None
        if request is not None and is_plain(request):
            resolved = replace(case.resolved, question=cited.rest, text=cited.rest.text)
            return told_there(self._out_of_register(replace(case, resolved=resolved), request), there)
        roster = partial(roster_answer, there.material, case.register, self._rosters, today=case.today)
        if request is None or not is_listing(request):
            return roster()
        answer = partial(
            register_answer,
            replace(request, conditions=replace(request.conditions, within=there.clusters)),
            case.register,
            today=case.today,
            as_of=case.as_of,
            language=case.resolved.question.language,
            passages=None,
            passages_of=self._library.document_passages,
        )
        # What a document counts it tells in its own way.
        told = (roster, answer) if is_counted(request) else (answer, roster)
        return next((one for tell in told if (one := tell()) is not None and one.items), None)

    def _out_of_passages(self, case: "_Case") -> Answer:
        """What is answered to a question that asks nothing of the register."""
        resolved, register = case.resolved, case.register
        if roster := self._roster(case):
            return roster
        asked = asking(resolved.question, _named_in(resolved.text, register))
        if said := self._stated(case, asked):
            return said
        material = case.found(resolved)
        if material.chosen is None and asked is not None and not register.named(resolved.text):
            material = _only(material, _chosen(material, asked, register))
        elif asked is not None and asked.clusters:
            material = stated_first(material, asked, register)
        return self._preferred(case, material)

    def _out_of_register(self, case: "_Case", request: Request) -> Answer:
        """What is answered to a question that asks something of the register: what it knows, else what
        passages say in its place."""
        register = case.register
        request = as_withdrawn(request, case.resolved.question.text, register, today=case.today)
        request = replace(request, dated=request.dated or case.as_of is not None)
        material = None
        if request.wanted in WITH_PASSAGES or _may_be_denied(request, register):
            # What a firm does is found by the words that say so, not by those that ask for a cluster.
            about = replace(case.resolved, text=request.described or case.resolved.text)
            material = unrejected(case.found(about), request, register)
        answer = register_answer(
            request,
            register,
            today=case.today,
            as_of=case.as_of,
            language=case.resolved.question.language,
            passages=material,
            passages_of=self._library.document_passages,
        )
        if request.wanted == "comparison":
            answer = self._compared(answer, case, request)
        silent = answer is None or answer.kind == "abstention"
        several = request.wanted == "holder" and case.resolved.question.several
        if (silent and request.wanted in ROSTERS) or several:
            roster = self._roster(case, request)
            if roster is not None and (silent or _holds_more(roster, answer)):
                return roster
        if answer is not None:
            return _about(answer, request, register) if request.leaned else answer
        return self._in_its_place(case, request, material)

    def _roster(self, case: "_Case", request: Request | None = None) -> Answer | None:
        """The clusters asked for, as one document sets them together; None where none does."""
        material, within = case.found(case.resolved), frozenset[str]()
        if request is not None and request.leaned:
            within = request.conditions.within or frozenset(request.clusters)
        return roster_answer(material, case.register, self._rosters, today=case.today, within=within)

    def _in_its_place(self, case: "_Case", request: Request, material: Material | None) -> Answer:
        """What passages say, `material` where they were searched before, of what the register does not know;
        else that the library does not say it."""
        register, language = case.register, case.resolved.question.language
        silent = register_abstention(request, register, today=case.today, as_of=case.as_of, language=language)
        case = replace(case, resolved=_naming(case.resolved, request, register))
        # A word that nothing was made of may ask for something else; one with a capital is of a name.
        known = () if any(one[0].islower() for one in request.unread) else request.attributes
        asked = asking(case.resolved.question, request.clusters, known, request.role)
        if request.wanted == "attribute" and (said := self._stated(case, asked, request)):
            return said
        material = material or unrejected(case.found(case.resolved), request, register)
        if silent and request.clusters:
            material = about_clusters(material, request, register)
        answer = self._preferred(case, material, request, silent)
        if request.wanted == "list" and answer.statements and not _names_any(answer, register):
            # Whoever asks for clusters is told nothing by a sentence that names none.
            return silent or abstain(material)
        return answer

    def _material(self, resolved: Resolved, earlier: Sequence[Turn]) -> Material:
        """What the passages hold that were found for a question."""
        question = resolved.question
        spoken_of: Sequence[Citation] = earlier[-1].answer.citations if earlier and resolved.subject else ()
        found = self._search.find(resolved.text, PASSAGES)
        candidates = rank(question, found, spoken_of={(one.document, one.start) for one in spoken_of})
        chosen = answering(question, found.query, candidates)
        return Material(question, found, candidates, chosen, self._library.document_passages)

    def _stated(self, case: "_Case", asked: Asking | None, request: Request | None = None) -> Answer | None:
        """The answer with the sentence that states what is asked of the clusters named; None where none
        does."""
        material = self._stating(case, asked, request) if asked and asked.clusters else None
        return self._quoted(case.resolved, material) if material else None

    def _stating(self, case: "_Case", asked: Asking, request: Request | None) -> Material | None:
        """The material with the sentence that states what is asked, of clusters out of the documents on them,
        of who else is named out of all; None where none does but such as were rejected."""
        resolved, register = case.resolved, case.register
        question = replace(resolved.question, asked=asked.kind)
        if asked.clusters:
            passages = passages_of_clusters(asked.clusters, register, self._library.document_passages)
            found = self._search.among(resolved.text, passages, AMONG)
        else:
            found = self._search.find(resolved.text, AMONG)
        candidates = rank(question, found, passages=AMONG)
        material = Material(question, found, candidates, None, self._library.document_passages)
        material = unrejected(material, request, register) if request else material
        chosen = _chosen(material, asked, register)
        return _only(material, chosen) if chosen else None

    def _compared(self, answer: Answer | None, case: "_Case", request: Request) -> Answer | None:
        """The comparison with what sentences say of those of whom the register does not know it."""
        said: dict[str, Candidate] = {}
        for name, asked in unknown_of_compared(request, case.register):
            text = name if not asked.clusters else case.resolved.text
            of_one = replace(case, resolved=replace(case.resolved, text=text))
            material = self._stating(of_one, asked, request)
            if material is not None and material.chosen is not None:
                said[name] = material.chosen
        return with_said(answer, said, case.resolved.question.language) if said else answer

    def _preferred(
        self, case: "_Case", material: Material, request: Request | None = None, silent: Answer | None = None
    ) -> Answer:
        """The answer in the library's own words, of such as were not rejected where these answer too."""
        return preferring_unrejected(
            lambda kept: _of_which(self._quoted(case.resolved, kept, silent), kept, case.register, request),
            material,
            case.register,
        )

    def _quoted(self, resolved: Resolved, material: Material, silent: Answer | None = None) -> Answer:
        """The answer in the library's own words; `silent`, or the nearest passages, where none answers."""
        answers = (kind(material) for kind in KINDS)
        answer = next((in_order(answer) for answer in answers if answer is not None), None)
        answer = answer or silent or abstain(material)
        if not resolved.subject:
            return answer
        about = say("about", resolved.question.language, subject=resolved.subject)
        return replace(answer, notes=(about, *answer.notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A question in its conversation, the register and the day that it is put to, and what passages are found
    for it: `found` keeps what was searched once."""

    resolved: Resolved
    register: Register
    today: date
    as_of: date | None
    found: Callable[[Resolved], Material]


def _named_in(text: str, register: Register) -> tuple[str, ...]:
    """The clusters of the only name in a text."""
    found = register.named(text)
    return found[0].clusters if len({one.clusters for one in found}) == 1 else ()


def _holds_more(roster: Answer, answer: Answer | None) -> bool:
    """Whether a document sets together those that an answer tells with others."""
    return answer is not None and set(answer.clusters) < set(roster.clusters)


def _may_be_denied(request: Request, register: Register) -> bool:
    """Whether it is asked if clusters have a status of which no fact is known: a sentence may deny it."""
    status = request.conditions.status
    if request.wanted != "yes_no" or not status:
        return False
    return not any(register.statuses(id, "" if status == ANY else status) for id in request.clusters)


def _naming(resolved: Resolved, request: Request, register: Register) -> Resolved:
    """What is searched for, with the names of clusters that a question leaves to those before it, and of the
    coordinators whose people are asked for."""
    if not (request.leaned or request.via):
        return resolved
    clusters = [register.cluster(id) for id in request.clusters[:1]]
    names = [one.name for one in clusters]
    names += [fact.value for one in clusters if request.via for fact in one.of("coordinator")[:1]]
    text = " ".join((resolved.text, *(name for name in names if name not in resolved.text)))
    return replace(resolved, text=text)


def _chosen(material: Material, asked: Asking, register: Register) -> Candidate | None:
    """The sentence that states what is asked, of which nothing was rejected where there is such a one."""
    return stating(spotless(material, register), asked, register) or stating(material, asked, register)


def _only(material: Material, chosen: Candidate | None) -> Material:
    """The material with a sentence chosen, and no other beside it; as it is without one."""
    return replace(material, chosen=chosen, candidates=(chosen,)) if chosen else material


def _of_which(
    answer: Answer, material: Material, register: Register, request: Request | None = None
) -> Answer:
    """The answer with the cluster that it speaks of, where the question asks which cluster it is."""
    if request and beside_rejected(material, request, register):
        return answer
    return with_cluster(answer, material, register) if asks_which_cluster(material.question) else answer


def _names_any(answer: Answer, register: Register) -> bool:
    """Whether what is quoted names clusters: it, its section or the title of its document."""
    said = (text for one in answer.citations for text in (one.quote, one.place, one.title))
    return bool(answer.items) or any(register.named(text) for text in said)


def _about(answer: Answer, request: Request, register: Register) -> Answer:
    """The answer with a note of which clusters a question that named none was read as being about."""
    if not request.clusters or answer.items:
        return answer
    names = ", ".join(register.cluster(id).name for id in request.clusters)
    return replace(answer, notes=(say("about", answer.language, subject=names), *answer.notes))
