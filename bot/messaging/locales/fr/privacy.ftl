# Ce qui est conservé sur un membre : à lire, à emporter, à effacer.

end-erased = Le clip était conservé pour vous ; il est maintenant effacé, comme vous l’avez demandé.
    .next = Vous n’avez rien d’autre à faire.
reason-erased = effacé à la demande de son membre

name-privacy = confidentialité
name-privacy-policy = politique
name-privacy-export = exporter
name-privacy-delete = effacer
privacy-description = Voir, emporter et effacer ce qui est conservé sur vous
privacy-policy-description = Ce qui est conservé sur vous, pourquoi, combien de temps, et qui le reçoit
privacy-export-description = Recevoir tout ce qui est conservé sur vous, dans un fichier
privacy-delete-description = Effacer ce qui est conservé sur vous ; une confirmation est demandée

## La politique

privacy-policy-heading = **Ce que ce bot conserve sur vous**
privacy-policy-kept = **Quoi, et combien de temps :** pour chaque demande, sa description et ses options, quand et où vous l’avez faite, ce qu’elle est devenue et ce qu’elle a coûté ; aussi vos préférences, vos signalements et les blocages qui vous visent. Descriptions et liens sont effacés après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }, sauf si la modération les retient comme preuve. Les nombres et les coûts restent.
privacy-policy-clips = **Les clips** sont dans Discord et ne sont pas conservés ici. Seul un clip qui n’a pas pu être remis l’est, pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } ou jusqu’à ce que vous le récupériez.
privacy-policy-why = **Pourquoi :** pour créer les clips et les remettre, respecter les limites, tenir le compte des coûts, et pour que la modération puisse agir contre les abus.
privacy-policy-receivers = **Qui le reçoit :** Eachlabs et le fournisseur qui est derrière reçoivent descriptions et options, et rien qui vous nomme. Discord transmet les messages. La modération d’un serveur voit ce qui y a été demandé, clips privés compris. L’exploitant de ce bot voit tout.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` vous donne tout cela dans un fichier, et `/{ name-privacy } { name-privacy-delete }` l’efface.
privacy-policy-operator = **La politique propre de l’exploitant :** <{ $url }>

## Emporter

privacy-export-done = Voici ce qui est conservé sur vous : { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
  }, ainsi que vos préférences, vos signalements et les blocages qui vous visent, s’il y en a. Chaque ligne du fichier en est un élément, en JSON.
privacy-export-too-large = Ce qui est conservé sur vous est trop gros pour un message ici, même compressé. { -unchanged } Demandez-le à l’exploitant de ce bot.
privacy-log-away = Le journal est injoignable pour le moment. { -unchanged } Réessayez dans quelques minutes.

## Effacer

button-forget = Effacer
button-forget-finish = Effacer, laisser finir les clips
button-forget-cancel = Effacer et annuler les clips
button-forget-not = Tout garder
privacy-delete-heading = **Effacer ce qui est conservé sur vous ?** C’est irréversible.
privacy-delete-goes = **Ce qui disparaît, sur tous les serveurs :** les descriptions et les liens de ce que vous avez demandé ({ $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
  }), les clips conservés pour vous, vos préférences, et votre nom dans le journal et sur vos signalements.
privacy-delete-stays = **Ce qui reste :** les nombres et les coûts, et ce que la modération a consigné, comme les blocages. Pendant 30 jours, les nombres restent sous un numéro que seul ce bot peut former à partir de votre identifiant, pour que les limites tiennent ; ensuite, sous celui de personne.
privacy-delete-held = { $held ->
    [one] { $held } demande est retenue comme preuve par la modération. Elle sera effacée après sa décision.
   *[other] { $held } demandes sont retenues comme preuves par la modération. Elles seront effacées après sa décision.
  }
privacy-delete-clips = **Les messages dans Discord** restent : les clips dans les salons, dont les boutons ne vous reconnaîtront plus, et ce que montre le suivi de la modération. Supprimez d’abord les clips qui doivent partir.
privacy-delete-live = { $live ->
    [one] { $live } clip attend ou est en cours. Il peut aller à son terme puis être effacé, ou être annulé maintenant ; s’il a commencé, il peut quand même coûter.
   *[other] { $live } clips attendent ou sont en cours. Ils peuvent aller à leur terme puis être effacés, ou être annulés maintenant ; ceux qui ont commencé peuvent quand même coûter.
  }
privacy-delete-done = Ce que vous avez demandé jusqu’ici est en train d’être effacé ; cela prend quelques minutes au plus. Ce que vous demanderez désormais sera conservé comme avant.
privacy-delete-done-live = { $live ->
    [one] { $live } clip est encore en route. Il sera effacé quelques minutes après sa fin.
   *[other] { $live } clips sont encore en route. Ils seront effacés quelques minutes après leur fin.
  }
privacy-delete-not-done = Rien n’a été effacé. Tout reste comme avant.
privacy-delete-uncertain = Le journal n’a pas répondu ; il n’est donc pas certain que votre souhait ait été noté. Utilisez de nouveau `/{ name-privacy } { name-privacy-delete }` dans quelques minutes ; demander deux fois ne fait aucun mal.
privacy-not-yours = Cette question s’adressait à quelqu’un d’autre. Rien n’a été effacé. Pour vos propres données, utilisez `/{ name-privacy } { name-privacy-delete }`.
