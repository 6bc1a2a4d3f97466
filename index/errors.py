"""What can go wrong in the index.

LibraryError
├── ModelError             the embedding model cannot be used
│   ├── NoDefaultModelError    no bundled weights on this platform
│   └── DamagedModelError      its folder or file is broken, cut short, or gives wrong vectors
├── StoreError             the library's database cannot be used; nothing it holds is lost
│   ├── DamagedStoreError      broken pages, or not a database at all
│   │   └── DamagedHeldError       where a backup is to be put back
│   ├── NewerStoreError        written by a later version of this program
│   ├── UnwritableStoreError   the folder or the file cannot be written
│   ├── UnwritableBackupError  the file a backup was to go into cannot be written
│   ├── NoBackupError          a file to be put back is none that can be
│   ├── FullDiskError          no room left
│   ├── BusyStoreError         another process has kept it locked for too long
│   └── HeldLibraryError       a backup would take the place of documents that are held
├── SourceError            a file to be added cannot be got
├── UnknownDocumentError   no document has that id or name
├── UnknownVersionError    no version of a document has that number
├── UnknownRemovalError    no removed document has that id or name
├── TakenPlaceError        a removed document cannot come back: another has its name
├── OvertakenModelError      another model was taken while one was made ready
├── UnreadableDocumentError  what is held of a document cannot be read
├── UnknownClusterError    no cluster has that id
├── UnknownDecisionError   no decision of staff has that number
├── DecisionError          a decision of staff cannot be made so
├── SameContentError       another document holds the same bytes
├── UnknownTurnError       no conversation has that id
├── TakenNameError         a token or an account of that name is in use
├── UnknownAccountError    no account has that name
├── AccountError           an account cannot be made or changed so
├── TokenError             a token cannot be made so
├── UnknownJobError        no job has that id
├── BusyError              too many jobs wait
└── JobError               a job cannot be cancelled or tried again
"""

from pathlib import Path


class LibraryError(Exception):
    """Root of this package's errors. The message is one line that says what to do."""

    permanent = False


class ModelError(LibraryError):
    """`model` is the name or folder as configured, or the default's."""

    permanent = True

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(f"embedding model {model}: {reason}")
        self.model = model
        self.reason = reason


class NoDefaultModelError(ModelError):
    pass


class DamagedModelError(ModelError):
    pass


class StoreError(LibraryError):
    """`path` is the database's file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class DamagedStoreError(StoreError):
    permanent = True

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, f"damaged ({found}); put a backup back with `restore FILE`, or move it away")
        self.found = found


class DamagedHeldError(DamagedStoreError):
    """A backup is to take the place of a damaged library."""

    def __init__(self, path: Path, found: str) -> None:
        StoreError.__init__(
            self, path, f"damaged ({found}); add --force to put the backup in its place and keep it beside"
        )
        self.found = found


class NewerStoreError(StoreError):
    permanent = True

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, f"has schema {found}, this program knows {known}; install the later version")


class UnwritableStoreError(StoreError):
    permanent = True

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            path, f"cannot be written ({found}); give this user the right to, or name another home"
        )


class ReadOnlyDiskError(UnwritableStoreError):
    def __init__(self, path: Path) -> None:
        StoreError.__init__(
            self,
            path,
            "the disk has become read-only; check it and have it written again, "
            "what was held before is unchanged",
        )


class UnwritableBackupError(StoreError):
    permanent = True

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, f"no backup can be written there ({found}); name another file")


class NoBackupError(StoreError):
    permanent = True

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, f"no backup that can be put back ({found}); name one that `backup FILE` wrote")


class FullDiskError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the disk is full; make room and try again, what was held before is unchanged")


class BusyStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "locked by another process for too long; try again when that has finished")


class HeldLibraryError(StoreError):
    permanent = True

    def __init__(self, path: Path, documents: int) -> None:
        super().__init__(path, f"{documents} documents are held here; name another home, or add --force")


class SourceError(LibraryError):
    """`file` is the base name; `reason` a phrase for a person."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class UnknownDocumentError(LibraryError):
    permanent = True

    def __init__(self, document: str) -> None:
        super().__init__(f"no document has the id or name {document}; `list` shows those there are")
        self.document = document


class UnknownVersionError(LibraryError):
    permanent = True

    def __init__(self, document: str, number: int) -> None:
        super().__init__(
            f"no version {number} of {document} is kept; `versions {document}` shows those that are"
        )
        self.document = document
        self.number = number


class UnknownRemovalError(LibraryError):
    permanent = True

    def __init__(self, reference: str) -> None:
        super().__init__(f"no removed document has the id or name {reference}; `removed` lists them")
        self.reference = reference


class TakenPlaceError(LibraryError):
    """`name` is that of the removed document, and of the one that is held now."""

    permanent = True

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: another document of this name has come in since; remove that one first")
        self.name = name


class OvertakenModelError(LibraryError):
    """`model` is the one that is in use now."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"the model {model} was taken meanwhile; look which is wanted, and `rebuild` with that"
        )
        self.model = model


class UnreadableDocumentError(LibraryError):
    """Its rows are damaged in a way that the database does not see."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: what was read out of it is damaged; read it anew with `rebuild --read`")
        self.name = name


class UnknownClusterError(LibraryError):
    permanent = True

    def __init__(self, cluster: str) -> None:
        super().__init__(f"no cluster has the id {cluster}; `clusters` shows those there are")
        self.cluster = cluster


class UnknownDecisionError(LibraryError):
    permanent = True

    def __init__(self, decision: int) -> None:
        super().__init__(f"no decision has the number {decision}")
        self.decision = decision


class DecisionError(LibraryError):
    """`field` is what was given wrongly, `fault` a word for what is wrong with it."""

    permanent = True

    def __init__(self, field: str, fault: str) -> None:
        super().__init__(f"a decision of staff cannot be made so: {field} ({fault})")
        self.field = field
        self.fault = fault


class SameContentError(LibraryError):
    """`other` is the name of the document that holds the same bytes."""

    permanent = True

    def __init__(self, name: str, other: str) -> None:
        super().__init__(f"{name}: the same content is held as {other}")
        self.name = name
        self.other = other


class UnknownTurnError(LibraryError):
    permanent = True

    def __init__(self, conversation: str) -> None:
        super().__init__(f"no conversation has the id {conversation}")
        self.conversation = conversation


class UnknownGroupError(LibraryError):
    permanent = True

    def __init__(self, group: int) -> None:
        super().__init__(f"no group of questions has the id {group}; it may have gone with its questions")
        self.group = group


class TakenNameError(LibraryError):
    permanent = True

    def __init__(self, name: str, kind: str = "a token") -> None:
        free = "revoke it first, or choose another name" if kind == "a token" else "choose another name"
        super().__init__(f"{kind} named {name} is in use; {free}")
        self.name = name


class UnknownAccountError(LibraryError):
    permanent = True

    def __init__(self, name: str) -> None:
        super().__init__(f"no account is named {name}; `account list` shows those there are")
        self.name = name


class AccountError(LibraryError):
    """`fault` is a word for what is wrong: name, short, long, guessable (a password), last (administrator),
    closed."""

    permanent = True

    def __init__(self, fault: str, reason: str) -> None:
        super().__init__(reason)
        self.fault = fault


class TokenError(LibraryError):
    """`fault` is a word for what is wrong: name, until."""

    permanent = True

    def __init__(self, fault: str, reason: str) -> None:
        super().__init__(reason)
        self.fault = fault


class UnknownJobError(LibraryError):
    permanent = True

    def __init__(self, job: str) -> None:
        super().__init__(f"no job has the id {job}")
        self.job = job


class BusyError(LibraryError):
    """`waiting` is how many jobs wait."""

    def __init__(self, name: str, waiting: int) -> None:
        super().__init__(f"{name}: {waiting} files wait to be added; add it when there are fewer")
        self.name = name
        self.waiting = waiting


class JobError(LibraryError):
    """`fault` is a word for what is wrong: over, fine, gone."""

    permanent = True

    def __init__(self, job: str, fault: str, reason: str) -> None:
        super().__init__(f"job {job}: {reason}")
        self.job = job
        self.fault = fault
