import type { AccountId, TagId } from '#kernel/ids.ts'
import { type ClientChanges, changesBetween, noChanges } from '../accounts/index.ts'
import { type Account, type Contact, key, type Lookup, lookupIn } from './matching.ts'
import { type ImportCounts, type ImportMapping, NO_COUNTS, type RowProblem } from './model.ts'
import type { World } from './world.ts'

export type Decision = {
  changes: ClientChanges
  /** `newTags` are named; they are made before */
  tagChanges: { accountId: AccountId; isNew: boolean; add: TagId[]; newTags: string[] }[]
  newTags: string[]
  /** accounts that were there and lack a member of the settings */
  teamChanges: AccountId[]
  problems: RowProblem[]
  counts: ImportCounts
}

export type DecideOptions = {
  mapping: ImportMapping
  /** addresses that the file gives to several people, in lower case */
  sharedEmails: ReadonlySet<string>
  /** milliseconds, for the order of new ids */
  at: number
}

/** Where rows are decided on: what is known, and what has been decided so far. */
export type Desk = DecideOptions & {
  lookup: Lookup
  staffEmails: ReadonlySet<string>
  tags: Map<string, TagId>
  newTags: Map<string, string>
  accounts: Set<Account>
  contacts: Set<Contact>
  changes: ClientChanges
  problems: RowProblem[]
  rowsRefused: number
  rowsUnchanged: number
  /** the row at hand changes something */
  changed: boolean
}

export function openDesk(world: World, options: DecideOptions): Desk {
  return {
    ...options,
    lookup: lookupIn(world),
    staffEmails: world.staffEmails,
    tags: new Map(world.tags.map((tag) => [key(tag.name), tag.id])),
    newTags: new Map(),
    accounts: new Set(),
    contacts: new Set(),
    changes: noChanges(),
    problems: [],
    rowsRefused: 0,
    rowsUnchanged: 0,
    changed: false,
  }
}

/** Everything decided, as it is to be written and told. */
export function outcomeOf(desk: Desk): Decision {
  const { changes } = desk
  for (const account of desk.accounts) {
    const { id, externalId, name, type, shortId, before } = account
    if (!before) changes.newAccounts.push({ id, externalId, name, type, shortId: shortId || null })
    else
      addIfChanged(
        changes.changedAccounts,
        { id, externalId, name, type },
        changesBetween(before, { externalId, name, type }),
      )
  }
  for (const contact of desk.contacts) {
    const { id, firstName, lastName, name, phone, locale, before } = contact
    const fields = { firstName, lastName, name, phone, locale }
    if (!before) changes.newContacts.push({ id, ...fields })
    else addIfChanged(changes.changedContacts, { id, ...fields }, changesBetween(before, fields))
  }
  const contactsTouched = new Set([...changes.newEmails, ...changes.newLinks].map((each) => each.contactId))
  for (const { id } of changes.changedContacts) contactsTouched.add(id)
  for (const { id } of changes.newContacts) contactsTouched.delete(id)
  const tagged = [...desk.accounts].map(tagChangeOf).filter((change) => change.add.length + change.newTags.length > 0)
  const teamed = [...desk.accounts].filter(
    ({ before, memberIds }) => before && memberIds.length > before.memberIds.length,
  )
  const old = [...changes.changedAccounts, ...teamed, ...tagged.filter((change) => !change.isNew)]
  const accountsUpdated = new Set(old.map((each) => ('accountId' in each ? each.accountId : each.id))).size
  return {
    changes,
    tagChanges: tagged,
    newTags: [...desk.newTags.values()],
    teamChanges: teamed.map((account) => account.id),
    problems: desk.problems,
    counts: {
      ...NO_COUNTS,
      accountsCreated: changes.newAccounts.length,
      accountsUpdated,
      contactsCreated: changes.newContacts.length,
      contactsUpdated: contactsTouched.size,
      rowsUnchanged: desk.rowsUnchanged,
      rowsRefused: desk.rowsRefused,
    },
  }
}

function tagChangeOf({ id, before, tagIds, newTags }: Account): Decision['tagChanges'][number] {
  const add = tagIds.filter((tagId) => !before?.tagIds.includes(tagId))
  return { accountId: id, isNew: before === null, add, newTags: [...newTags.values()] }
}

function addIfChanged<Draft, Changes extends object>(
  list: (Draft & { changes: Changes })[],
  draft: Draft,
  changes: Changes,
): void {
  if (Object.keys(changes).length > 0) list.push({ ...draft, changes })
}
