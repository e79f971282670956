"""The Edit prompt button, and the form that it opens with all that was asked for filled in."""

import math
import re
from collections.abc import Iterable
from typing import Any, ClassVar, Final

import discord

from bot.domain.clip import (
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATIONS_S,
    NEGATIVE_PROMPT_MAX_CHARS,
    PROMPT_MAX_CHARS,
    AspectRatio,
    ClipRequest,
)
from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.typed_numbers import NotANumberError, number_of
from bot.messaging.catalogue import Catalogue
from bot.messaging.form_fields import Fields
from bot.messaging.replies import Replies
from bot.services.own_requests import OwnRequests
from cogs.asking import Asking
from cogs.job_button import JobButton, button_template
from cogs.lasting import presser_of
from cogs.modals import ModalKind, open_modal

CFG_SCALE_MAX_CHARS: Final = 20

_PRIVATE: Final = "private"
_PUBLIC: Final = "public"
# For whom the clip is stands in the form: what was typed into it needs no row to be asked for.
_MODAL_TEMPLATE: Final = re.compile(
    rf"showreel:edit-form:(?P<audience>{_PRIVATE}|{_PUBLIC}):(?P<job_id>[0-9]{{1,18}})"
)
_WHOLE_NUMBER: Final = re.compile(r"[0-9]{1,9}")


class EditDesk:
    """Shows a member what they asked for, and asks for what they made of it."""

    def __init__(
        self,
        *,
        own_requests: OwnRequests,
        asking: Asking,
        catalogue: Catalogue,
        replies: Replies,
    ) -> None:
        self._own_requests = own_requests
        self._asking = asking
        self._catalogue = catalogue
        self.replies = replies

    @property
    def modal_kind(self) -> ModalKind:
        return ModalKind(template=_MODAL_TEMPLATE, submitted=self.take)

    async def open(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        job = await self._own_requests.to_edit(job_id, presser=presser_of(interaction))
        modal = _EditForm(self._catalogue, interaction.locale.value).filled_in(job)
        await open_modal(interaction, modal, replies=self.replies)

    async def take(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        """Ask as the command does. What it refuses becomes a row, from which it is edited again."""
        request = ClipRequest(
            prompt=fields.text("prompt"),
            negative_prompt=fields.text("negative_prompt"),
            duration_s=_whole_number(fields.text("duration")),
            aspect_ratio=fields.text("aspect_ratio"),
            cfg_scale=_cfg_scale(fields.text("cfg_scale")),
        )
        await self._asking.ask(interaction, request, private=match["audience"] == _PRIVATE)


class EditButton(JobButton, template=button_template("edit")):
    """The requester's alone, also for a request that was refused."""

    desk: ClassVar[EditDesk]
    verb = "edit"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.open(interaction, self.job_id)


class _EditForm:
    """Five fields, which is all that Discord takes."""

    def __init__(self, catalogue: Catalogue, locale: str) -> None:
        self._catalogue = catalogue
        self._locale = locale

    def filled_in(self, job: Job) -> discord.ui.Modal:
        request = job.request
        audience = _PRIVATE if job.destination.private else _PUBLIC
        modal = discord.ui.Modal(
            title=self._say("edit-form-title"),
            custom_id=f"showreel:edit-form:{audience}:{job.id}",
        )
        for item in (
            self._prompt(request.prompt),
            self._negative_prompt(request.negative_prompt),
            self._duration(request.duration_s),
            self._aspect_ratio(request.aspect_ratio),
            self._cfg_scale(request.cfg_scale),
        ):
            modal.add_item(item)
        return modal

    def _prompt(self, text: str) -> discord.ui.Label[Any]:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="prompt",
            style=discord.TextStyle.paragraph,
            min_length=1,
            max_length=PROMPT_MAX_CHARS,
            default=text,
            required=True,
        )
        return discord.ui.Label(text=self._say("edit-form-prompt"), component=field)

    def _negative_prompt(self, text: str) -> discord.ui.Label[Any]:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="negative_prompt",
            style=discord.TextStyle.paragraph,
            max_length=NEGATIVE_PROMPT_MAX_CHARS,
            default=text or None,
            required=False,
        )
        return discord.ui.Label(text=self._say("edit-form-negative-prompt"), component=field)

    def _duration(self, chosen_s: int) -> discord.ui.Label[Any]:
        menu = self._menu("duration", (str(seconds) for seconds in DURATIONS_S), str(chosen_s))
        return discord.ui.Label(text=self._say("edit-form-duration"), component=menu)

    def _aspect_ratio(self, chosen: str) -> discord.ui.Label[Any]:
        menu = self._menu("aspect_ratio", (ratio.value for ratio in AspectRatio), chosen)
        return discord.ui.Label(text=self._say("edit-form-aspect-ratio"), component=menu)

    def _menu(self, name: str, values: Iterable[str], chosen: str) -> discord.ui.Select[Any]:
        """The same words as in `/video`."""
        dashed = name.replace("_", "-")
        return discord.ui.Select(
            custom_id=name,
            options=[
                discord.SelectOption(
                    label=self._say(f"video-{dashed}-{value.replace(':', '-')}"),
                    value=value,
                    default=value == chosen,
                )
                for value in values
            ],
        )

    def _cfg_scale(self, number: float) -> discord.ui.Label[Any]:
        shown = number if CFG_SCALE_MIN <= number <= CFG_SCALE_MAX else CFG_SCALE_DEFAULT
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="cfg_scale",
            max_length=CFG_SCALE_MAX_CHARS,
            default=self._catalogue.text(self._locale, "edit-form-number", number=shown),
            required=False,
        )
        return discord.ui.Label(
            text=self._say("edit-form-cfg-scale"),
            description=self._say("edit-form-cfg-scale-note"),
            component=field,
        )

    def _say(self, key: str) -> str:
        return self._catalogue.text(self._locale, key)


def _cfg_scale(typed: str) -> float:
    """Read a number as people write it; what is none is refused by whoever checks the options."""
    try:
        number = number_of(typed)
    except NotANumberError:
        return math.nan
    return CFG_SCALE_DEFAULT if number is None else float(number)


def _whole_number(chosen: str) -> int:
    """Menus send what stands in them, and forgers send anything: zero is no length of a clip."""
    return int(chosen) if _WHOLE_NUMBER.fullmatch(chosen) else 0
