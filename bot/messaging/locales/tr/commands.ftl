# Discord'un komut seçicisinde göründükleri biçimiyle eğik çizgi komutları: her biri en çok 100 karakter.

video-description = Bir açıklamadan kısa bir video yap
video-prompt = Videonun ne göstereceği, kendi sözlerinle
video-duration = Videonun uzunluğu; seçmezsen 5 saniye
video-duration-5 = 5 saniye
video-duration-10 = 10 saniye
video-aspect-ratio = Görüntünün biçimi; seçmezsen 16:9
video-aspect-ratio-16-9 = 16:9, yatay
video-aspect-ratio-9-16 = 9:16, dikey
video-aspect-ratio-1-1 = 1:1, kare
video-cfg-scale = Videonun açıklamaya ne kadar bağlı kalacağı, 0 ile 1 arası; seçmezsen 0,5
video-negative-prompt = Videoda olmaması gerekenler
video-private = Videoyu yalnızca sen görürsün; moderatörler kayıtlarda yine görebilir

videos-description = Kendi video isteklerin
videos-list-description = En yeni isteklerini gör ve teslim edilemeyen videoları al

button-cancel = İptal et
button-delete = Sil
button-fetch = { $kept ->
    [1] Videoyu al
   *[other] Video { $number }: al
  }
usage-description = Bu sunucuda neler istendiğini ve ne olduğunu gör
