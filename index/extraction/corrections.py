"""What a text told by mistake, or of what is to come, and the numbers it puts in its place."""

from collections.abc import Callable, Iterator

from index.extraction.counts import Count, counts_in, patterns
from index.extraction.labelled import labelled
from index.extraction.lines import Line
from index.extraction.model import Claim
from index.extraction.scene import Scene
from index.numerals import numbers_in
from index.words import same_length_fold

# What tells where a cluster is.
WHEREABOUTS = frozenset({"place", "region", "country"})
# Whether a number of a line counts members.
Counted = Callable[[Scene, int, Count], bool]


def put_right(scene: Scene, at: int, counted: Counted) -> Iterator[Count]:
    """The number that a line gives in place of one of members, by `counted`, that the line before tells by
    mistake."""
    before = scene.before(scene.lines[at])
    if before is None or not any(
        _is_told_before(before.text, one) and counted(scene, at - 1, one) for one in counts_in(before.text)
    ):
        return
    text = scene.lines[at].text
    numbers = {number.span.start: number for number in numbers_in(text)}
    for pattern in patterns("corrected"):
        for match in pattern.finditer(same_length_fold(text)):
            if number := numbers.get(match.start("n")):
                yield Count(number.span, str(number.value), "", number.span, sure=True)


def is_mistaken(scene: Scene, at: int, count: Count) -> bool:
    """Whether a number is one told earlier that the line, the next one or the heading says to be wrong."""
    return _is_told_before(scene.lines[at].text, count) and _says_wrong(scene, at)


def is_plan(line: Line) -> bool:
    """Whether a line stands under a heading or a lead of what is to come."""
    heads = [same_length_fold(one.text) for one in (*line.headings[:1], *line.leads[:1])]
    return any(one.search(head) for one in patterns("planned") for head in heads)


def is_untrue(scene: Scene, claim: Claim) -> bool:
    """Whether a claim is of what is planned to be somewhere, unless a label says that it is there, or of what
    a text takes back."""
    line = scene.line_at(claim.span)
    if line is not None and claim.attribute in WHEREABOUTS and is_plan(line) and not labelled(line):
        return True
    return _is_taken_back(scene, claim)


def _is_taken_back(scene: Scene, claim: Claim) -> bool:
    """Whether a claim is of a line on what was told before that it, or its heading, says is wrong."""
    line = scene.line_at(claim.span)
    if line is None or claim.attribute == "members":
        return False
    folded = same_length_fold(line.text)
    if not any(one.search(folded) for one in patterns("told_before")):
        return False
    # "As we wrote, X runs it": wrong only where that or the heading says so.
    heads = [same_length_fold(one.text) for one in line.headings[:1]]
    headed = any(one.search(head) for one in patterns("mistaken") for head in heads)
    return headed or any(one.search(folded) for one in patterns("wrongly"))


def _says_wrong(scene: Scene, at: int) -> bool:
    line, following = scene.lines[at], scene.lines[at + 1 : at + 2]
    near = (line.text, *(one.text for one in following), *(one.text for one in line.headings[:1]))
    return any(one.search(same_length_fold(text)) for one in patterns("mistaken") for text in near)


def whose_count(scene: Scene, at: int, count: Count, counted: Counted) -> int | None:
    """The cluster whose members a number counts: of one that was put right, that of the line before."""
    line = scene.lines[at]
    before = scene.before(line)
    if before is not None and any(one.at == count.at for one in put_right(scene, at, counted)):
        named = scene.named_in(before)
        return named[-1].subject if named else scene.subject(before)
    return scene.subject_at(line, count.span.start)


def _is_told_before(text: str, count: Count) -> bool:
    """Whether who writes says to have told a number earlier: "in issue 30 we wrote"."""
    before = same_length_fold(text)[: count.span.start]
    return any(one.search(before) for one in patterns("told_before"))
