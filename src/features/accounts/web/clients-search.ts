import { ACCOUNT_TYPES, type AccountType } from '../model.ts'

/** The filters of the list of clients, as they stand in its address. */
export type ClientsSearch = {
  search?: string | undefined
  tag?: string | undefined
  member?: string | undefined
  type?: AccountType | undefined
  state?: 'archived' | undefined
  login?: 'off' | undefined
}

/** Takes from an address what it may say, and passes over the rest. */
export function clientsSearch({ search, tag, member, type, state, login }: Record<string, unknown>): ClientsSearch {
  const found: ClientsSearch = {
    search: textIn(search),
    tag: textIn(tag),
    member: textIn(member),
    type: ACCOUNT_TYPES.find((each) => each === type),
    state: state === 'archived' ? state : undefined,
    login: login === 'off' ? login : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** The same as the API asks for it. */
export function filterOf({ search, tag, member, type, state, login }: ClientsSearch) {
  return { search, tagId: tag, memberId: member, type, state: state ?? ('active' as const), login }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined
}
