# How a request ended without a clip. The sentence says what happened, `.next` what to do now;
# between them stands one of the sentences about cost. The key is `end-` and the log's reason.

cost-none = { -free }
cost-charged = Ce clip a été facturé.
cost-perhaps = Il a peut-être été facturé.
cost-open = On ne sait pas encore s’il a été facturé.
end-reference = Référence `{ $reference }`.

end-failed = Le clip n’a pas pu être créé.
    .next = Refaites la demande un peu plus tard.
end-cancelled = La demande a été annulée.
    .next = Vous pouvez refaire une demande quand vous voulez.
end-expired = Le clip a pris trop de temps et a été abandonné.
    .next = Refaites la demande un peu plus tard.
end-unknown = La connexion s’est coupée pendant la demande de ce clip ; il n’est donc pas certain qu’il soit en cours de création.
    .next = Vous n’avez rien à faire : l’opérateur de ce bot est prévenu et s’en occupe.
end-kept = Le clip est prêt, mais il n’y avait aucun moyen de le remettre : aucun message n’a pu être envoyé ici ni directement à vous.
    .next = Il est conservé quelques jours : { -videos-list } vous le remet.
end-kept-link = Le clip est prêt, mais il n’y avait aucun moyen de le remettre : aucun message n’a pu être envoyé ici ni directement à vous.
    .next = Aucune copie n’a pu être conservée ici. { -videos-list } vous donne son lien, qui fonctionne environ un jour après la création du clip.

end-not-acknowledged = La demande n’a pas démarré, car sa fiche n’est pas apparue à temps.
    .next = Refaites la demande.
end-cancelled-by-member = Annulé, comme demandé.
    .next = Vous pouvez refaire une demande quand vous voulez.
end-cancelled-by-moderator = Annulé par la modération.
    .next = La modération de ce serveur peut vous en dire plus.
end-cancelled-by-operator = Annulé par l’opérateur de ce bot.
    .next = La modération de ce serveur peut transmettre vos questions.
end-cancelled-upstream = Le service vidéo a interrompu la création de ce clip.
    .next = Refaites la demande.

end-create-rejected = Le service vidéo n’a pas accepté cette demande.
    .next = Changez la description ou les options, puis refaites la demande.
end-create-outcome-unknown = La connexion s’est coupée pendant la demande de ce clip, et le clip n’est pas réapparu.
    .next = Refaites la demande.
end-provider-rejected = La description n’a pas passé le contrôle de sécurité du service vidéo.
    .next = Refaites la demande avec une autre description.
end-invalid-input = Le service vidéo n’a pas pu utiliser cette description ou ces options.
    .next = Changez-les, puis refaites la demande.
end-provider-error = Le service vidéo a eu une défaillance pendant la création de ce clip.
    .next = Refaites la demande ; la même description peut très bien marcher.
end-deadline-passed = Le clip a pris plus de temps que permis et a été abandonné.
    .next = S’il se termine malgré tout d’ici un jour, il arrivera ici. Sinon, refaites la demande.

end-output-missing = Le service vidéo a dit avoir terminé, mais il n’y avait pas de clip.
    .next = Refaites la demande et montrez la référence à la modération.
end-output-not-mp4 = Ce qui est venu du service vidéo n’est pas une vidéo lisible.
    .next = Refaites la demande et montrez la référence à la modération.
end-output-cut-short = Le clip est arrivé endommagé.
    .next = Refaites la demande et montrez la référence à la modération.
end-output-address-forbidden = Le clip se trouve à une adresse que ce bot n’ouvre pas.
    .next = Refaites la demande et montrez la référence à la modération.
end-output-unreachable = Le clip a été créé, mais il n’a pas pu être récupéré.
    .next = Refaites la demande un peu plus tard et montrez la référence à la modération.
end-output-too-large = Le clip a été créé, mais il est trop lourd pour être remis.
    .next = Un clip plus court est plus léger : demandez-en un de 5 secondes.
end-kept-too-long = Le clip a attendu qu’on vienne le chercher jusqu’à la fin de son délai, puis il a été effacé.
    .next = Demandez-en un nouveau.
