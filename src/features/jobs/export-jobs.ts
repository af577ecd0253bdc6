import { BOM, csvLine } from '#kernel/csv.ts'
import { today } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { Speak } from '#kernel/text.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FileAnswer } from '#platform/http/call.ts'
import type { TextKey } from '#texts.ts'
import { currentFirm } from '../firms/index.ts'
import { speakerOf } from '../team/index.ts'
import { everyCard } from './cards.ts'
import type { JobListWish } from './filter-schemas.ts'
import { listed, seenVersions } from './listed-jobs.ts'
import { STATE_OF_TURN } from './model-turn.ts'
import type { Card } from './schemas.ts'

/** Everything that the list shows as a CSV file, whole pages or not; that it was taken is told (AUD-2). */
export async function exportJobs(tx: Tx, wish: JobListWish): Promise<FileAnswer> {
  const [versions, say, { timeZone }] = await together([seenVersions(tx), speakerOf(tx), currentFirm(tx)])
  const columns = columnsIn(say, timeZone)
  let rows = 0
  async function* lines() {
    yield BOM + csvLine(columns.map(({ title }) => title))
    for await (const cards of everyCard(tx, listed(tx, wish, versions), versions, wish.sort)) {
      rows += cards.length
      yield cards.map((card) => csvLine(columns.map(({ cell }) => cell(card)))).join('')
    }
  }
  const file = await tx.server.files.spool(lines())
  tx.record({ type: 'jobs.exported', subject: { kind: 'job_export', id: newId() }, payload: { rows } })
  const name = `${say('jobs.title')} ${today(tx.now, timeZone)}.csv`
  return { name, mediaType: 'text/csv; charset=utf-8', ...file }
}

type Column = { title: string; cell: (card: Card) => string | number }

/** What the list shows, and what else cards may say; days are the firm's. */
function columnsIn(say: Speak<TextKey>, timeZone: string): Column[] {
  const day = (instant: string) => today(new Date(instant), timeZone)
  const named = (things: readonly { name: string }[]) => things.map(({ name }) => name).join('; ')
  const column = (key: TextKey, cell: Column['cell']): Column => ({ title: say(key), cell })
  return [
    column('filter.jobs.accountId', (card) => card.accountName),
    column('jobs.short_id', (card) => card.accountShortId),
    column('jobs.job', (card) => card.name),
    column('add.pipeline', (card) => card.pipelineName),
    column('move.stage', (card) => card.stageName),
    column('filter.jobs.statusId', (card) => card.status ?? say(`jobs.${card.lifecycle}`)),
    column('home.turn', ({ turn }) => say(`state.${STATE_OF_TURN[turn]}`)),
    column('job.in_stage', (card) => day(card.stageEnteredAt)),
    column('job.priority', (card) => say(`job.priority_${card.priority}`)),
    column('job.assignees', (card) => named(card.people)),
    column('job.start', (card) => card.startOn ?? ''),
    column('job.due', (card) => card.dueOn ?? ''),
    column('job.client_sees', (card) => card.clientStatus?.name ?? ''),
    column('job.tags', (card) => named(card.tags)),
    column('filter.jobs.pending', (card) => card.pendingItems),
    column('jobs.done_items', (card) => card.doneItems),
    column('job.created', (card) => day(card.createdAt)),
  ]
}
