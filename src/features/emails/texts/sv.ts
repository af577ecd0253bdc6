import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'mail.greeting': 'Hej {name},',
  'mail.for': 'För {accountName}',
  'mail.reply': 'Frågor? Svara bara på det här mejlet.',
  'mail.because': '{firmName}. Du får det här mejlet för att vi arbetar för {accountName}.',
  'mail.button_broken': 'Fungerar inte knappen? Kopiera den här adressen till webbläsaren:',
  'mail.secret_gone': '[sparas inte efter utskicket]',
  'mail.team_invitation.subject': '{inviterName} bjuder in dig till {firmName}',
  'mail.team_invitation.text':
    '{inviterName} vill arbeta tillsammans med dig på {firmName}. Tacka ja till inbjudan, välj ett lösenord, så är du inne.',
  'mail.team_invitation.button': 'Tacka ja till inbjudan',
  'mail.team_invitation.note':
    'Knappen fungerar en gång. Har den hunnit bli för gammal, be {inviterName} om en ny inbjudan.',
  'mail.sign_in_link.subject': 'Din inloggningslänk till {firmName}',
  'mail.sign_in_link.text': 'Du vill logga in hos {firmName}. Tryck på knappen och bekräfta på sidan som öppnas.',
  'mail.sign_in_link.button': 'Logga in',
  'mail.sign_in_link.note': 'Knappen fungerar en gång, i 15 minuter.',
  'mail.sign_in_link.ignore': 'Var det inte du som bad om det? Då kan du glömma mejlet: utan det kommer ingen in.',
  'mail.password_reset.subject': 'Välj ett nytt lösenord för {firmName}',
  'mail.password_reset.text': 'Någon bad om ett nytt lösenord för den här adressen. Tryck på knappen och välj ett.',
  'mail.password_reset.button': 'Välj nytt lösenord',
  'mail.password_reset.note':
    'Knappen fungerar en gång, i en timme. Den som är inloggad med det gamla lösenordet loggas ut.',
  'mail.password_reset.ignore': 'Var det inte du som bad om det? Då kan du glömma mejlet: det gamla lösenordet gäller.',
  'mail.todo_code.subject': 'Din kod till {firmName}',
  'mail.todo_code.text': 'Skriv den här koden på sidan som frågar efter den:',
  'mail.todo_code.note': 'Vi frågar efter den för att sidan har öppnats på en annan enhet tidigare.',
  'mail.todo_code.ignore': 'Ge inte koden till någon; vi frågar aldrig efter den i mejl eller på telefon.',
  'mail.organizer_sent.subject': 'Att fylla i: {organizerName}',
  'mail.organizer_sent.text': '{firmName} behöver några svar och dokument från dig.',
  'mail.organizer_sent.saved':
    'Allt sparas direkt, så du kan när som helst sluta och fortsätta senare, på vilken enhet du vill.',
  'mail.organizer_sent.button': 'Öppna frågorna',
  'mail.organizer_sent.note':
    'Knappen öppnar bara de här frågorna. Den fungerar i 7 dagar; därefter erbjuder den dig en ny länk.',
  'mail.organizer_submitted.subject': '{accountName} har skickat in ”{organizerName}”',
  'mail.organizer_submitted.text': 'Svaren har kommit in. Du kan läsa dem nu.',
  'mail.organizer_submitted.button': 'Läs svaren',

  'event.email.sent':
    '{recipientsCount, plural, =0 {Mejlet ”{template}” nådde ingen: mejl är av för alla} other {Mejlet ”{template}” skickades till {recipients}}}{leftOutCount, plural, =0 {} other {. Utelämnade eftersom deras mejl är av: {leftOut}}}{emptyCount, plural, =0 {} other {. Utan värde: {empty}}}',
  'event.mail.dropped':
    '”{subject}” skickades inte till {to}: {reason, select, notify_off {mejl har stängts av under tiden} contact_removed {adressen hör inte längre till den här klienten} other {klienten är arkiverad}}',
  'event.mail.failed': 'E-postservern vägrade ”{subject}” till {to}: {reason}',
}
