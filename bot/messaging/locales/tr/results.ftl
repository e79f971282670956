# Videoyu getiren mesaj.

result-facts = { $options } · yapım süresi { $took }
result-took = { $minutes ->
    [0] { $seconds } sn
   *[other] { $minutes } dk { $seconds } sn
  }
result-note = Yapay zekâ ile üretildi · referans `{ $reference }`
result-link = Video buraya eklenemedi. Bu bağlantı, video yapıldıktan sonra yaklaşık bir gün çalışır:
result-alt-text = Yapay zekâ ile üretilmiş video: { $prompt }
result-link-fetched = Video buraya eklenemiyor. Videonun bu bağlantısı her an çalışmaz olabilir:
result-save-it = Videoyu kaydet: bu mesajı yalnızca sen görüyorsun ve burada kalmayacak.
