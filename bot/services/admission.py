"""What a request must pass before any limit is asked: switches, options, a server's own rules."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.domain.errors import InvalidOptionError, MessageValue, ShowreelError
from bot.domain.ids import GuildId
from bot.domain.order import Order
from bot.domain.ports import ClipStore, Switches
from bot.domain.reasons import PROMPT_RULE, Reason, prompt_rule
from bot.services.background import BackgroundTasks
from bot.services.incidents import GUILD_REFUSED, MEDIA_FULL, IncidentDesk
from bot.services.prompt_rules import RuleService
from bot.services.shared_answer import SharedAnswer


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """Why an attempt is refused: the log's word, and what its member is told."""

    reason: str
    error: ShowreelError


# Raises StorageUnavailableError when it cannot tell: nothing is accepted unseen.
Check = Callable[[Order], Awaitable[Refusal | None]]
# Fixes what a server decided of a request before anything is checked. Raises as a check does.
Term = Callable[[Order], Awaitable[Order]]


class RefusedError(ShowreelError):
    """The attempt was refused and logged; `key` and `values` say why and until when."""

    def __init__(self, reason: str, suffix: str = "", /, **values: MessageValue) -> None:
        super().__init__(f"refused-{reason.replace('_', '-')}{suffix}", **values)


class OperatorChecks:
    """What the operator decides: which servers, whether at all, and how much room there is."""

    def __init__(
        self,
        *,
        switches: Switches,
        clips: ClipStore,
        incidents: IncidentDesk,
        allowed_guilds: frozenset[GuildId] | None,
    ) -> None:
        """`allowed_guilds` None means all of them."""
        self._pause = SharedAnswer(switches.pause)
        self._has_room = SharedAnswer(clips.has_room)
        self._incidents = incidents
        self._allowed_guilds = allowed_guilds
        self._background = BackgroundTasks()

    async def server(self, order: Order) -> Refusal | None:
        guild_id = order.destination.guild_id
        if self._allowed_guilds is None or guild_id in self._allowed_guilds:
            return None
        self._background.start(
            self._incidents.open(GUILD_REFUSED, subject=str(guild_id)), name="guild_refused"
        )
        return plain_refusal(Reason.GUILD_NOT_ALLOWED)

    async def pause(self, _order: Order) -> Refusal | None:
        pause = await self._pause.get()
        if pause is None:
            return None
        return plain_refusal(Reason.PAUSED_BY_OPERATOR, text=pause.reason)

    async def room(self, _order: Order) -> Refusal | None:
        if await self._has_room.get():
            return None
        self._background.start(self._incidents.open(MEDIA_FULL), name="media_full")
        return plain_refusal(Reason.STORAGE_FULL)

    async def close(self) -> None:
        await self._pause.close()
        await self._has_room.close()
        await self._background.stop()


async def check_options(order: Order) -> Refusal | None:
    """Forged by a client, or chosen from an older version of the command."""
    try:
        order.request.check()
    except InvalidOptionError as error:
        return Refusal(reason=error.reason, error=error)
    return None


class RulesCheck:
    """Only the prompt: to want something left out is not to ask for it."""

    def __init__(self, rules: RuleService) -> None:
        self._rules = rules

    async def __call__(self, order: Order) -> Refusal | None:
        hit = await self._rules.first_hit(order.request.prompt, guild_id=order.destination.guild_id)
        if hit is None:
            return None
        return Refusal(reason=prompt_rule(hit.rule.id), error=RefusedError(PROMPT_RULE))


class Admission:
    """Asks one check after the other; the first refusal counts.

    `terms` and `moderation` are what a server's moderators decided, beside their rules for
    prompts.
    """

    def __init__(
        self,
        *,
        operator: OperatorChecks,
        terms: Sequence[Term] = (),
        moderation: Sequence[Check],
        rules: RuleService,
    ) -> None:
        self._terms = terms
        self._operator = operator
        self._rules = rules
        self._checks: Sequence[Check] = (
            operator.server,
            operator.pause,
            *moderation,
            operator.room,
            check_options,
            RulesCheck(rules),
        )

    async def settled(self, order: Order) -> Order:
        """Return the request as this server has it."""
        for term in self._terms:
            order = await term(order)
        return order

    async def refusal(self, order: Order) -> Refusal | None:
        for check in self._checks:
            refusal = await check(order)
            if refusal is not None:
                return refusal
        return None

    async def close(self) -> None:
        await self._operator.close()
        await self._rules.close()


def plain_refusal(reason: Reason, **values: MessageValue) -> Refusal:
    return Refusal(reason=reason, error=RefusedError(reason, **values))
