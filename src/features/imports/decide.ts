import { accountNameProblem, contactName } from '../accounts/model.ts'
import { MOST_TAGS } from '../tags/model.ts'
import { addAccount, addContact, applyContact, changeAccount } from './apply-row.ts'
import { type DecideOptions, type Decision, type Desk, openDesk, outcomeOf } from './desk.ts'
import { findAccount, findContact, isMismatch, key, type Mismatch, mismatch, writesAccounts } from './matching.ts'
import type { ImportRow, ReadRow } from './read-row.ts'
import type { World } from './world.ts'

/**
 * What rows mean for the accounts and contacts there are: the same for the dry run and the import, row by row, each on
 * what the rows before it leave. A refused row leaves nothing; a row that says what is there already changes nothing.
 */
export function decide(world: World, rows: readonly ReadRow[], options: DecideOptions): Decision {
  const desk = openDesk(world, options)
  for (const { row, problems } of rows) {
    const refused =
      problems.length > 0 ? problems : decideRow(desk, row).map((problem) => ({ ...problem, line: row.line }))
    desk.problems.push(...refused)
    if (refused.length > 0) desk.rowsRefused += 1
    else if (!desk.changed) desk.rowsUnchanged += 1
    desk.changed = false
  }
  return outcomeOf(desk)
}

/** First everything that can refuse the row, then what it changes. */
function decideRow(desk: Desk, row: ImportRow): Mismatch[] {
  const { mode } = desk.mapping
  const staff = row.contact?.emails.find((email) => desk.staffEmails.has(key(email)))
  if (staff) return [mismatch('contact.email', 'staff_email')]
  const match = findAccount(row, desk.lookup)
  if (isMismatch(match)) return [match]
  const known = match?.found ?? null
  const contact = row.contact && findContact(row, known, desk.lookup, desk.sharedEmails)
  if (isMismatch(contact)) return [contact]
  const name = known?.name ?? nameOfNew(desk, row)
  const refusal = known ? null : refusalOfNew(desk, row, name)
  if (refusal) return [refusal]
  if (writesAccounts(mode) && tagsAreTooMany(desk, row))
    return [mismatch('account.tags', 'too_big_list', { maximum: MOST_TAGS })]
  if (mode === 'contacts' && !row.contact) return [mismatch('contact.email', 'required')]
  if (mode === 'contacts' && !contact && !known && row.contact!.emails.length === 0)
    return [mismatch('contact.email', 'required')]
  const account = known ?? (writesAccounts(mode) ? addAccount(desk, row, name) : null)
  if (account && writesAccounts(mode)) changeAccount(desk, account, row, match?.by === 'id')
  if (row.contact) applyContact(desk, contact ?? addContact(desk, row, account), account, row)
  return []
}

function nameOfNew({ mapping }: Desk, { account, contact }: ImportRow): string {
  const isIndividual = (account.type ?? mapping.settings.type) === 'individual'
  return account.name ?? (isIndividual && contact ? contactName(contact) : '')
}

function refusalOfNew({ mapping }: Desk, { account, contact }: ImportRow, name: string): Mismatch | null {
  if (mapping.mode === 'contacts') {
    const wanted = account.shortId ?? account.externalId ?? account.name
    return wanted ? mismatch('account.name', 'account_not_found', { value: wanted }) : null
  }
  const problem = accountNameProblem(name)
  if (problem) return mismatch('account.name', problem)
  return mapping.mode === 'accounts_and_contacts' && !contact ? mismatch('contact.name', 'contact_missing') : null
}

function tagsAreTooMany(desk: Desk, { account }: ImportRow): boolean {
  const made = account.tags.filter((tag) => !desk.tags.has(key(tag)) && !desk.newTags.has(key(tag)))
  return made.length > 0 && desk.tags.size + desk.newTags.size + made.length > MOST_TAGS
}
