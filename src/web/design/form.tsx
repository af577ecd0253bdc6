import type { FormEvent, ReactNode } from 'react'
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

/** Fields below one another, at last a ProblemNote and the buttons. The browser does not validate; the server says what is wrong. */
export function Form({ onSubmit, narrow = false, id, children }: FormProps) {
  return (
    <form id={id} className={styles.form} data-narrow={narrow || undefined} onSubmit={onSubmit} noValidate>
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
