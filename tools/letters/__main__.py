"""Makes documents/data/letters.bin.gz: `python -m tools.letters`, with apt-get at hand.

Each word of the texts that could be another one, were its Polish letters unknown or its ł lost at an end,
is a choice to learn from; frequencies are wordfreq's and stay as they are.
"""

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch

from documents.mending.context import SCALE, SIZE, features
from documents.mending.forms import UNKNOWN, Forms, skeleton
from tools.letters.corpus import sentences

_TARGET = Path(__file__).parents[2] / "documents" / "data" / "letters.bin.gz"
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_MOST, _UNLIKELY = 8, 10.0
_EPOCHS, _BATCH, _RATE, _DECAY = 4, 2048, 0.08, 2e-6

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
                offered = known[form]
                yield (
                    [features(one, words, at) for one in offered],
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


def learnt(made: Iterable[Choice]) -> np.ndarray:
    """Weights as int8 in steps of SCALE."""
    width = len(next(iter(made := list(made)))[0][0])
    places = torch.zeros((len(made), _MOST, width), dtype=torch.int32)
    offsets = torch.full((len(made), _MOST), -1e4)
    for row, (seen, scores) in enumerate(made):
        places[row, : len(seen)] = torch.tensor(seen, dtype=torch.int32)
        offsets[row, : len(scores)] = torch.tensor(scores)
    torch.manual_seed(0)
    weights = torch.nn.Embedding(SIZE, 1)
    torch.nn.init.zeros_(weights.weight)
    optimiser = torch.optim.Adagrad(weights.parameters(), lr=_RATE)
    held = len(made) // 50
    for epoch in range(_EPOCHS):
        order = torch.randperm(len(made) - held)
        for batch in torch.split(order, _BATCH):
            scores = weights(places[batch].long()).squeeze(-1).sum(-1) + offsets[batch]
            loss = torch.nn.functional.cross_entropy(scores, torch.zeros(len(batch), dtype=torch.long))
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            with torch.no_grad():
                weights.weight.mul_(1 - _DECAY * len(batch))
        with torch.no_grad():
            late = slice(len(made) - held, None)
            scores = weights(places[late].long()).squeeze(-1).sum(-1) + offsets[late]
            plain = (offsets[late].argmax(1) == 0).float().mean().item()
            right = (scores.argmax(1) == 0).float().mean().item()
            print(f"epoch {epoch}: {right:.4f} right, {plain:.4f} by frequency")
    steps = (weights.weight.detach().squeeze(1) / SCALE).round().clamp(-127, 127)
    return steps.to(torch.int8).numpy()


def main() -> None:
    lines = sys.stdin if sys.argv[1:] == ["-"] else sentences()
    made = list(choices(lines))
    print(len(made), "choices")
    _TARGET.write_bytes(gzip.compress(learnt(made).tobytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
