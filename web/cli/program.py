"""What can be typed, and what comes of it: 0, 1 for a failed job, 2 for bad use, 130 when interrupted."""

import logging
import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from assistant.errors import AssistantError, QuestionError
from index.errors import LibraryError
from index.roles import ROLES
from web.cli.output import complain
from web.errors import QuestionFileError
from web.settings import SettingError, Settings, current_settings

Command = Callable[[Namespace, Settings], int]

FAILED = 1
BAD_USE = 2
INTERRUPTED = 130
# 128 and the signal's number, as for a program that does not catch it.
BROKEN_PIPE = 141


class _Parser(ArgumentParser):
    """Says what is wrong in one line, where argparse would show the usage as well."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(BAD_USE)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of a command line."""
    # Libraries log to a terminal nobody asked them to; the server sets up a log of its own.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        arguments = parser().parse_args(argv)
        return _run(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAILED
    except (SettingError, QuestionError, QuestionFileError) as error:
        complain(str(error))
        return BAD_USE
    except BrokenPipeError:
        # The reader has gone; without this, Python complains once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (LibraryError, AssistantError, OSError) as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Namespace) -> int:
    # A command's module is imported when it is run: `list` does not wait for what `serve` needs.
    module, _, function = arguments.command.partition(":")
    command: Command = getattr(import_module(f"web.cli.{module}"), function)
    status = command(arguments, current_settings(arguments.home))
    sys.stdout.flush()
    return status


def parser() -> ArgumentParser:
    """The whole command line."""
    program = _Parser(
        prog="klastrownik", description="Answers questions about business clusters, with sources."
    )
    program.add_argument(
        "--home", type=Path, metavar="DIR", help="where the library lives (KLASTROWNIK_HOME)"
    )
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    for add in (_serving, _library, _history, _clusters, _asking, _keeping, _accounts, _tokens):
        add(commands.add_parser)
    return program


def _command(add: Callable[..., ArgumentParser], name: str, command: str, *, help: str) -> ArgumentParser:
    made = add(name, help=help, description=help)
    made.set_defaults(command=command)
    # Suppressed, or its default would undo a --home before the command.
    made.add_argument("--home", type=Path, default=SUPPRESS, metavar="DIR", help=SUPPRESS)
    return made


def _serving(add: Callable[..., ArgumentParser]) -> None:
    serve = _command(add, "serve", "serving:serve", help="Serve the pages and the JSON interface.")
    serve.add_argument("--host", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=_port, help="port to listen on (8000); 0 for any that is free")
    serve.add_argument("--empty", action="store_true", help="do not add the starter library to an empty home")


def _library(add: Callable[..., ArgumentParser]) -> None:
    adding = _command(
        add, "add", "library:add", help="Add files and folders; - reads a list from standard input."
    )
    adding.add_argument("paths", nargs="+", metavar="PATH")
    _with_json(adding)
    _with_json(_command(add, "list", "library:list_documents", help="List the documents."))
    show = _command(add, "show", "library:show", help="Show what was read out of a document.")
    show.add_argument("document", metavar="DOCUMENT", help="its id, its name, or its file's name")
    _with_json(show)


def _history(add: Callable[..., ArgumentParser]) -> None:
    remove = _command(
        add, "remove", "removing:remove", help="Remove documents with all that was made of them."
    )
    remove.add_argument("documents", nargs="+", metavar="DOCUMENT")
    remove.add_argument("--for-good", action="store_true", help="with no way back, removed ones too")
    removed = _command(add, "removed", "removing:removed", help="List what was removed in the last 30 days.")
    _with_json(removed)
    removed.add_argument("--for-good", action="store_true", help="remove all of it for good")
    undo = _command(add, "undo", "removing:undo", help="Hold documents again that were removed.")
    undo.add_argument("documents", nargs="+", metavar="DOCUMENT")
    versions = _command(add, "versions", "history:versions", help="List the versions of a document.")
    versions.add_argument("document", metavar="DOCUMENT")
    _with_json(versions)
    back = _command(add, "back", "history:back", help="Hold an earlier version of a document again.")
    back.add_argument("document", metavar="DOCUMENT")
    back.add_argument("version", type=_number, metavar="VERSION", help="its number, as `versions` tells")
    outdated = _command(add, "outdated", "history:outdated", help="Mark a document as out of date.")
    outdated.add_argument("document", metavar="DOCUMENT")
    outdated.add_argument("--since", type=_date, metavar="DATE", help="since this day (YYYY-MM-DD); today")
    outdated.add_argument("--reason", default="", metavar="WORDS", help="why, for those who read it")
    outdated.add_argument("--lift", action="store_true", help="take the mark away")


def _clusters(add: Callable[..., ArgumentParser]) -> None:
    clusters = _command(
        add, "clusters", "clusters:clusters", help="List the clusters that the library knows."
    )
    clusters.add_argument(
        "--status", default="", metavar="LABEL", help="with this status, such as KKK; * for any"
    )
    clusters.add_argument(
        "--valid-on", type=_date, metavar="DATE", help="whose status is valid on this day (YYYY-MM-DD)"
    )
    clusters.add_argument("--sector", default="", help="in this sector, by its key, such as aerospace")
    clusters.add_argument("--region", default="", help="in this voivodeship, by its key, such as slaskie")
    clusters.add_argument("--q", default="", metavar="WORDS", help="with these words in its names or facts")
    _with_json(clusters)


def _asking(add: Callable[..., ArgumentParser]) -> None:
    ask = _command(add, "ask", "asking:ask", help="Answer a question.")
    ask.add_argument("question", metavar="QUESTION")
    ask.add_argument("--as-of", type=_date, metavar="DATE", help="the day the answer is for (YYYY-MM-DD)")
    _with_json(ask)
    search = _command(add, "search", "asking:search", help="Find passages.")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=_count, default=10, help="how many at most (10)")
    _with_json(search)
    evaluate = _command(
        add, "evaluate", "asking:evaluate", help="Ask a set of questions and score the answers."
    )
    evaluate.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")


def _keeping(add: Callable[..., ArgumentParser]) -> None:
    _with_json(
        _command(
            add, "check", "keeping:check", help="Look whether all that is held is sound; changes nothing."
        )
    )
    rebuild = _command(
        add, "rebuild", "keeping:rebuild", help="Make words and vectors anew, beside those in use."
    )
    rebuild.add_argument(
        "--model",
        metavar="NAME",
        help="with this model from now on: a sentence-transformers folder or hub name, or default",
    )
    rebuild.add_argument("--read", action="store_true", help="read them anew as well, from the files kept")
    backup = _command(
        add, "backup", "keeping:backup", help="Write the library to one file, even while it serves."
    )
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = _command(add, "restore", "keeping:restore", help="Put a backup in place of the library.")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--force", action="store_true", help="even where documents are held; they are kept beside"
    )


def _accounts(add: Callable[..., ArgumentParser]) -> None:
    commands = add("account", help="Make, change accounts.").add_subparsers(required=True, metavar="COMMAND")
    inner = commands.add_parser
    create = _command(inner, "create", "accounts:create", help="Make an account; its password is asked.")
    create.add_argument("name", metavar="NAME")
    create.add_argument("--role", choices=ROLES, required=True)
    _with_password(create)
    _with_json(_command(inner, "list", "accounts:list_accounts", help="List the accounts."))
    password = _command(inner, "password", "accounts:set_password", help="Give an account another password.")
    password.add_argument("name", metavar="NAME")
    _with_password(password)
    role = _command(inner, "role", "accounts:give_role", help="Let an account do what a role may.")
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=ROLES)
    close = _command(inner, "close", "accounts:close", help="Let nobody sign in by an account any more.")
    close.add_argument("name", metavar="NAME")
    again = _command(inner, "open", "accounts:open_again", help="Let its person sign in again.")
    again.add_argument("name", metavar="NAME")


def _tokens(add: Callable[..., ArgumentParser]) -> None:
    commands = add("token", help="Make and revoke tokens.").add_subparsers(required=True, metavar="COMMAND")
    inner = commands.add_parser
    create = _command(inner, "create", "accounts:create_token", help="Make a token, shown this once.")
    create.add_argument("name", metavar="NAME")
    create.add_argument("--role", choices=ROLES, required=True)
    create.add_argument(
        "--until", type=_date, metavar="DATE", help="the last day it lets in (YYYY-MM-DD); a year from now"
    )
    _with_json(_command(inner, "list", "accounts:list_tokens", help="List the tokens that were not revoked."))
    revoke = _command(inner, "revoke", "accounts:revoke_token", help="Let a token in no longer.")
    revoke.add_argument("name", metavar="NAME")


def _with_password(made: ArgumentParser) -> None:
    how = made.add_mutually_exclusive_group()
    how.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    how.add_argument("--link", action="store_true", help="print a link to choose it by, once, within 3 days")


def _with_json(made: ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="print JSON, one line each")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date like 2025-06-01") from None


def _port(text: str) -> int:
    return _whole(text, 0, 65_535)


def _number(text: str) -> int:
    return _whole(text, 1, 1_000_000)


def _count(text: str) -> int:
    return _whole(text, 1, 1_000)


def _whole(text: str, lowest: int, highest: int) -> int:
    if not (text.isascii() and text.isdigit() and lowest <= int(text) <= highest):
        raise ArgumentTypeError(f"{text!r} is not a whole number from {lowest} to {highest}")
    return int(text)
