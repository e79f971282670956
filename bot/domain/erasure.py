"""What members ask to have erased, and what stays of it for a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.ids import UserId
from bot.domain.job import Job

# Once no limit looks at a pseudonym any more, it goes too, and this is left.
NOBODY: Final = UserId(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Erasure:
    """All that this member had asked for up to that moment is to go, in every server."""

    user_id: UserId
    requested_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ErasureOutlook:
    """What stands under a member's id, and what of it cannot go at once.

    `waiting` has not been started yet, `working` is being made or handed over, `held` is
    evidence that moderators have not decided about.
    """

    requests: int
    waiting: int
    working: int
    kept: int
    held: int

    @property
    def live(self) -> int:
        return self.waiting + self.working


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIsOver:
    """When a job is over for good: nothing is delivered, said or asked about any more.

    One that had expired at Eachlabs before `given_up_before` is not asked about any more. A last
    word about what was asked for before `untold_before` is never said.
    """

    given_up_before: datetime
    untold_before: datetime


class LastingPseudonyms(Protocol):
    """What is awaited may raise StorageUnavailableError, and may be repeated."""

    def of(self, user_id: UserId) -> UserId: ...

    async def load(self) -> None:
        """Go on with those of before."""
        ...

    async def keep(self) -> None:
        """See to it that those given out from now on are the same after a restart."""
        ...


class ErasureStore(Protocol):
    """Every method may raise StorageUnavailableError, and may be repeated."""

    async def outlook(self, user_id: UserId) -> ErasureOutlook: ...

    async def request(self, asked: Erasure) -> None:
        """Write the wish down, and erase at once what is no request: defaults, lasting pages.

        A later wish of the same member takes the place of an earlier one.
        """
        ...

    async def pending(self, *, after: UserId | None, at_most: int) -> Sequence[Erasure]:
        """Wishes that are not yet carried out, by member, those behind `after`."""
        ...

    async def kept_clips(self, erasure: Erasure, *, at_most: int) -> Sequence[Job]:
        """Return jobs that go, whose clips still wait for their member, or are still on disk."""
        ...

    async def erase_jobs(
        self, erasure: Erasure, *, pseudonym: UserId, over: WhatIsOver, at_most: int
    ) -> int:
        """Erase the texts of what is over and held by nobody, and cut its tie to the member."""
        ...

    async def erase_reports(self, erasure: Erasure, *, pseudonym: UserId, at_most: int) -> int:
        """Take the member's name off reports that they filed; what they say stays."""
        ...

    async def finish(self, erasure: Erasure) -> bool:
        """Forget the wish unless something is left of what it is about."""
        ...

    async def forget_pseudonyms(self, *, created_before: datetime, at_most: int) -> int:
        """Cut the last tie of what no limit looks at any more."""
        ...

    async def forget_reporters(self, *, created_before: datetime, at_most: int) -> int:
        """Do the same for those who filed reports."""
        ...
