# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = feed
name-video-mod-feed-set = set
name-video-mod-feed-off = off
name-video-mod-feed-test = test
option-delivered = delivered
option-refused = refused
option-failed = failed
option-cancelled = cancelled
option-reports = reports
video-mod-feed-description = A channel that is told of every request as it ends
video-mod-feed-set-description = Choose the channel of the feed, and what it is told of
video-mod-feed-set-channel = The channel; best one that only moderators can read
video-mod-feed-set-delivered = Clips that were made; yes unless you choose
video-mod-feed-set-refused = Requests that were refused; yes unless you choose
video-mod-feed-set-failed = Clips that failed or took too long; yes unless you choose
video-mod-feed-set-cancelled = Requests that were cancelled; yes unless you choose
video-mod-feed-set-reports = Members’ reports, with buttons to decide them; yes unless you choose
video-mod-feed-off-description = Switch the feed off
video-mod-feed-test-description = Send a sample to the feed, and see what it lacks

## What the commands answer

feed-set = The feed is on. { $channel } is told of: { $categories }.
feed-off = The feed is off; { $channel } is told nothing more. The log goes on as before.
feed-not-set = This server has no feed. `/video-mod feed set` makes one.
feed-set-nothing = A feed has to tell of something. Nothing was changed. Leave at least one of its kinds on, or use `/video-mod feed off`.
feed-channel-unknown = There is no such channel in this server, or Showreel does not know it. Nothing was changed. Choose a text channel or a thread of this server, such as `#moderators`.
feed-in-servers = A feed belongs to a server. Use the command there.
feed-test-done = A sample line and a sample report stand in { $channel }.
feed-test-failed = Discord did not take the sample in { $channel }.
feed-channel-gone = That channel is gone, or Showreel does not know it. Choose another one with `/video-mod feed set`.
feed-lacks = Showreel lacks there: { $permissions }. What ends meanwhile is told once it has them, for a day.
feed-public = Everyone here can read { $channel }, and with it all prompts that it is told of. A channel for moderators keeps them among you.
feed-category-delivered = clips that were made
feed-category-refused = refused requests
feed-category-failed = failures
feed-category-cancelled = cancelled requests
feed-category-reports = reports
feed-permission-view-channel = View Channel
feed-permission-send-messages = Send Messages
feed-permission-send-messages-in-threads = Send Messages in Threads
feed-permission-attach-files = Attach Files

## Lines

feed-delivered = Delivered
feed-kept = Made, not handed over
feed-refused = Refused
feed-failed = Failed
feed-expired = Given up
feed-unknown = Unclear
feed-cancelled = Cancelled
feed-because = { $state }: { $words }
feed-times = { $times } times
feed-somebody = somebody whose data was erased
feed-private = private; the case shows the prompt
feed-cost = { USD($usd) }
feed-cost-none = not charged
feed-cost-estimated = about { USD($usd) }
feed-cost-open = cost not known
feed-open-case = Open a case
feed-sample = This is a sample. Nothing has happened.
feed-sample-prompt = A red fox crosses a snowy road at dawn
feed-sample-report = It shows somebody I know.

## Cards of reports

button-dismiss = Dismiss
reported-heading = **Reported**: a clip of { $requester } · { $channel }
reported-text = { $reporter } reported { $filed_at }: { $text }
reported-text-attached = The whole report is attached.
reported-message-gone = its message is deleted
reported-deleted-by-member = deleted by its own member
reported-deleted-by-moderator = deleted by { $moderator }
reported-clips = { $count ->
    [0] no clips in 30 days
    [one] one clip in 30 days
   *[other] { $count } clips in 30 days
  }
reported-earlier = { $count ->
    [0] not reported before
    [one] reported once before
   *[other] reported { $count } times before
  }
reported-blocked-before = { $count ->
    [0] never blocked
    [one] blocked once
   *[other] blocked { $count } times
  }
reported-blocked-now = blocked now
reported-filed = { $count ->
    [one] one report so far
   *[other] { $count } reports so far
  }
reported-dismissed = { $count ->
    [0] none dismissed
    [one] one dismissed
   *[other] { $count } dismissed
  }
reported-decided-deleted = **Decided**: { $moderator } deleted the clip { $at }.
reported-decided-gone = **Decided**: { $moderator } settled this { $at }; the clip was gone already.
reported-decided-blocked = **Decided**: { $moderator } blocked its member { $at }.
reported-decided-dismissed = **Decided**: { $moderator } dismissed the report { $at }.
reported-done-deleted = The clip is deleted, and with it all reports about it are decided.
reported-done-dismissed = The report is dismissed. The member who wrote it is not told.
reported-not-found = There is no such report in this server. Nothing was changed.
reported-already-deleted = <@{ $moderator }> decided this report { $at }: the clip was deleted. Nothing was changed.
reported-already-blocked = <@{ $moderator }> decided this report { $at }: its member was blocked. Nothing was changed.
reported-already-dismissed = <@{ $moderator }> decided this report { $at }: it was dismissed. Nothing was changed.
