# Ce que la modération voit et encadre.

## Rules

name-video-mod = video-mod
name-video-mod-rules = règles
name-video-mod-rules-add = ajouter
name-video-mod-rules-remove = retirer
name-video-mod-rules-list = liste
name-video-mod-rules-test = tester
option-kind = type
option-text = texte
option-rule = règle
video-mod-description = Voir et encadrer ce que les membres de ce serveur peuvent demander
video-mod-rules-description = Ce qui ne doit pas être demandé sur ce serveur
video-mod-rules-add-description = Ajouter une règle : les demandes qu’elle vise sont refusées
video-mod-rules-add-kind = Comment lire la règle : comme un mot, une suite de mots ou un motif
video-mod-rules-add-kind-word = mot
video-mod-rules-add-kind-phrase = suite de mots
video-mod-rules-add-kind-pattern = motif
video-mod-rules-add-text = Le ou les mots ; pour un motif, une expression régulière
video-mod-rules-remove-description = Retirer une règle
video-mod-rules-remove-rule = Quelle règle : choisis-en une ou tape son numéro
video-mod-rules-list-description = Afficher les règles de ce serveur
video-mod-rules-test-description = Voir quelles règles un texte enfreindrait, et pourquoi
video-mod-rules-test-text = Ce qu’il faut tester, tel qu’un membre le taperait
rules-none = Ce serveur n’a aucune règle. `/video-mod règles ajouter` en crée une.
rules-heading = **Règles de ce serveur** : { $count } sur { $limit } au plus
rules-line = #{ $number } · { $kind } · { $text }
rules-in-file = Elles sont dans le fichier : numéro, type et texte, une règle par ligne.
rule-added = La règle est ajoutée et s’applique dès maintenant : { $rule }
rule-removed = La règle est retirée et ne s’applique plus : { $rule }
rules-test-passes = Ce texte n’enfreint aucune règle.
rules-test-hits = { $count ->
    [one] Ce texte enfreint une règle.
   *[other] Ce texte enfreint { $count } règles.
  }
rules-test-line = { $rule } : { $why }
rules-test-more = { $count ->
    [one] Une autre règle est enfreinte.
   *[other] { $count } autres règles sont enfreintes.
  }
rules-why-written = { $found }, tel quel
rules-why-disguised = { $found }, sous une forme déguisée
rules-why-stretched = { $found }, avec des lettres allongées
rules-why-inside = { $found } se trouve dans le texte
rules-why-pattern = { $found } y correspond
rule-known = Ce serveur a déjà cette règle. Rien n’a été modifié.
rule-too-many = Un serveur peut avoir { $limit } règles au plus, et ce nombre est atteint. Rien n’a été modifié. Retire-en une avec `/video-mod règles retirer`, ou réunis plusieurs mots dans un motif.
rule-too-long = Cela fait { $chars } caractères ; { $limit } sont autorisés. Rien n’a été modifié. Raccourcis le texte, ou fais-en deux règles.
rule-empty = Il faut à une règle au moins une lettre ou un chiffre. Rien n’a été modifié. Un exemple : `spider`.
rule-not-one-word = Cela fait plus d’un mot. Rien n’a été modifié. Pour plusieurs mots à la suite, choisis le type « { video-mod-rules-add-kind-phrase } ». Un exemple : `black cat`.
rule-kind-unknown = Une règle est un mot, une suite de mots ou un motif. Rien n’a été modifié. Choisis l’un d’eux et réessaie.
rule-pattern-ill = Ce motif est inutilisable : il contient une erreur, est trop grand ou correspond à n’importe quel texte. Rien n’a été modifié. Un exemple : `\bfox(es)?\b`.
rule-patterns-too-heavy = Les motifs de ce serveur prendraient trop de temps ensemble. Rien n’a été modifié. Raccourcis celui-ci ou retires-en un autre.
rule-id-unreadable = Une règle est désignée par son numéro. Rien n’a été modifié. Un exemple : `12`. Les numéros sont dans `/video-mod règles liste`.
rule-not-found = Cette règle n’existe pas sur ce serveur. Rien n’a été modifié. Celles qui existent sont dans `/video-mod règles liste`.
rules-in-servers = Les règles appartiennent à un serveur. Utilise la commande sur le serveur en question.
refused-prompt-rule = La modération de ce serveur ne permet pas ce que cette description demande. { -free } Décris autre chose ; la modération peut t’en dire plus. Référence `{ $reference }`.
