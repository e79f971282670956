# Was über ein Mitglied aufbewahrt wird: zum Nachlesen, Mitnehmen und Löschen.

end-erased = Der Clip wurde für dich aufbewahrt und ist jetzt gelöscht, wie du es wolltest.
    .next = Du brauchst nichts weiter zu tun.
reason-erased = das Mitglied hat ihn löschen lassen
