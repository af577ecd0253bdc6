import type { PackTask } from '../../model.ts'

export const tasks: PackTask[] = [
  {
    key: 'pruefen',
    name: 'ESt: Unterlagen prüfen und Tags setzen',
    title: 'Unterlagen prüfen: [ACCOUNT_NAME]',
    description: `Belegabruf (vorausgefüllte Steuererklärung) laden und mit Fragebogen und Vorjahr vergleichen.

Vor dem Abschließen dieser Aufgabe die Tags setzen, sie steuern den weiteren Ablauf: Ausland, Vermietung, Selbständig.

Fehlendes gesammelt in einer Nachricht anfordern.`,
    priority: 'medium',
    dueInDays: 3,
  },
  {
    key: 'dba',
    name: 'ESt: Auslandseinkünfte beurteilen',
    title: 'Auslandseinkünfte beurteilen: [ACCOUNT_NAME]',
    description:
      'Ansässigkeit, Zuweisung nach DBA, Freistellung oder Anrechnung, Progressionsvorbehalt, Rückfallklauseln. Umrechnungskurse und Nachweise zur Akte nehmen.',
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'erstellen',
    name: 'ESt: Erklärung erstellen',
    title: 'Erklärung erstellen: [ACCOUNT_NAME]',
    description: `Mantelbogen und Anlagen ausfüllen, Abweichungen zum Vorjahr erklären, Einzel- und Zusammenveranlagung vergleichen, Günstigerprüfungen beantragen.

Verlustvorträge und laufende Einsprüche berücksichtigen. Voraussichtliches Ergebnis notieren.`,
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'anlage_v',
    name: 'ESt: Anlage V',
    title: 'Vermietung, Anlage V: [ACCOUNT_NAME]',
    description:
      'AfA fortschreiben, Erhaltungs- von Herstellungsaufwand trennen (15-Prozent-Grenze), verbilligte Vermietung und Umlagen prüfen.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'gewinn',
    name: 'ESt: Gewinnermittlung',
    title: 'Gewinnermittlung: [ACCOUNT_NAME]',
    description:
      'EÜR mit Umsatzsteuererklärung abstimmen, Privatanteile, Investitionsabzugsbetrag, Gewerbesteuer. Anlagen S oder G ausfüllen.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'review',
    name: 'ESt: Vier-Augen-Prüfung',
    title: 'Vier-Augen-Prüfung: [ACCOUNT_NAME]',
    description:
      'Nicht durch die erstellende Person. Jeden Beleg in der Erklärung wiederfinden, Steuerberechnung und Vorauszahlungen nachrechnen, Bankverbindung prüfen.',
    priority: 'high',
    dueInDays: 4,
  },
  {
    key: 'freigabe',
    name: 'ESt: Freigabe einholen',
    title: 'Freigabe einholen: [ACCOUNT_NAME]',
    description:
      'Entwurf teilen und die Freigabe beider Ehegatten dokumentieren. Nach einer Woche erinnern, danach anrufen.',
    priority: 'high',
    dueInDays: 7,
  },
  {
    key: 'elster',
    name: 'ESt: über ELSTER übermitteln',
    title: 'Erklärung übermitteln: [ACCOUNT_NAME]',
    description:
      'Erst nach Freigabe. Übertragungsprotokoll zur Akte nehmen, geforderte Belege nachreichen, gegebenenfalls Anpassung der Vorauszahlungen beantragen.',
    priority: 'urgent',
    dueInDays: 9,
  },
  {
    key: 'bescheid',
    name: 'ESt: Bescheid prüfen',
    title: 'Bescheid prüfen: [ACCOUNT_NAME]',
    description:
      'Bescheid mit der Erklärung vergleichen, Erläuterungen lesen. Einspruchsfrist von einem Monat ab Bekanntgabe notieren. Danach den Auftrag archivieren.',
    priority: 'medium',
    dueInDays: 90,
  },
]
