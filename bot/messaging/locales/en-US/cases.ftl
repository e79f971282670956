# One attempt whole, as moderators read it, and what they can do about it.

name-usage-case = case
option-id = id
usage-case-description = See one attempt whole: what was asked for, every step, cost, reports, notes
usage-case-id = Its number, or the reference that its member was shown, such as A1B2C3

button-case = Case
button-mod-delete = Delete result
button-note = Add note
button-hold = Hold
button-release = Release

note-form-title = Add a note to this case
note-form-label = What should other moderators know?
note-form-note = Moderators of this server and the operator of the bot can read it. It cannot be changed later.

case-heading = **Case { $number }** · reference { $reference } · { $state }
case-erased = What was asked for is no longer kept: its time was over, or its member had it erased.
case-nothing-seen = nothing that can be seen
case-where = By { $member } in { $channel }
case-private = Private: only its member saw it.
case-asked = Asked for { $at }
case-reason = Because of: { $words } · { $reason }
case-cost = Cost { USD($cost) }, expected { USD($expected) }
case-cost-expected = Cost not known yet, expected { USD($expected) }
case-cost-real = Cost { USD($cost) }
case-service-id = Number at the video service: { $number }
case-service-link = Clip at the video service: { $url }
case-message = In the channel: { $url }
case-held-by = Held as evidence by { $member }.
case-held-by-reports = Held as evidence until its reports are decided.
case-reports = **Reports**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = undecided
case-decided = decided
case-report-erased = its text is no longer kept
case-decision-deleted = clip deleted by { $member }
case-decision-blocked = member blocked by { $member }
case-decision-dismissed = dismissed by { $member }
case-notes = **Notes**, newest first
case-note = { $at } · { $member } · { $text }
case-steps = **Steps**, newest first
case-step = { $at } · { $state } · { $actor }
case-in-file = The whole case is in the file.

case-not-found = There is no such case in this server. Nothing was changed. The attempts of this server stand in `/usage log`.
case-id-unreadable = A case is named by its number or by its reference. Nothing was changed. Examples: `#1234`, `A1B2C3`.
mod-delete-done = The clip is deleted. Its cost stays as it was, and so does its entry in the log.
mod-delete-gone = The message of this clip was gone already: somebody deleted it by hand, or its channel. The log notes it now.
mod-delete-already = The clip was deleted already, { $deleted_at }. Nothing was changed.
mod-delete-nothing = There is no clip that could be deleted: none was handed over. Nothing was changed.
mod-delete-out-of-reach = Only its member sees this clip, and nobody else can take it away. Nothing was changed. If the member should get no more, block them.
note-added = The note is added.
note-empty = The note said nothing, so it was not added. Press Add note again and write what others should know.
note-too-many = A case may have { $limit } notes, and this one has them all. Nothing was changed.
case-held = Held: texts and links of this case are kept until it is released.
case-held-already = A moderator holds this case already. Nothing was changed.
case-nothing-to-hold = The texts and links of this case were erased already, so there is nothing to hold. Nothing was changed.
case-released = Released: texts and links of this case are erased when their time is over.
case-released-but-reported = Your server holds this case no longer, but a report about it is undecided. It is kept until that is decided.
case-not-held = No moderator holds this case. Nothing was changed. What an undecided report holds is kept until that is decided.

log-state-refused = refused
log-state-queued = waiting in line
log-state-submitting = being started
log-state-unknown = perhaps being made
log-state-running = being made
log-state-delivering = made, on its way
log-state-delivered = done
log-state-deleted = done, deleted since
log-state-kept = made, not fetched yet
log-state-failed = failed
log-state-cancelled = cancelled
log-state-expired = took too long

log-cost = { USD($cost) }
log-cost-expected = { USD($cost) } expected
log-member-erased = a member whose data was erased
log-actor-bot = the bot
log-actor-operator = the operator of the bot
log-actor-eachlabs = the video service
log-actor-moderator = { $member } as a moderator
