import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { AnswerValue } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    organizers: OrganizersTable
    organizer_answers: OrganizerAnswersTable
    organizer_files: OrganizerFilesTable
    organizer_links: OrganizerLinksTable
    todo_links: TodoLinksTable
  }
}

export interface OrganizersTable {
  firm_id: string
  id: string
  account_id: string
  template_id: string
  template_version: number
  name: string
  status: Defaulted<'pending' | 'submitted'>
  sealed: Defaulted<boolean>
  archived: Defaulted<boolean>
  /** visible questions answered, of all visible ones (ORG-57); kept with every answer */
  answered: Defaulted<number>
  questions: number
  sent_at: Date
  bumped_at: Date | null
  opened_at: Date | null
  started_at: Date | null
  submitted_at: Date | null
  updated_at: Date
  revision: Defaulted<number>
}

/**
 * One row per question that was ever answered: autosave costs the same in a form of 10 or 10,000 questions. An answer
 * taken back keeps its row with a null value, so that its revision goes on counting (ORG-37).
 */
export interface OrganizerAnswersTable {
  firm_id: string
  organizer_id: string
  question_id: string
  value: Json<AnswerValue | null>
  revision: Defaulted<number>
  answered_by: Json<{ kind: string; id: string | null; name: string }>
  answered_at: Date
}

export interface OrganizerFilesTable {
  firm_id: string
  organizer_id: string
  question_id: string
  document_id: string
  attached_at: Date
}

/** A link ties an organizer to a job's visit: it holds that visit and no other (AM-13). */
export interface OrganizerLinksTable {
  firm_id: string
  organizer_id: string
  job_id: string
  visit_id: string
  linked_at: Date
}

/** `device_hashes`: the browsers that may open it. A code for a further one is checked `code_attempts` times at most. */
export interface TodoLinksTable {
  firm_id: string
  id: string
  token_hash: string
  organizer_id: string
  contact_email_id: string
  sent_at: Date
  expires_at: Date
  device_hashes: Defaulted<string[]>
  code_hash: Defaulted<string | null>
  code_expires_at: Defaulted<Date | null>
  code_attempts: Defaulted<number>
  codes_mailed: Defaulted<number>
}
