export type Client = {
  id: string
  number: string
  name: string
  type: string
  tags: string[]
  team: { name: string; you?: boolean }[]
  organizers: number
  unpaid: number
  late: boolean
  portal: 'active' | 'invited' | 'offline'
  seenOn: string | null
}

const TOM = { name: 'Tom Okafor' }
const PRIYA = { name: 'Priya Nair' }
const SANNE = { name: 'Sanne Vermeer' }
const MARA = { name: 'Mara Lindqvist', you: true }
const JONAS = { name: 'Jonas Krüger' }

/** A few clients to look at; the demo firm proper lives in src/world. */
export const CLIENTS: Client[] = [
  client(
    'A-118',
    'Abernathy-Castellanos, Josephine',
    'Individual',
    ['K-1', 'NY'],
    [TOM, PRIYA],
    2,
    0,
    'active',
    '2026-04-02',
  ),
  client('B-007', 'Bakker, Joost & Lieke', 'Individual', ['NL'], [SANNE], 0, 0, 'active', '2026-04-06'),
  client('B-031', 'Bergström Konsult AB', 'Company', ['SE', 'Bookkeeping'], [MARA], 0, 124_000, 'active', '2026-04-07'),
  client('C-012', 'Chen, Wei', 'Individual', ['Stock options'], [TOM, PRIYA], 0, 0, 'active', '2026-04-05'),
  client('D-003', 'Delgado, Rosa', 'Individual', [], [TOM], 1, 35_000, 'invited', null),
  client('D-019', 'Dubois-Marchetti, Isabelle', 'Individual', ['Foreign income'], [], 0, 0, 'offline', null),
  client(
    'G-002',
    'Grünwald Feinmechanik GmbH & Co. KG',
    'Company',
    ['DE', 'VAT quarterly', 'Audit', 'KSt'],
    [JONAS, MARA],
    1,
    861_550,
    'active',
    '2026-04-07',
  ),
  client('H-021', 'van der Heijden-Oosterwijk, Marieke', 'Individual', ['NL'], [SANNE], 2, 0, 'active', '2026-03-30'),
  client('K-005', 'Kowalski, Ben', 'Individual', ['Rental'], [PRIYA], 1, 0, 'active', '2026-03-26'),
  client('L-014', 'Lindström, Karl-Johan', 'Individual', ['SE'], [MARA], 1, 45_000, 'active', '2026-04-04'),
  client('N-009', 'Nilsson, Maja & Oskar', 'Individual', ['SE'], [MARA], 0, 0, 'active', '2026-04-03'),
  client(
    'S-033',
    'Stichting De Oude Molen',
    'Other',
    ['NL', 'Annual report'],
    [SANNE],
    0,
    210_000,
    'active',
    '2026-04-01',
  ),
]

/** As many rows as a large firm has clients. */
export const MANY_CLIENTS: Client[] = Array.from({ length: 10_000 }, (_, at) => {
  const one = CLIENTS[at % CLIENTS.length]!
  return { ...one, id: `${at}`, number: `${one.number}-${at}` }
})

function client(
  number: string,
  name: string,
  type: string,
  tags: string[],
  team: Client['team'],
  organizers: number,
  unpaid: number,
  portal: Client['portal'],
  seenOn: string | null,
): Client {
  return { id: number, number, name, type, tags, team, organizers, unpaid, late: unpaid > 500_000, portal, seenOn }
}
