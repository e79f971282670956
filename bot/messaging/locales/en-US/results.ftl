# The message that brings the clip.

result-facts = { $options } · made in { $took }
result-took = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
  }
result-note = AI-generated · reference `{ $reference }`
result-link = The clip could not be attached here. This link works for about a day after it was made:
result-alt-text = AI-generated video: { $prompt }
result-link-fetched = The clip cannot be attached here. This link to it may stop working at any time:
result-save-it = Save the clip: only you see this message, and it will not stay here.
