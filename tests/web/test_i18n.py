"""Texts: both languages whole, plurals, dates, the language of a request."""

import datetime
import re
import string
from pathlib import Path

import pytest

import web
from web.i18n import Texts, plural, preferred, texts

_FOLDER = Path(web.__file__).parent


def _places(entry: object) -> set[str]:
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(str(form)) if name}


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    polish, english = texts("pl"), texts("en")

    assert polish.names() == english.names()
    for key in polish.names() - {"months"}:
        assert _places(polish.entry(key)) == _places(english.entry(key)), key


def test_every_plural_has_the_forms_of_its_language() -> None:
    for language, forms in (("pl", {"one", "few", "many"}), ("en", {"one", "many"})):
        known = texts("pl" if language == "pl" else "en")
        entries = {key: known.entry(key) for key in sorted(known.names())}
        assert all(set(entry) == forms for entry in entries.values() if isinstance(entry, dict))


def test_every_text_that_a_page_names_is_there() -> None:
    sources = [*_FOLDER.rglob("*.py"), *(_FOLDER / "templates").rglob("*.html")]
    named = {
        key
        for path in sources
        for key in re.findall(
            r"""\bt(?:exts\([^)]*\))?\(['"]([a-z_]+\.[a-z_.]+)['"][,)]""", path.read_text("utf-8")
        )
    }

    assert len(named) > 60
    assert named <= texts("en").names()


def test_every_text_is_used() -> None:
    sources = [*_FOLDER.rglob("*.py"), *(_FOLDER / "templates").rglob("*.html")]
    written = "\n".join(path.read_text("utf-8") for path in sources)
    # These are put together of a prefix and what they are about.
    built = (
        *("stage.", "job.", "adding.show_", "by."),
        *("problem.", "invalid.", "status.", "detail.", "format.", "language.", "about."),
        *("standing.", "field.", "file.", "verdict.", "reason.", "staff.rooms.", "fault.", "mend."),
        *(
            "asked.reason.",
            "asked.states.",
            "asked.settled.",
            "asked.verdict.",
            "asked.what.",
            "asked.missing.",
        ),
        *("roles.", "passwords.", "account.done.", "tokens.wrong.", "accounts.wrong."),
        *("reviewed.", "review.state.", "review.kind.", "review.stands", "review.done.", "review.fault."),
        "review.qualifier.",
        *("keeping.part.", "log.action.", "log.detail.", "log.how."),
    )
    named = {key for key in texts("en").names() if not key.startswith(built)}

    assert {key for key in named if key not in written} == set()


def test_every_problem_that_is_raised_has_its_words() -> None:
    raised = {
        key
        for path in _FOLDER.rglob("*.py")
        for key in re.findall(r'Problem\(\s*\d+, "([a-z_]+)"', path.read_text("utf-8"))
    }

    assert len(raised) > 10
    for key in raised:
        assert {f"problem.{key}.title", f"problem.{key}.detail"} <= texts("en").names(), key


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "many"),
        (1, "one"),
        (2, "few"),
        (4, "few"),
        (5, "many"),
        (12, "many"),
        (22, "few"),
        (101, "many"),
        (112, "many"),
    ],
)
def test_polish_plurals(number: int, form: str) -> None:
    assert plural("pl", number) == form


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("pl", "pl"),
        ("pl-PL,pl;q=0.9,en;q=0.8", "pl"),
        ("en-GB,pl;q=0.5", "en"),
        ("de,fr", "en"),
        ("en;q=0.1, PL ; q=0.2", "pl"),
        ("pl;q=0", "en"),
        ("pl;q=nonsense", "en"),
        (";;;,,q=1", "en"),
    ],
)
def test_the_better_of_the_languages_a_browser_names(header: str, language: str) -> None:
    assert preferred(header) == language


def test_dates_and_numbers_are_written_as_the_language_does() -> None:
    day = datetime.date(2025, 12, 17)

    assert texts("pl").day(day).split() == ["17", "grudnia", "2025"]
    assert texts("en").day(day).split() == ["17", "December", "2025"]
    assert (texts("pl").number(2000), texts("en").number(2000)) == ("2000", "2,000")
    assert texts("pl").number(12345).split() == ["12", "345"]


def test_no_polish_line_ends_with_a_one_letter_word() -> None:
    lead = texts("pl")("chat.lead")

    assert "i\u00a0prezentacji i\u00a0przy" in lead
    assert not re.search(r"(?<!\w)[aiouwz] ", lead)


def test_a_text_that_lacks_a_value_says_so() -> None:
    known = Texts("en", {"a": "{x}"})

    with pytest.raises(KeyError):
        known("a")


def test_whoever_is_no_person_is_told_in_words() -> None:
    assert texts("pl").actor("starter library") == "biblioteka startowa"
    assert texts("en").actor("token bot 7") == "the token bot 7"
    assert texts("pl").actor("token") == "token"
    assert texts("pl").actor("Ada Nowak") == "Ada Nowak"
