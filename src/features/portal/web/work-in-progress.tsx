import { clientWorkContract } from '#features/jobs/contract-client.ts'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import styles from './work-in-progress.module.css'
import { WorkList } from './work-list.tsx'

/** The portal is not told of changes: it asks again while it is looked at. */
const ASK_AGAIN_MS = 15_000

/** What the firm is doing for the client, as far as it shows it, most recently updated first (CFS-12). */
export function WorkInProgress({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const input = { query: { accountId } }
  const { data } = useEndpoint(clientWorkContract.listPortalWork, input, { everyMs: () => ASK_AGAIN_MS })
  if (!data || data.items.length === 0) return null
  return (
    <section aria-labelledby="work" className={styles.work}>
      <h2 id="work">{t('portal.work')}</h2>
      <WorkList work={data.items} />
    </section>
  )
}
