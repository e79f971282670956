# Was Moderatoren sehen und lenken.

## Rules

name-video-mod = video-mod
name-video-mod-rules = regeln
name-video-mod-rules-add = hinzufügen
name-video-mod-rules-remove = entfernen
name-video-mod-rules-list = liste
name-video-mod-rules-test = testen
option-kind = art
option-text = text
option-rule = regel
video-mod-description = Sehen und lenken, was Mitglieder dieses Servers anfordern dürfen
video-mod-rules-description = Was auf diesem Server nicht angefordert werden darf
video-mod-rules-add-description = Eine Regel hinzufügen: Anfragen, auf die sie zutrifft, werden abgelehnt
video-mod-rules-add-kind = Wie die Regel gelesen wird: als Wort, als Wortfolge oder als Muster
video-mod-rules-add-kind-word = Wort
video-mod-rules-add-kind-phrase = Wortfolge
video-mod-rules-add-kind-pattern = Muster
video-mod-rules-add-text = Das Wort oder die Wörter; bei einem Muster ein regulärer Ausdruck
video-mod-rules-remove-description = Eine Regel entfernen
video-mod-rules-remove-rule = Welche Regel: wähle eine aus oder tippe ihre Nummer
video-mod-rules-list-description = Die Regeln dieses Servers auflisten
video-mod-rules-test-description = Sehen, welche Regeln auf einen Text zutreffen und warum
video-mod-rules-test-text = Was geprüft werden soll, so wie ein Mitglied es tippt
rules-none = Dieser Server hat keine Regeln. `/video-mod regeln hinzufügen` legt eine an.
rules-heading = **Regeln dieses Servers**: { $count } von höchstens { $limit }
rules-line = #{ $number } · { $kind } · { $text }
rules-in-file = Sie stehen in der Datei: Nummer, Art und Text, eine Regel je Zeile.
rule-added = Die Regel ist hinzugefügt und gilt ab jetzt: { $rule }
rule-removed = Die Regel ist entfernt und gilt nicht mehr: { $rule }
rules-test-passes = Auf diesen Text trifft keine Regel zu.
rules-test-hits = { $count ->
    [one] Auf diesen Text trifft eine Regel zu.
   *[other] Auf diesen Text treffen { $count } Regeln zu.
  }
rules-test-line = { $rule }: { $why }
rules-test-more = { $count ->
    [one] Eine weitere Regel trifft zu.
   *[other] { $count } weitere Regeln treffen zu.
  }
rules-why-written = { $found } steht genau so im Text
rules-why-disguised = { $found } ist eine getarnte Schreibweise
rules-why-stretched = { $found } ist eine Schreibweise mit gedehnten Buchstaben
rules-why-inside = { $found } kommt im Text vor
rules-why-pattern = { $found } passt auf das Muster
rule-known = Dieser Server hat diese Regel schon. Es wurde nichts geändert.
rule-too-many = Ein Server kann höchstens { $limit } Regeln haben, und dieser hat schon so viele. Es wurde nichts geändert. Entferne eine mit `/video-mod regeln entfernen` oder fasse mehrere Wörter in einem Muster zusammen.
rule-too-long = Das sind { $chars } Zeichen; { $limit } sind erlaubt. Es wurde nichts geändert. Kürze den Text oder mache zwei Regeln daraus.
rule-empty = Eine Regel braucht mindestens einen Buchstaben oder eine Ziffer. Es wurde nichts geändert. Ein Beispiel: `spider`.
rule-not-one-word = Das ist mehr als ein Wort. Es wurde nichts geändert. Wähle als Art eine Wortfolge. Ein Beispiel: `black cat`.
rule-kind-unknown = Eine Regel ist ein Wort, eine Wortfolge oder ein Muster. Es wurde nichts geändert. Wähle eines davon und versuche es noch einmal.
rule-pattern-ill = Dieses Muster ist nicht brauchbar: Es hat einen Fehler, ist zu groß oder passt auf jeden Text. Es wurde nichts geändert. Ein Beispiel: `\bfox(es)?\b`.
rule-patterns-too-heavy = Die Muster dieses Servers würden zusammen zu lange dauern. Es wurde nichts geändert. Kürze dieses oder entferne ein anderes.
rule-id-unreadable = Eine Regel wird mit ihrer Nummer angegeben. Es wurde nichts geändert. Ein Beispiel: `12`. Die Nummern stehen in `/video-mod regeln liste`.
rule-not-found = Dieser Server hat keine solche Regel. Es wurde nichts geändert. Seine Regeln stehen in `/video-mod regeln liste`.
rules-in-servers = Regeln gehören zu einem Server. Nutze den Befehl dort.
refused-prompt-rule = Die Moderation dieses Servers erlaubt nicht, was diese Beschreibung verlangt. { -free } Beschreibe etwas anderes; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
