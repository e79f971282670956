"""Disks that refuse, produced by the kernel itself, for an ordinary user as for root.

A limit on the size of files stands for a full disk: every write beyond it fails as the disk's own
refusal would, sockets and pipes work on, and it can be set and lifted for a process that runs.
"""

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

THIS_PROCESS = 0
_OVERRIDING_CAPABILITIES = "-dac_override,-dac_read_search"
_DAC_OVERRIDE_BIT = 1


@contextmanager
def full_disk(pid: int = THIS_PROCESS, *, at_bytes: int = 0) -> Iterator[None]:
    """Let no file of the process be written beyond `at_bytes` while the context is open."""
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (at_bytes, before[1]))
    try:
        yield
    finally:
        with suppress(ProcessLookupError):  # killed meanwhile
            resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def lead_to_full_device(file: BinaryIO) -> None:
    """Let what is written to an open file end at the device that is always full (ENOSPC)."""
    device = os.open("/dev/full", os.O_RDWR)
    try:
        os.dup2(device, file.fileno(), inheritable=False)
    finally:
        os.close(device)


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Take the right to write away, from files and folders; see `as_ordinary_user` for root."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def as_ordinary_user() -> tuple[str, ...]:
    """Put this before a command: it obeys the modes of files, even when root starts it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    capabilities = next(line for line in status.splitlines() if line.startswith("CapEff:"))
    if not int(capabilities.split()[1], 16) >> _DAC_OVERRIDE_BIT & 1:
        return ()
    return ("setpriv", f"--bounding-set={_OVERRIDING_CAPABILITIES}")
