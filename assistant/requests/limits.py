"""How many clusters are to be listed: "podaj trzy klastry", "the five largest", "top 10"."""

from assistant.request import Order
from assistant.requests.rounds import cardinal
from assistant.requests.tokens import Tokens

ORDERS: tuple[Order, ...] = (
    *("most_members", "fewest_members", "oldest", "newest", "ends_first", "ends_last", "begins_first"),
)
# More are no choice of a few.
MOST = 50


def take_limit(tokens: Tokens) -> int | None:
    """How many of clusters in an order are asked for, the number taken; None where no number is told, or one
    of any clusters, "give me three clusters", as all that fit are an answer to that."""
    ordered = tokens.places(*ORDERS)
    for place, token in enumerate(tokens.tokens):
        number = cardinal(token.folded) if not tokens.meaning[place] else None
        if number is None or not 0 < number <= MOST:
            continue
        after = tokens.meaning[place + 1] if place + 1 < len(tokens.tokens) else ""
        top = bool(place) and tokens.tokens[place - 1].folded == "top"
        few = after in {"clusters", "label"} and (ordered or tokens.has("show"))
        if top or few or after in ORDERS:
            tokens.take(place, place + 1, "filler")
            return number if ordered or top else None
    return None
