"""The frames of questions: which clusters, how many clusters, list the clusters, is it so that."""

from assistant.requests.tokens import Tokens
from documents.model import Language

# What may stand between a question word and "clusters": what is a condition, or adds nothing.
BETWEEN = frozenset(
    (
        *(
            "place_value",
            "sector_value",
            "label",
            "round_value",
            "still",
            "show",
            "exists",
            "being",
            "filler",
            "holds",
        ),
        *(
            "most_members",
            "fewest_members",
            "oldest",
            "newest",
            "others",
            "better",
            "period",
            "foreign",
            "field",
            "whose",
            "ended",
        ),
    )
)
# Beside those, what may stand between "list" and "clusters": what is asked for in addition.
ASKED = frozenset(
    (
        *(
            "which",
            "coordinator",
            "representative",
            "role",
            "email",
            "phone",
            "website",
            "address",
            "contact",
        ),
        *("members", "number_of", "until_when", "round", "holds", "where", "place", "status"),
    )
)
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "does", "do", "did", "has", "have", "had", "will", "can")
)
# After "what" they ask about the word cluster, or what clusters do.
_NO_NOUN = frozenset(("does", "do", "did", "can", "could"))
_ARTICLES = frozenset(("the", "all", "any", "some", "are", "our", "your"))
_BEFORE = frozenset(("a", "i", "and", "but", "or", "so", "oraz", "ale", "hej", "hi", "hello"))


def which_cluster(tokens: Tokens) -> int | None:
    """Where the noun stands in "which clusters"; None where a question is no such."""
    return _reached(tokens, ("which",), BETWEEN)


def how_many_clusters(tokens: Tokens) -> bool:
    """Whether it is asked how many clusters there are."""
    return _reached(tokens, ("how_many", "number_of"), BETWEEN) is not None


def shows_clusters(tokens: Tokens) -> bool:
    """Whether a list of clusters is asked for: "list the clusters", "wymień krajowe klastry kluczowe"."""
    place = _reached(tokens, ("show",), BETWEEN | ASKED)
    return place is not None and tokens.meaning[place] != "cluster"


def opens_yes_no(tokens: Tokens, language: Language) -> bool:
    """Whether a question begins as one that is answered by yes or no."""
    start = 0
    # "I have a mill" is no question, "i ma status" one.
    before = _BEFORE - {"i"} if language == "en" else _BEFORE
    while start < len(tokens.tokens) - 1 and tokens.tokens[start].folded in before:
        start += 1
    if tokens.meaning[start] == "whether":
        return True
    return language == "en" and tokens.tokens[start].folded in _AUXILIARIES


def is_plural(tokens: Tokens) -> bool:
    """Whether clusters are spoken of in the plural; an acronym of a label may be."""
    return tokens.has("clusters") or any(
        token.folded in {"kkk", "nkcs"}
        or (token.folded.startswith(("klastry", "klastro", "klastra")) and token.folded not in {"klastra"})
        or token.folded == "clusters"
        for token, meaning in zip(tokens.tokens, tokens.meaning, strict=True)
        if meaning == "label"
    )


def _reached(tokens: Tokens, starts: tuple[str, ...], over: frozenset[str]) -> int | None:
    for start in tokens.places(*starts):
        following = tokens.tokens[start + 1].folded if start + 1 < len(tokens.tokens) else ""
        if following in _NO_NOUN:
            continue
        place = tokens.reaches(start + 1, {"clusters", "cluster"}, over | {*starts})
        place = _labelled(tokens, start, over) if place is None else place
        place = _compounded(tokens, start) if place is None else place
        if place is not None and not _opens_a_compound(tokens, place):
            return place
    return None


def _compounded(tokens: Tokens, start: int) -> int | None:
    """Where the noun stands after words of which a value is one: "which energy equipment clusters". A verb
    would stand before the value, so that after "which" other words do not."""
    values = {"place_value", "sector_value", "label"}
    met = tokens.meaning[start] == "show"
    for place in range(start + 1, len(tokens.tokens)):
        if tokens.meaning[place] == "clusters":
            return place if values & set(tokens.meaning[start:place]) else None
        met = met or tokens.meaning[place] in values
        if tokens.meaning[place] not in values and not _describes(tokens, place, met=met):
            return None
    return None


def _describes(tokens: Tokens, place: int, *, met: bool) -> bool:
    """Whether a word may say of which kind clusters are, once a value is `met`."""
    if tokens.says_nothing(place):
        return tokens.tokens[place].folded in _ARTICLES
    return met and not tokens.meaning[place]


def _opens_a_compound(tokens: Tokens, place: int) -> bool:
    """Whether "cluster" only says of which kind the noun after it is: "what is cluster policy"."""
    if tokens.tokens[place].folded != "cluster" or place + 1 == len(tokens.tokens):
        return False
    return not tokens.meaning[place + 1] and not tokens.says_nothing(place + 1)


def _labelled(tokens: Tokens, start: int, over: frozenset[str]) -> int | None:
    """Where a label stands for the clusters that hold it: "which National Key Clusters"."""
    place = tokens.reaches(start + 1, {"label"}, (over - {"status"}) | {tokens.meaning[start]})
    if place is None or tokens.tokens[place].folded == "status":
        return None
    return place
