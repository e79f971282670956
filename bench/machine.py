"""What a figure was measured on: enough to compare, and nothing that names this computer."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psutil

GIB = 1024**3


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    cpu: str
    cores: int
    memory_gib: int
    os: str
    python: str

    @classmethod
    def this(cls) -> Self:
        return cls(
            cpu=_cpu_model(),
            cores=os.cpu_count() or 1,
            memory_gib=round(psutil.virtual_memory().total / GIB),
            os=_os_name(),
            python=platform.python_version(),
        )


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def _os_name() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()
