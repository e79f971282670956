"""How often each end, each reason and each option occurs in a drawn log."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from bot.domain.clip import AspectRatio
from bot.domain.job import JobStatus
from bot.domain.reasons import Reason

Words = tuple[Sequence[str], Sequence[float]]

_S = JobStatus


def _weighted(weights: Mapping[str, float]) -> Words:
    """Words and their summed weights, as `random.choices` takes them."""
    return list(weights), list(accumulate(weights.values()))


# How many of a thousand attempts end so. A clip that is kept is given up after a week.
ENDS: Final = _weighted(
    {
        _S.DELIVERED: 788,
        _S.REFUSED: 97,
        _S.FAILED: 56,
        _S.CANCELLED: 46,
        _S.EXPIRED: 7,
        _S.KEPT: 6,
    }
)
# The newest first rest in a slot or on their way to the channel; all after them wait.
IN_FLIGHT: Final = (_S.UNKNOWN, *[_S.RUNNING] * 8, _S.SUBMITTING, _S.DELIVERING, _S.DELIVERING)
REFUSED_FOR: Final = _weighted(
    {
        Reason.USER_DAILY_LIMIT: 500,
        Reason.USER_WAITING_LIMIT: 280,
        Reason.GUILD_DAILY_LIMIT: 90,
        Reason.GUILD_WAITING_LIMIT: 60,
        Reason.TOTAL_MONEY_LIMIT: 40,
        Reason.PAUSED_BY_OPERATOR: 20,
        Reason.WAIT_TOO_LONG: 10,
        "invalid_prompt_empty": 0.2,
    }
)
FAILED_FOR: Final = _weighted(
    {
        Reason.PROVIDER_REJECTED: 610,
        Reason.PROVIDER_ERROR: 300,
        Reason.INVALID_INPUT: 50,
        Reason.CREATE_REJECTED: 20,
        Reason.OUTPUT_UNREACHABLE: 15,
        Reason.OUTPUT_NOT_MP4: 5,
        Reason.OUTPUT_ADDRESS_FORBIDDEN: 0.1,
    }
)
OUTPUT_FAILURES: Final = frozenset(
    {Reason.OUTPUT_UNREACHABLE, Reason.OUTPUT_NOT_MP4, Reason.OUTPUT_ADDRESS_FORBIDDEN}
)
CANCELLED_FOR: Final = _weighted(
    {
        Reason.CANCELLED_BY_MEMBER: 700,
        Reason.NOT_ACKNOWLEDGED: 180,
        Reason.CANCELLED_BY_MODERATOR: 90,
        Reason.CANCELLED_UPSTREAM: 30,
    }
)
DELIVERIES: Final = _weighted({"attachment": 880, "link": 100, "direct_message": 20})
RATIOS: Final = _weighted(
    {
        AspectRatio.LANDSCAPE.value: 70,
        AspectRatio.PORTRAIT.value: 22,
        AspectRatio.SQUARE.value: 8,
    }
)
