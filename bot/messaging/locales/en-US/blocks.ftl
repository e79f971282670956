# Who may ask for nothing in a server: commands, form and list for moderators, and what the member reads.

name-video-mod-block = block
name-video-mod-unblock = unblock
name-video-mod-blocks = blocks
option-member = member
option-reason = reason
video-mod-block-description = Block a member: they may ask for no clips in this server
video-mod-block-member = Whom: choose a member, or give the id of one who left
video-mod-block-duration = For how long, such as 1h, 3d or 2 weeks; left empty: for good
video-mod-block-reason = Why; the member is told when they ask for a clip
video-mod-unblock-description = Lift a block: the member may ask for clips again
video-mod-unblock-member = Whom: choose a blocked member, or give their id
video-mod-blocks-description = List who is blocked in this server, until when and why

button-block = Block member
block-form-title = Block this member
block-about = This is about { $member }.
block-form-length = For how long?
block-form-length-note = For example 1h, 3d or 2 weeks. Left empty, the block is for good.
block-form-reason = Why?
block-form-reason-note = The member is told this when they ask for a clip.

block-done = { $member } is blocked for good and may ask for no clips in this server{ NOTE($text) }.
block-done-until = { $member } is blocked and may ask for no clips in this server{ NOTE($text) }. The block ends { $until }.
block-replaced = It replaces an earlier block.
block-cancelled = { $count ->
    [0] No request of theirs was waiting. A clip that is being made is finished.
    [one] One request of theirs that was waiting is cancelled, and nothing was charged for it. A clip that is being made is finished.
   *[other] { $count } requests of theirs that were waiting are cancelled, and nothing was charged for them. A clip that is being made is finished.
  }
block-cancels-later = Their waiting requests are cancelled within a minute, and nothing is charged for them. A clip that is being made is finished.
block-self = This is about yourself, and nobody can block themselves. Nothing was changed.
block-bot = This bot itself cannot be blocked. Nothing was changed. Choose the member who asked for the clips.
block-nobody = Whoever asked for this has had their data erased, so there is nobody to block. Nothing was changed.
block-length-unreadable = This cannot be read as a length of time{ NOTE($text) }. Nobody was blocked. Examples: `1h`, `3d`, `2 weeks`. Left empty, the block is for good.
block-length-too-long = A block for a time lasts { $years } years at most. Nobody was blocked. Leave the length empty to block for good. Examples: `1h`, `3d`, `2 weeks`.
block-too-many = A server may have { $limit } blocks, and this one has them all. Nobody was blocked. Lift one that is no longer needed with `/video-mod unblock`.
unblock-done = { $member } is no longer blocked and may ask for clips again.
unblock-unreadable = This names no member. Nothing was changed. Choose one from the list, or give an id. An example: `123456789012345678`.
unblock-not-blocked = This member is not blocked in this server. Nothing was changed. Those who are stand in `/video-mod blocks`.
blocks-none = Nobody is blocked in this server. `/video-mod block` blocks a member.
blocks-heading = **Blocked members**: { $count } · page { $number } of { $pages }
blocks-line = { $member } · for good · by { $by }{ $reason }
blocks-line-until = { $member } · ends { $until } · by { $by }{ $reason }
blocks-newer = Newer
blocks-older = Older

refused-member-blocked = The moderators of this server have blocked you from asking for clips here{ NOTE($text) }. { -free } The block has no end; a moderator can lift it. Reference `{ $reference }`.
refused-member-blocked-until = The moderators of this server have blocked you from asking for clips here{ NOTE($text) }. { -free } The block ends { $until }; a moderator can tell you more. Reference `{ $reference }`.
quota-blocked = The moderators of this server have blocked you from asking for clips here{ NOTE($text) }. The block has no end; a moderator can lift it.
quota-blocked-until = The moderators of this server have blocked you from asking for clips here{ NOTE($text) }. The block ends { $until }.

## A server's own pause

name-video-mod-pause = pause
name-video-mod-resume = resume
video-mod-pause-description = Pause this server: new requests are refused, those that wait keep their place
video-mod-pause-reason = Why; members are told when they ask for a clip
video-mod-resume-description = End the pause: members may ask again, and what waited goes on

pause-done = This server is paused{ NOTE($text) }. New requests are refused with this reason, those that wait keep their place, and a clip that is being made is finished. `/video-mod resume` ends the pause.
pause-already = This server was paused { $since }{ NOTE($text) }. Nothing was changed. `/video-mod resume` ends the pause.
resume-done = The pause is over. Members may ask for clips again, and what waited goes on.
resume-done-here = The pause of this server is over. The operator of this bot has paused it for everyone{ NOTE($text) }, so nothing new is started until that ends, too.
resume-not-paused = This server is not paused. Nothing was changed. `/video-mod pause` pauses it.
resume-operators-pause = This server is not paused by its moderators. Nothing was changed. It is the operator of this bot who has paused it for everyone, and only they can end that.
quota-paused-here = The moderators of this server have paused new clips{ NOTE($text) }. Clips already in line keep their place.

refused-paused-by-moderators = The moderators of this server have paused new clips{ NOTE($text) }. { -free } Clips already in line keep their place. Try again later. Reference `{ $reference }`.
