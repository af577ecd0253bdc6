import { Button } from '@mantine/core'
import { AppLink } from '../../design/link.tsx'

/** The one way on from a page that only tells something. */
export function Go({ to, children }: { to: string; children: string }) {
  return (
    <Button component={AppLink} to={to} variant="filled" fullWidth>
      {children}
    </Button>
  )
}
