# Bir isteğin videosuz sona ermesi. Cümle ne olduğunu, `.next` şimdi ne yapılacağını söyler;
# arada ücretle ilgili cümlelerden biri durur. Anahtar, `end-` ve kayıttaki nedendir.

cost-none = Ücret alınmadı.
cost-charged = Bu videonun ücreti alındı.
cost-perhaps = Ücret alınmış olabilir.
cost-open = Ücret alınıp alınmadığı henüz bilinmiyor.
end-reference = Referans `{ $reference }`.

end-failed = Video yapılamadı.
    .next = Bir süre sonra yeniden iste.
end-cancelled = İstek iptal edildi.
    .next = Dilediğin zaman yeniden isteyebilirsin.
end-expired = Video çok uzun sürdü ve bırakıldı.
    .next = Bir süre sonra yeniden iste.
end-unknown = Bu video istenirken bağlantı koptu, bu yüzden yapıldığı kesin değil.
    .next = Yapman gereken bir şey yok: botu işleten kişiye haber verildi, inceliyor.
end-kept = Video hazır, ama teslim etmenin bir yolu bulunamadı: ne buraya ne de doğrudan sana mesaj gönderilebildi.
    .next = Birkaç gün saklanır: { -videos-list } ile alabilirsin.
end-kept-link = Video hazır, ama teslim etmenin bir yolu bulunamadı: ne buraya ne de doğrudan sana mesaj gönderilebildi.
    .next = Burada bir kopyası saklanamadı. { -videos-list } sana bağlantısını verir; bağlantı, video yapıldıktan sonra yaklaşık bir gün çalışır.

end-not-acknowledged = Kartı zamanında görünmediği için istek başlatılmadı.
    .next = Yeniden iste.
end-cancelled-by-member = İstendiği gibi iptal edildi.
    .next = Dilediğin zaman yeniden isteyebilirsin.
end-cancelled-by-moderator = Bir moderatör iptal etti.
    .next = Bu sunucunun bir moderatörü daha fazlasını söyleyebilir.
end-cancelled-by-operator = Bu botu işleten kişi iptal etti.
    .next = Bu sunucunun bir moderatörü sorularını iletebilir.
end-cancelled-upstream = Video hizmeti bu videoyu yapmayı bıraktı.
    .next = Yeniden iste.

end-create-rejected = Video hizmeti bu isteği kabul etmedi.
    .next = Açıklamayı ya da seçenekleri değiştirip yeniden iste.
end-create-outcome-unknown = Bu video istenirken bağlantı koptu ve video ortaya çıkmadı.
    .next = Yeniden iste.
end-provider-rejected = Açıklama, video hizmetinin güvenlik denetiminden geçmedi.
    .next = Başka bir açıklamayla yeniden iste.
end-invalid-input = Video hizmeti bu açıklamayı ya da bu seçenekleri kullanamadı.
    .next = Onları değiştirip yeniden iste.
end-provider-error = Bu videoyu yaparken video hizmetinde bir hata oluştu.
    .next = Yeniden iste; aynı açıklama pekâlâ işe yarayabilir.
end-deadline-passed = Video izin verilenden uzun sürdü ve bırakıldı.
    .next = Yine de bir gün içinde biterse buraya gelir. Gelmezse yeniden iste.

end-output-missing = Video hizmeti bittiğini bildirdi, ama ortada video yoktu.
    .next = Yeniden iste ve referansı bir moderatöre göster.
end-output-not-mp4 = Video hizmetinden gelen, oynatılabilir bir video değil.
    .next = Yeniden iste ve referansı bir moderatöre göster.
end-output-cut-short = Video bozuk geldi.
    .next = Yeniden iste ve referansı bir moderatöre göster.
end-output-address-forbidden = Video, bu botun açmadığı bir adreste duruyor.
    .next = Yeniden iste ve referansı bir moderatöre göster.
end-output-unreachable = Video yapıldı, ama alınamadı.
    .next = Bir süre sonra yeniden iste ve referansı bir moderatöre göster.
end-output-too-large = Video yapıldı, ama teslim edilemeyecek kadar büyük.
    .next = Daha kısa bir video daha küçük olur: 5 saniyelik bir video iste.
end-kept-too-long = Video, süresi dolana kadar alınmayı bekledi ve silindi.
    .next = Yenisi için bir daha iste.
