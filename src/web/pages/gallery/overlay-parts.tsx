import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { ConfirmInNumbers } from '../../design/confirm-in-numbers.tsx'
import { Drawer } from '../../design/drawer.tsx'
import { ICON } from '../../design/icon.ts'
import { LinkButton } from '../../design/link.tsx'
import { Note } from '../../design/note.tsx'
import { Page } from '../../design/page.tsx'
import { Menu } from '../../design/pop-up.tsx'
import { Section } from '../../design/section.tsx'
import { useToast } from '../../design/toast.tsx'
import styles from './gallery.module.css'
import { StaffFrame } from './staff-frame.tsx'
import { TablePart } from './table-parts.tsx'

export function PanelPart() {
  return (
    <>
      <TablePart />
      <Drawer
        title="Move 3 jobs to Prepare"
        summary={<p className={styles.dim}>Patel, Anika · Kowalski, Ben · Lindström, Karl-Johan</p>}
        onClose={() => window.history.back()}
        footer={<Foot />}
      >
        <Section title="Automations in Prepare" aside={<span className={styles.dim}>jobs it runs for</span>}>
          <div className={styles.stack}>
            <Checkbox
              defaultChecked
              label="Create task “Prepare return”"
              description="Role Preparer: Tom Okafor, Priya Nair, you"
            />
            <Checkbox
              label="Send invoice “Progress payment”"
              description="You unticked it. Nobody will be asked to pay"
            />
            <Checkbox
              disabled
              label="Apply folder template “Trust workpapers”"
              description="Account type is Trust: not met for all 3"
            />
          </div>
        </Section>
        <Section
          title="Client-facing status"
          aside={<SegmentedControl size="xs" data={['Show', 'Hide']} aria-label="Shown" />}
        >
          <p>
            “We are preparing your return.” <LinkButton>Edit text</LinkButton>
          </p>
        </Section>
        <Pending />
      </Drawer>
    </>
  )
}

function Foot() {
  return (
    <>
      <p>Mails wait 8 minutes in Held. Until then this can be undone.</p>
      <Button variant="subtle">Cancel</Button>
      <Button variant="filled">Move 3 jobs, send 4 mails</Button>
    </>
  )
}

function Pending() {
  return (
    <>
      <Section title="Still pending in Gather documents" count={4}>
        <Select
          aria-label="What happens to it"
          size="xs"
          data={['Carry over', 'Leave behind', 'Complete']}
          defaultValue="Carry over"
        />
      </Section>
      <Section title="Problems">
        <Note tone="wait" actions={<LinkButton>Choose another tag</LinkButton>}>
          No answer, automation or person has ever set the tag Prepaid.
        </Note>
      </Section>
    </>
  )
}

export function DialogPart() {
  const toast = useToast()
  const shown = useRef(false)
  useEffect(() => {
    if (!shown.current) toast('3 jobs moved to Prepare. 4 mails wait for 8 minutes.', { undo() {} })
    shown.current = true
  })
  return (
    <>
      <TablePart />
      <ConfirmInNumbers
        opened
        title="Archive 12 jobs?"
        lines={[
          { count: 12, text: 'jobs leave the board' },
          { count: 4, text: 'reminders stop' },
          { count: 0, text: 'mails are sent' },
        ]}
        confirm="Archive 12 jobs"
        danger
        onConfirm={() => {}}
        onClose={() => {}}
      >
        <p className={styles.dim}>They can be found under Archived and brought back.</p>
      </ConfirmInNumbers>
    </>
  )
}

export function MenuPart() {
  return (
    <StaffFrame>
      <Page title="Menus">
        <Menu defaultOpened position="bottom-start">
          <Menu.Target>
            <Button rightSection={<IconDots {...ICON} />}>Job</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Job</Menu.Label>
            <Menu.Item rightSection={<kbd>M</kbd>}>Move to</Menu.Item>
            <Menu.Item>Copy link</Menu.Item>
            <Menu.Item disabled>Complete</Menu.Item>
            <Menu.Divider />
            <Menu.Item variant="late" leftSection={<IconTrash {...ICON} />}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Page>
    </StaffFrame>
  )
}
