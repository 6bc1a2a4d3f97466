"""Names without the word "klaster" of which a sentence says that they are clusters'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.model import Span
from index import words
from index.extraction.entries import may_be_a_name
from index.extraction.known_labels import kept_by_labels
from index.extraction.labels import labels_in
from index.extraction.name_words import OPENING, cases, heads_network, is_verbal, listed
from index.extraction.naming import names_in
from index.extraction.organisations import organisations_in
from index.extraction.other_names import capital_run, coined_in, is_network, networks_in
from index.extraction.roles import role_forms, role_words
from index.inflection import is_english

CAPITAL = re.compile(r"[^\W\d_a-ząćęłńóśźż]")
# "klaster", "a cluster organisation", "inicjatywa klastrowa", and no "cluster manager", no "Klaster X".
A_CLUSTER = (
    r"(?:klast(?:er|rem|ra|rowi|rze)|cluster(?: (?:organi[sz]ation|initiative|network))?|"
    r"(?:organizacj|inicjatyw)\w+ klastrow\w+)\b"
    r"(?!\s+[A-ZŁŚŻŹĆÓ„]|\s+(?:manager|director|coordinator|office|council|board|members?|event|day|project|"
    r"programme|news\w*|collaboration|cooperation|polic\w+|excellence|partnership|conference|congress|talks)\b)"
)
# "the Danish medical-device", "niemiecka": what stands between a name and what it is.
KIND = (
    r"(?:(?:the|an?|our|their|its|another)\s+)?(?:[^\W\d_]+['’]s\s+)?"
    r"(?:(?!klast|clust|(?:with|by|from|z|ze|dla|przez)\b)[\w-]+\s+){0,4}?"
)
_GAP = r"(?:\s*\([^()]{2,60}\))?[”\"»]?\s*"
APPOSED = re.compile(
    rf"{_GAP}(?:,|\s[–-])\s+(?:(?:czyli|to jest|a więc|that is|i\.e\.)\s+)?{KIND}{A_CLUSTER}|"
    rf"[”\"»]?\s*\({KIND}{A_CLUSTER}"
)
# What a sentence says of the name that it begins with.
COPULA = re.compile(
    rf"{_GAP}(?::|\bto\b|\bjest\b|\bis\b|\bwas\b|\bhas been\b|\bbecame\b|"
    rf"\bbyła?\b|\bstała? się\b|\bpozostaje\b|\bstanowi\b|\bdziała jako\b|"
    rf"\bpowstała? jako\b)\s+{KIND}{A_CLUSTER}"
)
# Nobody is a cluster: what looks like a person's name, "Jura Photonics", is none before these words.
IS_ONE = re.compile(rf"{_GAP}(?:jest|is|was|became|stanowi)\s+{KIND}{A_CLUSTER}")
# What says something of a name, and not what it is: "X, do którego klaster przystąpił".
RELATES = re.compile(r"\b(?:któr\w+|gdzie|which|whose|where|whom)\b")
SENTENCE_START = re.compile(rf"(?:^|(?<=[.!?:]\s))[„\"“]?(?={CAPITAL.pattern})")
ONE_OF = re.compile(
    rf"{_GAP},?\s*(?:is|was|are|jest|był|to|należy do|zalicza się do|belongs to|ranks among|counts among|"
    r"as|jako)\s+(?:\w+\s+)?(?:one of|among|jed(?:en|nym|na|ną) z|do grona|)\s*(?:the\s+)?"
    r"(?:[a-zżźćńółęąś-]+\s+){0,3}(?:klastrów|clusters)\b|"
    rf"{_GAP},\s*(?:one of|jed(?:en|na|no) z)\s+(?:the\s+)?(?:[a-zżźćńółęąś-]+\s+){{0,3}}"
    r"(?:klastrów|clusters)\b|"
    rf"{_GAP}\s+(?:ma|miał[ao]?|uzyskał[ao]?|otrzymał[ao]?|has|had|got|received)\s+(?:an?\s+)?"
    r"(?:status\w*\s+klastra|cluster status|the status of an?\s+(?:\w+\s+)?cluster)\b"
)
# What a cluster does or runs has a name of its own: "the cluster runs an initiative called X".
_ANOTHER = (
    r"(?:proje|program|inicjatyw|initiative|scheme|venture|przedsi|akcj|kampani|campaign|konkurs|contest|"
    r"konferenc|conference|szkole|fair|targ|award|nagrod|platform|event|wydarze)"
)
# "a cluster called X", "klaster o nazwie X", "Nowy klaster, X, skupia", "organizacja klastrowa X".
CALLED = re.compile(
    rf"(?i:\b(?:klast(?:er|ra|rem|rowi|rze)|cluster)(?:\s+(?:(?!{_ANOTHER})[^\W\d_]+\s+){{0,4}}?"
    r"(?:o nazwie|pod nazwą|p\.?n\.|nazwan\w+|zwan\w+|nosi nazwę|nazywa się|przyjął nazwę|przybrał nazwę|"
    r"called|named|known as|under the name(?: of)?|takes the name(?: of)?|by the name of)|,)|"
    r"\b(?:cluster (?:organi[sz]ation|initiative|network)|(?:organizacj|inicjatyw)\w+ klastrow\w+))"
    rf"\s+[„\"“]?(?={CAPITAL.pattern})|"
    # "klastra, który od 2015 roku jako X łączy", "a cluster which works as X".
    r"\b(?:klast(?:er|ra|rem|rowi|rze)|cluster),?\s+(?:któr\w+|which|that)\s+(?:[\w-]+\s+){0,5}?(?:jako|as|"
    rf"pod nazwą|under the name(?: of)?)\s+[„\"“]?(?={CAPITAL.pattern})"
)
# After them stand the names of clusters, one after another.
_PLURAL = (
    r"(?:klastry|klastrów|klastrom|klastrami|klastrach|clusters|cluster (?:organi[sz]ations|initiatives)|"
    r"(?:organizacje|inicjatywy) klastrowe)"
)
ENUMERATES = re.compile(
    rf"(?i:\b{_PLURAL}\b(?:(?:\s+[^\W\d_]+){{0,4}}\s*:|,?\s+(?:takie jak|takich jak|takimi jak|m\.\s?in\.|"
    r"między innymi|np\.|na przykład|such as|like|including|e\.g\.|for example|namely|to|są to)|)|"
    rf"\b(?:Both|All|Oba|Obydwa|Dwa|Trzy|Two|Three|These)\s+(?:[^\W\d_]+\s+)?{_PLURAL}(?:,|\s[–-])|"
    rf"\b(?:wśród|among|jednym z|one of)\b[^.;:]{{0,40}}?\b{_PLURAL}\b(?:\s+[^\W\d_]+){{0,3}}?\s+"
    r"(?:są|były|znalazły się|znajdują się|jest|był|are|were|is|was)(?:\s+(?:m\.\s?in\.|też|also))?)"
    rf"\s+[„\"“]?(?={CAPITAL.pattern})"
)
# What joins two names of an enumeration, with what may stand beside the first: a bracket, where it is.
NEXT = re.compile(
    r"[”\"»]?(?:\s*\([^()]{2,60}\))?(?:\s+(?:z|ze|w|we|from|in|of)\s+[\w-]+)?\s*"
    rf"(?:,\s*(?:oraz|and|a także|i|as well as)?|;|\b(?:oraz|i|and|a także|as well as)\b)\s*"
    rf"(?:the\s+)?[„\"“]?(?={CAPITAL.pattern})"
)
MOST_ITEMS = 30
SAME_NAME = re.compile(
    r"(?i:\bklast(?:er|ra|rem)\s+o\s+(?:tej|takiej)\s+samej\s+nazwie|\bcluster\s+of\s+the\s+same\s+name)"
)
# So many names, one after another right behind "the cluster organisations", are those.
MANY = 2
# So many clusters in one enumeration make the networks among them clusters.
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Called:
    """Where a sentence names something; `sure`: it says that this is a cluster, otherwise it may be one."""

    span: Span
    sure: bool


@kept_by_labels(4_096)
def called_in(text: str) -> tuple[Called, ...]:
    """The names in a text that it calls clusters, each once."""
    found: dict[Span, bool] = {}
    runs = tuple(runs_in(text))
    for span, sure in (*_apposed(text, runs), *_introduced(text), *_enumerated(text), *_beside(text)):
        # A common word with a capital within a sentence, or in quotation marks, is a name there.
        within = span.start > 1 and text[: span.start].rstrip(" ")[-1:] not in ".!?:"
        quoted = span.start > 0 and text[span.start - 1] in OPENING
        if may_be_called_one(text, span, common=within or quoted):
            found[span] = found.get(span, False) or sure
        elif may_be_called_one(text, span, common=True):
            found.setdefault(span, text[span.end : span.end + 2] == " (")
    found |= dict.fromkeys(_of_the_same_name(text), True)
    return tuple(Called(span, sure) for span, sure in sorted(found.items(), key=lambda one: one[0].start))


def may_be_called_one(text: str, span: Span, *, common: bool = False) -> bool:
    """Whether the words at a span may name a cluster: no body, no person unless it is said to be one, no
    place, no word "klaster", no label, and unless it may be a `common` one, no word of the dictionary
    alone."""
    if any(one.span.start < span.end and span.start < one.span.end for one in labels_in(text)):
        return False
    name = text[span.start : span.end]
    said = IS_ONE.match(text, span.end) is not None
    if names_in(name) or not may_be_a_name(name, common=common and not _heads_a_body(name), said=said):
        return False
    organs = not organisations_in(name)
    bodies = (
        found.span for found in organisations_in(text) if not (organs and _is_organ(text, found.span, span))
    )
    around = [body for body in bodies if body.start < span.end and span.start < body.end]
    return is_network(name) or all(is_network(text[body.start : body.end]) for body in around)


def _is_organ(text: str, body: Span, name: Span) -> bool:
    """Whether a body is but an organ, in small letters, of what is named: "radzie MedForma Podlasie"."""
    first = text[body.start : body.end].split()[0]
    lemmas = {words.fold(reading.lemma) for reading in words.readings(first)}
    return name.start > body.start and not lemmas.isdisjoint(listed("of_clusters"))


def runs_in(text: str) -> Iterator[Span]:
    """The names of whatever kind in a text, as runs of capitals."""
    at = 0
    while (match := CAPITAL.search(text, at)) is not None:
        opens = match.start() == 0 or not text[match.start() - 1].isalnum()
        run = capital_run(text, match.start()) if opens else None
        if run is not None and run.start == match.start():
            yield run
        at = max(match.end(), run.end if run is not None else 0)


def _apposed(text: str, runs: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    opening = {match.end() for match in SENTENCE_START.finditer(text)}
    if (first := re.match(rf"[^,.;:()]{{3,60}},\s+(?={CAPITAL.pattern})", text)) is not None:
        opening.add(first.end())  # "Set up in 2012, Copper Haven is …".
    for run in runs:
        said = APPOSED.match(text, run.end) or ONE_OF.match(text, run.end)
        if said is None and run.start in opening and not text.rstrip().endswith("?"):
            said = COPULA.match(text, run.end)
        if said is not None and not _is_role(said.group()) and not _acts(text, said):
            yield from_head(text, run), True


def _is_but_a_verb(token: str) -> bool:
    parts = {reading.part for reading in words.readings(token.lower())}
    return bool(parts) and parts <= words.FINITE


def _heads_a_body(name: str) -> bool:
    """Whether a common word says what a body, a network or an undertaking is, and names none: "Stowarzyszenie
    to klaster firm"."""
    lemmas = {words.fold(reading.lemma) for reading in words.readings(name.lower())} | {words.fold(name)}
    kinds = listed("body_nouns") | listed("bodies_before") | listed("bodies_listed") | listed("quoted_things")
    return not lemmas.isdisjoint(kinds | listed("no_names") | listed("network_heads") | listed("of_clusters"))


def _of_the_same_name(text: str) -> Iterator[Span]:
    """The name of a body that a cluster has too: "Fundacja „Perła” prowadzi klaster o tej samej nazwie"."""
    if SAME_NAME.search(text) is None:
        return
    heads = listed("bodies_before") | listed("body_nouns")
    for body in organisations_in(text):
        tokens = list(words.TOKEN.finditer(text, body.span.start, body.span.end))
        kept = [token for token in tokens if words.fold(token.group()) not in heads]
        if kept and len(kept) < len(tokens):
            yield Span(kept[0].start(), kept[-1].end())


def _acts(text: str, said: re.Match[str]) -> bool:
    """Whether "the cluster" behind a comma is what the sentence goes on about, or what somebody does
    something with: "Dear Members, the cluster grows", "Foundation X, represents the cluster"."""
    labelled = said.re is COPULA and said.group().lstrip().startswith(":")
    if not labelled and (said.re is not APPOSED or not re.search(r"[,–-]", said.group())):
        return False
    if any(map(_is_but_a_verb, words.tokenize(said.group()))) or RELATES.search(said.group()):
        return True
    after = words.TOKEN.match(text, said.end() + 1)
    if after is None:
        return False
    parts = {reading.part for reading in words.readings(after.group())}
    verb = bool(parts & {"fin", "praet", "imps", "bedzie"}) and "adj" not in parts
    polish = verb and "gen" not in cases(after.group())
    return (
        polish
        or after.group() in {"is", "has", "was", "will", "had", "can"}
        or (" the cluster" in said.group() and after.group().endswith("s") and is_english(after.group()))
    )


def from_head(text: str, run: Span) -> Span:
    """The run without the words before the head of a network's name that are none of it: "Gościem Doliny"."""
    network = next((n for n in networks_in(text) if run.start < n.start and n.end == run.end), None)
    if network is not None:
        return network
    first, *others = text[run.start : run.end].split()
    opens = words.fold(first) in words.stop_words() | listed("not_before") or is_verbal(first)
    lemmas = {words.fold(reading.lemma) for reading in words.readings(first.lower())}
    # In Polish the name of what somebody leads follows the role, in English that of the person.
    leads = first.lower() in role_forms() - role_words("english")
    opens |= leads or not lemmas.isdisjoint(listed("of_clusters"))
    return Span(run.start + len(first) + 1, run.end) if others and opens else run


def _introduced(text: str) -> Iterator[tuple[Span, bool]]:
    for match in CALLED.finditer(text):
        run = capital_run(text, match.end())
        if run is None:
            continue
        if match.group().rstrip(' „"“').endswith(",") and text[run.end : run.end + 1] != ",":
            continue  # "w klastrze, Kraków zaś": set off by one comma alone.
        yield run, True


def _enumerated(text: str) -> Iterator[tuple[Span, bool]]:
    for match in ENUMERATES.finditer(text):
        if _governed(text, match) or re.search(r"\b(?:KLASTR|CLUSTERS)", match.group()):
            continue  # In a headline in capitals it is not seen where a name ends.
        tight = (
            not match.group()
            .rstrip(' „"“')
            .lower()
            .endswith(("klastrów", "clusters", "klastry", "klastrach", "ations", "initiatives", "klastrowe"))
        )
        chain = list(_items(text, match.end()))
        items = [item for item, spelled in chain if not spelled]
        for item in items:
            if not (tight or len(items) > 1):
                continue
            name = text[item.start : item.end]
            several = len(chain) > MANY
            yield item, tight or several or bool(networks_in(name)) or bool(list(coined_in(name)))


def _governed(text: str, match: re.Match[str]) -> bool:
    """Whether another noun or a preposition makes the clusters those that something is for or of: "Fundusze
    dla klastrów: …"; a list of them, a number of them are they themselves."""
    before = words.tokenize(text[: match.start()])[-1:]
    if not before or re.match(r"(?i:klastry|wśród|among|jednym|one)\b", match.group()):
        return bool(before) and before[0].lower() in {"na", "for", "of"}
    lemma = words.lemma(before[0])
    if lemma in listed("listing") or before[0][0].isdigit():
        return False
    nouns = any(reading.part in {"subst", "ger"} for reading in words.readings(before[0].lower()))
    return before[0].lower() in {"dla", "for", "of", "o"} or (match.group()[0] == "k" and nouns)


def _items(text: str, start: int) -> Iterator[tuple[Span, bool]]:
    """The names that stand one after another from an offset on, and whether each is one by its spelling."""
    for _ in range(MOST_ITEMS):
        mention = next((m for m in names_in(text) if m.span.start == start), None)
        run = mention.span if mention is not None else capital_run(text, start)
        if run is None:
            return
        if mention is None:
            run = _first_of_two(text, run)
        yield run, mention is not None
        following = NEXT.match(text, run.end)
        if following is None:
            return
        start = following.end()


def _first_of_two(text: str, run: Span) -> Span:
    """The run as far as "i" or "and", which in an enumeration parts two names but in "Fruit and Grain
    Network"."""
    name = text[run.start : run.end]
    joined = re.search(r"\s(?:i|and)\s", name)
    if joined is None:
        return run
    first, others = name[: joined.start()].split(), name[joined.end() :].split()
    if len(first) == 1 and words.is_known(first[0].lower()) and heads_network(others[-1]):
        return run
    if "gen" in cases(first[-1]) & cases(others[0]) and "nom" not in cases(others[0]):
        return run  # "Dolina Owoców i Warzyw".
    return Span(run.start, run.start + joined.start())


def _beside(text: str) -> Iterator[tuple[Span, bool]]:
    """Networks in an enumeration with several clusters: "Klaster X, Klaster Y i Dolina Z"."""
    named = [mention.span for mention in names_in(text) if not mention.generic]
    networks = networks_in(text)
    if len(named) < SEVERAL or not networks:
        return
    spans = sorted({*named, *networks}, key=lambda span: span.start)
    chain: list[Span] = []
    for span in spans:
        if chain and (NEXT.match(text, chain[-1].end) is None or _gap_end(text, chain[-1].end) != span.start):
            yield from _networks_of(chain, named)
            chain = []
        chain.append(span)
    yield from _networks_of(chain, named)


def _gap_end(text: str, end: int) -> int:
    match = NEXT.match(text, end)
    return match.end() if match is not None else -1


def _networks_of(chain: Sequence[Span], named: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    if sum(span in named for span in chain) >= SEVERAL:
        yield from ((span, True) for span in chain if span not in named)


def _is_role(said: str) -> bool:
    """Whether a noun governs the word: "– koordynator klastra", "przewodniczący rady programowej klastra"."""
    *before, last = words.tokenize(said)
    if "status" in said:
        return False
    if last.lower() == "klastra" and before:
        return any(one.part == "subst" for word in before for one in words.readings(word.lower()))
    return last.lower() == "cluster" and "of" in before
