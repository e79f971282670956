# For the operator of the bot: what is wrong, whether anything is lost or charged, what to do.

incident-key-refused = Eachlabs lehnt den API-Schlüssel ab. Es wird nichts Neues begonnen und nichts berechnet; wartende Anfragen behalten ihren Platz. Trage einen gültigen Schlüssel in `EACHLABS_API_KEY` ein und starte neu.
incident-key-refused-over = Eachlabs nimmt den API-Schlüssel wieder an. Wartende Anfragen gehen weiter.
incident-no-balance = Auf dem Eachlabs-Konto ist kein Guthaben für einen weiteren Clip. Es wird nichts Neues begonnen und nichts berechnet; wartende Anfragen behalten ihren Platz. Lade das Konto auf; der Bot macht von selbst weiter.
incident-no-balance-over = Das Eachlabs-Konto hat wieder Guthaben. Wartende Anfragen gehen weiter.
incident-concurrency-cap = Eachlabs macht für dieses Konto weniger Clips gleichzeitig, als in `EACHLABS_MAX_CONCURRENT` steht. Nichts geht verloren, und es wird nichts berechnet; Anfragen warten länger. Setze den Wert herab oder bitte Eachlabs um mehr.
incident-concurrency-cap-over = Eachlabs nimmt wieder neue Clips an. Wartende Anfragen gehen weiter.
incident-eachlabs-away = Eachlabs antwortet nicht, daher wird nichts Neues begonnen. Durch das Warten geht nichts verloren und es wird nichts berechnet; Anfragen behalten ihren Platz. Der Bot macht von selbst weiter, sobald eine Antwort kommt.
incident-eachlabs-away-over = Eachlabs antwortet wieder. Wartende Anfragen gehen weiter.
incident-guild-refused = Server `{ $subject }` hat einen Clip angefordert und steht nicht in `ALLOWED_GUILD_IDS`. Es wurde nichts berechnet. Trage die ID ein und starte neu, wenn er dein Geld ausgeben darf.
incident-guild-refused-over = Server `{ $subject }` wird nicht mehr abgelehnt.
incident-outcome-unknown = Die Verbindung ist abgerissen, während Auftrag `{ $subject }` gesendet wurde. Er wurde vielleicht gemacht und berechnet und wird nicht noch einmal gesendet. Sieh im Konto nach und führe dann `showreel jobs settle { $subject } --charged` oder `--not-charged` aus.
incident-outcome-unknown-over = Was aus Auftrag `{ $subject }` wurde, ist bekannt: Er wurde gefunden und geht weiter, oder er ist abgeschlossen.
incident-media-full = Für Clips, die nicht übergeben werden konnten, ist kein Platz mehr. Zustellungen gehen weiter und nichts ist verloren; was wartet, wird noch gemacht. Neue Anfragen werden abgelehnt und nicht berechnet. Schaffe Platz in `MEDIA_DIR`, oder erhöhe `MEDIA_MAX_GIB` und starte neu.
incident-media-full-over = Für Clips ist wieder Platz. Neue Anfragen werden angenommen.
incident-job-stuck = Auftrag `{ $subject }` stößt auf einen Fehler in diesem Programm und wird immer wieder versucht. Was er gekostet hat, bleibt, wie es ist. Das Log nennt die Einzelheiten unter dieser Auftragsnummer.
incident-job-stuck-over = Auftrag `{ $subject }` geht weiter.
incident-output-unreachable = Der fertige Clip von Auftrag `{ $subject }` lässt sich nicht abholen. Er wurde berechnet; sein Link ist für einen Tag zugesagt, und bis dahin versucht es der Bot von selbst weiter. Sieh nach, ob dieser Rechner ins Internet kommt; das Log nennt die Ursache unter dieser Auftragsnummer.
incident-output-unreachable-over = Auf den Clip von Auftrag `{ $subject }` wird nicht mehr gewartet: Er wurde abgeholt, oder sein Tag ist um und das Mitglied weiß Bescheid.
incident-disk-full = Der Datenträger von `MEDIA_DIR` nimmt fertige Clips nicht an: Er ist voll, schreibgeschützt oder defekt. Sie wurden berechnet und sind nicht verloren; der Bot versucht es von selbst weiter, solange ihre Links gelten, also einen Tag. Schaffe Platz oder behebe den Schaden.
incident-disk-full-over = Der Datenträger von `MEDIA_DIR` nimmt wieder Clips an. Zustellungen gehen weiter.
incident-key-missing = Kein Schlüssel aus `DATA_KEY` öffnet, was die Aufträge `{ $subject }` verlangen; darum warten sie. Für sie wurde nichts berechnet, und niemand wartet hinter ihnen. Trag ihren Schlüssel hinter einem Komma wieder ein und starte neu, oder gib jeden mit `showreel jobs cancel` und seiner Nummer auf.
incident-key-missing-over = Die Aufträge `{ $subject }` warten nicht mehr auf ihren Schlüssel: Sie gehen weiter oder wurden aufgegeben.
incident-feed-line-refused = Discord nimmt eine Zeile im Meldekanal des Servers `{ $subject }` nicht an, daher geht er ohne sie weiter. Es ist nichts verloren und nichts berechnet: Worum es ging, steht im Protokoll jenes Servers. Sieh nach einer neueren Version, oder melde, was Discord geantwortet hat; im Log dieses Bots steht es.
incident-feed-line-refused-over = Im Meldekanal des Servers `{ $subject }` wurde einen Tag lang keine Zeile abgelehnt.
