"""What a question asks of clusters: which attributes, whose role, and what of a status."""

from dataclasses import dataclass, replace

from assistant.request import Aspect
from assistant.requests.bodies import LEADING
from assistant.requests.tokens import Tokens, lexicon
from index.register.model import Attribute, Conditions

# What is told of a cluster that is asked about as a whole.
PROFILE: tuple[Attribute, ...] = (
    *("status", "coordinator", "representative", "place", "region", "sector", "members", "founded"),
    *("mission", "website", "email", "phone"),
)
# Who leads a cluster, under either name, or the person who does.
LED: tuple[Attribute, ...] = ("coordinator", "representative", "person")
CONTACT: tuple[Attribute, ...] = ("email", "phone", "website", "address")
WHERE: tuple[Attribute, ...] = ("place", "address", "region")
# What each concept of the lexicon asks for where it stands alone.
PLAIN: dict[str, tuple[Attribute, ...]] = {
    "coordinator": ("coordinator",),
    "representative": ("representative",),
    "manages": ("coordinator", "person"),
    "heads": ("person",),
    "role": ("person",),
    "email": ("email",),
    "phone": ("phone",),
    "website": ("website",),
    "address": ("address",),
    "contact": CONTACT,
    "where": WHERE,
    "place": ("place",),
    "region": ("region",),
    "country": ("country",),
    "sector": ("sector",),
    "mission": ("mission",),
    "partner": ("partner",),
    "project": ("project",),
    "profile": PROFILE,
    "how_big": ("members",),
    "founding_date": ("founded",),
    "bigger": ("members",),
    "older": ("founded",),
    "longer": ("status",),
}
# Words that say when, since when, until when.
TIMES = ("when", "since_when", "until_when")


@dataclass(frozen=True, slots=True)
class Wish:
    """The attributes that a question asks for, in its order, with what narrows them."""

    attributes: tuple[Attribute, ...]
    role: str = ""
    aspect: Aspect = ""

    def beside(self, conditions: Conditions) -> "Wish":
        """The wish without what clusters are chosen by: "run by a foundation" does not ask who runs them."""
        said = {*conditions.known, *(LED if conditions.bodies else ())}
        return replace(self, attributes=tuple(one for one in self.attributes if one not in said))


def wish_of(tokens: Tokens, label: str, role: str) -> Wish:
    """What a question asks for, the words that stand for it known by their meaning."""
    found: dict[Attribute, None] = {}
    for spot in tokens.spots:
        if spot in tokens.all_of(spot.concept):
            found |= dict.fromkeys(PLAIN.get(spot.concept, ()))
    if tokens.has("with_whom") and tokens.has("project") and not tokens.has("contact", "seeks"):
        # "Z kim prowadzi projekt X?": nobody asks who leads.
        others = [one for one in found if one not in LED]
        found = {"partner": None, **dict.fromkeys(others)}
    if tokens.places("via"):
        found = {"person": None}
    found |= dict.fromkeys(PLAIN["role"] if role else ())
    named = any(token.folded in lexicon()["names_asked"]["words"] for token in tokens.tokens)
    if role and not (named or tokens.has("who")) and not found.keys().isdisjoint(CONTACT):
        found.pop("person", None)  # "The director's telephone" asks for nobody's name.
    found |= dict.fromkeys(("members",) if _counts_members(tokens) else ())
    if _asks_where_others_are(tokens, role):
        return Wish((), role)
    about_status = bool(label) or tokens.has("status", "round", "ended", "gained", "renewed")
    leads = bool(role) or tokens.has(*LEADING)
    aspect: Aspect = _aspect(tokens) if about_status else _time_of(tokens) if leads else ""
    begun = tokens.has(*TIMES) and tokens.has("founded", "exists")
    if aspect and not about_status:
        return Wish(tuple(found), role, aspect)
    if not aspect and (begun or (tokens.has("since_when") and not about_status)):
        found["founded"] = None
    if aspect or (tokens.has("status") and not found):
        found["status"] = None
    return Wish(tuple(found), role, aspect)


def _asks_where_others_are(tokens: Tokens, role: str) -> bool:
    """Whether it is asked which places those are, or come from, who are something to a cluster: "which
    countries are its partners from", "jakie miasta były założycielami"."""
    places = tokens.places("country", "place", "region")
    which = any(n and tokens.meaning[n - 1] in {"which", "how_many"} for n in places)
    return which and (tokens.has("partner", "members", "firms") or bool(role))


def _time_of(tokens: Tokens) -> Aspect:
    """Since when, or until when, somebody leads a cluster, where that is asked."""
    if tokens.has("founded", "founding_date") or tokens.has("who", "number_of", "how_many"):
        return ""
    return "until" if tokens.has("until_when") else "since" if tokens.has("since_when", "when") else ""


def _counts_members(tokens: Tokens) -> bool:
    """Whether the number of members is asked for: "ilu członków", "ile firm zrzesza", "how big"."""
    counted = tokens.has("members", "firms")
    return counted and tokens.has("how_many", "number_of")


def _aspect(tokens: Tokens) -> Aspect:
    if tokens.has("until_when") or (tokens.has("when") and tokens.has("ended")):
        return "until"
    if tokens.has("since_when") or (tokens.has("when") and tokens.has("gained", "holds")):
        return "since"
    if tokens.has("round") and tokens.has("which"):
        return "round"
    return "until" if tokens.has("when") and tokens.has("status") else ""
