import { Button } from '@mantine/core'
import { AppLink } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'

/** Leads to the thing that a sentence speaks of; plain beside an act that matters more. */
export function OpenButton({ to, name, variant }: { to: string; name: string; variant: 'subtle' | 'default' }) {
  const t = useText()
  return (
    <Button size="xs" variant={variant} component={AppLink} to={to} aria-label={t('job.open_item', { name })}>
      {t('job.open')}
    </Button>
  )
}
