# Slash commands, as Discord's command picker shows them: at most 100 characters each.

video-description = Make a short video clip from a description
video-prompt = What the clip shows, in your own words
video-duration = How long the clip is; 5 seconds unless you choose
video-duration-5 = 5 seconds
video-duration-10 = 10 seconds
video-aspect-ratio = The shape of the picture; 16:9 unless you choose
video-aspect-ratio-16-9 = 16:9, landscape
video-aspect-ratio-9-16 = 9:16, portrait
video-aspect-ratio-1-1 = 1:1, square
video-cfg-scale = How closely the clip keeps to the description, 0 to 1; 0.5 unless you choose
video-negative-prompt = What the clip should leave out
video-private = Only you see the clip; moderators can still see it in the log

videos-description = Your own requests for clips
videos-list-description = List your newest requests, and fetch clips that could not be handed over

button-cancel = Cancel
button-delete = Delete
button-fetch = { $kept ->
    [one] Get the clip
   *[other] Get clip { $number }
  }
usage-description = See what was asked for in this server, and what became of it
