"""Tells the operator of a disk that takes no clips, once, and when it takes them all again."""

from bot.services.incidents import DISK_FULL, IncidentDesk


class DiskTrouble:
    """One incident for all clips: while any of them finds no room, a smaller one ends nothing."""

    def __init__(self, incidents: IncidentDesk) -> None:
        self._incidents = incidents
        self._refused_job_ids: set[int] = set()

    async def refused(self, job_id: int) -> None:
        self._refused_job_ids.add(job_id)
        await self._incidents.open(DISK_FULL)

    async def took(self, job_id: int) -> None:
        self._refused_job_ids.discard(job_id)
        if not self._refused_job_ids:
            await self._incidents.close(DISK_FULL)

    def no_longer_tried(self, job_id: int) -> None:
        """The job ended, or is put off, whether or not the disk took its clip."""
        self._refused_job_ids.discard(job_id)
