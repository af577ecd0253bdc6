import { Notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'

/** The corner where toasts appear; loaded after the page, because nothing is told before something was done. */
export function Toasts() {
  return <Notifications position="bottom-right" />
}
