"""Which clusters, or how many, by what a document sets together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answers.draft import Material
from assistant.answers.register.phrasing import counted
from assistant.answers.rows import SEPARATOR
from assistant.grounding import Citations, in_order
from assistant.model import Answer, Item, Statement
from assistant.question import Question
from assistant.requests.frames import opens_yes_no, which_cluster
from assistant.requests.parts import Parts, take_apart
from assistant.rosters.contrast import without_contrast
from assistant.rosters.finding import Rosters, Told
from assistant.rosters.fitting import Asker, Fit, fit, share_of
from assistant.rosters.listed import is_one
from assistant.rosters.meeting import met
from assistant.rosters.model import Line, Member, Roster
from assistant.rosters.needs import Need, asked_for, needs_of
from assistant.rosters.words import listed
from assistant.wording import say
from index.model import StoredSentence
from index.register import forms
from index.register.register import Register

# Documents that are looked into, the nearest first.
DOCUMENTS = 5
# Sentences of a document that is read for rosters, a millisecond each for the first question: the register
# knows what longer ones list.
LONGEST = 800
# By how much what is listed goes before what a sentence names, and a list before a number told.
LISTED = 0.05
# The longest line that is shown beside a name.
SHOWN = 160


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question and what of it must be met. `counts`: how many they are is asked, not which."""

    question: Question
    asker: Asker
    register: Register
    counts: bool


def roster_answer(
    material: Material,
    register: Register,
    rosters: Rosters,
    *,
    today: date,
    within: frozenset[str] = frozenset(),
) -> Answer | None:
    """The clusters that a question asks for, as the document that meets it best sets them together; None
    where none does. `within` are ids of those that the question points back at."""
    question = material.question
    material = replace(material, question=replace(question, text=without_contrast(question.text, register)))
    parts = take_apart(material.question, register, today)
    if not _asks_for_clusters(parts, within):
        return None
    asked = _asked(material, parts, register, today, within)
    found = [one.passage.document for one in material.found.hits]
    documents = list(dict.fromkeys(one.id for one in found if one.sentences <= LONGEST))[:DOCUMENTS]
    told = {one: rosters.of(one, material.passages_of, register) for one in documents}
    best = _best(asked, told)
    if (
        asked.counts
        and asked.asker.clusters
        and not within
        and (number := _stated(asked, told, best)) is not None
    ):
        return number
    if best is None or (asked.counts and not any(map(is_one, best.members))):
        return None
    return _answer(asked, best)


def _asked(
    material: Material, parts: Parts, register: Register, today: date, within: frozenset[str]
) -> _Asked:
    at = asked_for(parts)
    asker = Asker(
        needs_of(parts, material.found.query, today),
        register,
        today,
        parts.order,
        parts.limit,
        within,
        clusters=at is not None and forms.is_cluster(parts.tokens.tokens[at].text),
    )
    counts = material.question.asked == "number" and parts.has("how_many", "number_of")
    return _Asked(material.question, asker, register, counts)


def _asks_for_clusters(parts: Parts, within: frozenset[str]) -> bool:
    """Whether a question asks which clusters, who of them, or how many."""
    tokens = parts.tokens
    if opens_yes_no(tokens, parts.question.language) or parts.has("why") or _turned(parts):
        return False
    noun = which_cluster(tokens)
    if (
        within
        or asked_for(parts) is not None
        or (noun is not None and forms.is_cluster(tokens.tokens[noun].text))
    ):
        return True
    # Who does something for a cluster that is named, or is president of a body, is nobody of a list.
    return tokens.has("who") and not parts.named and not tokens.places("which", "how_many", "show", "role")


def _turned(parts: Parts) -> bool:
    return any(token.folded in listed("turning") for token in parts.tokens.tokens)


def _best(asked: _Asked, told: Mapping[str, Told]) -> Fit | None:
    """The fit of the roster that meets most; of those that meet as much, that of the nearest document."""
    found = [
        (one.share + LISTED * roster.listed, -place, one)
        for place, document in enumerate(told)
        for roster in told[document].rosters
        if (one := fit(asked.asker, roster)) is not None
    ]
    if not found:
        return None
    best = max(found, key=lambda one: one[:2])
    return _with_like(best[2], [one for share, place, one in found if (share, place) == best[:2]])


def _with_like(best: Fit, others: Sequence[Fit]) -> Fit:
    """A table's fit with those of the tables of its document under the same heads, which are one table in
    parts; whoever stands in several once."""
    heads = best.roster.close[0]
    like = [one for one in others if SEPARATOR in heads and one.roster.close[0] == heads]
    if len(like) < 2:
        return best
    members = {
        member.cluster or member.name: member for one in reversed(like) for member in reversed(one.members)
    }
    whole = tuple(member for one in like for member in one.roster.members)
    roster = replace(best.roster, members=whole)
    return replace(best, roster=roster, members=tuple(reversed(members.values())))


def _stated(asked: _Asked, told: Mapping[str, Told], best: Fit | None) -> Answer | None:
    """The number that a sentence tells of those asked for, where none are listed that meet it better, or just
    as many."""
    found = [
        (share, -place, roster, number)
        for place, document in enumerate(told)
        for roster, number in told[document].counts
        if (share := share_of(asked.asker, roster))
    ]
    if not found:
        return None
    share, _, roster, number = max(found, key=lambda one: one[:2])
    if any(other.head == roster.head and told != number for *_, other, told in found):
        return None  # Which of its clauses is meant, nothing tells.
    if best is not None and (best.share > share + LISTED or len(best.members) == number):
        return None
    language = asked.question.language
    citations = Citations(language)
    statement = Statement(
        (_cite(citations, roster.head),), exact=counted("clusters", number, language), quote=roster.head.text
    )
    return Answer(language, "count", (statement,), citations=citations.made())


def _answer(asked: _Asked, found: Fit) -> Answer:
    language = asked.question.language
    citations = Citations(language)
    head = tuple(_statements(asked, found.roster, citations))
    items = tuple(_item(one, asked.register, _cite(citations, one.line)) for one in found.members)
    ids = tuple(one.cluster for one in found.members)
    whole = len(found.roster.members)
    if asked.counts:
        exact = counted("clusters", len(items), language) if asked.asker.clusters else str(len(items))
        head = (Statement(head[0].citations, exact=exact, quote=head[0].quote), *head[1:])
    note = say("listed" if len(items) == whole else "picked", language, count=len(items), of=whole)
    return in_order(
        Answer(
            language,
            "count" if asked.counts else "list",
            head,
            items,
            citations=citations.made(),
            notes=(note,),
            # "Which of them" is asked of all, or of none.
            clusters=ids if all(ids) else (),
        )
    )


def _statements(asked: _Asked, roster: Roster, citations: Citations) -> list[Statement]:
    """What introduces a roster, as quoted: of a paragraph the sentence that says most of what is asked."""
    line = roster.head
    if line.is_heading:
        return [Statement((_cite(citations, line),), quote=line.text)]
    sentences = line.sentences if not roster.listed else (_telling(asked.asker.needs, line),)
    return [Statement((citations.sentence(line.passage, one),), quote=one.text) for one in sentences]


def _telling(needs: tuple[Need, ...], line: Line) -> StoredSentence:
    if line.introduces:
        return line.sentences[-1]
    return max(line.sentences, key=lambda one: sum(met(need, one.text) for need in needs))


def _cite(citations: Citations, line: Line) -> int:
    if line.is_heading:
        return citations.heading(line.passage, line.text)
    return citations.sentence(line.passage, line.sentences[0])


def _item(member: Member, register: Register, number: int) -> Item:
    details = {cell.head: cell.text for cell in member.cells}
    line = member.said[0] if member.said else ""
    reason = line if not details and line != member.name and len(line) <= SHOWN else ""
    if not member.cluster:
        return Item(member.name, (number,), details=details, reason=reason)
    cluster = register.cluster(member.cluster)
    names = dict.fromkeys((member.name, *cluster.aliases))
    aliases = tuple(name for name in names if name != cluster.name)
    return Item(cluster.name, (number,), aliases=aliases, details=details, reason=reason, cluster=cluster.id)
