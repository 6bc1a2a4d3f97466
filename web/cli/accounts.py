"""account, token."""

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from getpass import getpass

from index.accounts import Account, allowed_name, allowed_password
from index.errors import AccountError, TakenNameError, UnknownAccountError
from index.store import Store
from index.tokens import Token, default_end
from web.cli.output import complain, say, say_json
from web.services import open_store
from web.settings import Settings

_BY = "command line"


def create(arguments: Namespace, settings: Settings) -> int:
    """Make an account whose password is asked, read, or chosen by a link."""
    with closing(open_store(settings)) as store:
        name = allowed_name(arguments.name)
        if store.accounts.find(name):
            raise TakenNameError(name, "an account")
        password = "" if arguments.link else _password(arguments, name)
        store.accounts.make(name, arguments.role, password, by=_BY)
        say(_link(store, settings, name) if arguments.link else f"made the account {name} ({arguments.role})")
    return 0


def list_accounts(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        accounts = store.accounts.all()
    if not accounts and not arguments.json:
        say("there is no account; make one with account create NAME --role administrator")
    for one in accounts:
        if arguments.json:
            say_json(asdict(one))
        else:
            say(f"{one.name}  ({_state(one)})")
    return 0


def set_password(arguments: Namespace, settings: Settings) -> int:
    """Give an account another password, or a link by which its person chooses one."""
    with closing(open_store(settings)) as store:
        account = store.accounts.find(arguments.name)
        if account is None:
            raise UnknownAccountError(arguments.name)
        if arguments.link:
            say(_link(store, settings, account.name))
        else:
            store.accounts.set_password(account.name, _password(arguments, account.name), by=_BY)
            say(f"{account.name} has another password, and is signed out everywhere")
    return 0


def give_role(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        changed = store.accounts.give_role(arguments.name, arguments.role, by=_BY)
    say(f"{arguments.name} is {arguments.role} {'now' if changed else 'already'}")
    return 0


def close(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        closed = store.accounts.close(arguments.name, by=_BY)
    say(f"closed the account {arguments.name}" if closed else f"{arguments.name} is closed already")
    return 0


def open_again(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        opened = store.accounts.open(arguments.name, by=_BY)
    say(f"opened the account {arguments.name}" if opened else f"{arguments.name} is open already")
    return 0


def create_token(arguments: Namespace, settings: Settings) -> int:
    """Print a new token, this once."""
    until = arguments.until or default_end()
    with closing(open_store(settings)) as store:
        say(store.tokens.create(arguments.name, arguments.role, until=until, by=_BY))
    return 0


def list_tokens(arguments: Namespace, settings: Settings) -> int:
    with closing(open_store(settings)) as store:
        tokens = store.tokens.all()
    if not tokens and not arguments.json:
        say("no token is in use")
    for one in tokens:
        if arguments.json:
            say_json(asdict(one))
        else:
            say(_told(one))
    return 0


def revoke_token(arguments: Namespace, settings: Settings) -> int:
    """1 if there was no such token."""
    with closing(open_store(settings)) as store:
        if store.tokens.revoke(arguments.name, by=_BY):
            say(f"revoked the token {arguments.name}")
            return 0
    complain(f"no token named {arguments.name} is in use; `token list` shows those that are")
    return 1


def _password(arguments: Namespace, name: str) -> str:
    """The password that was typed twice, or read. Raises: AccountError."""
    if arguments.password_stdin:
        return allowed_password(sys.stdin.readline().rstrip("\r\n"), name)
    if not sys.stdin.isatty():
        raise AccountError("asked", "no terminal to ask for a password; add --password-stdin or --link")
    return typed_password(name, getpass)


def typed_password(name: str, ask: Callable[[str], str]) -> str:
    """The password that was typed the same way twice. Raises: AccountError."""
    password = allowed_password(ask(f"Password for {name}: "), name)
    if ask("The same once more: ") != password:
        raise AccountError("asked", "the two passwords are not the same; nothing was changed")
    return password


def _link(store: Store, settings: Settings, name: str) -> str:
    return f"{settings.reached_at}/join/{store.links.make(name, by=_BY)}"


def _state(account: Account) -> str:
    closed = f", closed since {_day(account.closed_at)}" if account.closed_at else ""
    return f"{account.role}, made {_day(account.made_at)}{closed}"


def _told(token: Token) -> str:
    ends = f"over since {token.ends_on}" if token.is_over else f"until {token.ends_on}"
    whose = f", of {token.account}" if token.account else ""
    used = f"last used {token.used_on}" if token.used_on else "never used"
    return f"{token.name}  ({token.role}, {ends}{whose}): {used}"


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
