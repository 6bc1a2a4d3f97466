"""Which blocks of a page belong to the article, and which to the page around it."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Literal

from documents.model import Block
from documents.wanted import is_wanted

Zone = Literal["main", "side", "edge", "gone"]

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\bwww\.[\w-]+\.\w|(?:\+\d\d[\s-]?)?(?:\(?\d{2,3}\)?[\s-]){2,}\d{2,3}"
    r"|\b\d\d-\d{3}\s+[^\W\d_]|\bul\.\s[^|\n]{2,40}\d|\b(?:NIP|KRS|REGON)\b",
    re.IGNORECASE,
)
_CHUNKS = re.compile(r"\s+[|·•>»›/]\s+|\s{2,}|\n")
_ENTRIES = re.compile(r"\s+[|·•»/]\s+|\s{2,}|\t")
_ROOM = " " * 5
_FEWEST_ENTRIES, _LONGEST_ENTRY = 4, 30
_CRUMBS = re.compile(
    r"^(?:strona główna|home|start|jesteś (?:tutaj|w):?|you are here:?)\s*"
    r"(?:[>»›|]|::|/\s|strona główna|home\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]['\"”»)]*$")
_PROSE_CHARS = 80
_LINKED = 0.6
_NOTICE_CHARS = 2000
_FOOT_CHARS = 240


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block with what speaks for or against it: the share of its letters in links, and its zone.

    The edge is what the page itself marks as its frame: navigation, header, footer; a side may hold lists
    of the article's own; what is gone is a consent dialogue.
    """

    block: Block
    links: float = 0.0
    zone: Zone = "main"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The lists of data/boilerplate.toml."""

    cookie: tuple[str, ...]
    consent: tuple[str, ...]
    chrome: frozenset[str]
    patterns: re.Pattern[str]
    menu: frozenset[str]
    bar: frozenset[str]
    elsewhere: tuple[str, ...]
    footer: tuple[str, ...]


@cache
def _phrases() -> Phrases:
    source = resources.files("documents") / "data" / "boilerplate.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    return Phrases(
        cookie=tuple(lists["cookie"]["what"]),
        consent=tuple(lists["cookie"]["consent"]),
        chrome=frozenset(lists["chrome"]["words"]),
        patterns=re.compile("|".join(f"(?:{pattern})" for pattern in lists["chrome"]["patterns"])),
        menu=frozenset(lists["menu"]["words"]),
        bar=frozenset(lists["menu"]["bar"]),
        elsewhere=tuple(lists["elsewhere"]["openings"]),
        footer=tuple(lists["footer"]["phrases"]),
    )


def article(candidates: Sequence[Candidate]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the article, and the blocks cut, both in order."""
    keep = kept(candidates)
    return (
        tuple(one.block for one, stays in zip(candidates, keep, strict=True) if stays),
        tuple(one.block for one, stays in zip(candidates, keep, strict=True) if not stays),
    )


def kept(candidates: Sequence[Candidate]) -> list[bool]:
    """For each block whether it is the article's.

    Nothing is cut from a text that would lose everything: a page of links alone is its own content.
    """
    keep = [not _foreign(candidate) for candidate in candidates]
    for rule in (_menus, _link_lists, _lists_of_other_articles, _emptied, _orphans):
        for at in rule(candidates, keep):
            keep[at] = False
    for at in _names_over_addresses(candidates, keep):
        keep[at] = True
    keep = [stays or is_wanted(one.block.text) for stays, one in zip(keep, candidates, strict=True)]
    if any(stays and not _is_heading(one.block) for stays, one in zip(keep, candidates, strict=True)):
        return keep
    return [not _is_notice(one.block.text) or is_wanted(one.block.text) for one in candidates]


def _foreign(candidate: Candidate) -> bool:
    """Whether a block alone tells that it is not the article's."""
    text, low = candidate.block.text, candidate.block.text.lower().strip()
    if candidate.zone == "gone" or _is_notice(text) or _is_chrome(low) or _CRUMBS.match(low):
        return True
    if len(text) <= _FOOT_CHARS and any(phrase in low for phrase in _phrases().footer):
        return not (_CONTACT.search(text) and len(text) > 60)
    if _is_menu_line(low):
        return True
    if candidate.zone == "edge":
        return not _CONTACT.search(text) and not (candidate.links < 0.3 and _is_prose(text))
    return False


def is_chrome(text: str) -> bool:
    """Whether a text says nothing but what pages have around articles: "Share", "4 min read"."""
    return _is_chrome(text.lower().strip())


def _is_notice(text: str) -> bool:
    if len(text) > _NOTICE_CHARS:
        return False
    low, phrases = text.lower(), _phrases()
    if not any(word in low for word in phrases.cookie):
        return False
    signs = sum(1 for word in phrases.consent if word in low)
    return signs > 1 or (signs == 1 and any(word in low for word in ("cookie", "ciastecz")))


def _is_chrome(low: str) -> bool:
    bare = low.strip(" .:»«›‹>→[]()#*")
    if bare in _phrases().chrome or low in _phrases().chrome or _phrases().patterns.fullmatch(low):
        return True
    words = bare.split()  # two buttons side by side come as one line
    return 1 < len(words) < 8 and any(
        " ".join(words[:at]) in _phrases().chrome and _is_chrome(" ".join(words[at:]))
        for at in range(1, len(words))
    )


def _is_menu_line(low: str) -> bool:
    """Whether a line is a menu written in one: most of its parts are entries of menus."""
    parts = [part.strip() for part in _CHUNKS.split(low) if part.strip()]
    known = sum(1 for part in parts if part in _phrases().menu or part in _phrases().chrome)
    return len(parts) > 2 and known >= 0.6 * len(parts)


def menu_lines(lines: Sequence[str]) -> frozenset[int]:
    """The places of lines that are menus in a row: four entries or more with wide gaps or signs between
    them, half of which menus have, and no row of a table near above or below."""
    filled = [at for at, line in enumerate(lines) if any(map(str.isalnum, line))]
    parts = [[one for one in _ENTRIES.split(lines[at].strip(" \t|").lower()) if one] for at in filled]
    return frozenset(
        filled[n]
        for n, entries in enumerate(parts)
        if len(entries) >= _FEWEST_ENTRIES
        and _are_entries(entries)
        and not any(
            len(entries) == len(other) for other in (*parts[max(0, n - 2) : n], *parts[n + 1 : n + 4])
        )
    )


def beside_menu(line: str) -> str:
    """What stands beside a menu in its line, with a wide gap between: the name of the site, or nothing."""
    name, gap, _ = line.strip().partition(_ROOM)
    known = _phrases().menu | _phrases().bar | _phrases().chrome
    return name if gap and not any(part in known for part in _ENTRIES.split(name.lower())) else ""


def _are_entries(parts: Sequence[str]) -> bool:
    short = all(len(part) <= _LONGEST_ENTRY and not part.endswith((".", ":")) for part in parts)
    if any(re.search(r"[\d@]|:\s", part) for part in parts):
        return False  # A telephone, an address, a value: such as no menu has.
    phrases = _phrases()
    known = [part for part in parts if part in phrases.menu | phrases.bar | phrases.chrome]
    own = any(part in phrases.menu or part in phrases.chrome for part in known)
    return short and own and len(known) * 2 >= len(parts)


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE_CHARS and (bool(_END.search(text)) or len(text) > 2 * _PROSE_CHARS)


def _is_heading(block: Block) -> bool:
    return block.kind in {"title", "heading"}


def _body(candidates: Sequence[Candidate], keep: Sequence[bool]) -> range:
    """From the first to the last block of prose or of an unlinked list: menus stand outside."""
    inside = [
        at
        for at, (one, stays) in enumerate(zip(candidates, keep, strict=True))
        if stays and one.links < _LINKED and (_is_prose(one.block.text) or one.block.kind in {"row", "head"})
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _menus(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """Runs of short lines outside the article that are mostly entries of menus."""
    body, found, run = _body(candidates, keep), list[int](), list[int]()
    for at in range(len(candidates) + 1):
        short = at < len(candidates) and at not in body and _is_short(candidates[at])
        if short:
            run.append(at)
            continue
        found += _menu_of(candidates, run)
        run = []
    return found


def _is_short(candidate: Candidate) -> bool:
    text = candidate.block.text
    return len(text) <= 40 and len(text.split()) <= 4 and not _CONTACT.search(text) and not _END.search(text)


def _menu_of(candidates: Sequence[Candidate], run: Sequence[int]) -> Sequence[int]:
    known = [
        at
        for at in run
        if candidates[at].block.text.lower().strip(" >»›•") in _phrases().menu | _phrases().chrome
    ]
    if len(known) < 3:
        return ()
    between = range(known[0], known[-1] + 1)
    return between if len(known) >= 0.5 * len(between) else ()


def _link_lists(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """Blocks made of links, unless the article brings them in: a list of members is often a list of links."""
    body, found = _body(candidates, keep), list[int]()
    for at, one in enumerate(candidates):
        if not keep[at] or one.links < _LINKED or _CONTACT.search(one.block.text):
            continue
        if _is_heading(one.block) and _heads_prose(candidates, at):
            continue
        if one.zone == "edge" or not _brought_in(candidates, at, body):
            found.append(at)
    return found


def _heads_prose(candidates: Sequence[Candidate], at: int) -> bool:
    return (
        at + 1 < len(candidates) and candidates[at + 1].links < _LINKED and candidates[at + 1].zone != "edge"
    )


def _brought_in(candidates: Sequence[Candidate], at: int, body: range) -> bool:
    """Whether a block of links stands in a list, a table or the middle of the article."""
    one = candidates[at]
    if one.block.kind in {"row", "head"}:
        return at in body
    first = at
    while first > 0 and _linked_item(candidates[first - 1], one):
        first -= 1
    above = candidates[first - 1] if first else None
    if one.block.kind == "item" and above is not None and above.links < _LINKED:
        opens = above.block.text.endswith(":") or _is_heading(above.block) or at in body
        if opens and one.zone == above.zone == "main":
            return not _opens_elsewhere(above.block.text)
    if one.block.kind == "item" or len(one.block.text) <= 40:
        return False
    headed = above is not None and _is_heading(above.block) and above.links < _LINKED and one.zone == "main"
    return at in body or (headed and above is not None and not _opens_elsewhere(above.block.text))


def _linked_item(candidate: Candidate, like: Candidate) -> bool:
    return candidate.block.kind == "item" == like.block.kind and candidate.zone == like.zone


def _opens_elsewhere(text: str) -> bool:
    low = text.lower().strip(" :*•»›-–")
    return any(low.startswith(opening) for opening in _phrases().elsewhere)


def _is_bare(text: str) -> bool:
    """Whether a line only announces: it is no longer than the announcement, or has a colon after it."""
    low = text.lower().strip(" *•»›-–")
    return any(re.match(rf"{re.escape(opening)}\s*(?::|$)", low) for opening in _phrases().elsewhere)


def _lists_of_other_articles(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """ "See also" and the short lines after it, up to the next heading, prose or contact."""
    found: list[int] = []
    opener: Candidate | None = None
    for at, one in enumerate(candidates):
        if _opens_elsewhere(one.block.text) and (_is_bare(one.block.text) or one.links >= 0.3):
            opener = one
        # What follows the box that it stands in is no part of its list.
        elif opener and not (_teaser(one) and one.zone == opener.zone):
            opener = None
        if opener:
            found.append(at)
    return found


def _teaser(candidate: Candidate) -> bool:
    text = candidate.block.text
    if _CONTACT.search(text):
        return False
    if candidate.links >= _LINKED or candidate.block.kind == "item":
        return True
    if candidate.block.kind in {"head", "row"}:
        return False
    return not _is_heading(candidate.block) and len(text) < 160 and not _END.search(text)


def _emptied(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """Headings all of whose text was cut."""
    found: list[int] = []
    lost = 0
    for at in range(len(candidates) - 1, -1, -1):
        block = candidates[at].block
        if not keep[at]:
            one = candidates[at]
            lost += one.links >= _LINKED or one.zone != "main" or _is_notice(one.block.text)
        elif _is_heading(block) and block.level > 1 and (lost or _over_notice(candidates, at)):
            found.append(at)
        else:
            lost = 0
    return found


def _over_notice(candidates: Sequence[Candidate], at: int) -> bool:
    return at + 1 < len(candidates) and _is_notice(candidates[at + 1].block.text)


def _names_over_addresses(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """Lines of the frame straight over an address that stays: whose it is."""
    return [
        at
        for at, (one, below) in enumerate(pairwise(candidates))
        if one.zone == below.zone == "edge"
        and keep[at + 1]
        and not (keep[at] or one.links or _is_heading(one.block))
        and one.block.kind == "paragraph"
        and not (_is_chrome(one.block.text.lower()) or _is_notice(one.block.text))
    ]


def _orphans(candidates: Sequence[Candidate], keep: Sequence[bool]) -> list[int]:
    """Entries of menus at the very end, and at the very start, of what stays."""
    found: list[int] = []
    for order in (range(len(candidates) - 1, -1, -1), range(len(candidates))):
        pending: list[int] = []
        for at in order:
            if not keep[at]:
                found += pending
                pending = []
            elif candidates[at].block.text.lower().strip(" :") in _phrases().menu:
                pending.append(at)
            else:
                break
    return found
