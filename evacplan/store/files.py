"""Writing a file so that it is there complete, or not at all."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from evacplan.errors import InputRefusedError

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices, whatever the ending; refused everywhere, since files travel."""

_NAME_BYTES = 255


def write_atomic(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a file under its name only when it is complete and on disk.

    The data goes to a temporary file in the same folder, which is then renamed. Whoever looks sees the old file or
    the new one. A link is replaced by the file; what it pointed to stays as it is.

    Parameters
    ----------
    path
        Where to write. Its folder must exist.
    data
        The whole content; may be empty.
    mode
        Rights of the file, whatever the umask and whatever the file before had.

    Raises
    ------
    InputRefusedError
        If the name cannot be used, the folder is missing or not writable, the name belongs to a folder or a device,
        or the disk is full. What stood there before is untouched, and no temporary file is left.
    """
    check_name(path)
    temporary = path.with_name(f".evacplan-{secrets.token_hex(8)}.tmp")
    try:
        _refuse_odd_target(path)
        _write(temporary, data, mode)
        temporary.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # the file is complete under its name; some file systems cannot sync a folder
        sync_folder(path.parent)


def check_name(path: Path) -> None:
    """Refuse a file name that some system cannot keep.

    Raises
    ------
    InputRefusedError
        If the name is empty, too long, reserved, ends with a dot or a space, or holds a control character.

    >>> check_name(Path("out/sheets.pdf"))
    """
    name = path.name
    if any(ord(char) < 32 or ord(char) == 127 for char in str(path)):
        raise InputRefusedError("the file name holds a control character", repr(str(path)), "Choose another name.")
    if name in ("", "..") or name.endswith((".", " ")):
        raise InputRefusedError("this is not the name of a file", str(path), "Choose another name.")
    if name.split(".")[0].strip().lower() in _DEVICES:
        raise InputRefusedError(f"{name} is a name that Windows keeps for a device", str(path), "Choose another name.")
    if len(os.fsencode(name)) > _NAME_BYTES:
        raise InputRefusedError("the file name is too long", f"{name[:40]}…", f"Use at most {_NAME_BYTES} bytes.")


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of a folder survive a power cut; does nothing on Windows."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes, mode: int) -> None:
    """Create a file that must not exist, with these rights from its first moment on, and put it on disk."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode & 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_odd_target(path: Path) -> None:
    """Refuse to put a file in the place of a folder, a device, or a system's own entry such as /dev/stdout."""
    folder = path.parent.resolve()
    try:
        ordinary = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        ordinary = True
    if not ordinary or folder == Path("/dev") or Path("/proc") in (folder, *folder.parents):
        raise InputRefusedError("this is no ordinary file", str(path), "Name a file to write, or one to replace.")


def _refused(path: Path, error: OSError) -> InputRefusedError:
    """Say what a failed write means for the user."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return InputRefusedError("the folder does not exist", str(path.parent), "Make it first, or choose another.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return InputRefusedError("the folder cannot be written", str(path.parent), "Choose another.")
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return InputRefusedError("the disk is full; nothing was written", str(path), "Make room and do it again.")
        case _:
            return InputRefusedError(f"the file cannot be written ({error.strerror})", str(path))
