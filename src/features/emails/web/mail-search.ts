import { MAIL_STATES, type MailState } from '../model.ts'

/** The filter of the page Mail, in its address. */
export type MailSearch = { state?: MailState }

export function mailSearch({ state: given }: Record<string, unknown>): MailSearch {
  const state = MAIL_STATES.find((each) => each === given)
  return state ? { state } : {}
}
