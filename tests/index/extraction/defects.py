"""What the extraction is known to get wrong: each mark names its cause, and fails once that is gone."""

import pytest

TITLES_OF_NO_LANGUAGE = pytest.mark.xfail(
    strict=True, reason="a title of two or three words has no certain language, so both count as Polish"
)
POLISH_HOMOGRAPH = pytest.mark.xfail(
    strict=True, reason='"Drink" or "Glass" is also a Polish word: "and" joins no English name with it'
)
NAMES_OVERLAP = pytest.mark.xfail(strict=True, reason="a name reaches back over a word of the name before it")
NAME_STANDS_ELSEWHERE = pytest.mark.xfail(
    strict=True, reason="what any name tells is pinned to the line where the cluster is named first"
)
