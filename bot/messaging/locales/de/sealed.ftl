# What was encrypted with a key that `DATA_KEY` does not hold any more.

prompt-unreadable = Ein Clip, dessen Beschreibung sich gerade nicht lesen lässt
text-unreadable = nicht lesbar: der Schlüssel dazu fehlt
case-unreadable = Was angefordert wurde, lässt sich nicht lesen: Der Schlüssel, mit dem es verschlüsselt wurde, fehlt. Der Betreiber des Bots kann ihn wieder eintragen.
log-unreadable = { $count ->
    [one] Eine Anfrage konnte nicht durchsucht werden, weil der Schlüssel zu ihren Texten fehlt.
   *[other] { $count } Anfragen konnten nicht durchsucht werden, weil der Schlüssel zu ihren Texten fehlt.
  } Der Betreiber des Bots kann ihn wieder eintragen.
export-unreadable = { $count ->
    [one] Bei einer Anfrage fehlen die Texte, weil der Schlüssel dazu fehlt.
   *[other] Bei { $count } Anfragen fehlen die Texte, weil der Schlüssel dazu fehlt.
  } Der Betreiber des Bots kann ihn wieder eintragen.
