import { sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import type { System } from '../../src/system.ts'
import type { Person } from './browser.ts'

/** Who looks: the owner, an employee with few rights, a client, or somebody not signed in. */
export type Who = 'owner' | 'employee' | 'client' | 'stranger'

export type Screen = {
  /** names the picture */
  name: string
  who: Who[]
  path(ids: Ids): string
  /** what is opened on it before it is looked at */
  open?: (person: Person) => Promise<unknown>
  /** it needs something that only a firm at work has */
  full?: true
}

/** One thing of each kind in a firm, as addresses need them. */
export type Ids = Record<keyof typeof FIRST | 'slug', string>

/** The screens at which people look, in the states that differ. */
export const screens: Screen[] = [
  { name: 'sign-in', who: ['stranger'], path: () => '/sign-in' },
  { name: 'sign-up', who: ['stranger'], path: () => '/sign-up' },
  { name: 'forgotten-password', who: ['stranger'], path: () => '/forgotten-password' },
  { name: 'new-password-old-link', who: ['stranger'], path: () => '/new-password?token=unknown' },
  { name: 'invitation-old-link', who: ['stranger'], path: () => '/invitation?token=unknown' },
  { name: 'portal-sign-in', who: ['stranger'], path: ({ slug }) => `/portal/${slug}/sign-in` },
  { name: 'portal-sign-in-old-link', who: ['stranger'], path: ({ slug }) => `/portal/${slug}/sign-in?token=unknown` },
  { name: 'missing', who: ['stranger', 'owner'], path: () => '/no-such-page' },
  { name: 'settings-profile', who: ['owner', 'employee'], path: () => '/settings/profile' },
  { name: 'settings-security', who: ['owner', 'employee'], path: () => '/settings/security' },
  { name: 'settings-firm', who: ['owner'], path: () => '/settings/firm' },
  { name: 'team', who: ['owner', 'employee'], path: () => '/settings/team' },
  { name: 'team-invite', who: ['owner'], path: () => '/settings/team/invite' },
  { name: 'team-member', who: ['owner'], path: ({ member }) => `/settings/team/${member}` },
  { name: 'mails', who: ['owner'], path: () => '/settings/mail' },
  { name: 'mail', who: ['owner'], path: ({ mail }) => `/settings/mail/${mail}`, full: true },
  { name: 'activity', who: ['owner'], path: () => '/settings/activity' },
  { name: 'email-templates', who: ['owner'], path: () => '/templates/emails' },
  { name: 'email-template', who: ['owner'], path: ({ email }) => `/templates/emails/${email}`, full: true },
]

/** How one thing of each kind is found. */
const FIRST = {
  member: sql`select id from team_members where role = 'employee' and firm_id = `,
  mail: sql`select id from mails where kind = 'organizer_sent' and firm_id = `,
  email: sql`select id from templates where kind = 'email' and firm_id = `,
  taskTemplate: sql`select id from templates where kind = 'task' and firm_id = `,
  organizerTemplate: sql`select id from templates where kind = 'organizer' and firm_id = `,
  pipeline: sql`select id from pipelines where library_key = 'us_1040' and firm_id = `,
  job: sql`select id from jobs where pending_client_items > 0 and firm_id = `,
  account: sql`select account_id as id from jobs where pending_client_items > 0 and firm_id = `,
  organizer: sql`select id from organizers where status = 'pending' and firm_id = `,
  todo: sql`select params ->> 'link' as id from mails where kind = 'organizer_sent' and firm_id = `,
} as const

/** Looks into the database, which tests of screens may: their people don't. */
export async function idsIn(system: System, firmId: FirmId): Promise<Ids> {
  const found = await Promise.all(
    Object.entries(FIRST).map(async ([kind, query]) => {
      const { rows } = await sql<{ id: string }>`${query} ${firmId} order by 1 limit 1`.execute(system.maintenance)
      return [kind, rows[0]?.id ?? 'none']
    }),
  )
  const { slug } = await system.maintenance
    .selectFrom('firms')
    .select('slug')
    .where('firm_id', '=', firmId)
    .executeTakeFirstOrThrow()
  return { ...Object.fromEntries(found), slug }
}

/** The address of a client who may sign in and has something to fill in. */
export async function waitingClient(system: System, firmId: FirmId): Promise<string> {
  const { rows } = await sql<{ email: string }>`
    select e.email from organizers o
      join contact_settings s on s.firm_id = o.firm_id and s.account_id = o.account_id and s.login
      join contact_emails e on e.firm_id = s.firm_id and e.id = s.contact_email_id
    where o.firm_id = ${firmId} and o.status = 'pending' order by e.email limit 1`.execute(system.maintenance)
  return rows[0]!.email
}
