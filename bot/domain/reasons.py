"""The stable words of the log's `reason` column; docs/operations.md lists them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.ids import RoleId, RuleId

# With the rule's id behind a colon.
PROMPT_RULE: Final = "prompt_rule"
# What an option is refused for: each comes from its own error.
INVALID_OPTIONS: Final = frozenset(
    {
        "invalid_prompt_empty",
        "invalid_text_too_long",
        "invalid_text_unreadable",
        "invalid_duration_unknown",
        "invalid_aspect_ratio_unknown",
        "invalid_cfg_scale_out_of_range",
    }
)
_ONE_RULE: Final = re.compile(rf"{PROMPT_RULE}:[1-9][0-9]*")


class Reason(StrEnum):
    """Why an attempt was refused or ended as it did, but for ill options and prompt rules."""

    # refused
    GUILD_NOT_ALLOWED = "guild_not_allowed"
    PAUSED_BY_OPERATOR = "paused_by_operator"
    PAUSED_BY_MODERATORS = "paused_by_moderators"
    MEMBER_BLOCKED = "member_blocked"
    USER_WAITING_LIMIT = "user_waiting_limit"
    GUILD_WAITING_LIMIT = "guild_waiting_limit"
    USER_DAILY_LIMIT = "user_daily_limit"
    GUILD_DAILY_LIMIT = "guild_daily_limit"
    USER_MONTHLY_LIMIT = "user_monthly_limit"
    GUILD_MONTHLY_LIMIT = "guild_monthly_limit"
    USER_MONEY_LIMIT = "user_money_limit"
    GUILD_MONEY_LIMIT = "guild_money_limit"
    USER_MONTHLY_MONEY_LIMIT = "user_monthly_money_limit"
    GUILD_MONTHLY_MONEY_LIMIT = "guild_monthly_money_limit"
    TOTAL_MONEY_LIMIT = "total_money_limit"
    WAIT_TOO_LONG = "wait_too_long"
    RUNNING_NOT_ALLOWED = "running_not_allowed"
    PRIVATE_NOT_ALLOWED = "private_not_allowed"
    AGE_RESTRICTED_ONLY = "age_restricted_only"
    STORAGE_FULL = "storage_full"
    OVERLOADED = "overloaded"
    # cancelled
    NOT_ACKNOWLEDGED = "not_acknowledged"
    CANCELLED_BY_MEMBER = "cancelled_by_member"
    CANCELLED_BY_MODERATOR = "cancelled_by_moderator"
    CANCELLED_BY_OPERATOR = "cancelled_by_operator"
    CANCELLED_UPSTREAM = "cancelled_upstream"
    # create
    CREATE_REJECTED = "create_rejected"
    CREATE_OUTCOME_UNKNOWN = "create_outcome_unknown"
    # generation
    PROVIDER_REJECTED = "provider_rejected"
    INVALID_INPUT = "invalid_input"
    PROVIDER_ERROR = "provider_error"
    DEADLINE_PASSED = "deadline_passed"
    # delivery
    OUTPUT_MISSING = "output_missing"
    OUTPUT_NOT_MP4 = "output_not_mp4"
    OUTPUT_CUT_SHORT = "output_cut_short"
    OUTPUT_ADDRESS_FORBIDDEN = "output_address_forbidden"
    OUTPUT_UNREACHABLE = "output_unreachable"
    OUTPUT_TOO_LARGE = "output_too_large"
    NOWHERE_TO_DELIVER = "nowhere_to_deliver"
    KEPT_TOO_LONG = "kept_too_long"
    ERASED = "erased"


def prompt_rule(rule_id: RuleId) -> str:
    """Refused, because the prompt hits this rule."""
    return f"{PROMPT_RULE}:{rule_id}"


def of_role(reason: str, role_id: RoleId | None) -> str:
    """What a step tells of a refusal: whose role's limit it was stands behind a colon."""
    return reason if role_id is None else f"{reason}:{role_id}"


def is_reason(word: str) -> bool:
    """Whether the log may have it."""
    return word in _WORDS or _ONE_RULE.fullmatch(word) is not None


_WORDS: Final = INVALID_OPTIONS | set(Reason)
# Those that a server may set for a role in the place of each member.
ROLE_LIMITS: Final = frozenset(
    {
        Reason.USER_DAILY_LIMIT,
        Reason.USER_MONEY_LIMIT,
        Reason.USER_MONTHLY_LIMIT,
        Reason.USER_MONTHLY_MONEY_LIMIT,
    }
)
# By the kind of the actor who wished it.
CANCEL_REASONS: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        "member": Reason.CANCELLED_BY_MEMBER,
        "moderator": Reason.CANCELLED_BY_MODERATOR,
        "operator": Reason.CANCELLED_BY_OPERATOR,
    }
)
