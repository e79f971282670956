# Bir isteğin videosuz sona ermesi. Cümle ne olduğunu, `.next` şimdi ne yapılacağını söyler;
# arada ücretle ilgili cümlelerden biri durur. Anahtar, `end-` ve kayıttaki nedendir.

cost-none = Ücret alınmadı.
cost-charged = Bu videonun ücreti alındı.
cost-perhaps = Ücret alınmış olabilir.
cost-open = Ücret alınıp alınmadığı henüz bilinmiyor.
end-reference = Referans `{ $reference }`.

end-failed = Video yapılamadı.
    .next = Bir süre sonra yeniden isteyin.
end-cancelled = İstek iptal edildi.
    .next = Dilediğiniz zaman yeniden isteyebilirsiniz.
end-expired = Video çok uzun sürdü ve bırakıldı.
    .next = Bir süre sonra yeniden isteyin.
end-unknown = Bu video istenirken bağlantı koptu, bu yüzden yapıldığı kesin değil.
    .next = Yapmanız gereken bir şey yok: botu işleten kişiye haber verildi, inceliyor.
end-kept = Video hazır, ama teslim etmenin bir yolu bulunamadı: ne buraya ne de doğrudan size mesaj gönderilebildi.
    .next = Birkaç gün saklanır: { -videos-list } ile alabilirsiniz.
end-kept-link = Video hazır, ama teslim etmenin bir yolu bulunamadı: ne buraya ne de doğrudan size mesaj gönderilebildi.
    .next = Burada bir kopyası saklanamadı. { -videos-list } size bağlantısını verir; bağlantı, video yapıldıktan sonra yaklaşık bir gün çalışır.

end-not-acknowledged = Kartı zamanında görünmediği için istek başlatılmadı.
    .next = Yeniden isteyin.
end-cancelled-by-member = İstendiği gibi iptal edildi.
    .next = Dilediğiniz zaman yeniden isteyebilirsiniz.
end-cancelled-by-moderator = Bir moderatör iptal etti.
    .next = Bu sunucunun bir moderatörü daha fazlasını söyleyebilir.
end-cancelled-by-operator = Bu botu işleten kişi iptal etti.
    .next = Bu sunucunun bir moderatörü sorularınızı iletebilir.
end-cancelled-upstream = Video hizmeti bu videoyu yapmayı bıraktı.
    .next = Yeniden isteyin.

end-create-rejected = Video hizmeti bu isteği kabul etmedi.
    .next = Açıklamayı ya da seçenekleri değiştirip yeniden isteyin.
end-create-outcome-unknown = Bu video istenirken bağlantı koptu ve video ortaya çıkmadı.
    .next = Yeniden isteyin.
end-provider-rejected = Açıklama, video hizmetinin güvenlik denetiminden geçmedi.
    .next = Başka bir açıklamayla yeniden isteyin.
end-invalid-input = Video hizmeti bu açıklamayı ya da bu seçenekleri kullanamadı.
    .next = Onları değiştirip yeniden isteyin.
end-provider-error = Video hizmetinde bu videoyu yaparken bir arıza oldu.
    .next = Yeniden isteyin; aynı açıklama pekâlâ işe yarayabilir.
end-deadline-passed = Video izin verilenden uzun sürdü ve bırakıldı.
    .next = Yine de bir gün içinde biterse buraya gelir. Gelmezse yeniden isteyin.

end-output-missing = Video hizmeti bittiğini bildirdi, ama ortada video yoktu.
    .next = Yeniden isteyin ve referansı bir moderatöre gösterin.
end-output-not-mp4 = Video hizmetinden gelen, oynatılabilir bir video değil.
    .next = Yeniden isteyin ve referansı bir moderatöre gösterin.
end-output-cut-short = Video bozuk geldi.
    .next = Yeniden isteyin ve referansı bir moderatöre gösterin.
end-output-address-forbidden = Video, bu botun açmadığı bir adreste duruyor.
    .next = Yeniden isteyin ve referansı bir moderatöre gösterin.
end-output-unreachable = Video yapıldı, ama alınamadı.
    .next = Bir süre sonra yeniden isteyin ve referansı bir moderatöre gösterin.
end-output-too-large = Video yapıldı, ama teslim edilemeyecek kadar büyük.
    .next = Kısa bir video daha küçük olur: 5 saniyelik olarak yeniden isteyin.
end-kept-too-long = Video, süresi dolana kadar alınmayı bekledi ve silindi.
    .next = Yenisi için bir daha isteyin.
