"""What a front hands over when somebody asks for a clip."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.clip import ClipRequest
from bot.domain.ids import RoleId
from bot.domain.job import Destination
from bot.domain.option_defaults import DefaultsScope


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A request, where to answer, and the way that dies in 15 minutes.

    Discord vouches for the roles, for the permission and for what kind of channel it is.
    `private_by` is whose default made it private; None where that was said, or it is not.
    """

    request: ClipRequest
    destination: Destination
    interaction_token: str
    interaction_token_expires_at: datetime
    role_ids: frozenset[RoleId] = frozenset()
    may_manage_messages: bool = False
    is_age_restricted: bool = False
    private_by: DefaultsScope | None = None
