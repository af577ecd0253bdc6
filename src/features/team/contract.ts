import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { emailSchema, localeSchema, personNameSchema, timeZoneSchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId } from '#kernel/ids.ts'
import { newPasswordSchema } from '#kernel/password.ts'
import { RIGHTS, ROLES } from '#kernel/rights.ts'
import { MEMBER_STATES } from './model.ts'

const right = z.enum(RIGHTS)
const rights = z.array(right).max(RIGHTS.length)

const member = z.object({
  id: idSchema<MemberId>(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  /** those given to an employee; owner and admins hold all */
  rights: z.array(right),
  state: z.enum(MEMBER_STATES),
  /** assigned to every new account (USR-4) */
  defaultAccess: z.boolean(),
  locale: localeSchema.nullable(),
  revision: z.number().int(),
})
export type Member = z.output<typeof member>

/** What the signed-in caller may do with this member (USR-1); the page shows nothing else. */
const listed = member.extend({
  may: z.object({ changeRole: z.boolean(), changeRights: z.boolean(), changeState: z.boolean() }),
})
export type ListedMember = z.output<typeof listed>

const newMember = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  role: z.enum(['admin', 'employee']),
  rights: rights.default([]),
  locale: localeSchema.nullable().default(null),
})
const memberChange = z.strictObject({
  role: z.enum(ROLES).optional(),
  rights: rights.optional(),
  defaultAccess: z.boolean().optional(),
})
const newFirm = z.strictObject({
  firmName: z.string().trim().min(1).max(120),
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  locale: localeSchema,
  timeZone: timeZoneSchema,
})

const signedIn = z.object({
  state: z.enum(['signed_in', 'second_factor']),
  firms: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })),
})
const params = z.object({ id: idSchema<MemberId>() })
const invitation = z.object({ token: z.string().min(1).max(200) })

const membersContract = contract({
  listTeam: {
    method: 'get',
    path: '/team-members',
    summary: 'Everybody on the team, invited and deactivated ones too',
    who: { staff: 'any' },
    returns: z.object({ items: z.array(listed) }),
    example: {},
  },
  inviteMember: {
    method: 'post',
    path: '/team-members',
    summary: 'Invites a colleague by mail; only the owner makes admins (USR-1)',
    who: { staff: 'admin' },
    body: newMember,
    returns: member,
    status: 201,
    example: {
      body: { name: 'Piet Bakker', email: 'piet@example.com', role: 'employee', rights: ['manage_accounts'] },
    },
  },
  changeMember: {
    method: 'patch',
    path: '/team-members/{id}',
    summary: 'Changes role, rights or default access of a colleague; role `owner` hands the firm over (USR-1)',
    who: { staff: 'admin' },
    params,
    body: memberChange,
    returns: member,
    revision: 'required',
    refusals: ['stale', 'precondition_required', 'conflict'],
    example: { params: { id: '$member' }, body: { rights: ['manage_tags'] } },
  },
  changeMemberState: {
    method: 'put',
    path: '/team-members/{id}/state',
    summary: 'Ends somebody’s access, sessions included, or gives it back; who never came in is invited again',
    who: { staff: 'admin' },
    params,
    body: z.strictObject({ state: z.enum(['active', 'deactivated']) }),
    returns: member,
    example: { params: { id: '$member' }, body: { state: 'deactivated' } },
  },
  renewInvitation: {
    method: 'post',
    path: '/team-members/{id}/invitation',
    summary: 'Mails the invitation again; the link mailed before ends',
    who: { staff: 'admin' },
    params,
    returns: member,
    status: 201,
    refusals: ['conflict'],
  },
  changeProfile: {
    method: 'patch',
    path: '/profile',
    summary: 'Changes one’s own name or language',
    who: { staff: 'any' },
    body: z.strictObject({ name: personNameSchema.optional(), locale: localeSchema.nullable().optional() }),
    returns: member,
    example: { body: { locale: 'nl' } },
  },
})

const comingInContract = contract({
  signUp: {
    method: 'post',
    path: '/firms',
    summary: 'Opens a firm with its owner, and signs him in; the same again gives the same firm',
    who: { anyone: true },
    body: newFirm,
    returns: signedIn.extend({ slug: z.string() }),
    status: 201,
    refusals: ['too_many_attempts'],
    example: {
      body: {
        firmName: 'Hollis & Vane',
        name: 'Mara Lindqvist',
        email: 'mara@example.com',
        password: 'correct horse battery',
        locale: 'en',
        timeZone: 'Europe/Amsterdam',
      },
    },
  },
  getInvitation: {
    method: 'get',
    path: '/invitations/{token}',
    summary: 'Who invites whom to which firm; reading it uses nothing up',
    who: { anyone: true },
    params: invitation,
    returns: z.object({
      firmName: z.string(),
      name: z.string(),
      email: z.string(),
      locale: localeSchema,
      /** the address has a password already: that one is asked for, none is chosen */
      hasPassword: z.boolean(),
    }),
    refusals: ['link_expired', 'link_used'],
  },
  acceptInvitation: {
    method: 'post',
    path: '/invitations/{token}/acceptance',
    summary: 'Joins the team: sets a password, or gives the one that the address has, and signs in',
    who: { anyone: true },
    params: invitation,
    body: z.strictObject({ name: personNameSchema, password: newPasswordSchema }),
    returns: signedIn,
    refusals: ['link_expired', 'link_used', 'too_many_attempts'],
  },
})

/** The team of a firm: roles, rights, invitations (USR-1 to USR-4). */
export const teamContract = { ...membersContract, ...comingInContract }
