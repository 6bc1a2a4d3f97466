"""An answer out of the register, or what it can say is not in the library."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from assistant.answers.draft import Material
from assistant.answers.register.attribute import attribute_answer
from assistant.answers.register.chosen import matches
from assistant.answers.register.clusters import clusters_answer
from assistant.answers.register.comparison import comparison_answer
from assistant.answers.register.count import count_answer
from assistant.answers.register.denial import denial_answer
from assistant.answers.register.holder import holder_answer
from assistant.answers.register.matter import Matter, PassagesOf, Registered
from assistant.answers.register.missing import certainly_missing, missing_answer
from assistant.answers.register.recommendation import recommendation_answer
from assistant.answers.register.status import is_timed
from assistant.answers.register.withdrawal import withdrawal_answer
from assistant.answers.register.yes_no import yes_no_answer
from assistant.grounding import Citations, in_order
from assistant.model import Answer
from assistant.request import Request, Wanted
from assistant.wording import say
from documents.model import Language

KINDS: Mapping[Wanted, Callable[[Matter], Answer | None]] = {
    "list": clusters_answer,
    "count": count_answer,
    "attribute": attribute_answer,
    "holder": holder_answer,
    "yes_no": yes_no_answer,
    "comparison": comparison_answer,
    "recommendation": recommendation_answer,
}
# What a status is asked of on a day; "until when" is answered whatever the day.
ON_A_DAY: frozenset[Wanted] = frozenset({"list", "count", "yes_no"})
COUNTED: frozenset[Wanted] = frozenset({"list", "count"})


def register_answer(
    request: Request,
    register: Registered,
    *,
    today: date,
    as_of: date | None = None,
    language: Language = "pl",
    passages: Material | None = None,
    passages_of: PassagesOf | None = None,
) -> Answer | None:
    """The answer to a request, an abstention where the register alone can tell that there is none; None where
    passages may know.

    `as_of` takes the place of `today`, and of the day that a status is to hold on where the request has none.
    """
    matter = _matter(request, register, today=today, as_of=as_of, language=language)
    matter = replace(matter, passages=passages, passages_of=passages_of)
    answer = _answered(matter)
    if answer is None and _is_of_today(matter):
        matter = replace(_undated(matter), citations=Citations(language))
        answer = _answered(matter)
    if answer is None and request.wanted == "yes_no":
        answer = denial_answer(matter)
    if answer is not None:
        return in_order(_with_languages(answer, matter.citations))
    if request.conditions.refused:
        return None  # What was refused to whom a passage may tell.
    return certainly_missing(replace(matter, citations=Citations(language)))


def _answered(matter: Matter) -> Answer | None:
    if matter.request.conditions.withdrawn or matter.request.conditions.refused:
        return withdrawal_answer(matter)
    if matter.request.single and (of_one := _of_the_one(matter)):
        return of_one
    return KINDS[matter.request.wanted](matter)


def _of_the_one(matter: Matter) -> Answer | None:
    """What is asked of the only cluster that a description fits."""
    found = matches(matter)
    if len(found) != 1:
        return None
    request = replace(matter.request, wanted="attribute", clusters=(found[0].cluster.id,))
    return attribute_answer(replace(matter, request=request))


def _with_languages(answer: Answer, citations: Citations) -> Answer:
    """The answer with a note where a quotation is in another language than our own words."""
    quoted = (statement.citations[0] for statement in answer.statements if statement.quote)
    if not any(citations.is_foreign(number) for number in quoted):
        return answer
    return replace(answer, notes=(*answer.notes, say("other_language", answer.language)))


def register_abstention(
    request: Request,
    register: Registered,
    *,
    today: date,
    as_of: date | None = None,
    language: Language = "pl",
) -> Answer | None:
    """What the library does not know of what the request names, where no passage answers it either; None
    where the register has nothing to tell of that."""
    return missing_answer(_matter(request, register, today=today, as_of=as_of, language=language))


def _matter(
    request: Request,
    register: Registered,
    *,
    today: date,
    as_of: date | None,
    language: Language,
) -> Matter:
    return Matter(_on_day(request, as_of), register, as_of or today, Citations(language))


def _is_of_today(matter: Matter) -> bool:
    """Whether "today" or "now" is all that the request says of a time."""
    request = matter.request
    return bool(request.conditions.valid_on) and not request.dated and request.wanted in COUNTED


def _undated(matter: Matter) -> Matter:
    """The matter without its day: where nothing is known to hold today, what was known last is told."""
    conditions = replace(matter.request.conditions, valid_on=None)
    return replace(matter, request=replace(matter.request, conditions=conditions))


def _on_day(request: Request, as_of: date | None) -> Request:
    """The request with the day that a status is to hold on: without a date, the newest that is known of each
    cluster is told, with what has passed."""
    conditions = request.conditions
    if as_of is None and not request.dated and conditions.valid_on and request.wanted not in COUNTED:
        return replace(request, conditions=replace(conditions, valid_on=None))
    if as_of and conditions.status and request.wanted in ON_A_DAY and not is_timed(conditions):
        return replace(request, conditions=replace(conditions, valid_on=as_of))
    return request
