import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '../text.tsx'
import styles from './form.module.css'

export type FormProps = {
  /** `submit` of useFormAct */
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  /** no wider than a password: inside a settings page */
  narrow?: boolean
  /** for a submit button that stands elsewhere: in the footer of a Drawer */
  id?: string
  children: ReactNode
}

/**
 * Fields below one another, at last a ProblemNote and the buttons. The browser does not validate; the server says what is
 * wrong. One in a small window that was opened from another form sends itself only: React would send the other one too.
 */
export function Form({ onSubmit, narrow = false, id, children }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.stopPropagation()
    onSubmit(event)
  }
  return (
    <form id={id} className={styles.form} data-narrow={narrow || undefined} onSubmit={submit} noValidate>
      {children}
    </form>
  )
}

/** The same below one another where nothing is sent. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}

export type SendOrCancelProps = { isRunning: boolean; disabled?: boolean; onCancel: () => void; children: ReactNode }

/** The buttons of a form in a Dialog; the children say what sending it does. */
export function SendOrCancel({ isRunning, disabled = false, onCancel, children }: SendOrCancelProps) {
  const t = useText()
  return (
    <Buttons>
      <Button type="submit" variant="filled" loading={isRunning} disabled={disabled}>
        {children}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
    </Buttons>
  )
}
