import { jobsContract } from '#features/jobs/contract.ts'
import { useEndpoint } from '../api/hooks.ts'
import { Page } from '../design/page.tsx'
export function HomePage() {
  const { data } = useEndpoint(jobsContract.getDistribution, {}, { hears: ['jobs'] })
  return <Page title="Home">{data?.pipelines.length}</Page>
}
