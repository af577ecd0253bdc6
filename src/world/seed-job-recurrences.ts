import { addDays, addMonths, today } from '#kernel/dates.ts'
import type { AccountId, PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createJobRecurrences } from '../features/job-recurrences/index.ts'
import { demoFirm } from './names.ts'

/** The books come again every month, from next month on. */
export async function seedJobRecurrences(
  tx: Tx,
  pipelineId: PipelineId,
  accountIds: readonly AccountId[],
): Promise<void> {
  const nextMonth = addMonths(today(tx.now, demoFirm.timeZone), 1)
  const startOn = addDays(nextMonth, 1 - Number(nextMonth.slice(8)))
  await createJobRecurrences(tx, {
    pipelineId,
    accountIds: [...accountIds],
    name: 'Books [LAST_MONTH_NAME]',
    schedule: { frequency: 'monthly', custom: null, weekdays: [], monthDay: 1, startOn, endOn: null },
  })
}
