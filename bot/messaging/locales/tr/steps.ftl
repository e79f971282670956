# Bir kaydın adımında ne olduğu; durumun ve yapanın yetmediği yerde.

step-reported = bildirildi
step-report-changed = şikâyet değişti
step-report-decided = şikâyet karara bağlandı
step-evidence-held = kanıt olarak saklandı
step-evidence-released = artık kanıt olarak saklanmıyor
step-result-deleted = video silindi
step-result-found-gone = video zaten silinmişti
step-cancel-requested = iptal istendi
