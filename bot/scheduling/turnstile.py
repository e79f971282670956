"""Lets many through one after another, so that they leave time for everything else."""

from bot.domain.ports import Clock


class Turnstile:
    """One every `apart_s` seconds, in order of arrival; nobody waits longer than `longest_s`."""

    def __init__(self, *, clock: Clock, apart_s: float, longest_s: float) -> None:
        self._clock = clock
        self._apart_s = apart_s
        self._longest_s = longest_s
        self._next_at = clock.monotonic()

    async def pass_through(self) -> None:
        now = self._clock.monotonic()
        turn_at = min(max(self._next_at, now), now + self._longest_s)
        self._next_at = turn_at + self._apart_s
        if turn_at > now:
            await self._clock.sleep(turn_at - now)
