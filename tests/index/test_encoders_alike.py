"""What holds of the real encoder holds of the one that stands in for it."""

import numpy as np
import pytest

from index.encoder import Encoder
from tests.fakes import HashingEncoder


@pytest.fixture(params=["hashing", pytest.param("real", marks=pytest.mark.model)])
def either(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "hashing":
        return HashingEncoder()
    real: Encoder = request.getfixturevalue("encoder")
    return real


def test_a_row_of_length_one_for_each_text_in_order(either: Encoder) -> None:
    texts = ["Klaster lotniczy.", "", "Pogoda w górach zmienia się szybko.", "Deszcz"]

    together = either.embed_passages(texts)

    assert together.shape == (4, either.dimensions)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    for text, row in zip(texts, together, strict=True):
        assert either.embed_passages([text])[0] @ row > 0.98


def test_no_texts_are_no_rows(either: Encoder) -> None:
    assert either.embed_passages([]).shape == (0, either.dimensions)


def test_a_question_is_nearest_to_the_text_that_shares_its_words(either: Encoder) -> None:
    passages = either.embed_passages(["Klaster lotniczy powstał w Rzeszowie.", "W górach pada dziś deszcz."])

    cosines = passages @ either.embed_query("deszcz w górach")

    assert cosines[1] > cosines[0]


def test_progress_sums_to_the_number_of_texts(either: Encoder) -> None:
    steps: list[int] = []

    either.embed_passages(["a", "b", "c"] * 5, progress=steps.append)

    assert sum(steps) == 15


def test_the_model_has_a_name_that_stays(either: Encoder) -> None:
    assert either.model
    assert either.model == either.model.strip()
