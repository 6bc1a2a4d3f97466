"""What is counted for Prometheus, in a registry of our own."""

from collections.abc import Iterator
from typing import get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from assistant.model import Kind, Turn
from web.backend import Library
from web.warmup import Warmup

# A question is answered in milliseconds, so the default buckets, made for 5 ms to 10 s, start too high.
_BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Meters:
    """Questions by kind and time, and how much is held."""

    def __init__(self, library: Library, warmup: Warmup) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Held(library, warmup))
        self._questions = Counter(
            "klastrownik_questions",
            "Questions answered, by kind of answer",
            ("kind",),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "klastrownik_answer_seconds", "Time to answer", buckets=_BUCKETS, registry=self._registry
        )
        for kind in get_args(Kind):
            self._questions.labels(kind)

    def answered(self, turn: Turn) -> None:
        """Count one answer."""
        self._questions.labels(turn.answer.kind).inc()
        self._seconds.observe(turn.elapsed_ms / 1000)

    def exposition(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)


class _Held(Collector):
    """What is read when asked for, so that it cannot drift from the library."""

    def __init__(self, library: Library, warmup: Warmup) -> None:
        self._library = library
        self._warmup = warmup

    def collect(self) -> Iterator[GaugeMetricFamily]:
        counts = self._library.counts()
        yield GaugeMetricFamily("klastrownik_documents", "Documents held", counts.documents)
        yield GaugeMetricFamily("klastrownik_passages", "Passages held", counts.passages)
        warm = self._warmup.engine is not None
        yield GaugeMetricFamily("klastrownik_warm", "1 once questions can be answered", int(warm))

    def describe(self) -> Iterator[GaugeMetricFamily]:
        return iter(())
