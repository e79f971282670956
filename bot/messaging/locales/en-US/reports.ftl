# Reporting a clip: its button, its form, and what only the person who reports sees.

button-report = Report

report-form-title = Report this clip
report-form-label = What is wrong with it?
report-form-note = The moderators of this server see your report and who wrote it.

report-filed = Your report is filed. Nothing was charged. The moderators of this server see it; you need do nothing more.
report-changed = Your report of this clip now says what you have just written. Nothing was charged. The moderators of this server see it; you need do nothing more.
report-changed-enough = You may change a report { $limit ->
    [one] once
   *[other] { $limit } times
  }, and have done so. Nothing was changed or charged. The moderators see what it says; if there is more to say, talk to one of them.
report-own = This is your own clip, so there is nobody to report. Nothing was changed or charged. If it should go, press Delete.
report-too-early = There is no clip to report yet. Nothing was changed or charged. If it is wrong when it comes, report it then.
report-empty = The report said nothing, so it was not filed. Nothing was changed or charged. Press Report again and say what is wrong.
report-decided = The moderators have looked at your report of this clip already. Nothing was changed or charged. If you see it differently, talk to one of them.
report-limit = You may file { $limit } reports in 24 hours, and have filed them all. Nothing was changed or charged. You may file again { $frees_at }; if it cannot wait, talk to a moderator.
report-log-away = The log cannot be reached at the moment, so nothing can be reported. Nothing was changed or charged. Try again in a few minutes; if it cannot wait, talk to a moderator.
report-uncertain = The log did not answer, so it is not certain that your report was filed. Nothing was charged. Try again in a few minutes: a second report replaces the first.
