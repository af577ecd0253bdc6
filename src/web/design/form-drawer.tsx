import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { FormAct } from '../api/form.ts'
import { useText } from '../text.tsx'
import { Drawer, type DrawerProps } from './drawer.tsx'
import { Form } from './form.tsx'
import { ProblemNote } from './problem-note.tsx'

export type FormDrawerProps = Pick<DrawerProps, 'title' | 'summary' | 'onClose' | 'children'> & {
  form: { isDirty(): boolean }
  act: FormAct
  /** what the button says that sends it */
  save: string
  disabled?: boolean
  /** beside the buttons: what sending does, or the end of what is changed */
  aside?: ReactNode
}

/** A Drawer that is one form: fields, what is wrong, cancel and send. Leaving what was typed is asked about. */
export function FormDrawer(props: FormDrawerProps) {
  const { form, act, save, disabled = false, aside, onClose, children, ...head } = props
  const t = useText()
  const formId = useId()
  return (
    <Drawer
      {...head}
      onClose={onClose}
      isDirty={() => form.isDirty()}
      footer={
        <>
          {aside && <div>{aside}</div>}
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="filled" type="submit" form={formId} loading={act.isRunning} disabled={disabled}>
            {save}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={act.submit}>
        {children}
        <ProblemNote problem={act.problem} />
      </Form>
    </Drawer>
  )
}
