import { Notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'

export function ToastCorner() {
  return <Notifications position="bottom-right" />
}
