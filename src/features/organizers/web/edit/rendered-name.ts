import { dateValues } from '#kernel/date-shortcodes.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import { render, type Shortcode } from '#kernel/shortcodes.ts'
import { useMember } from '#web/session.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { OFFERED_CODES } from '../../../emails/rules.ts'
import { NAME_CODES } from '../../rules.ts'

/** The codes that are offered for a name, the likeliest first. */
export const OFFERED_NAME_CODES: readonly Shortcode[] = OFFERED_CODES.filter((code) => NAME_CODES.has(code))

/** What codes stand for today, in the firm's language, as when an organizer is sent (SHC-4). */
export function useNameValues(accountName?: string): ReadonlyMap<Shortcode, string> {
  const t = useText()
  const { firm } = useMember()
  const { today } = useFormat()
  return new Map(dateValues(today() as CalendarDate, firm.locale))
    .set('FIRM_NAME', firm.name)
    .set('ACCOUNT_NAME', accountName ?? t('orgedit.a_client'))
}

/** A name with its codes replaced. */
export function useRenderedName(text: string, accountName?: string): string {
  return render(text, useNameValues(accountName), (value) => value).text
}
