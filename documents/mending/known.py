"""Whether a word is one: in Polish by Morfeusz2's forms, in English by its frequency."""

from functools import cache, lru_cache

from documents.dictionary import analysed


@lru_cache(maxsize=50_000)
def is_polish(word: str) -> bool:
    """Whether a word, in any case, is the form of a Polish one, a name too."""
    if "\ufffd" in word:
        return False
    spellings = dict.fromkeys((word, word.lower(), word.capitalize()))
    return any(all(part[2][2] != "ign" for part in analysed(each)) for each in spellings)


def is_first_name(word: str) -> bool:
    """Whether a word is a Polish first name, in the nominative."""
    return any(part[2][2].startswith("subst:sg:nom") and "imię" in part[2][3] for part in analysed(word))


def is_english(word: str) -> bool:
    """Whether a word, in any case, is among the 30,000 or so most frequent English ones."""
    return word.lower() in _english()


def is_known(word: str) -> bool:
    """Whether a word is one in either language."""
    return is_polish(word) or is_english(word)


def is_listed(word: str) -> bool:
    """Whether a word, in any case, is one that Polish texts have; most rare forms are not listed."""
    return word.lower() in _polish()


@cache
def _polish() -> frozenset[str]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - for damaged documents only

    return frozenset(get_frequency_dict("pl", "large"))


@cache
def _english() -> frozenset[str]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - for damaged documents only

    return frozenset(get_frequency_dict("en", "small"))
