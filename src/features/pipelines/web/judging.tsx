import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, use } from 'react'
import type { Condition } from '#conditions/model.ts'
import { trialsContract } from '#features/trials/contract.ts'
import type { JudgedCondition } from '#features/trials/schemas.ts'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'

const PAUSE_MS = 250

const JudgedContext = createContext<JudgedCondition | null>(null)

/** Judges a condition for the client that it is tried with, for every mark below (B-5). */
export function Judging({ condition, children }: { condition: Condition; children: ReactNode }) {
  const { accountId, jobId } = useEditor().trial
  const [asked] = useDebouncedValue(condition, PAUSE_MS)
  const body = { condition: asked, accountId: accountId ?? ('' as AccountId), jobId }
  const enabled = accountId !== null
  const judged = useEndpoint(trialsContract.evaluateCondition, { body }, { enabled, keepPrevious: true, hears: HEARS })
  return <JudgedContext value={(enabled && judged.data) || null}>{children}</JudgedContext>
}

const HEARS = ['accounts', 'jobs', 'organizers']

/** Whether the whole is met. */
export function WholeTruth() {
  const t = useText()
  const judged = use(JudgedContext)
  if (!judged) return null
  return (
    <p className={styles.truth} data-truth={judged.truth} role="status">
      <Sign truth={judged.truth} />
      {t(`pipelines.whole_${judged.truth}`)}
    </p>
  )
}

/** How one line or group comes out, and why it is unknown. */
export function TruthMark({ path }: { path: string }) {
  const t = useText()
  const part = use(JudgedContext)?.parts.find((it) => it.path === path)
  if (!part) return null
  return (
    <span className={styles.truth} data-truth={part.truth}>
      <Sign truth={part.truth} />
      {part.reason ? t(`pipelines.unknown_${part.reason}`) : t(`pipelines.truth_${part.truth}`)}
    </span>
  )
}

function Sign({ truth }: { truth: JudgedCondition['truth'] }) {
  switch (truth) {
    case 'met':
      return <IconCheck {...SMALL_ICON} />
    case 'not_met':
      return <IconX {...SMALL_ICON} />
    case 'unknown':
      return <IconQuestionMark {...SMALL_ICON} />
  }
}
