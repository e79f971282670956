# Ce que la modération d’un serveur règle pour lui.

## Requests that it does not take

button-publicly = Demander en public
refused-private-not-allowed = { $allowed ->
    [moderators] Les clips visibles de vous uniquement sont réservés à la modération de ce serveur
   *[nobody] Ce serveur ne crée pas de clips visibles d’une seule personne
  }. { -free } **{ button-publicly }** demande le même clip, visible de tous ; la commande sans `{ option-private }` aussi. Référence `{ $reference }`.
refused-private-not-allowed-default = Vos préférences demandent des clips visibles de vous uniquement, { $allowed ->
    [moderators] et ils sont réservés à la modération de ce serveur
   *[nobody] et ce serveur n’en crée pas
  }. Personne n’a donc vu cette demande. { -free } **{ button-publicly }** demande ce clip, visible de tous ; la commande avec `{ option-private }` sur faux aussi. `/{ name-videos } { name-videos-defaults }` modifie vos préférences. Référence `{ $reference }`.
refused-age-restricted-only = Ce serveur n’a de clips que dans ses salons avec limite d’âge, et ce salon n’en est pas un. { -free } Redemandez-le dans l’un d’eux. Référence `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = réglages
video-mod-settings-description = Voir et régler les limites, les options par défaut et qui peut cacher des clips sur ce serveur
settings-saved = Les réglages sont enregistrés et valent dès maintenant.
settings-server = **Limites de ce serveur** : { $limits }
settings-member = **Limites de chaque membre** : { $limits }
settings-roles = **Limites de rôles**, à la place de celles de chaque membre ; entre plusieurs rôles, la plus généreuse vaut
settings-roles-none = **Limites de rôles** : aucune fixée
settings-role = { $role } : { $limits }
settings-roles-more = D’autres : { $roles }
settings-ceiling = L’opérateur permet au plus { $limits }.
settings-ceiling-none = L’opérateur ne fixe pas de limite ici.
settings-limits-none = aucune fixée
settings-jobs-per-day = { $jobs ->
    [0] aucun clip en 24 heures
    [one] un clip en 24 heures
   *[other] { $jobs } clips en 24 heures
  }
settings-jobs-per-month = { $jobs ->
    [0] aucun clip en 30 jours
    [one] un clip en 30 jours
   *[other] { $jobs } clips en 30 jours
  }
settings-usd-per-day = { USD($usd) } en 24 heures
settings-usd-per-month = { USD($usd) } en 30 jours
settings-private-use = **Qui peut demander des clips visibles de soi uniquement** : { $who ->
    [moderators] la modération
    [nobody] personne
   *[everyone] tout le monde
  }
settings-spoiler = **Clips masqués par un spoiler** : { $answer }
settings-age = **Clips seulement dans les salons avec limite d’âge** : { $answer }
settings-server-defaults = **Options par défaut de ce serveur** : { $options }
settings-channel-defaults = **Options par défaut de ce salon** : { $options }
settings-defaults-none = aucune fixée
settings-option = { $option } : { $value }
settings-option-private = Visible de son membre uniquement
settings-hint = Choisissez ci-dessous ce qu’il faut modifier.
button-settings-again = Rouvrir le formulaire
button-settings-server-limits = Limites du serveur
button-settings-member-limits = Limites de chaque membre
button-settings-server-defaults = Options du serveur
button-settings-access = Privé, spoilers, âge

## Forms

settings-form-role-placeholder = Fixer les limites d’un rôle
settings-form-channel-placeholder = Fixer les options par défaut d’un salon
settings-form-server-limits-title = Limites de ce serveur
settings-form-member-limits-title = Limites de chaque membre
settings-form-role-limits-title = Limites d’un rôle
settings-about-role = Les membres avec { $role } ont ces limites à la place de celles de chaque membre. Quatre champs vides les retirent.
settings-form-jobs-per-day = Clips en 24 heures
settings-form-jobs-per-month = Clips en 30 jours
settings-form-usd-per-day = Dollars américains en 24 heures
settings-form-usd-per-month = Dollars américains en 30 jours
settings-form-limit-note = Vide : pas de limite à vous. 0 : rien.
settings-form-jobs-note = Au plus { NUMBER($highest) }, selon l’opérateur. Vide : pas de limite à vous. 0 : aucun.
settings-form-usd-note = Au plus { USD($highest) }, selon l’opérateur. Vide : pas de limite à vous. 0 : rien.
settings-form-server-defaults-title = Options par défaut de ce serveur
settings-form-channel-defaults-title = Options par défaut d’un salon
settings-form-channel-note = Vaut dans #{ $channel } et ses fils.
settings-form-cfg-scale-note = Un nombre de 0 à 1. Vide : non fixé.
settings-form-negative-prompt-note = Vide : non fixé. Un tiret : rien n’est laissé de côté, quoi qu’il soit fixé ailleurs.
settings-form-private = Visible de son membre uniquement
settings-form-unset = Non fixé
settings-form-access-title = Privé, spoilers, âge
settings-form-private-use = Clips visibles de leur membre uniquement
settings-form-private-use-note = Qui peut en demander ; le journal les garde quand même.
settings-form-private-use-everyone = Tout le monde
settings-form-private-use-moderators = La modération : qui peut gérer les messages
settings-form-private-use-nobody = Personne
settings-form-spoiler = Clips masqués par un spoiler
settings-form-spoiler-note = Les autres ne voient un clip qu’après un appui. Cela vaut pour les nouvelles demandes.
settings-form-age = Seulement les salons avec limite d’âge
settings-form-age-note = Les demandes venant de tous les autres salons sont refusées.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] La limite de clips en 30 jours
   *[jobs_per_day] La limite de clips en 24 heures
  } n’est pas un nombre entier jusqu’à 1000000. Rien n’a été modifié. Un exemple : `20`. Laissez le champ vide pour ne pas fixer de limite ; `0` n’en permet aucun.
settings-usd-unreadable = { $field ->
    [usd_per_month] La limite d’argent en 30 jours
   *[usd_per_day] La limite d’argent en 24 heures
  } n’est pas un montant en dollars américains jusqu’à 1000000. Rien n’a été modifié. Un exemple : `7.50`. Laissez le champ vide pour ne pas fixer de limite ; `0` ne permet rien.
settings-jobs-above-ceiling = L’opérateur permet { $scope ->
    [server] à ce serveur
   *[member] à un membre
  } au plus { NUMBER($highest) } clips en { $field ->
    [jobs_per_month] 30 jours
   *[jobs_per_day] 24 heures
  }. Rien n’a été modifié. Fixez cela ou moins, ou laissez le champ vide : la limite de l’opérateur vaut alors seule.
settings-usd-above-ceiling = L’opérateur permet { $scope ->
    [server] à ce serveur
   *[member] à un membre
  } au plus { USD($highest) } en { $field ->
    [usd_per_month] 30 jours
   *[usd_per_day] 24 heures
  }. Rien n’a été modifié. Fixez cela ou moins, ou laissez le champ vide : la limite de l’opérateur vaut alors seule.
settings-cfg-scale-unreadable = La fidélité des clips à la description est un nombre de 0 à 1. Rien n’a été modifié. Un exemple : `0.5`. Un champ vide ne fixe rien.
settings-too-many-roles = Un serveur peut fixer des limites pour { $limit } rôles, et celui-ci les a toutes. Rien n’a été modifié. Videz d’abord les champs d’un autre rôle.
settings-role-unknown = Ce serveur n’a pas de tel rôle. Rien n’a été modifié. Choisissez-en un dans le menu.
settings-channel-unknown = Ce serveur n’a pas de tel salon. Rien n’a été modifié. Choisissez-en un dans le menu.
settings-choice-unknown = Ce choix n’existe pas. Rien n’a été modifié. Rouvrez le formulaire avec `/{ name-video-mod } { name-video-mod-settings }`.
settings-away = Les réglages sont illisibles pour le moment ; le formulaire ne s’est donc pas ouvert. Rien n’a été modifié. Réessayez dans une minute.
