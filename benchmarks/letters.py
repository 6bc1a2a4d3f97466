"""How many damaged Polish words are put right: clean text, damaged as decks with broken fonts are.

    python -m benchmarks.letters [TEXT] [--at-least right_30=0.93] [--at-most changed_30=0.001]

Of all words, a share that is asked for has its Polish letters damaged, each of them (ó stays): ł becomes a
line break, the others U+FFFD, mostly with a blank behind it. The text is read as a file is, then mended.
`right`: of the damaged words, those that came out exactly as they were written; `changed`: of the others,
those that the repair made wrong; `unsure`: places left as they were and marked, by damaged words. All is done
several times, each with other words damaged: `spread` is the standard deviation of `right` among the times.
`twofold`: of the damaged words, those that another known form would look like once damaged, so that only
what stands around them can tell; `strange`: those that no dictionary holds; `out_of_reach`: those that did
not come out right and are either.
Words a second are those of the damaged text, by the time of the processor, once the word lists are loaded.
"""

import random
import re
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import pstdev

from rapidfuzz.distance import Indel

from benchmarks.bounds import check_bounds, take_bounds
from documents.mending.forms import UNKNOWN, Forms, is_known
from documents.mending.letters import mend
from documents.model import Block
from documents.readers import text as reader

_CLEAN = Path(__file__).parent / "data" / "polish.txt"
_WORD = re.compile(r"\w+")
_POLISH = re.compile("[ąćęłńśźżĄĆĘŁŃŚŹŻ]")
_SHARES = (5, 15, 30)
_STRAY, _STRAY_BEFORE = 0.85, 0.02
_WIDTH = 90

Damage = Callable[[str, random.Random], str]


def deck(word: str, chance: random.Random) -> str:
    """A word as the broken fonts of real decks give it: ł is a line break, other letters are U+FFFD."""
    found = []
    for at, sign in enumerate(word):
        if sign in "łŁ":
            found.append("\n")
        elif _POLISH.match(sign):
            before = " " if found and chance.random() < _STRAY_BEFORE else ""
            goes_on = at + 1 < len(word) and not _POLISH.match(word[at + 1])
            found.append(before + "\ufffd" + (" " if goes_on and chance.random() < _STRAY else ""))
        else:
            found.append(sign)
    return "".join(found)


def dropped(word: str, chance: random.Random) -> str:
    """A word whose Polish letters left a blank, or nothing."""
    return _POLISH.sub(lambda _: " " if chance.random() < 0.5 else "", word)


def signs(word: str, _: random.Random) -> str:
    """A word out of a font that has one wrong sign for every Polish letter, ó among them."""
    return re.sub("[óÓ]", "\uf0a7", _POLISH.sub("\uf0a6", word))


def marks(word: str, _: random.Random) -> str:
    """A word written down in a code without Polish letters."""
    return re.sub("[óÓ]", "?", _POLISH.sub("?", word))


DAMAGES: dict[str, Damage] = {"deck": deck, "dropped": dropped, "signs": signs, "marks": marks}


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out of one text, damaged and mended."""

    damaged: int
    right: int
    unsure: int
    twofold: int
    strange: int
    out_of_reach: int
    clean: int
    changed: int
    words_a_second: float
    wrong: tuple[tuple[str, str], ...]


def measured(text: str, percent: int, damage: Damage, *, seed: int = 1) -> Figures:
    """The figures for a text of which `percent` of the words are damaged."""
    broken, hit = damaged(text, percent, damage, random.Random(seed))
    blocks = reader.read("text.txt", broken.encode()).blocks
    start = time.process_time()
    mended = mend(blocks)
    taken = time.process_time() - start
    words = _WORD.findall(text)
    before, after = _kept(words, _words(blocks)), _kept(words, _words(mended))
    unsure = sum(1 for block in mended for repair in block.repairs if repair.readings)
    right = sum(1 for at in hit if at in after)
    changed = [at for at in range(len(words)) if at not in hit and at in before and at not in after]
    wrong = [(words[at], "damaged") for at in sorted(hit) if at not in after]
    twofold = {at for at in hit if _others(words[at].lower(), damage)}
    strange = {at for at in hit if not is_known(words[at].lower())}
    return Figures(
        damaged=len(hit),
        right=right,
        unsure=unsure,
        twofold=len(twofold),
        strange=len(strange),
        out_of_reach=len((twofold | strange) - after),
        clean=len(words) - len(hit),
        changed=len(changed),
        words_a_second=len(words) / taken,
        wrong=(*wrong, *((words[at], "clean") for at in changed)),
    )


@cache
def _others(form: str, damage: Damage) -> tuple[str, ...]:
    """The other known forms that look as this one does once they are damaged."""
    looks = _look(form, damage)
    pattern = _POLISH.sub(UNKNOWN, form)
    alike = {*_forms().alike(pattern), *(each for each, _ in _forms().shortened(_POLISH.sub("", form)))}
    return tuple(sorted(each for each in alike - {form} if _look(each, damage) == looks and is_known(each)))


@cache
def _forms() -> Forms:
    return Forms()


def _look(form: str, damage: Damage) -> str:
    """What is seen of a damaged form, but for blanks, which come by chance."""
    return damage(form, random.Random(0)).replace(" ", "")


def damaged(text: str, percent: int, damage: Damage, chance: random.Random) -> tuple[str, frozenset[int]]:
    """The text, wrapped, with damage to a share of its words, and which of them (as counted from 0)."""
    found = list(_WORD.finditer(text))
    can = [at for at, word in enumerate(found) if _POLISH.search(word[0])]
    hit = frozenset(chance.sample(can, min(len(can), round(len(found) * percent / 100))))
    parts: list[str] = []
    end = 0
    for at, word in enumerate(found):
        parts += (text[end : word.start()], damage(word[0], chance) if at in hit else word[0])
        end = word.end()
    return "\n".join(_wrapped("".join((*parts, text[end:])))), hit


def _wrapped(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        while len(line) > _WIDTH and (at := line.rfind(" ", 0, _WIDTH)) > 0:
            yield line[:at]
            line = line[at + 1 :]
        yield line


def _words(blocks: Sequence[Block]) -> list[str]:
    return [word for block in blocks for word in _WORD.findall(block.text)]


def _kept(words: Sequence[str], found: Sequence[str]) -> frozenset[int]:
    """Which of the words stand in what was found, in order."""
    blocks = Indel.opcodes(words, found)
    return frozenset(
        at for block in blocks if block.tag == "equal" for at in range(block.src_start, block.src_end)
    )


def main() -> int:
    cli = ArgumentParser(description="Put right damaged Polish words.")
    cli.add_argument("text", nargs="*", type=Path, default=[_CLEAN])
    cli.add_argument("--damage", choices=tuple(DAMAGES), default="deck")
    cli.add_argument("--wrong", action="store_true", help="list the words that came out wrong")
    cli.add_argument("--times", type=int, default=10, help="how often each text is damaged anew")
    take_bounds(cli)
    given = cli.parse_args()
    mend([Block("Konieczno\ufffd\ufffd")])  # loads the word lists
    texts = [path.read_text(encoding="utf-8") for path in given.text] * given.times
    figures: dict[str, float] = {}
    for percent in (0, *_SHARES):
        found = [measured(text, percent, DAMAGES[given.damage], seed=at) for at, text in enumerate(texts)]
        figures |= _totals(percent, found)
        if given.wrong:
            print(*(f"{word} ({what})" for one in found for word, what in one.wrong), sep=", ")
    for name, value in figures.items():
        print(f"{name:20} {value:.4f}" if value < 2 else f"{name:20} {value:.0f}")
    return check_bounds(given, figures)


def _totals(percent: int, found: Sequence[Figures]) -> dict[str, float]:
    hit, clean = sum(one.damaged for one in found), sum(one.clean for one in found)
    told = {f"changed_{percent}": sum(one.changed for one in found) / clean}
    if hit:
        told[f"damaged_{percent}"] = hit
        told[f"right_{percent}"] = sum(one.right for one in found) / hit
        told[f"spread_{percent}"] = pstdev(one.right / one.damaged for one in found if one.damaged)
        told[f"unsure_{percent}"] = sum(one.unsure for one in found) / hit
        told[f"twofold_{percent}"] = sum(one.twofold for one in found) / hit
        told[f"strange_{percent}"] = sum(one.strange for one in found) / hit
        told[f"out_of_reach_{percent}"] = sum(one.out_of_reach for one in found) / hit
        told[f"words_a_second_{percent}"] = (clean + hit) / sum(
            (one.clean + one.damaged) / one.words_a_second for one in found
        )
    return told


if __name__ == "__main__":
    raise SystemExit(main())
