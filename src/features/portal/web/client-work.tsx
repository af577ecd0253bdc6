import { clientWorkContract } from '#features/jobs/contract-client.ts'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { WorkList } from './work-list.tsx'

/** What the client of an account reads under *Work in progress*, for staff (CFS-12). */
export function ClientWork({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const input = { params: { id: accountId } }
  const { data, error, refetch } = useEndpoint(clientWorkContract.listClientWork, input, {
    hears: ['jobs', 'client-statuses'],
  })
  return (
    <Section title={t('portal.work_of_client')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p>{t('portal.work_none')}</p>}
      {data && data.items.length > 0 && <WorkList work={data.items} />}
    </Section>
  )
}
