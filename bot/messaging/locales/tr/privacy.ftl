# Bir üye hakkında saklananlar: okumak, yanına almak ve sildirmek için.

end-erased = Sizin için saklanan video, istediğiniz gibi silindi.
    .next = Yapmanız gereken başka bir şey yok.
reason-erased = üyesi sildirdi
