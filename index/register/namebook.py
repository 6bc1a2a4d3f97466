"""Names of clusters as they are recognised in a text, in whatever form somebody types them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from documents.model import Span
from index import words
from index.register import forms
from index.register.model import Cluster, Named
from index.register.names import (
    ClusterName,
    Key,
    Word,
    abbreviates,
    initials,
    is_title,
    key_of,
    read_name,
    tells,
)
from index.register.translation import concept, concepts, words_of_phrases
from index.register.windows import Token, Window, apart, tokens_of, windows

# A part of a name that so many clusters have names none of them.
MOST_MEANT = 4
# So many words that many names share are a name together, even in small letters.
LONG_NAME = 4
# A shorter word is too near to others for a slip of the finger to be told.
SHORTEST_CORRECTED = 5
# Words of which it is kept what they may mean in names.
WORDS_KEPT = 20_000


class Need(IntEnum):
    """What words need beside them to be a name: nothing; capitals, quotation marks or the word for a
    cluster; capitals or quotation marks; or both that word and capitals."""

    NOTHING = 0
    MARK = 1
    CAPITAL = 2
    BOTH = 3


@dataclass(slots=True)
class _Phrase:
    need: Need
    clusters: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Clusters named by the words of a window; `whole` if these are a whole name and no part of one."""

    window: Window
    clusters: tuple[str, ...]
    exact: bool
    whole: bool = True


class Namebook:
    """Recognises clusters in texts by their names, parts of them, their acronyms and translations."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._full: dict[Key, _Phrase] = {}
        self._parts: dict[Key, _Phrase] = {}
        self._translated: dict[Key, dict[str, None]] = defaultdict(dict)
        self._acronyms: dict[str, dict[str, None]] = defaultdict(dict)
        self._initials: dict[str, dict[str, None]] = defaultdict(dict)
        self._called: dict[str, tuple[str, ...]] = {}
        self._spelled: dict[int, dict[str, str]] = defaultdict(dict)
        self._telling: set[str] = set()
        self._meant = lru_cache(maxsize=WORDS_KEPT)(self._meant_by)
        self._short_for = lru_cache(maxsize=WORDS_KEPT)(self._shortened)
        for cluster in clusters:
            self._called[cluster.id] = cluster.names
            for name in map(read_name, cluster.names):
                self._enter(name, cluster.id)
        self._known = {word for key in (*self._full, *self._parts) for word in key}
        whole = {word for key in self._translated for word in key}
        self._concepts = whole | words_of_phrases(whole)
        self._longest = max(map(len, self._full), default=0)

    def _enter(self, name: ClusterName, cluster: str) -> None:
        if name.acronym:
            self._acronyms[words.fold(name.text).upper()][cluster] = None
            return
        _put(self._full, name.key, _need(name.words), cluster)
        if len(name.key) > 1:
            self._translated[concepts(name.said)][cluster] = None
        for part in _parts(name):
            _put(self._parts, key_of(part), _need_of_part(part), cluster)
        for acronym in initials(name.text):
            self._initials[acronym][cluster] = None
        for word in name.words:
            if word.weight:
                self._telling.add(word.lemma)
            if len(word.text) >= SHORTEST_CORRECTED:
                folded = words.fold(word.text)
                for spelled in (folded, word.lemma, words.stem(word.text)):
                    self._spelled[len(spelled)][spelled] = word.lemma

    def find(self, text: str, *, lenient: bool = False, sure: bool = False) -> tuple[Named, ...]:
        """The clusters that a text names, in its order, without overlaps. `lenient`: a whole name needs
        neither capitals nor the word for a cluster beside it, though it be a common word. `sure`: neither
        with a slip of the finger nor translated."""
        tokens = tokens_of(text)
        hits = list(self._exact(tokens, self._meanings))
        hits += self._bare(tokens) if lenient else ()
        hits += self._by_acronym(tokens, shouted=text.isupper())
        hits = _longest(hits)
        # What is but a part of a name may be of another one, mistyped or translated.
        rest = _uncovered(tokens, (hit for hit in hits if hit.whole))
        if not sure and any(token.content for token in rest):
            least = Need.MARK if lenient else Need.NOTHING
            corrected = self._corrected(tokens, hits, least)
            hits = _longest([*hits, *corrected, *self._translations(tokens, rest)])
        return tuple(_all_named(tokens, sorted(hits, key=lambda one: one.window.first)))

    def _meanings(self, token: Token) -> tuple[str, ...]:
        return self._meant(token.text)

    def _meant_by(self, word: str) -> tuple[str, ...]:
        # A foreign name may be a form of some Polish word once its diacritics are gone.
        read = {*forms.meanings(word), words.fold(word)}
        if word[0].isupper() or word[0].isdigit():
            # What the dictionary takes for a form of some word may be one of a name that it does not know.
            read.add(words.stem(word))
        found = [one for one in sorted(read) if one in self._known]
        own = forms.lemma(word)
        return (own, *(one for one in found if one != own)) if own in self._known else tuple(found)

    def _exact(
        self,
        tokens: Sequence[Token],
        meanings: Callable[[Token], Sequence[str]],
        *,
        exact: bool = True,
        least: Need = Need.NOTHING,
    ) -> Iterator[_Hit]:
        for window in windows(tokens, meanings, self._longest):
            mark = max(least, _mark(tokens, window))
            phrases = (self._phrase(key) for key in window.keys)
            found = dict.fromkeys(one for p in phrases if p and p.need <= mark for one in p.clusters)
            whole = any(key in self._full for key in window.keys)
            if found and (whole or self._stands_apart(tokens, window, found)):
                yield _Hit(window, tuple(found), exact, whole)

    def _stands_apart(self, tokens: Sequence[Token], window: Window, found: Iterable[str]) -> bool:
        """Whether a part of a name is no part of another one: beside it, and "Cluster", stands no word with a
        capital that none of the clusters has in its names."""
        run = [window.first, window.last]
        while run[0] and tokens[run[0] - 1].named and not tokens[run[0] - 1].ends:
            run[0] -= 1
        while run[1] + 1 < len(tokens) and tokens[run[1] + 1].named and not tokens[run[1]].ends:
            run[1] += 1
        if not any(tokens[at].cluster for at in range(run[0], run[1] + 1)):
            return True
        # A capital at the beginning of a text says nothing.
        beside = {*range(run[0] or 1, run[1] + 1)} - {*range(window.first, window.last + 1)}
        known = {word for one in found for name in self._called[one] for word in read_name(name).key}
        return all(tokens[at].cluster or known & {*self._meanings(tokens[at])} for at in beside)

    def _bare(self, tokens: Sequence[Token]) -> Iterator[_Hit]:
        """Whole names of common words, as typed in haste."""
        for window in windows(tokens, self._meanings, self._longest):
            phrases = (self._full.get(key) for key in window.keys)
            found = dict.fromkeys(one for p in phrases if p and p.need <= Need.MARK for one in p.clusters)
            if found:
                yield _Hit(window, tuple(found), exact=True)

    def _phrase(self, key: Key) -> _Phrase | None:
        full = self._full.get(key)
        if full is not None:
            return full
        part = self._parts.get(key)
        if part is None or len(part.clusters) > (MOST_MEANT if part.need == Need.NOTHING else 1):
            return None
        return part

    def _by_acronym(self, tokens: Sequence[Token], *, shouted: bool) -> Iterator[_Hit]:
        for at, token in enumerate(tokens):
            found = self._short_for(token.text)
            capitals = token.text.isupper() and not shouted
            if found and (capitals or not words.is_known(token.text.lower())):
                yield _Hit(Window(at, at, (at,), ()), found, exact=True)

    def _shortened(self, text: str) -> tuple[str, ...]:
        """The clusters that a word is a short form of: stated, formed from initials, or from beginnings."""
        letters = words.fold(text).upper()
        if len(letters) < 2:
            return ()
        stated = self._acronyms.get(letters)
        formed = self._initials.get(letters, {})
        found = stated or (formed if len(formed) <= MOST_MEANT and not _is_word(letters) else {})
        return tuple(found or self._abbreviated(text))

    def _abbreviated(self, text: str) -> dict[str, None]:
        """The clusters whose names begin as the parts of a short form do: "ZKMed"."""
        letters = words.fold("".join(filter(str.isupper, text))).upper()
        if letters == text.upper():
            return {}
        formed = self._initials.get(letters, {})
        return {one: None for one in formed if any(abbreviates(text, name) for name in self._called[one])}

    def _corrected(self, tokens: Sequence[Token], hits: Sequence[_Hit], least: Need) -> Iterator[_Hit]:
        """What is named with a slip of the finger in a word that tells names apart; `least`: what it has
        beside it, seen or not."""
        uncovered = _uncovered(tokens, hits)
        near = {token.span: self._near(token) for token in uncovered if token.content}
        if not any(near.values()):
            return
        free = {token.span for token in uncovered}

        def meanings(token: Token) -> Sequence[str]:
            return near.get(token.span) or (self._meanings(token) if token.span in free else ())

        for hit in self._exact(tokens, meanings, exact=False, least=least):
            slips = [tokens[at] for at in hit.window.content if near.get(tokens[at].span)]
            # A word of the dictionary, or one many names share, is a slip only beside words that are none.
            alone = len(hit.window.content) == len(slips)
            if slips and not (alone and (words.is_known(slips[0].text) or not self._tells(near, slips))):
                yield hit

    def _tells(self, near: Mapping[Span, Sequence[str]], slips: Iterable[Token]) -> bool:
        """Whether any of the words mistyped tells names apart."""
        return any(one in self._telling for slip in slips for one in near[slip.span])

    def _near(self, token: Token) -> tuple[str, ...]:
        """The lemmas of the names' words that a word is nearest to, if it is none of them itself."""
        folded = words.fold(token.text)
        if len(folded) < SHORTEST_CORRECTED or not folded.isalnum() or self._meanings(token):
            return ()
        known = words.is_known(token.text)
        if known and not token.capital:
            return ()
        best: dict[int, dict[str, None]] = defaultdict(dict)
        for form in {folded, words.stem(token.text)}:
            most = 2 if len(form) >= 8 else 1
            for length in range(max(4, len(form) - most), len(form) + most + 1):
                spelled = self._spelled.get(length, {})
                for one, distance, _ in process.extract(
                    form, spelled.keys(), scorer=OSA.distance, score_cutoff=most, limit=3
                ):
                    # What many names share is mistyped by no word of the dictionary: it is another such word.
                    if not known or spelled[one] in self._telling:
                        best[int(distance)][spelled[one]] = None
        return tuple(best[min(best)]) if best else ()

    def _translations(self, tokens: Sequence[Token], rest: Sequence[Token]) -> Iterator[_Hit]:
        free = {token.span for token in rest}

        def meanings(token: Token) -> Sequence[str]:
            if token.span not in free:
                return ()
            found = dict.fromkeys(
                concept(one) for one in (forms.lemma(token.text), *sorted(forms.meanings(token.text)))
            )
            return [one for one in found if one in self._concepts]

        # A word of one language may be two of the other: "dolnośląski", "Lower Silesian".
        for window in windows(tokens, meanings, self._longest + 1):
            found = {one: None for key in window.keys for one in self._translated.get(concepts(key), ())}
            if len(found) == 1 and _mark(tokens, window) != Need.NOTHING:
                yield _Hit(window, tuple(found), exact=False)


def _put(phrases: dict[Key, _Phrase], key: Key, need: Need, cluster: str) -> None:
    phrase = phrases.setdefault(key, _Phrase(need))
    phrase.need = min(phrase.need, need)
    phrase.clusters[cluster] = None


def _need(found: Sequence[Word]) -> Need:
    """What a whole name needs beside it."""
    if tells(found) or len(found) >= LONG_NAME:
        return Need.NOTHING
    if len(found) > 1 or found[0].weight:
        return Need.MARK
    # "Warstwa" in the midst of a question is a name; "Lotnictwo" and "Śląsk" may be what is asked about.
    return Need.BOTH if forms.is_matter(found[0].text) else Need.CAPITAL


def _need_of_part(part: Sequence[Word]) -> Need:
    """What a part of a name needs beside it."""
    if tells(part):
        return Need.NOTHING
    based = _stands_in_base_form(part[0])
    if len(part) > 1 or (part[0].weight and based):
        return Need.MARK
    # A title that only resembles what clusters work in, or a form of it: "Implanta" of a cluster of implants.
    known = based and words.is_known(part[0].text) and part[0].lemma in forms.generic()
    common = known and forms.is_matter(part[0].text)
    return Need.BOTH if common else Need.CAPITAL


def _parts(name: ClusterName) -> Iterator[tuple[Word, ...]]:
    """The proper parts of a name, words that follow one another, that may stand for it: of common words by
    themselves only the last, "Wiązka" of "Klaster Czujników Wiązka" and of "Klaster Wiązka Lublin", and the
    first of an English one, if it says no trade: "Prism" of "Prism Optics Cluster"."""
    named = [at for at, word in enumerate(name.words) if word.lemma not in forms.places()]
    last = named[-1] if named else 0
    title = named[0] if named and name.cluster == "cluster" and name.words[named[0]].weight else last
    for size in range(1, len(name.words)):
        for first in range(len(name.words) - size + 1):
            part = name.words[first : first + size]
            alone = first == title != last or (first == last and is_title(part[0]))
            if size > 1 or tells(part) or alone:
                yield part


def _stands_in_base_form(word: Word) -> bool:
    """Whether a word is a noun in the nominative, or one that no dictionary knows."""
    found = words.readings(word.text.lower()) if words.readings(word.text) else ()
    return not found or any(words.fold(one.lemma) == words.fold(word.text) for one in found)


def _mark(tokens: Sequence[Token], window: Window) -> Need:
    """What stands beside the words of a window that makes a name of them."""
    around = range(max(0, window.first - 1), min(len(tokens), window.last + 2))
    cluster = any(tokens[at].cluster and not tokens[at].plural for at in around)
    content = [tokens[at] for at in window.content]
    capitals = all(token.capital for token in content)
    if cluster and capitals:
        return Need.BOTH
    # A capital at the beginning of a text says nothing.
    if content[0].quoted or (capitals and (window.first > 0 or len(content) > 1)):
        return Need.CAPITAL
    return Need.MARK if cluster else Need.NOTHING


def _is_word(letters: str) -> bool:
    return words.fold(letters) in forms.generic() or (words.fold(letters),) in forms.no_names()


def _longest(hits: Sequence[_Hit]) -> list[_Hit]:
    kept = apart((hit.window, hit) for hit in hits)
    return [hit for at, hit in enumerate(hits) if at in kept]


def _uncovered(tokens: Sequence[Token], hits: Iterable[_Hit]) -> list[Token]:
    covered = {at for hit in hits for at in range(hit.window.first, hit.window.last + 1)}
    return [token for at, token in enumerate(tokens) if at not in covered]


def _all_named(tokens: Sequence[Token], hits: Sequence[_Hit]) -> Iterator[Named]:
    """The hits with the word for a cluster that stands before them, or else after."""
    free = {at for at, token in enumerate(tokens) if token.cluster and not token.plural}
    free.difference_update(*(range(hit.window.first, hit.window.last + 1) for hit in hits))
    before = {hit.window.first - 1 for hit in hits}
    for hit in hits:
        first, last = hit.window.first, hit.window.last
        if first - 1 in free and not tokens[first - 1].ends:
            first -= 1
        elif last + 1 in free - before and not tokens[last].ends:
            last += 1
        yield Named(Span(tokens[first].span.start, tokens[last].span.end), hit.clusters, hit.exact)
