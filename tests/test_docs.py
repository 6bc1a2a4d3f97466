"""The documents say what the code does: settings, commands, addresses, messages, examples."""

import argparse
import ast
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

import assistant.confidence
import assistant.ranking
import index.search
from index.encoder import Encoder
from web.cli import main
from web.cli.program import parser
from web.routes import ROUTERS
from web.settings import SettingError, read_settings

ROOT = Path(__file__).parents[1]
FOLDERS = ("assistant", "benchmarks", "docs", "documents", "index", "tests", "tools", "web")
RUNNING = (ROOT / "docs/running.md").read_text("utf-8")
# Texts under tests/ are there to be read as documents, with links into pages that are not.
MARKDOWN = sorted(
    [*ROOT.glob("*.md"), *(path for one in FOLDERS if one != "tests" for path in (ROOT / one).rglob("*.md"))]
)
PAGES = [path for path in MARKDOWN if path.parent in (ROOT, ROOT / "docs")]
# The words that the pages, the code and these documents share.
WORDS = {
    *("Cluster", "Library", "Document", "Place", "Passage", "Register", "Fact"),
    *("Alias", "Question", "Query", "Hit", "Citation", "Answer"),
}


def _commands(
    program: argparse.ArgumentParser, name: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands of a program, with those of a command that has commands of its own in its place."""
    inner = [one for one in program._actions if isinstance(one, argparse._SubParsersAction)]
    if not inner:
        yield name.strip(), program
    for word, command in (pair for one in inner for pair in one.choices.items()):
        yield from _commands(command, f"{name} {word}")


COMMANDS = dict(_commands(parser()))

# Settings, commands, addresses


def test_every_setting_has_its_line() -> None:
    with pytest.raises(SettingError) as known:
        read_settings({"KLASTROWNIK_NONE": ""})
    named = set(re.findall(r"KLASTROWNIK_\w+", str(known.value))) - {"KLASTROWNIK_NONE"}

    assert set(re.findall(r"^\| `(KLASTROWNIK_\w+)` \|", RUNNING, re.MULTILINE)) == named


def test_every_command_has_its_heading() -> None:
    headings = set(re.findall(r"^### `klastrownik ([a-z ]+)`$", RUNNING, re.MULTILINE))

    assert headings == COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_stands_under_its_heading(command: str) -> None:
    section = re.split(r"\n##", RUNNING.partition(f"\n### `klastrownik {command}`\n")[2])[0]
    options = {name for action in COMMANDS[command]._actions for name in action.option_strings}

    assert {name for name in options - {"-h", "--help", "--home"} if name not in section} == set()


def test_every_address_has_its_line() -> None:
    lines = set(re.findall(r"^\| `([A-Z]+ /\S*)` \|", RUNNING, re.MULTILINE))

    assert lines == {*_addresses(), "GET /api/v1/openapi.json"}


def test_every_message_has_its_entry() -> None:
    text = _plain(RUNNING)

    assert [message for message in _messages() if message not in text] == []


def test_every_problem_has_its_title_in_the_list() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "web/data/en").glob("*.toml")]
    titles = [one["title"] for texts in files for one in texts.get("problem", {}).values()]

    assert titles
    assert [title for title in titles if f"`{title}`" not in RUNNING] == []


# What the documents point at


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_within_the_house_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!\w+:)([^)\s]+)\)", page.read_text("utf-8"))

    assert [target for target in targets if not _leads(page, target)] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    pages = {page.relative_to(ROOT).as_posix() for page in PAGES} - {"README.md"}

    assert {page for page in pages if f"]({page})" not in readme} == set()


def test_every_test_that_a_page_names_is_there() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"def (test_\w+)", tests))
    named = {name for page in PAGES for name in re.findall(r"`(test_\w+)`", page.read_text("utf-8"))}

    assert named - there == set()


def test_every_font_that_is_served_is_in_the_notice_with_its_license() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    folder = ROOT / "web/static/fonts"
    fonts = {re.sub(r"-latin.*", "", path.name) for path in folder.glob("*.woff2")}

    assert fonts
    assert {one for one in fonts if not (folder / f"OFL-{one}.txt").is_file()} == set()
    assert {one for one in fonts if f"{one}-*.woff2, OFL-{one}.txt" not in notice} == set()


def test_every_module_that_a_page_names_is_there() -> None:
    files = rf"`((?:{'|'.join(FOLDERS)})/[\w./-]*\.\w+)`"
    named = {name for page in PAGES for name in re.findall(files, page.read_text("utf-8"))}

    assert {name for name in named if not (ROOT / name).is_file()} == set()


def test_each_of_the_complaints_has_a_test_or_says_that_it_waits() -> None:
    text = (ROOT / "docs/complaints.md").read_text("utf-8")
    entries = re.split(r"^\d+\. ", text, flags=re.MULTILINE)[1:]

    assert len(entries) == 21
    assert [entry for entry in entries if "`test_" not in entry and "Not yet:" not in entry] == []


def test_the_glossary_holds_the_words_of_the_design() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "docs/glossary.md").read_text("utf-8"), re.MULTILINE)

    assert WORDS - set(headings) == set()


def test_the_figures_told_are_those_beside_the_weights() -> None:
    text = (ROOT / "docs/how-answers-are-made.md").read_text("utf-8")
    weights = (index.search.Weights, assistant.ranking.Weights, assistant.confidence.Weights)
    beside = " ".join(one.__doc__ or "" for one in weights)
    told = re.findall(r"\b0\.\d+\b", text.partition("## Where the weights come from")[2])

    assert told
    assert [figure for figure in told if figure not in beside] == []


def test_the_figures_of_the_register_told_are_those_beside_the_floors() -> None:
    text = (ROOT / "docs/register.md").read_text("utf-8")
    floors = ("test_facts.py", "test_questions.py")
    beside = " ".join((ROOT / "tests/quality/register" / one).read_text("utf-8") for one in floors)
    measured = set(re.findall(r"# ([01]\.\d{3})$", beside, re.MULTILINE))
    told = re.findall(r"\b[01]\.\d+\b", text.partition("## How well it works")[2])

    assert told
    assert [figure for figure in told if figure not in measured] == []


def test_no_file_names_the_place_where_it_was_written() -> None:
    # In brackets a letter of each, or this file would name them itself.
    folders = r"(?<![\w.])/(?:wor[k]|tmp/[v])/"
    hosts = r"(?:pyp[i]|npmj[s]|crate[s]|golan[g]|pythonhoste[d])\.(?:org|com|io)"
    forbidden = re.compile(f"{folders}|{hosts}")
    named = [path for path in _texts() if forbidden.search(path.read_text("utf-8", errors="ignore"))]

    assert named == []


# Examples


@pytest.fixture(scope="module")
def starter_home(tmp_path_factory: pytest.TempPathFactory, models_folder: Path, encoder: Encoder) -> Path:
    """A home with the starter library."""
    home = tmp_path_factory.mktemp("starter") / "home"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KLASTROWNIK_MODELS", str(models_folder))
        environment.setattr("web.services.load_encoder", lambda *_, **__: encoder)

        assert main(["--home", str(home), "add", str(ROOT / "documents/library")]) == 0
    return home


def _examples() -> Iterator[tuple[Path, int, str]]:
    for page in PAGES:
        text = page.read_text("utf-8")
        for block in re.finditer(r"^<!-- run -->\n```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            yield page, text.count("\n", 0, block.start()) + 1, block[1]


@pytest.mark.model
@pytest.mark.parametrize(
    "example", [pytest.param(text, id=f"{page.name}:{line}") for page, line, text in _examples()]
)
def test_an_example_gives_what_the_page_shows(
    example: str,
    starter_home: Path,
    models_folder: Path,
    encoder: Encoder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = shutil.copytree(starter_home, tmp_path / "home")
    (tmp_path / "documents").symlink_to(ROOT / "documents")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KLASTROWNIK_HOME", str(home))
    monkeypatch.setenv("KLASTROWNIK_MODELS", str(models_folder))
    # Loaded once: a second for each command otherwise.
    monkeypatch.setattr("web.services.load_encoder", lambda *_, **__: encoder)

    for typed, shown in re.findall(r"^\$ klastrownik (.*)\n((?:(?!\$ ).*\n)*)", example, re.MULTILINE):
        status = main(shlex.split(typed))
        printed = capsys.readouterr()

        assert (status, printed.err) == (0, "")
        assert re.fullmatch(_pattern(shown), printed.out, re.DOTALL), printed.out


# How it is looked up


def _addresses() -> set[str]:
    """Every method and path of the routers that the application takes in."""
    return {
        f"{method} {route.path.replace(':path}', '}')}"
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }


def _messages() -> set[str]:
    """The longest constant part of each message that the code can raise, log or print."""
    found = set()
    for package in ("documents", "index", "assistant", "web"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                parts = [_plain(part) for one in _worded(node, path) for part in _parts(one)]
                longest = max(parts, key=len, default="")
                if len(longest) > 6:
                    found.add(longest)
    return found


def _worded(node: ast.AST, path: Path) -> list[ast.expr]:
    """The expressions in which a node puts a message for a person; none for a node that does not."""
    if isinstance(node, ast.Return) and path.name == "server.py" and isinstance(node.value, ast.JoinedStr):
        return [node.value]
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return [node.value] if node.targets[0].id in {"reason", "fault"} else []
    if not isinstance(node, ast.Call):
        return []
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called == "Outcome":
        return [one.value for one in node.keywords if one.arg == "reason"]
    ours = called.endswith("Error") and called not in {"ValueError", "TypeError", "PydanticCustomError"}
    printed = called in {"complain", "warning"} or (called == "error" and path.name != "program.py")
    raised = called == "__init__" and path.name == "errors.py"
    return [*node.args, *(one.value for one in node.keywords)] if ours or printed or raised else []


def _parts(expression: ast.expr) -> Iterator[str]:
    for node in ast.walk(expression):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from node.value.split("%s")


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split()).strip(" :;,.()'")


def _leads(page: Path, target: str) -> bool:
    path, _, fragment = target.partition("#")
    file = (page.parent / path) if path else page
    if not file.is_file() or not fragment:
        return file.is_file()
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return fragment in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def _texts() -> Iterator[Path]:
    # In a work tree beside the repository, .git is a file that names it.
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name not in {".coverage", ".git"})
    for folder in (*FOLDERS, ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and b"\0" not in path.read_bytes()[:8000]:
                yield path


def _pattern(shown: str) -> str:
    """A regular expression for what a page shows, in which … stands for anything, line ends too."""
    parts = re.split(r"^…\n|…", shown, flags=re.MULTILINE)
    return ".*".join(map(re.escape, parts))
