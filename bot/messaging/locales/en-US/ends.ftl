# How a request ended without a clip. The sentence says what happened, `.next` what to do now;
# between them stands one of the sentences about cost. The key is `end-` and the log's reason.

cost-none = Nothing was charged.
cost-charged = This clip was charged.
cost-perhaps = It may have been charged.
cost-open = Whether it was charged is not known yet.
end-reference = Reference `{ $reference }`.

end-failed = The clip could not be made.
    .next = Ask again in a while.
end-cancelled = The request was cancelled.
    .next = Ask again whenever you like.
end-expired = The clip took too long and was given up.
    .next = Ask again in a while.
end-unknown = The connection broke while this clip was being asked for, so it is not certain that it is being made.
    .next = There is nothing to do: the operator of this bot has been told and looks into it.
end-kept = The clip is ready, but there was no way to hand it over: no message could be sent here or to you directly.
    .next = It is kept for some days: `/videos list` hands it over.
end-kept-link = The clip is ready, but there was no way to hand it over: no message could be sent here or to you directly.
    .next = No copy of it could be kept here. `/videos list` gives you its link, which works for about a day after the clip was made.

end-not-acknowledged = The request was not started, because its card did not appear in time.
    .next = Ask again.
end-cancelled-by-member = Cancelled, as asked.
    .next = Ask again whenever you like.
end-cancelled-by-moderator = Cancelled by a moderator.
    .next = A moderator of this server can tell you more.
end-cancelled-by-operator = Cancelled by the operator of this bot.
    .next = A moderator of this server can pass on questions.
end-cancelled-upstream = The video service stopped making this clip.
    .next = Ask again.

end-create-rejected = The video service did not take this request.
    .next = Change the description or the options, and ask again.
end-create-outcome-unknown = The connection broke while this clip was being asked for, and the clip did not turn up.
    .next = Ask again.
end-provider-rejected = The description did not pass the video service’s safety check.
    .next = Ask again with a different description.
end-invalid-input = The video service could not use this description or these options.
    .next = Change them, and ask again.
end-provider-error = The video service had a fault while it made this clip.
    .next = Ask again; the same description may well work.
end-deadline-passed = The clip took longer than it may and was given up.
    .next = If it is finished within a day after all, it comes here. Otherwise, ask again.

end-output-missing = The video service said it was done, but there was no clip.
    .next = Ask again, and show a moderator the reference.
end-output-not-mp4 = What came from the video service is not a video that can be played.
    .next = Ask again, and show a moderator the reference.
end-output-cut-short = The clip arrived damaged.
    .next = Ask again, and show a moderator the reference.
end-output-address-forbidden = The clip lies at an address that this bot does not open.
    .next = Ask again, and show a moderator the reference.
end-output-unreachable = The clip was made, but it could not be fetched.
    .next = Ask again in a while, and show a moderator the reference.
end-output-too-large = The clip was made, but it is too large to hand over.
    .next = A shorter clip is smaller: ask again for 5 seconds.
end-kept-too-long = The clip waited to be fetched until its time was over, and was erased.
    .next = Ask again for a new one.
