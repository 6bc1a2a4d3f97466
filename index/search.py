"""Finding passages: vectors of sentences and words, fused by scaled scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.evidence import sentence_evidence
from index.model import Evidence, Hit, StoredPassage
from index.query import Query, Vocabulary, read_query

# Sentences and passages taken from each channel before they are fused.
DEPTH = 400
# Passages whose sentences are looked at one by one.
CANDIDATES = 32
# Passages kept in memory, some kilobytes each.
MOST_READ = 4_000
# The questions whose vectors are kept.
ASKED_LAST = 64


class Words(Vocabulary, Protocol):
    """The passages of the library, found by their words."""

    def match(
        self, lemmas: Sequence[str], surface: Sequence[str], limit: int
    ) -> Sequence[tuple[int, float, float]]:
        """Passage ids with their BM25 by lemmas and by surface forms; higher is better."""

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]: ...


class Vectors(Protocol):
    """The sentences of the library, found by their vectors."""

    @property
    def generation(self) -> int:
        """What of the library is searched."""

    def refresh(self) -> None:
        """Catch up with what other processes added or removed."""

    def search(self, vector: NDArray[np.float32], k: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The ids and cosines of the nearest sentences, nearest first."""

    def cosines(self, vector: NDArray[np.float32], ids: Sequence[int]) -> NDArray[np.float32]: ...

    def passages_of(self, sentences: NDArray[np.int64]) -> NDArray[np.int64]:
        """The passage of each sentence."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each channel adds to a passage's score, each scaled to [0, 1].

    Fitted as one softmax over the candidates of 538 questions on Polish and English Wikipedia and checked by
    five-fold cross-validation (recall@1 0.914 in Polish and 0.979 in English; with cosine and words alone
    0.896 and 0.959). `cosine` is the best sentence's, `second` the next one's. The fit gave cosine 1.0,
    lemmas 0.44 and pairs 0.36; moved to what stands here, a question in other words than the text's fares
    better (English recall@1 0.986), for two Polish questions in 393 whose passage comes second.
    """

    cosine: float = 1.8
    second: float = 0.24
    lemmas: float = 0.26
    surface: float = 0.32
    pairs: float = 0.25
    names: float = 0.82
    in_context: float = 0.47
    with_previous: float = 0.6


# What passages are taken by before their sentences are looked at: as fitted, words as much as vectors.
SELECTING = Weights(cosine=1.0, lemmas=0.44, surface=0.32)


@dataclass(frozen=True, slots=True)
class Found:
    """A query as it was understood, and its hits, best first."""

    query: Query
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Channels:
    """A candidate's scores before its sentences are looked at; cosine scaled, words over their maximum."""

    cosine: float = 0.0
    lemmas: float = 0.0
    surface: float = 0.0

    def sum(self, weights: Weights) -> float:
        return weights.cosine * self.cosine + weights.lemmas * self.lemmas + weights.surface * self.surface


class Search:
    """Finds the passages of a library that speak of what is asked."""

    def __init__(
        self, words: Words, vectors: Vectors, encoder: Encoder, weights: Weights | None = None
    ) -> None:
        self._words = words
        self.use(vectors, encoder)
        self._weights = weights or Weights()
        self._read: Mapping[int, StoredPassage] = {}
        self._read_at = -1

    def use(self, vectors: Vectors, encoder: Encoder) -> None:
        """Search with another model from the next question on; those being answered keep the one before."""
        # Together: a question's vector is of no use among those of another model. One question is looked for
        # in more than one way.
        self._model = vectors, lru_cache(maxsize=ASKED_LAST)(encoder.embed_query)

    def search(self, query: str, limit: int = 10) -> tuple[Hit, ...]:
        """At most `limit` passages, best first; those of sources marked as out of date behind all others."""
        hits = sorted(self.find(query, limit).hits, key=lambda hit: hit.passage.document.outdated is not None)
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1))

    def find(self, text: str, limit: int = 10) -> Found:
        """The query that a text asks and its hits, best first."""
        vectors, embed = self._model
        vectors.refresh()
        query = read_query(text, self._words)
        vector = embed(text)
        near = _near(vectors, vector)
        channels = _scaled(near, self._words.match(query.lemmas, query.surface, DEPTH))
        best = sorted(channels, key=lambda one: channels[one].sum(SELECTING), reverse=True)
        passages = self._passages(best[: max(CANDIDATES, limit)], vectors.generation)
        cosines = _sentence_cosines(vectors, vector, passages)
        return Found(query, self._hits(query, passages, cosines, channels, near)[:limit])

    def among(self, text: str, passages: Sequence[StoredPassage], limit: int = 10) -> Found:
        """The query that a text asks and its hits among passages, best first."""
        vectors, embed = self._model
        query = read_query(text, self._words)
        vector = embed(text)
        cosines = _sentence_cosines(vectors, vector, {one.id: one for one in passages})
        best = {id: max(found, default=0.0) for id, found in cosines.items()}
        near = _Near(best, min(best.values(), default=0.0), max(best.values(), default=1.0))
        nearest = sorted(passages, key=lambda one: -best[one.id])[: max(CANDIDATES, limit)]
        channels = {one.id: _Channels(near.scaled(best[one.id])) for one in nearest}
        return Found(query, self._hits(query, {p.id: p for p in nearest}, cosines, channels, near)[:limit])

    def _hits(
        self,
        query: Query,
        passages: Mapping[int, StoredPassage],
        cosines: Mapping[int, Sequence[float]],
        channels: Mapping[int, "_Channels"],
        near: "_Near",
    ) -> tuple[Hit, ...]:
        """The passages as hits, best first."""
        scored = []
        for id, passage in passages.items():
            evidence = sentence_evidence(query, passage, cosines[id])
            scored.append((self._score(channels[id], evidence, near), passage, evidence))
        scored.sort(key=lambda one: (-one[0], one[1].id))
        return tuple(Hit(p, score, rank, evidence) for rank, (score, p, evidence) in enumerate(scored, 1))

    def _passages(self, ids: Sequence[int], generation: int) -> dict[int, StoredPassage]:
        """The passages by id, in order. An id never stands for another passage, so those read stay read until
        the library changes."""
        if generation != self._read_at or len(self._read) > MOST_READ:
            self._read, self._read_at = {}, generation
        read = self._read
        if missing := [id for id in ids if id not in read]:
            read = {**read, **self._words.passages(missing)}
            self._read = read
        return {id: read[id] for id in ids if id in read}

    def _score(self, channels: _Channels, evidence: Sequence[Evidence], near: "_Near") -> float:
        weights = self._weights
        if not evidence:
            return channels.sum(weights)
        cosines = sorted((near.scaled(e.cosine) for e in evidence), reverse=True)
        exact = _Channels(cosines[0], channels.lemmas, channels.surface)
        return (
            exact.sum(weights)
            + weights.second * (cosines[1] if len(cosines) > 1 else 0.0)
            + weights.pairs * max(e.pairs for e in evidence)
            + weights.names * max(e.names for e in evidence)
            + weights.in_context * max(e.in_context for e in evidence)
            + weights.with_previous * max(e.with_previous for e in evidence)
        )


@dataclass(frozen=True, slots=True)
class _Near:
    """The best cosine of each passage near a query, and the range they lie in."""

    best: Mapping[int, float]
    lowest: float
    highest: float

    def scaled(self, cosine: float) -> float:
        """The cosine stretched over that range; what lies below it is 0."""
        return max(0.0, cosine - self.lowest) / max(self.highest - self.lowest, 1e-6)


def _near(vectors: Vectors, vector: NDArray[np.float32]) -> _Near:
    ids, cosines = vectors.search(vector, DEPTH)
    best: dict[int, float] = {}
    for passage, cosine in zip(vectors.passages_of(ids).tolist(), cosines.tolist(), strict=True):
        best.setdefault(passage, cosine)
    return _Near(best, min(best.values(), default=0.0), max(best.values(), default=1.0))


def _sentence_cosines(
    vectors: Vectors, vector: NDArray[np.float32], passages: Mapping[int, StoredPassage]
) -> Mapping[int, Sequence[float]]:
    ids = [sentence.id for passage in passages.values() for sentence in passage.sentences]
    flat = iter(vectors.cosines(vector, ids).tolist())
    return {id: [next(flat) for _ in passage.sentences] for id, passage in passages.items()}


def _scaled(near: _Near, matches: Sequence[tuple[int, float, float]]) -> dict[int, _Channels]:
    top_lemmas = max((lemmas for _, lemmas, _ in matches), default=0.0) or 1.0
    top_surface = max((surface for _, _, surface in matches), default=0.0) or 1.0
    channels = {id: _Channels(near.scaled(cosine)) for id, cosine in near.best.items()}
    for id, lemmas, surface in matches:
        cosine = channels[id].cosine if id in channels else 0.0
        channels[id] = _Channels(cosine, lemmas / top_lemmas, surface / top_surface)
    return channels
