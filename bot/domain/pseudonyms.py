"""Who asked for what, once a member has had everything about them erased."""

from typing import Protocol

from bot.domain.ids import UserId


class Pseudonyms(Protocol):
    """What stands in the place of a member's id in their erased rows: a number below 0."""

    def of(self, user_id: UserId) -> UserId:
        """Return the same for the same member each time, which nobody finds without the key."""
        ...
