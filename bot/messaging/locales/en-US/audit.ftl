# What was changed in a server, and by whom: one line for each.

name-usage-audit = audit
usage-audit-description = See who changed what in this server: settings, blocks, rules, pauses, exports, cases
audit-none = Nothing has been changed in this server yet. Whatever moderators change from now on stands here.
audit-heading = **Changes in this server**, newest first
audit-settings-changed = { $by } changed the settings: { $changes }
audit-defaults-changed = { $by } changed the default options of { $where }: { $changes }
audit-member-blocked = { $by } blocked { $member } { $length ->
    [good] for good
   *[until] until { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } unblocked { $member }
audit-rule-added = { $by } added rule #{ $number }: { $kind }, { $text }
audit-rule-removed = { $by } removed rule #{ $number }: { $kind }, { $text }
audit-paused = { $by } paused the server{ NOTE($reason) }
audit-resumed = { $by } ended the pause of the server
audit-feed-set = { $by } set the feed to { $channel }: { $categories }
audit-feed-changed = { $by } changed the feed: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } turned off the feed in { $channel }
audit-log-exported = { $by } exported the log { $range }: { $rows ->
    [one] one request
   *[other] { $rows } requests
  } as { $format }
audit-result-deleted = { $by } deleted the result of case { $case }
audit-result-found-gone = { $by } found the result of case { $case } gone already
audit-note-added = { $by } added a note to case { $case }
audit-evidence-held = { $by } put a hold on case { $case }
audit-evidence-released = { $by } released the hold on case { $case }
audit-report-decided = { $by } decided a report about case { $case }: { $decision ->
    [deleted] the clip was deleted
    [blocked] the member was blocked
    [dismissed] dismissed
   *[other] done
  }
audit-member-data-erased = A member had their data erased: texts and links of theirs are gone from the log
audit-where-server = the server
audit-range = from { $since } until { $until }
audit-range-since = from { $since } on
audit-range-until = until { $until }
audit-range-all = from its beginning
audit-change = { $name }: { $before } → { $after }
audit-more = and { $count } more
audit-scope-server = the server
audit-scope-member = each member
audit-setting-jobs-per-day = clips in 24 hours for { $scope }
audit-setting-jobs-per-month = clips in 30 days for { $scope }
audit-setting-usd-per-day = money in 24 hours for { $scope }
audit-setting-usd-per-month = money in 30 days for { $scope }
audit-setting-private-use = who may ask for private clips
audit-setting-spoiler-results = clips behind a spoiler
audit-setting-age-restricted-only = age-restricted channels only
audit-value-unset = not set
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = everyone
audit-value-moderators = moderators
audit-value-nobody = nobody
