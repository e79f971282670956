"""Identifiers get types of their own, so that one is never passed for another."""

from typing import NewType

JobId = NewType("JobId", int)
GuildId = NewType("GuildId", int)
ChannelId = NewType("ChannelId", int)
UserId = NewType("UserId", int)
MessageId = NewType("MessageId", int)
PredictionId = NewType("PredictionId", str)
EventId = NewType("EventId", int)
ReportId = NewType("ReportId", int)
AuditId = NewType("AuditId", int)
RuleId = NewType("RuleId", int)
BlockId = NewType("BlockId", int)
RoleId = NewType("RoleId", int)
