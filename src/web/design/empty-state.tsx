import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { AppLink, TextLink } from './link.tsx'

export type EmptyStateProps = {
  /** what this is, in a few words: "Organizers collect what you need from a client" */
  title: string
  /** what it is good for, at most two sentences */
  text?: ReactNode
  /** the one button that starts */
  action?: { label: string; to: string } | { label: string; onPress: () => void }
  /** the one link, usually to the sample data */
  link?: { label: string; to: string }
}

/** Where nothing is yet: teaches what this is and offers one way to begin. */
export function EmptyState({ title, text, action, link }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {action && 'to' in action && (
        <Button variant="filled" component={AppLink} to={action.to}>
          {action.label}
        </Button>
      )}
      {action && 'onPress' in action && (
        <Button variant="filled" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
      {link && <TextLink to={link.to}>{link.label}</TextLink>}
    </div>
  )
}
