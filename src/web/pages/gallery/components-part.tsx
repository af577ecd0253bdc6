import { ActionIcon, Button, SegmentedControl, Tabs } from '@mantine/core'
import { IconChevronDown, IconDots, IconPlus } from '@tabler/icons-react'
import { ApiProblem } from '../../api/problem.ts'
import { Avatar, Avatars } from '../../design/avatar.tsx'
import { Card } from '../../design/card.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { Facts } from '../../design/field-row.tsx'
import { ICON } from '../../design/icon.ts'
import { LinkButton, TextLink } from '../../design/link.tsx'
import { Note } from '../../design/note.tsx'
import { Page } from '../../design/page.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { ProgressBar } from '../../design/progress-bar.tsx'
import { DateText, Instant, Money, TimeAgo } from '../../design/said.tsx'
import { Section } from '../../design/section.tsx'
import { SkeletonCards, SkeletonLines } from '../../design/skeleton.tsx'
import { StatStrip } from '../../design/stat-strip.tsx'
import { type DotState, StateDot } from '../../design/state-dot.tsx'
import { Tag, Tags } from '../../design/tag.tsx'
import { Reasons } from './drawer-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import styles from './gallery.module.css'
import { SchedulePart } from './schedule-part.tsx'
import { StaffFrame } from './staff-frame.tsx'

export function ComponentsPart() {
  return (
    <StaffFrame>
      <Page
        title="Components"
        count={24}
        actions={<SegmentedControl data={['Mine', 'Whole firm']} defaultValue="Whole firm" aria-label="Whose" />}
        filters={<StatStrip stats={STATS} />}
      >
        <div className={styles.columns}>
          <Buttons />
          <Small />
          <FieldsPart />
          <SchedulePart />
          <Section title="Reasons">
            <Reasons />
          </Section>
          <Notes />
          <Section title="Progress and waiting">
            <div className={styles.stack}>
              <ProgressBar label="Answers" done={18} total={31} caption="18 of 31 answered" />
              <ProgressBar label="Upload" done={62} total={100} tone="accent" caption="62% of 3.8 MB" />
              <SkeletonLines />
              <SkeletonCards cards={2} />
            </div>
          </Section>
          <Section title="Cards">
            <div className={styles.stack}>
              <Card>Thornton, Margaret</Card>
              <Card selected>
                Kowalski, Ben <Tag>Rental</Tag>
              </Card>
              <Card open>Visser, Pieter</Card>
            </div>
          </Section>
          <EmptyState
            title="Organizers collect what you need"
            text="A client fills one in on a phone; the job moves on when it is sent."
            action={{ label: 'Send the first organizer', onPress() {} }}
            link={{ label: 'See one in the demo firm', to: '/gallery' }}
          />
        </div>
      </Page>
    </StaffFrame>
  )
}

function Buttons() {
  return (
    <Section title="Buttons">
      <div className={styles.row}>
        <Button variant="filled" leftSection={<IconPlus {...ICON} />}>
          New
        </Button>
        <Button>Edit pipeline</Button>
        <Button variant="subtle">Cancel</Button>
        <Button variant="filled" color="late">
          Delete 3 jobs
        </Button>
      </div>
      <div className={styles.row}>
        <Button size="xs">Resend</Button>
        <Button size="xs" variant="subtle">
          Void
        </Button>
        <Button disabled>Disabled</Button>
        <Button loading>Saving</Button>
        <Button rightSection={<IconChevronDown {...ICON} />}>Move to</Button>
        <ActionIcon aria-label="More">
          <IconDots {...ICON} />
        </ActionIcon>
        <ActionIcon aria-label="More, small" size="sm">
          <IconDots {...ICON} />
        </ActionIcon>
      </div>
      <div className={styles.row}>
        <TextLink to="/gallery">All 181</TextLink>
        <LinkButton>Hold</LinkButton>
        <LinkButton danger>Erase all answers</LinkButton>
        <LinkButton disabled>Not now</LinkButton>
      </div>
      <Tabs defaultValue="stages">
        <Tabs.List>
          <Tabs.Tab value="stages">Stages</Tabs.Tab>
          <Tabs.Tab value="statuses">Job statuses</Tabs.Tab>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
        </Tabs.List>
      </Tabs>
    </Section>
  )
}

function Small() {
  return (
    <Section title="Small words" count={9} aside={<TextLink to="/gallery">All 181</TextLink>}>
      <div className={styles.row}>
        <Tags names={['Foreign income', 'NL', 'Rental', 'K-1', 'NY']} />
        <Tag tone="done" onRemove={() => {}}>
          add Home office
        </Tag>
        <Tag tone="note">TAX_YEAR</Tag>
        <Tag tone="plum">Preparing</Tag>
        <Tag tone="late">Declined</Tag>
      </div>
      <div className={styles.row}>
        <Avatar name="Sanne Vermeer" />
        <Avatar name="Mara Lindqvist" you />
        <Avatars people={['A B', 'C D', 'E F', 'G H'].map((name) => ({ name }))} />
        <Avatar name="Mara Lindqvist" size="l" />
      </div>
      <div className={styles.row}>
        {DOTS.map((state) => (
          <span key={state}>
            <StateDot state={state} /> {state}
          </span>
        ))}
      </div>
      <Facts
        facts={[
          { label: 'Due', value: <DateText on="2030-04-15" due /> },
          { label: 'Late', value: <DateText on="2026-01-01" due /> },
          { label: 'Unpaid', value: <Money cents={861_550} currency="USD" late /> },
          { label: 'Sent', value: <Instant at="2026-04-02T12:20:00Z" /> },
          { label: 'Opened', value: <TimeAgo at={new Date(Date.now() - 3 * 86_400_000).toISOString()} /> },
        ]}
      />
    </Section>
  )
}

function Notes() {
  return (
    <Section title="Notes and problems">
      <div className={styles.stack}>
        <Note>Clients see this question if they regularly worked from home.</Note>
        <Note tone="wait" title="This tag is never set" actions={<LinkButton>Remove line</LinkButton>}>
          No answer, automation or person has ever set it.
        </Note>
        <ProblemNote problem={new ApiProblem('stale')} onRetry={() => {}} />
        <ProblemNote problem={new ApiProblem('bug', [], {}, '0198c1f2-7a3e')} />
        <ProblemNote
          problem={
            new ApiProblem('invalid', [
              { path: 'x', code: 'shortcode_unknown', params: { token: 'ACOUNT_NAME', nearest: 'ACCOUNT_NAME' } },
            ])
          }
        />
      </div>
    </Section>
  )
}

const DOTS: DotState[] = ['client', 'us', 'ready', 'stuck', 'off', 'face', 'auto']
const STATS = [
  { value: '8 days', label: 'to April 15' },
  { value: 96, label: 'jobs wait for clients', state: 'client' as const, to: '/gallery/table' },
  { value: 71, label: 'for us', state: 'us' as const },
  { value: 33, label: 'are ready', state: 'ready' as const },
  { value: 14, label: 'are stuck', state: 'stuck' as const },
]
