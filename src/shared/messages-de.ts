import type { Messages } from './messages.js';

/** The same texts in German. They call people neither du nor Sie. */
export const germanMessages: Messages = {
  summaryTitle: 'Bitte prüfen',
  titlePrefix: 'Fehler: ',
  network: 'Das Formular wurde nicht gesendet. Bitte die Verbindung prüfen und noch einmal versuchen.',
  timeout: 'Der Server hat zu lange gebraucht. Bitte noch einmal versuchen.',
  unexpected: 'Bei uns ist etwas schiefgegangen. Bitte noch einmal versuchen.',
  tooLarge: 'Das ist zu groß, um es zu senden.',
  forbidden: 'Das Formular wurde nicht angenommen. Bitte die Seite neu laden und noch einmal versuchen.',
  unreadable: 'Die Antwort war nicht lesbar. Bitte noch einmal versuchen.',
  done: 'Das ist erledigt, aber die Einzelheiten lassen sich gerade nicht anzeigen.',
  unread:
    'Alles ist angekommen, aber das Ergebnis lässt sich gerade nicht anzeigen. Es erscheint, wenn die Seite neu geladen wird.',
  addRow: 'Hinzufügen',
  removeRow: 'Entfernen',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  duplicateRow: 'Verdoppeln',
  tooManyRows: 'Mehr als {limit} sind nicht möglich.',
  tooFewRows: 'Mindestens {limit} sind nötig.',
  uploading: 'Wird hochgeladen',
  cancelUpload: 'Abbrechen',
  fileTooLarge: 'Bitte eine Datei von höchstens {limit} wählen.',
  tooManyFiles: 'Bitte höchstens {limit} Dateien wählen.',
  keptFile: 'Behalten: {name} ({size})',
  removeFile: 'Entfernen',
  fileGone: 'Diese Datei ist nicht mehr da. Bitte noch einmal wählen.',
  wrongFileType: 'Bitte eine Datei dieser Art wählen: {types}.',
  notYet: 'Das kann noch nicht gesendet werden.',
  running:
    'Daran wird noch gearbeitet. Bitte einen Moment warten und dasselbe noch einmal senden, um das Ergebnis zu sehen: Es geschieht nicht zweimal.',
  outcomeUnknown: 'Es ist nicht bekannt, ob das geschehen ist. Bitte nachsehen, bevor es noch einmal gesendet wird.',
  notTaken: 'Das konnte gerade nicht angenommen werden, und nichts ist geschehen. Bitte gleich noch einmal versuchen.',
  stale: 'Dieses Formular war zu lange offen oder wurde unterwegs verändert. Bitte prüfen und noch einmal senden.',
};
