"""What all buttons about one job share: the job's id in their own."""

import re
from typing import ClassVar, Self

from bot.domain.ids import JobId
from cogs.lasting import LastingButton


def button_template(verb: str) -> re.Pattern[str]:
    return re.compile(rf"showreel:{verb}:(?P<job_id>[0-9]{{1,18}})")


class JobButton(LastingButton, template=button_template("[a-z]+")):
    """A button about one job."""

    verb: ClassVar[str]

    def __init__(self, job_id: JobId, *, label: str | None) -> None:
        super().__init__(self.custom_id_for(job_id), label=label)
        self.job_id = job_id

    @classmethod
    def custom_id_for(cls, job_id: JobId) -> str:
        return f"showreel:{cls.verb}:{job_id}"

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        return cls(JobId(int(match["job_id"])), label=label)
