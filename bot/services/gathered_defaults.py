"""Reads the defaults of all who ask in the same moment at once: in a rush, each alone is slow."""

from collections.abc import Mapping

from bot.domain.option_defaults import DefaultsOwner, DefaultsStore, OptionValues
from bot.services.shared_answer import SharedAnswer


class GatheredDefaults:
    """Stands before a DefaultsStore. What is read is never older than the question."""

    def __init__(self, store: DefaultsStore) -> None:
        self._store = store
        self._asked: dict[DefaultsOwner, None] = {}
        self._answer = SharedAnswer(self._look)

    async def of(self, *owners: DefaultsOwner) -> tuple[OptionValues, ...]:
        self._asked.update(dict.fromkeys(owners))
        found = await self._answer.get()
        return tuple(found[owner] for owner in owners)

    async def put(self, owner: DefaultsOwner, values: OptionValues) -> None:
        await self._store.put(owner, values)

    async def change(self, owner: DefaultsOwner, said: OptionValues) -> None:
        await self._store.change(owner, said)

    async def _look(self) -> Mapping[DefaultsOwner, OptionValues]:
        """Whoever asks from now on shares the next look, and is in its list."""
        asked, self._asked = tuple(self._asked), {}
        return dict(zip(asked, await self._store.of(*asked), strict=True))
