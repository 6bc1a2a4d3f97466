"""Makes documents/data/letters.bin.gz: `python -m tools.letters`.

Each word of the texts that could be another one, were its Polish letters unknown or its ł lost at an end,
is a choice to learn from; frequencies are wordfreq's and stay as they are.

The texts are those of Debian 12's packages, 900 MB of which are fetched: it needs that system, its lists of
packages (`apt-get update`), apt-get and dpkg-deb. Another release has other texts, so that the figures come
out a little different; `python -m benchmarks.letters` tells whether they are as good. With `-` the texts are
those of the standard input, a sentence a line.
"""

import gzip
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from documents.mending.context import SCALE, SIZE, Around, features
from documents.mending.forms import UNKNOWN, Forms, skeleton
from tools.letters.corpus import sentences

_TARGET = Path(__file__).parents[2] / "documents" / "data" / "letters.bin.gz"
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_MOST, _UNLIKELY = 8, 10.0
_SEEN_AT_LEAST, _BATCH, _RATE = 3, 1024, 0.2
_NONE = -1e4

Choice = tuple[list[list[int]], list[float]]  # features and log frequency of each form, the right one first


def choices(lines: Iterable[str]) -> Iterator[Choice]:
    """Every choice between forms that damage can make alike, in the order of the text."""
    forms = Forms()
    known: dict[str, list[str]] = {}
    for line in lines:
        words = [found.lower() for found in _TOKEN.findall(line)]
        for at, form in enumerate(words):
            if not form[0].isalpha():
                continue
            if form not in known:
                known[form] = _alternatives(forms, form)
            if len(known[form]) > 1:
                offered, around = known[form], Around.of(words, at)
                yield (
                    [features(one, around) for one in offered],
                    [forms.log_frequency(one) for one in offered],
                )


def _alternatives(forms: Forms, form: str) -> list[str]:
    """The form and what it could be taken for, likelier ones first."""
    key = skeleton(form)
    found = set(forms.alike(key)) if key != form else set()
    found.update(one for one in forms.alike(form + UNKNOWN) if one.endswith("ł"))
    found.update(one for one in forms.alike(UNKNOWN + form) if one.startswith("ł"))
    if form.endswith("ł") and len(form) > 2:
        found.add(form[:-1])
    scored = sorted(((forms.log_frequency(one), one) for one in found - {form}), reverse=True)
    here = forms.log_frequency(form)
    return [form, *(one for score, one in scored if score > here - _UNLIKELY)][:_MOST]


def learnt(made: Sequence[Choice]) -> NDArray[np.int8]:
    """Weights in steps of SCALE. One look at each choice: a second one learns these texts by heart."""
    places, offsets = _packed(made)
    counts = torch.bincount(places[offsets > _NONE].flatten(), minlength=SIZE)
    places[counts[places] < _SEEN_AT_LEAST] = 0
    held = len(made) // 50
    torch.manual_seed(0)
    weights = torch.nn.Embedding(SIZE, 1, padding_idx=0)
    torch.nn.init.zeros_(weights.weight)
    optimiser = torch.optim.Adagrad(weights.parameters(), lr=_RATE, initial_accumulator_value=1.0)
    for batch in torch.split(torch.randperm(len(made) - held), _BATCH):
        scores = weights(places[batch]).squeeze(-1).sum(-1) + offsets[batch]
        right = torch.zeros(len(batch), dtype=torch.long)
        optimiser.zero_grad()
        torch.autograd.backward(torch.nn.functional.cross_entropy(scores, right, reduction="sum"))
        optimiser.step()
    with torch.no_grad():
        scores = weights(places[-held:]).squeeze(-1).sum(-1) + offsets[-held:]
        for name, found in (("learnt", scores), ("by frequency", offsets[-held:])):
            print(f"{name}: {(found.argmax(1) == 0).float().mean().item():.4f} right")
    steps = (weights.weight.detach().squeeze(1) / SCALE).round().clamp(-127, 127)
    return steps.to(torch.int8).numpy()


def _packed(made: Sequence[Choice]) -> tuple[torch.Tensor, torch.Tensor]:
    places = torch.zeros((len(made), _MOST, len(made[0][0][0])), dtype=torch.long)
    offsets = torch.full((len(made), _MOST), _NONE)
    for row, (seen, scores) in enumerate(made):
        places[row, : len(seen)] = torch.tensor(seen)
        offsets[row, : len(scores)] = torch.tensor(scores)
    return places, offsets


def main() -> None:
    lines = sys.stdin if sys.argv[1:] == ["-"] else list(sentences())
    if isinstance(lines, list):
        random.Random(0).shuffle(lines)  # noqa: S311 - not for secrets
    made = list(choices(lines))
    print(len(made), "choices")
    _TARGET.write_bytes(gzip.compress(learnt(made).tobytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
