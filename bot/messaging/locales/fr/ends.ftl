# How a request ended without a clip. The sentence says what happened, `.next` what to do now;
# between them stands one of the sentences about cost. The key is `end-` and the log's reason.

cost-none = { -free }
cost-charged = Ce clip a été facturé.
cost-perhaps = Il a peut-être été facturé.
cost-open = On ne sait pas encore s’il a été facturé.
end-reference = Référence `{ $reference }`.

end-failed = Le clip n’a pas pu être créé.
    .next = Refais la demande un peu plus tard.
end-cancelled = La demande a été annulée.
    .next = Tu peux refaire une demande quand tu veux.
end-expired = Le clip a pris trop de temps et a été abandonné.
    .next = Refais la demande un peu plus tard.
end-unknown = La connexion s’est coupée pendant la demande de ce clip ; il n’est donc pas certain qu’il soit en cours de création.
    .next = Tu n’as rien à faire : l’opérateur de ce bot est prévenu et s’en occupe.
end-kept = Le clip est prêt, mais il n’y avait aucun moyen de te le remettre : aucun message n’a pu être envoyé, ni ici ni en message privé.
    .next = Il est conservé quelques jours : { -videos-list } te le remet.
end-kept-link = Le clip est prêt, mais il n’y avait aucun moyen de te le remettre : aucun message n’a pu être envoyé, ni ici ni en message privé.
    .next = Aucune copie n’a pu être conservée ici. { -videos-list } te donne son lien, qui fonctionne environ un jour après la création du clip.

end-not-acknowledged = La demande n’a pas démarré, car sa fiche n’est pas apparue à temps.
    .next = Refais la demande.
end-cancelled-by-member = Annulé, comme demandé.
    .next = Tu peux refaire une demande quand tu veux.
end-cancelled-by-moderator = Annulé par la modération.
    .next = La modération de ce serveur peut t’en dire plus.
end-cancelled-by-operator = Annulé par l’opérateur de ce bot.
    .next = La modération de ce serveur peut transmettre tes questions.
end-cancelled-upstream = Le service vidéo a interrompu la création de ce clip.
    .next = Refais la demande.

end-create-rejected = Le service vidéo n’a pas accepté cette demande.
    .next = Change la description ou les options, puis refais la demande.
end-create-outcome-unknown = La connexion s’est coupée pendant la demande de ce clip, et le clip n’est jamais arrivé.
    .next = Refais la demande.
end-provider-rejected = La description n’a pas passé le contrôle de sécurité du service vidéo.
    .next = Refais la demande avec une autre description.
end-invalid-input = Le service vidéo n’a pas pu utiliser cette description ou ces options.
    .next = Change-les, puis refais la demande.
end-provider-error = Le service vidéo a eu une défaillance pendant la création de ce clip.
    .next = Refais la demande ; la même description peut très bien marcher.
end-deadline-passed = Le clip a pris plus de temps que permis et a été abandonné.
    .next = S’il se termine malgré tout dans les 24 heures, il arrivera ici. Sinon, refais la demande.

end-output-missing = Le service vidéo a dit avoir terminé, mais il n’y avait pas de clip.
    .next = Refais la demande et montre la référence à la modération.
end-output-not-mp4 = Ce qui est venu du service vidéo n’est pas une vidéo lisible.
    .next = Refais la demande et montre la référence à la modération.
end-output-cut-short = Le clip est arrivé endommagé.
    .next = Refais la demande et montre la référence à la modération.
end-output-address-forbidden = Le clip se trouve à une adresse que ce bot n’ouvre pas.
    .next = Refais la demande et montre la référence à la modération.
end-output-unreachable = Le clip a été créé, mais il n’a pas pu être récupéré.
    .next = Refais la demande un peu plus tard et montre la référence à la modération.
end-output-too-large = Le clip a été créé, mais il est trop lourd pour être remis.
    .next = Un clip plus court est plus léger : demandes-en un de 5 secondes.
end-kept-too-long = Le clip n’a pas été récupéré avant la fin de son délai et a été effacé.
    .next = Refais la demande pour en avoir un nouveau.
