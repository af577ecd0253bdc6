import { ActionIcon, Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheckbox,
  IconChevronDown,
  IconChevronUp,
  IconEye,
  IconLink,
  IconUser,
} from '@tabler/icons-react'
import { Avatars } from '../../design/avatar.tsx'
import { Drawer, DrawerColumns } from '../../design/drawer.tsx'
import { Facts } from '../../design/field-row.tsx'
import { ICON } from '../../design/icon.ts'
import { LinkButton, TextLink } from '../../design/link.tsx'
import { DateText, TimeAgo } from '../../design/said.tsx'
import { Section } from '../../design/section.tsx'
import { Sentence, Sentences } from '../../design/sentence.tsx'
import { Tags } from '../../design/tag.tsx'
import styles from './gallery.module.css'
import { TablePart } from './table-parts.tsx'

export function DrawerPart() {
  return (
    <>
      <TablePart />
      <Drawer
        width="wide"
        modal={false}
        title="1040 and IB-aangifte 2025"
        eyebrow={
          <>
            <TextLink to="/gallery/table">Visser, Pieter & Anneke</TextLink> Individual returns 2025
          </>
        }
        tools={<Tools />}
        actions={
          <Button variant="filled" rightSection={<IconChevronDown {...ICON} />}>
            Move to
          </Button>
        }
        summary={<Facts facts={FACTS} />}
        onClose={() => window.history.back()}
      >
        <DrawerColumns
          main={
            <>
              <Section title="Why it is not moving">
                <Reasons />
              </Section>
              <Section title="Comments" count={2}>
                <p>The sign-off is with Sanne.</p>
              </Section>
            </>
          }
          side={
            <Section title="What happened" aside={<LinkButton>Everything, 31</LinkButton>}>
              <p>
                Anneke Visser declined the consent <TimeAgo at={new Date(Date.now() - 5 * 3_600_000).toISOString()} />
              </p>
            </Section>
          }
        />
      </Drawer>
    </>
  )
}

function Tools() {
  return (
    <>
      <ActionIcon size="sm" aria-label="Previous job">
        <IconChevronUp {...ICON} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label="Next job">
        <IconChevronDown {...ICON} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label="Copy link">
        <IconLink {...ICON} />
      </ActionIcon>
    </>
  )
}

export function Reasons() {
  return (
    <Sentences label="Reasons">
      <Sentence
        tone="stuck"
        icon={IconAlertTriangle}
        detail="“Which broker gets this?” Yesterday 18:40. Holds until asked again or voided."
        actions={
          <>
            <Button size="xs" variant="subtle">
              Void
            </Button>
            <Button size="xs">Ask again</Button>
          </>
        }
      >
        Anneke Visser declined to sign the consent to disclose.
      </Sentence>
      <Sentence
        tone="client"
        icon={IconUser}
        detail="Sent Mar 17, opened Apr 2, 14 of 22 questions answered."
        actions={<Button size="xs">Resend</Button>}
      >
        Pieter Visser has not submitted the Individual organizer 2025.
      </Sentence>
      <Sentence
        icon={IconCheckbox}
        detail="Due tomorrow. 2 of 4 steps ticked."
        actions={<Button size="xs">Complete</Button>}
      >
        Sanne Vermeer has not completed “Check Dutch payslips”.
      </Sentence>
    </Sentences>
  )
}

const PEOPLE = [{ name: 'Mara Lindqvist', you: true }, { name: 'Sanne Vermeer' }]
const FACTS = [
  { label: 'Due', value: <DateText on="2026-04-15" due /> },
  { label: 'Assignees', value: <Avatars people={PEOPLE} /> },
  {
    label: 'Client sees',
    value: (
      <span className={styles.plum}>
        <IconEye {...ICON} /> Waiting for documents
      </span>
    ),
  },
  { label: 'Tags', value: <Tags names={['Foreign income', 'NL', '30% ruling']} /> },
]
