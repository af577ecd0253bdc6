import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** An id of one kind of thing; the brand keeps a job's id from being passed as an account's. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type FirmId = Id<'firm'>
export type MemberId = Id<'member'>
export type IdentityId = Id<'identity'>
export type AccountId = Id<'account'>
export type ContactId = Id<'contact'>
export type TagId = Id<'tag'>
export type PipelineId = Id<'pipeline'>
export type StageId = Id<'stage'>
export type AutomationId = Id<'automation'>
export type JobId = Id<'job'>
export type VisitId = Id<'visit'>
export type TemplateId = Id<'template'>
export type OrganizerId = Id<'organizer'>
export type TaskId = Id<'task'>
export type EventId = Id<'event'>
export type DocumentId = Id<'document'>
/** a role that team members hold for accounts (D-17) */
export type RoleId = Id<'role'>
/** a custom job status of a pipeline (J-41) */
export type JobStatusId = Id<'job_status'>
/** one of the firm's client-facing job statuses (CFS-1) */
export type ClientStatusId = Id<'client_status'>
/** what boards or the list of jobs are narrowed to, kept under a name (VIEW-7) */
export type SavedFilterId = Id<'saved_filter'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a lower-case UUID of any version; everything else is refused before it reaches the database. */
export function isId(value: string): boolean {
  return UUID.test(value)
}

/** A new time-ordered id (UUIDv7). Random: never called by the pure engine. */
export function newId<Kind extends string>(at: number = Date.now()): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let rest = at
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return stamped(bytes, 0x70)
}

/** The id that a key always gives (UUIDv8): what is created once per key is inserted once (D-2). */
export function derivedId<Kind extends string>(...key: (string | number)[]): Id<Kind> {
  return stamped(sha256(utf8ToBytes(key.join('/'))).slice(0, 16), 0x80)
}

function stamped<Kind extends string>(bytes: Uint8Array, version: number): Id<Kind> {
  bytes[6] = (bytes[6]! & 0x0f) | version
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as Id<Kind>
}
