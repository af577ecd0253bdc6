import type { Routes } from '#platform/http/call.ts'
import type { trialsContract } from './contract.ts'
import { countCondition } from './count-condition.ts'
import { dryRun } from './dry-run.ts'
import { evaluateCondition } from './evaluate-condition.ts'
import { loadVocabulary } from './vocabulary.ts'

export const trialsRoutes: Routes<typeof trialsContract> = {
  getVocabulary: (tx) => loadVocabulary(tx),
  evaluateCondition: (tx, { body }) => evaluateCondition(tx, body),
  countCondition: (tx, { body }) => countCondition(tx, body),
  dryRun: (tx, { params, body }) => dryRun(tx, params.id, body),
}
