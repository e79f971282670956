# Bir sunucunun moderatörlerinin o sunucu için belirledikleri.

## Requests that it does not take

button-publicly = Herkese açık iste
refused-private-not-allowed = { $allowed ->
    [moderators] Yalnızca sizin gördüğünüz videolar bu sunucuda moderatörlere ayrılmıştır
   *[nobody] Bu sunucuda yalnızca bir kişinin gördüğü videolar yapılmaz
  }. { -free } **{ button-publicly }** aynı videoyu herkesin göreceği biçimde ister; `{ option-private }` olmadan komut da öyle. Referans `{ $reference }`.
refused-private-not-allowed-default = Varsayılanlarınız yalnızca sizin gördüğünüz videolar istiyor, { $allowed ->
    [moderators] bunlar ise bu sunucuda moderatörlere ayrılmıştır
   *[nobody] bu sunucuda ise böyle videolar yapılmaz
  }. Bu yüzden bu isteği kimse görmedi. { -free } **{ button-publicly }** videoyu herkesin göreceği biçimde ister; `{ option-private }` kapalıyken komut da öyle. Varsayılanlarınızı `/{ name-videos } { name-videos-defaults }` değiştirir. Referans `{ $reference }`.
refused-age-restricted-only = Bu sunucuda videolar yalnızca yaş sınırlı kanallarda yapılır ve bu kanal onlardan değil. { -free } O kanallardan birinde yeniden isteyin. Referans `{ $reference }`.
