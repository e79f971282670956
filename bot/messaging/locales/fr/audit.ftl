# Ce qui a été modifié sur un serveur, et par qui : une ligne pour chaque.

name-usage-audit = modifications
usage-audit-description = Voir qui a modifié quoi : réglages, blocages, règles, suspensions, exports, dossiers
audit-none = Rien n’a encore été modifié sur ce serveur. Tout ce que la modération modifiera sera noté ici.
audit-heading = **Modifications sur ce serveur**, les plus récentes d’abord
audit-settings-changed = { $by } a modifié les réglages : { $changes }
audit-defaults-changed = { $by } a modifié les options par défaut de { $where } : { $changes }
audit-member-blocked = { $by } a bloqué { $member } { $length ->
    [good] définitivement
   *[until] jusqu’au { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } a débloqué { $member }
audit-rule-added = { $by } a ajouté la règle #{ $number } : { $kind }, { $text }
audit-rule-removed = { $by } a retiré la règle #{ $number } : { $kind }, { $text }
audit-paused = { $by } a suspendu les clips sur ce serveur{ NOTE($reason) }
audit-resumed = { $by } a mis fin à la suspension sur ce serveur
audit-feed-set = { $by } a choisi { $channel } pour le suivi : { $categories }
audit-feed-changed = { $by } a modifié le suivi : { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } a arrêté le suivi dans { $channel }
audit-log-exported = { $by } a exporté le journal { $range } : { $rows ->
    [one] une demande
   *[other] { $rows } demandes
  } en { $format }
audit-result-deleted = { $by } a supprimé le résultat du dossier { $case }
audit-result-found-gone = { $by } a constaté que le résultat du dossier { $case } avait déjà disparu
audit-note-added = { $by } a ajouté une note au dossier { $case }
audit-evidence-held = { $by } a conservé le dossier { $case } comme preuve
audit-evidence-released = { $by } a libéré le dossier { $case }
audit-report-decided = { $by } a traité un signalement du dossier { $case } : { $decision ->
    [deleted] le clip a été supprimé
    [blocked] le membre a été bloqué
    [dismissed] classé sans suite
   *[other] fait
  }
audit-member-data-erased = Un membre a fait effacer ses données : ses textes et ses liens ont été retirés du journal
audit-where-server = ce serveur
audit-range = du { $since } au { $until }
audit-range-since = depuis le { $since }
audit-range-until = jusqu’au { $until }
audit-range-all = depuis le début
audit-change = { $name } : { $before } → { $after }
audit-more = et { $count } de plus
audit-scope-server = ce serveur
audit-scope-member = chaque membre
audit-setting-jobs-per-day = clips en 24 heures pour { $scope }
audit-setting-jobs-per-month = clips en 30 jours pour { $scope }
audit-setting-usd-per-day = dépenses en 24 heures pour { $scope }
audit-setting-usd-per-month = dépenses en 30 jours pour { $scope }
audit-setting-private-use = qui peut demander des clips privés
audit-setting-spoiler-results = clips marqués comme spoiler
audit-setting-age-restricted-only = clips seulement dans les salons soumis à une limite d’âge
audit-value-unset = non défini
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = tout le monde
audit-value-moderators = la modération
audit-value-nobody = personne
