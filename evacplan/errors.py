"""What can go wrong in a way that a user can act on.

Answers are not errors: no way out is a verdict, unread text is a list. What is here ends a command with one calm
line (what, where, what next) and the exit code of the machine contract.
"""

from dataclasses import dataclass


class EvacplanError(Exception):
    """Base of all errors that a user can act on; `exit_code` is the process's exit status."""

    exit_code = 4


@dataclass
class InputRefusedError(EvacplanError):
    """An input file, text or option value that cannot be used.

    `what` is wrong `where` (file, line, option), and `hint` says what to do next; all in plain words.
    """

    what: str
    where: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Return one line: where, what, hint."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.hint}" if self.hint else head


@dataclass(frozen=True)
class Fault:
    """One fault in a data file: the file's name, the line (1-based, 0 if unknown) and what is wrong there."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Return `file:line: what`."""
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@dataclass
class DataFaultsError(EvacplanError):
    """All faults of the data files at once, in file and line order; never empty."""

    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        """Return one line a fault."""
        return "\n".join(str(fault) for fault in self.faults)


@dataclass
class UnknownNameError(EvacplanError):
    """A name that is not in the data or the store.

    `kind` says what was looked for ("town", "link" …), `suggestions` are near names: shown, never taken.
    """

    kind: str
    name: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return one line with the suggestions, if there are any."""
        near = f" Did you mean: {', '.join(self.suggestions)}?" if self.suggestions else ""
        return f"unknown {self.kind}: {self.name}.{near}"


@dataclass
class StoreError(EvacplanError):
    """The store cannot be opened, read or written: `what`, `where` (its path or URL without password), `hint`."""

    what: str
    where: str
    hint: str = ""

    def __str__(self) -> str:
        """Return one line: where, what, hint."""
        return f"{self.where}: {self.what}. {self.hint}".rstrip()


class IntegrityError(StoreError):
    """The store's content fails its own checks."""

    exit_code = 8


@dataclass
class ConflictError(EvacplanError):
    """Somebody else was first: `what` was already done, `by` whom and when."""

    what: str
    by: str = ""

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.what} ({self.by})" if self.by else self.what
