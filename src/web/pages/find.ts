import { IconLayoutKanban, IconUser } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { jobsContract } from '#features/jobs/contract.ts'
import { call } from '../api/call.ts'
import type { Find } from '../shell/commands.ts'
import { useText } from '../text.tsx'

const SHOWN = 6

/** What the search field finds: clients by name, number and addresses, and their jobs. */
export function useFind(): Find {
  const t = useText()
  const { history } = useRouter()
  return useCallback(
    async (search, signal) => {
      const query = { search, limit: SHOWN }
      const [accounts, jobs] = await Promise.all([
        call(accountsContract.listAccounts, { query }, { signal }),
        call(jobsContract.listJobs, { query }, { signal }),
      ])
      return [
        ...accounts.items.map(({ id, name, shortId }) => ({
          id: `account ${id}`,
          label: name,
          group: t('nav.clients'),
          hint: shortId,
          icon: IconUser,
          run: () => history.push(`/clients/${id}`),
        })),
        ...jobs.items.map(({ id, name, accountName, pipelineId, stageName }) => ({
          id: `job ${id}`,
          label: accountName,
          group: t('new.jobs'),
          hint: `${name} · ${stageName}`,
          icon: IconLayoutKanban,
          run: () => history.push(`/workflow/${pipelineId}/jobs/${id}`),
        })),
      ]
    },
    [t, history],
  )
}
