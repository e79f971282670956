"""Each fault of the two services, and what becomes of a job that meets it.

docs/architecture.md shows these rows as a table; the tests beside this file bring each about.
"""

from typing import Final

from tests.wire.showreel.fault_table_discord import DISCORD_ROWS
from tests.wire.showreel.fault_table_eachlabs import EACHLABS_ROWS

ROWS: Final = (*EACHLABS_ROWS, *DISCORD_ROWS)
