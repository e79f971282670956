# Names of slash commands and of their options. Discord allows 1 to 32 characters: letters, digits,
# - and _, in lower case and without spaces. The English ones are what programs go by. A sentence
# that names a command or an option names it as its reader sees it.

name-video = video
name-videos = videos
name-videos-list = list
name-videos-cancel = cancel
name-videos-quota = quota
name-videos-defaults = defaults
name-usage = usage

option-prompt = prompt
option-duration = duration
option-aspect-ratio = aspect_ratio
option-cfg-scale = cfg_scale
option-negative-prompt = negative_prompt
option-private = private
option-clip = clip
option-clear = clear
option-channel = channel
