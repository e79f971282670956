"""The version that is installed, from the package's own metadata."""

from importlib.metadata import version
from typing import Final

VERSION: Final = version("showreel")
