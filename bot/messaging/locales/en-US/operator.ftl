# For the operator of the bot: what is wrong, whether anything is lost or charged, what to do.

incident-key-refused = Eachlabs refuses the API key. Nothing new is started and nothing is charged; waiting requests keep their place. Put a valid key into `EACHLABS_API_KEY` and restart.
incident-key-refused-over = Eachlabs takes the API key again. Waiting requests go on.
incident-no-balance = The Eachlabs account has no balance left for another clip. Nothing new is started and nothing is charged; waiting requests keep their place. Top up the account; the bot goes on by itself.
incident-no-balance-over = The Eachlabs account has balance again. Waiting requests go on.
incident-concurrency-cap = Eachlabs runs fewer clips at once for this account than `EACHLABS_MAX_CONCURRENT` says. Nothing is lost or charged; requests wait longer. Lower the setting, or ask Eachlabs for more.
incident-concurrency-cap-over = Eachlabs takes new clips again. Waiting requests go on.
incident-eachlabs-away = Eachlabs does not answer, so nothing new is started. Nothing is lost or charged by waiting; requests keep their place. The bot goes on by itself when it answers.
incident-eachlabs-away-over = Eachlabs answers again. Waiting requests go on.
incident-guild-refused = Server `{ $subject }` asked for a clip and is not in `ALLOWED_GUILD_IDS`. Nothing was charged. Add the id and restart if it may spend your money.
incident-guild-refused-over = Server `{ $subject }` is no longer refused.
incident-outcome-unknown = The connection broke while job `{ $subject }` was being sent. It may have been made and charged, and is not sent again. Look at the account, then run `showreel jobs settle { $subject } --charged` or `--not-charged`.
incident-outcome-unknown-over = What became of job `{ $subject }` is known: it was found and goes on, or it is settled.
incident-media-full = There is no room left for clips that could not be handed over. Deliveries go on and nothing is lost; what waits is still made. New requests are refused and not charged. Make room in `MEDIA_DIR`, or raise `MEDIA_MAX_GIB` and restart.
incident-media-full-over = There is room for clips again. New requests are accepted.
incident-job-stuck = Job `{ $subject }` ran into a fault of this program and is tried again and again. What it has cost stays as it is. The log has the details under this job id.
incident-job-stuck-over = Job `{ $subject }` goes on.
incident-output-unreachable = The finished clip of job `{ $subject }` cannot be fetched. It was charged; its link is promised for a day, and until then the bot tries again by itself. Check whether this machine reaches the internet; the log has the cause under this job id.
incident-output-unreachable-over = The clip of job `{ $subject }` is no longer waited for: it was fetched, or its day is over and its member was told.
incident-disk-full = The disk of `MEDIA_DIR` refuses finished clips: it is full, read-only or broken. They were charged and are not lost; the bot tries again by itself while their links hold, which is a day. Make room, or mend the disk.
incident-disk-full-over = The disk of `MEDIA_DIR` takes clips again. Deliveries go on.
incident-key-missing = No key of `DATA_KEY` opens what jobs `{ $subject }` ask for, so they wait. Nothing was charged for them, and nobody waits behind them. Put their key back behind a comma and restart, or give each of them up with `showreel jobs cancel` and its number.
incident-key-missing-over = Jobs `{ $subject }` no longer wait for their key: they go on, or were given up.
incident-feed-line-refused = Discord refuses a line of the feed of server `{ $subject }`, so the feed goes on without it. Nothing is lost or charged: what the line was about stands in the log of that server. Look for a newer version, or report what Discord answered; this bot’s own log has it.
incident-feed-line-refused-over = No line of the feed of server `{ $subject }` was refused for a day.
