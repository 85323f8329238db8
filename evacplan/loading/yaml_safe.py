"""A restricted YAML: plain trees of mappings, lists and scalars, with the line of every entry.

YAML as its libraries read it turns `21:30` into 1290 and `NO` into false, lets a second key win in silence, builds
objects from tags, multiplies by aliases, and crashes on deep nesting. Here one pass over the parser's events, bounded
in size, depth and number, builds the tree; anchors, aliases, tags and second documents are refused, and only `true`,
`false`, `null` and plain decimal numbers are typed. Keys are always text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

from evacplan.errors import Fault, InputRefusedError

Tree: TypeAlias = Any
"""dict[str, Tree], list[Tree], str, int, float, bool or None: what JSON can hold as well."""

Event: TypeAlias = Any
"""An event of the YAML library's parser; its classes are known by name, so that this module loads without it."""

Spot: TypeAlias = tuple[str | int, ...]
"""Where in a tree: keys and list positions from its top."""

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_NODES = 150_000

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_WORDS = {"true": True, "false": False, "null": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as a plain tree: the 1-based line of every spot, and the keys that stand twice as faults.

    Of a key that stands twice the first value is kept.
    """

    name: str
    tree: Tree
    lines: Mapping[Spot, int]
    faults: tuple[Fault, ...] = ()

    def fault(self, spot: Spot, what: str) -> Fault:
        """Say what is wrong at a spot; the line is that of the spot or of the nearest one around it."""
        while spot and spot not in self.lines:
            spot = spot[:-1]
        return Fault(self.name, self.lines.get(spot, 0), what)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read; `key` is the key that waits for its value."""

    value: dict[str, Tree] | list[Tree]
    spot: Spot
    key: str | None = None
    repeated: bool = False


@dataclass(slots=True)
class _Builder:
    """Builds the tree from the parser's events."""

    name: str
    plain: Callable[[str], Tree]
    tree: Tree = None
    lines: dict[Spot, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    nodes: int = 0

    def refuse(self, event: Event, what: str, hint: str = "") -> NoReturn:
        """Give up, at the place of an event."""
        mark = event.start_mark
        raise InputRefusedError(what, f"{self.name}:{mark.line + 1}:{mark.column + 1}", hint)

    def feed(self, event: Event) -> None:
        """Take in the next event."""
        match type(event).__name__:
            case "ScalarEvent":
                self.scalar(event)
            case "MappingStartEvent":
                self.open(event, {})
            case "SequenceStartEvent":
                self.open(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self.stack.pop()
            case "AliasEvent":
                self.refuse(event, f"an alias (*{event.anchor}) is not allowed", "Write the value out.")
            case "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    self.refuse(event, "a second document in one file", "Remove the line '---'.")
            case _:  # start and end of the stream, end of the document
                pass

    def scalar(self, event: Event) -> None:
        """Take in a key or a value."""
        self.allow(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self.key(event, top)
        else:
            self.put(event, event.value if event.style else self.plain(event.value))

    def key(self, event: Event, top: _Open) -> None:
        """Take in a key; one that stands twice is a fault and its second value is dropped."""
        top.key, top.repeated = event.value, event.value in top.value
        mark, spot = event.start_mark, (*top.spot, event.value)
        if top.repeated:
            what = f"column {mark.column + 1}: '{event.value}' stands twice (first in line {self.lines[spot]})"
            self.faults.append(Fault(self.name, mark.line + 1, what))
        self.lines.setdefault(spot, mark.line + 1)

    def open(self, event: Event, value: dict[str, Tree] | list[Tree]) -> None:
        """Take in the start of a mapping or list."""
        self.allow(event)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse(event, f"nested deeper than {MAX_DEPTH} levels")
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self.refuse(event, "a key must be text, not a list or mapping")
        self.stack.append(_Open(value, self.put(event, value)))

    def put(self, event: Event, value: Tree) -> Spot:
        """Put a value where it belongs, and return its spot."""
        if not self.stack:
            self.tree = value
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            spot: Spot = (*top.spot, len(top.value))
            top.value.append(value)
            self.lines.setdefault(spot, event.start_mark.line + 1)
            return spot
        key, top.key = top.key or "", None
        if not top.repeated:
            top.value[key] = value
        return (*top.spot, key)

    def allow(self, event: Event) -> None:
        """Refuse anchors, tags, and more nodes than any honest file has."""
        self.nodes += 1
        if event.anchor is not None:
            self.refuse(event, f"an anchor (&{event.anchor}) is not allowed", "Write the value out.")
        if event.tag is not None:
            self.refuse(event, f"a tag ({event.tag}) is not allowed", "Remove it; put text that needs it in quotes.")
        if self.nodes > MAX_NODES:
            self.refuse(event, f"more than {MAX_NODES} entries")


def typed(text: str) -> str | int | float | bool | None:
    """Give a plain scalar its type: `true`, `false`, `null` (or nothing) and plain decimal numbers; else it is text.

    >>> [typed(text) for text in ("12", "-1.50", "true", "")]
    [12, -1.5, True, None]
    >>> [typed(text) for text in ("21:30", "NO", "on", "0123", "1e3", "2024-01-02", "~")]
    ['21:30', 'NO', 'on', '0123', '1e3', '2024-01-02', '~']
    """
    if text in _WORDS:
        return _WORDS[text]
    if not _NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def parse_yaml(data: bytes, *, name: str, plain: Callable[[str], Tree] = typed) -> Document:
    """Read restricted YAML, keeping the line of every entry.

    Parameters
    ----------
    data
        The file's bytes: UTF-8, at most 2 MB.
    name
        What to call the file in messages.
    plain
        Gives an unquoted scalar its value; `str` leaves all of them text.

    Returns
    -------
    Document
        Its tree is None for an empty file. Keys that stand twice are in its `faults`.

    Raises
    ------
    InputRefusedError
        If it cannot be read at all, naming file, line and column (1-based): no UTF-8, no YAML, too big, too deep, or
        with anchors, aliases, tags or a second document.

    Examples
    --------
    >>> parse_yaml(b"hours: [21:30, 06:00]", name="x.yaml").tree
    {'hours': ['21:30', '06:00']}
    """
    if len(data) > MAX_BYTES:
        raise InputRefusedError(f"bigger than {MAX_BYTES // 1_000_000} MB", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise InputRefusedError("not UTF-8", f"{name}:{line}:{column}", "Save the file as UTF-8.") from None
    builder = _Builder(name, plain)
    for event in _events(text, name):
        builder.feed(event)
    return Document(name, builder.tree, builder.lines, tuple(builder.faults))


def read_yaml(data: bytes, *, name: str, plain: Callable[[str], Tree] = typed) -> Tree:
    """Read restricted YAML as a plain tree; a key that stands twice is refused too.

    Raises
    ------
    InputRefusedError
        As `parse_yaml`, or for the first key that stands twice.
    """
    document = parse_yaml(data, name=name, plain=plain)
    for fault in document.faults:
        raise InputRefusedError(fault.what, f"{fault.file}:{fault.line}", "Keep one of them.")
    return document.tree


def _events(text: str, name: str) -> Iterator[Event]:
    """Yield the parser's events; what is no YAML is refused with its line and column."""
    import yaml  # noqa: PLC0415 - 15 ms to import, and not needed while the compiled cache is warm

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        raise InputRefusedError(f"not valid YAML: {why}", where) from None
