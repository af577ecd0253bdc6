import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'mail.greeting': 'Beste {name},',
  'mail.for': 'Voor {accountName}',
  'mail.reply': 'Vragen? Beantwoord gewoon deze mail.',
  'mail.because': '{firmName}. U krijgt deze mail omdat wij voor {accountName} werken.',
  'mail.button_broken': 'Werkt de knop niet? Kopieer dan dit adres naar de browser:',
  'mail.secret_gone': '[na verzending niet bewaard]',
  'mail.team_invitation.subject': '{inviterName} nodigt je uit bij {firmName}',
  'mail.team_invitation.text':
    '{inviterName} wil bij {firmName} met je samenwerken. Neem de uitnodiging aan, kies een wachtwoord en je bent binnen.',
  'mail.team_invitation.button': 'Uitnodiging aannemen',
  'mail.team_invitation.note':
    'De knop werkt één keer. Is hij verlopen, vraag dan {inviterName} om een nieuwe uitnodiging.',
  'mail.sign_in_link.subject': 'Uw inloglink voor {firmName}',
  'mail.sign_in_link.text': 'U wilt inloggen bij {firmName}. Druk op de knop en bevestig op de pagina die opengaat.',
  'mail.sign_in_link.button': 'Inloggen',
  'mail.sign_in_link.note': 'De knop werkt één keer, 15 minuten lang.',
  'mail.sign_in_link.ignore':
    'Hebt u hier niet om gevraagd? Dan kunt u deze mail vergeten: zonder deze mail komt niemand binnen.',
  'mail.password_reset.subject': 'Kies een nieuw wachtwoord voor {firmName}',
  'mail.password_reset.text': 'Er is een nieuw wachtwoord gevraagd voor dit adres. Druk op de knop en kies er een.',
  'mail.password_reset.button': 'Nieuw wachtwoord kiezen',
  'mail.password_reset.note':
    'De knop werkt één keer, een uur lang. Wie met het oude wachtwoord is ingelogd, wordt uitgelogd.',
  'mail.password_reset.ignore': 'Heb je dit niet gevraagd? Dan kun je deze mail vergeten: het oude wachtwoord blijft.',
  'mail.todo_code.subject': 'Uw code voor {firmName}',
  'mail.todo_code.text': 'Typ deze code op de pagina die erom vraagt:',
  'mail.todo_code.note': 'We vragen erom omdat de pagina eerder op een ander apparaat is geopend.',
  'mail.todo_code.ignore': 'Geef de code aan niemand; wij vragen er nooit om per mail of telefoon.',
  'mail.organizer_sent.subject': 'Graag invullen: {organizerName}',
  'mail.organizer_sent.text': '{firmName} heeft antwoorden en documenten van u nodig.',
  'mail.organizer_sent.saved':
    'Alles wordt meteen bewaard. U kunt dus altijd stoppen en later verdergaan, op elk apparaat.',
  'mail.organizer_sent.button': 'Vragen openen',
  'mail.organizer_sent.note':
    'De knop opent alleen deze vragen. Hij werkt 7 dagen; daarna kunt u er een nieuwe link mee aanvragen.',
  'mail.organizer_submitted.subject': '{accountName} heeft ‘{organizerName}’ ingestuurd',
  'mail.organizer_submitted.text': 'De antwoorden zijn binnen. Je kunt ze nu lezen.',
  'mail.organizer_submitted.button': 'Antwoorden lezen',

  'event.email.sent':
    '{recipientsCount, plural, =0 {E-mail ‘{template}’ heeft niemand bereikt: mails staan voor iedereen uit} other {E-mail ‘{template}’ verstuurd aan {recipients}}}{leftOutCount, plural, =0 {} other {. Overgeslagen omdat hun mails uit staan: {leftOut}}}{emptyCount, plural, =0 {} other {. Zonder waarde: {empty}}}',
  'event.mail.dropped':
    '‘{subject}’ is niet verstuurd aan {to}: {reason, select, notify_off {mails zijn intussen uitgezet} contact_removed {het adres hoort niet meer bij deze klant} other {de klant is gearchiveerd}}',
  'event.mail.failed': 'De mailserver weigerde ‘{subject}’ aan {to}: {reason}',
}
