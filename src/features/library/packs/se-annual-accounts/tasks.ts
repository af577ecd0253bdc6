import type { PackTask } from '../../model.ts'

export const tasks: PackTask[] = [
  {
    key: 'kontrollera',
    name: 'Bokslut: kontrollera underlag',
    title: 'Kontrollera underlaget från [ACCOUNT_NAME]',
    description: `Stäm av svaren mot huvudboken och mot förra årets bokslut. Kontrollera att alla konton med saldo har ett underlag.

Sätt etiketterna innan du klarmarkerar, de styr vad som händer sedan: Revision, Fåmansbolag, Anställda.

Skicka alla kompletteringsfrågor samlat.`,
    priority: 'medium',
    dueInDays: 5,
  },
  {
    key: 'stam_av',
    name: 'Bokslut: stäm av balanskonton',
    title: 'Stäm av balanskontona i [ACCOUNT_NAME]',
    description:
      'Varje balanskonto mot externt underlag: bank, skattekonto, reskontror, lager, moms, lån. En bilaga per konto i bokslutsmappen.',
    priority: 'medium',
    dueInDays: 10,
  },
  {
    key: 'periodisera',
    name: 'Bokslut: periodiseringar och avskrivningar',
    title: 'Bokslutsposter i [ACCOUNT_NAME]',
    description:
      'Upplupna och förutbetalda poster, avskrivningar enligt plan, nedskrivningar, inkurans, kundförluster. Följ valt regelverk, K2 eller K3, och byt inte princip utan notering.',
    priority: 'medium',
    dueInDays: 12,
  },
  {
    key: 'personal',
    name: 'Bokslut: personalskulder',
    title: 'Stäm av löner och semesterskuld i [ACCOUNT_NAME]',
    description:
      'Löner och avgifter mot arbetsgivardeklarationerna, semesterskuld med arbetsgivaravgifter, upplupna löner, särskild löneskatt på pensionskostnader.',
    priority: 'medium',
    dueInDays: 12,
  },
  {
    key: 'skatt',
    name: 'Bokslut: dispositioner och skatt',
    title: 'Bokslutsdispositioner och skatt i [ACCOUNT_NAME]',
    description:
      'Periodiseringsfond, överavskrivning, ej avdragsgilla kostnader, underskott från tidigare år. Stäm av utdelningen med ägarna och pröva den mot försiktighetsregeln.',
    priority: 'high',
    dueInDays: 5,
  },
  {
    key: 'arsredovisning',
    name: 'Bokslut: upprätta årsredovisning',
    title: 'Upprätta årsredovisningen för [ACCOUNT_NAME]',
    description:
      'Förvaltningsberättelse, flerårsöversikt, eget kapital, resultatdisposition och noter. Viktiga händelser och ändringar finns i frågeformuläret.',
    priority: 'medium',
    dueInDays: 8,
  },
  {
    key: 'granska',
    name: 'Bokslut: granska',
    title: 'Granska bokslut och årsredovisning för [ACCOUNT_NAME]',
    description:
      'Av någon annan än den som upprättade. Jämför med förra året, följ belopp till bilagor, kontrollera att eget kapital räcker och att inga förbjudna lån finns.',
    priority: 'high',
    dueInDays: 10,
  },
  {
    key: 'revisorn',
    name: 'Bokslut: lämna till revisorn',
    title: 'Revision av [ACCOUNT_NAME]',
    description:
      'Lämna bokslutsbilagor och utkast. Svara på frågor, inför rättelser. Klarmarkera när revisionsberättelsen finns.',
    priority: 'high',
    dueInDays: 30,
  },
  {
    key: 'underskrifter',
    name: 'Bokslut: underskrifter och årsstämma',
    title: 'Underskrifter och årsstämma i [ACCOUNT_NAME]',
    description:
      'Alla styrelseledamöter och vd skriver under. Årsstämma inom sex månader efter årets slut, protokoll och fastställelseintyg.',
    priority: 'high',
    dueInDays: 14,
  },
  {
    key: 'k10',
    name: 'Bokslut: underlag till K10',
    title: 'Underlag till K10 för ägarna i [ACCOUNT_NAME]',
    description: 'Räkna fram utdelningsutrymmet per ägare. Spara löneunderlag och sparat utrymme för nästa år.',
    priority: 'medium',
    dueInDays: 14,
  },
  {
    key: 'lamna_in',
    name: 'Bokslut: lämna in',
    title: 'Lämna in för [ACCOUNT_NAME]',
    description:
      'Årsredovisning till Bolagsverket senast sju månader efter årets slut, annars blir det förseningsavgift. Inkomstdeklaration 2 till Skatteverket. Spara kvittenserna.',
    priority: 'urgent',
    dueInDays: 21,
  },
]
