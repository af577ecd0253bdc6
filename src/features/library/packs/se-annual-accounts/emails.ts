import type { PackEmail } from '../../model.ts'

export const emails: PackEmail[] = [
  {
    key: 'start',
    name: 'Bokslut: dags att börja',
    subject: 'Dags för bokslut [TAX_YEAR]',
    body: `Hej [FIRST_NAME]!

Nu börjar vi med bokslut och årsredovisning [TAX_YEAR] för [ACCOUNT_NAME].

I ett separat mejl får du våra frågor. Du ser bara det som gäller ert bolag, och underlagen lägger du in direkt vid frågan. Det som brukar ta tid att få fram är årsbesked från banken, lagerlistan och semesterskulden, så börja gärna med dem.

Ju tidigare vi har svaren, desto mer tid har vi att planera utdelning och skatt tillsammans.

Vänliga hälsningar
[FIRM_NAME]`,
  },
  {
    key: 'mottaget',
    name: 'Bokslut: underlag mottaget',
    subject: 'Tack, vi har fått ditt underlag',
    body: `Hej [FIRST_NAME]!

Tack för svaren och underlaget för [ACCOUNT_NAME]. Vi går nu igenom att allt finns med.

Du behöver inte göra något. Saknas det något samlar vi frågorna och skickar dem på en gång.

Vänliga hälsningar
[FIRM_NAME]`,
  },
  {
    key: 'revision',
    name: 'Bokslut: till revisorn',
    subject: 'Er årsredovisning går nu till revisorn',
    body: `Hej [FIRST_NAME]!

Bokslutet för [ACCOUNT_NAME] är klart från vår sida och lämnas till er revisor.

Revisorn kan höra av sig direkt till dig, till exempel om avtal eller protokoll. Låt oss gärna veta om du får frågor som vi kan svara på.

Vänliga hälsningar
[FIRM_NAME]`,
  },
  {
    key: 'underskrift',
    name: 'Bokslut: klart för underskrift',
    subject: 'Årsredovisningen är klar för underskrift',
    body: `Hej [FIRST_NAME]!

Årsredovisningen för [ACCOUNT_NAME] är klar och granskad hos oss.

Läs igenom den, särskilt förvaltningsberättelsen och förslaget till vinstdisposition. Om allt stämmer skriver styrelsen, och vd om ni har en, under. Därefter håller ni årsstämma, och en styrelseledamot eller vd intygar att stämman har fastställt räkenskaperna. Vi hjälper till med protokollet.

Undrar du över något är det bara att svara på det här mejlet.

Vänliga hälsningar
[FIRM_NAME]`,
  },
  {
    key: 'klart',
    name: 'Bokslut: inlämnat',
    subject: 'Årsredovisning och deklaration är inlämnade',
    body: `Hej [FIRST_NAME]!

Årsredovisningen för [ACCOUNT_NAME] är inlämnad till Bolagsverket och inkomstdeklarationen till Skatteverket.

Spara räkenskapsmaterialet i sju år. Beslut om slutlig skatt kommer från Skatteverket, skicka gärna en kopia till oss.

Tack för ett gott samarbete!

Vänliga hälsningar
[FIRM_NAME]`,
  },
]
