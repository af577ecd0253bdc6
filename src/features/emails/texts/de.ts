import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'mail.greeting': 'Guten Tag {name},',
  'mail.for': 'Für {accountName}',
  'mail.reply': 'Fragen? Antworten Sie einfach auf diese E-Mail.',
  'mail.because': '{firmName}. Sie erhalten diese E-Mail, weil wir für {accountName} tätig sind.',
  'mail.button_broken': 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  'mail.secret_gone': '[nach dem Versand nicht aufbewahrt]',
  'mail.team_invitation.subject': '{inviterName} lädt Sie zu {firmName} ein',
  'mail.team_invitation.text':
    '{inviterName} möchte bei {firmName} mit Ihnen zusammenarbeiten. Nehmen Sie die Einladung an, wählen Sie ein Passwort, und schon sind Sie dabei.',
  'mail.team_invitation.button': 'Einladung annehmen',
  'mail.team_invitation.note':
    'Die Schaltfläche funktioniert einmal. Ist sie abgelaufen, bitten Sie {inviterName} um eine neue Einladung.',
  'mail.sign_in_link.subject': 'Ihr Anmeldelink für {firmName}',
  'mail.sign_in_link.text':
    'Sie möchten sich bei {firmName} anmelden. Drücken Sie die Schaltfläche und bestätigen Sie auf der Seite, die sich öffnet.',
  'mail.sign_in_link.button': 'Anmelden',
  'mail.sign_in_link.note': 'Die Schaltfläche funktioniert einmal, 15 Minuten lang.',
  'mail.sign_in_link.ignore':
    'Sie haben nicht darum gebeten? Dann können Sie diese E-Mail vergessen: Ohne sie kommt niemand hinein.',
  'mail.password_reset.subject': 'Neues Passwort für {firmName} wählen',
  'mail.password_reset.text':
    'Für diese Adresse wurde ein neues Passwort angefordert. Drücken Sie auf die Schaltfläche und wählen Sie eines.',
  'mail.password_reset.button': 'Neues Passwort wählen',
  'mail.password_reset.note':
    'Die Schaltfläche funktioniert einmal, eine Stunde lang. Wer mit dem alten Passwort angemeldet ist, wird abgemeldet.',
  'mail.password_reset.ignore':
    'Haben Sie das nicht angefordert? Dann können Sie diese E-Mail vergessen: Das alte Passwort bleibt.',
  'mail.todo_code.subject': 'Ihr Code für {firmName}',
  'mail.todo_code.text': 'Geben Sie diesen Code auf der Seite ein, die danach fragt:',
  'mail.todo_code.note': 'Wir fragen danach, weil die Seite zuvor auf einem anderen Gerät geöffnet wurde.',
  'mail.todo_code.ignore': 'Geben Sie den Code niemandem; wir fragen nie per E-Mail oder Telefon danach.',
  'mail.organizer_sent.subject': 'Bitte ausfüllen: {organizerName}',
  'mail.organizer_sent.text': '{firmName} benötigt einige Antworten und Unterlagen von Ihnen.',
  'mail.organizer_sent.saved':
    'Alles wird sofort gespeichert. Sie können also jederzeit aufhören und später weitermachen, auf jedem Gerät.',
  'mail.organizer_sent.button': 'Fragen öffnen',
  'mail.organizer_sent.note':
    'Die Schaltfläche öffnet nur diese Fragen. Sie funktioniert 7 Tage; danach bietet sie Ihnen einen neuen Link an.',
  'mail.organizer_submitted.subject': '{accountName} hat „{organizerName}“ eingereicht',
  'mail.organizer_submitted.text': 'Die Antworten sind da. Sie können sie jetzt lesen.',
  'mail.organizer_submitted.button': 'Antworten lesen',

  'event.email.sent':
    '{recipientsCount, plural, =0 {E-Mail „{template}“ hat niemanden erreicht: Mails sind für alle aus} other {E-Mail „{template}“ gesendet an {recipients}}}{leftOutCount, plural, =0 {} other {. Ausgelassen, weil ihre Mails aus sind: {leftOut}}}{emptyCount, plural, =0 {} other {. Ohne Wert: {empty}}}',
  'event.mail.dropped':
    '„{subject}“ wurde nicht an {to} gesendet: {reason, select, notify_off {Mails wurden inzwischen ausgeschaltet} contact_removed {die Adresse gehört nicht mehr zu diesem Mandanten} other {der Mandant ist archiviert}}',
  'event.mail.failed': 'Der Mailserver hat „{subject}“ an {to} abgelehnt: {reason}',
}
