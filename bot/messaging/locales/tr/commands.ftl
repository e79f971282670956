# Discord'un komut seçicisinde göründükleri biçimiyle eğik çizgi komutları: her biri en çok 100 karakter.

video-description = Bir açıklamadan kısa bir video yapın
video-prompt = Videonun ne göstereceği, kendi sözlerinizle
video-duration = Videonun uzunluğu; seçmezseniz 5 saniye
video-duration-5 = 5 saniye
video-duration-10 = 10 saniye
video-aspect-ratio = Görüntünün biçimi; seçmezseniz 16:9
video-aspect-ratio-16-9 = 16:9, yatay
video-aspect-ratio-9-16 = 9:16, dikey
video-aspect-ratio-1-1 = 1:1, kare
video-cfg-scale = Videonun açıklamaya ne kadar bağlı kalacağı, 0 ile 1 arası; seçmezseniz 0,5
video-negative-prompt = Videoda olmaması gerekenler
video-private = Videoyu yalnızca siz görürsünüz; moderatörler kayıtlarda yine görebilir

videos-description = Kendi video istekleriniz
videos-list-description = En yeni isteklerinizi görün ve teslim edilemeyen videoları alın

button-cancel = İptal et
button-delete = Sil
button-fetch = { $kept ->
    [1] Videoyu al
   *[other] Video { $number }: al
  }
usage-description = Bu sunucuda neler istendiğini ve ne olduğunu gör
