import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconLink, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ColorDot } from '#web/design/color-name.tsx'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { AppLink, LinkButton } from '#web/design/link.tsx'
import { Section } from '#web/design/section.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { ITEM_ICONS, type Item, useAge } from './item-line.tsx'
import styles from './job-items.module.css'
import { LinkItem } from './link-item.tsx'
import { UnlinkItem } from './unlink-item.tsx'
import { useLinkable } from './use-linkable-items.ts'

export type JobItemsProps = {
  job: Job
  onAddTask: () => void
  /** absent for those who may not send organizers */
  onSend: (() => void) | undefined
}

/** What hangs from the job: what holds this stage, what is done here, and, folded, what earlier stages left. */
export function JobItems({ job, onAddTask, onSend }: JobItemsProps) {
  const t = useText()
  const [unfolded, setUnfolded] = useState(false)
  const [linking, setLinking] = useState<'stage' | 'status' | null>(null)
  const here = job.items
    .filter((item) => item.current && !item.ofStatus)
    .sort((a, b) => Number(b.holds) - Number(a.holds))
  const earlier = job.items.filter((item) => !item.current)
  const Chevron = unfolded ? IconChevronDown : IconChevronRight
  return (
    <Section
      title={t('job.items')}
      count={job.items.length}
      aside={
        job.lifecycle === 'active' && (
          <span className={styles.acts}>
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconLink {...SMALL_ICON} />}
              onClick={() => setLinking('stage')}
            >
              {t('link.open')}
            </Button>
            {onSend && (
              <Button size="xs" variant="subtle" leftSection={<IconPlus {...SMALL_ICON} />} onClick={onSend}>
                {t('organizers.send')}
              </Button>
            )}
            <Button size="xs" variant="subtle" leftSection={<IconPlus {...SMALL_ICON} />} onClick={onAddTask}>
              {t('job.add_task')}
            </Button>
          </span>
        )
      }
    >
      <StatusItems job={job} onLink={() => setLinking('status')} />
      {here.length > 0 ? (
        <ItemTable job={job} items={here} title={t('job.item')} />
      ) : (
        <p className={styles.none}>{t('job.items_none')}</p>
      )}
      {earlier.length > 0 && (
        <UnstyledButton className={styles.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <Chevron {...SMALL_ICON} />
          {t('job.items_earlier', { count: earlier.length })}
        </UnstyledButton>
      )}
      {unfolded && <ItemTable job={job} items={earlier} title={t('job.item_earlier')} />}
      {linking && <LinkItem job={job} to={linking} onClose={() => setLinking(null)} />}
    </Section>
  )
}

/** What the custom status waits for, apart from what the stage does (J-42). */
function StatusItems({ job, onLink }: { job: Job; onLink: () => void }) {
  const t = useText()
  const mayLink = useLinkable().some((kind) => kind !== 'job')
  const status = job.statuses.find(({ isSet }) => isSet)
  if (!status) return null
  const items = job.items.filter((item) => item.ofStatus)
  return (
    <>
      <h3 className={styles.place}>
        <ColorDot color={status.color} />
        {t('job.items_of', { place: status.name })}
        {mayLink && job.lifecycle === 'active' && (
          <LinkButton onClick={onLink}>{t('link.to_status', { status: status.name })}</LinkButton>
        )}
      </h3>
      {items.length > 0 ? (
        <ItemTable job={job} items={items} title={t('job.item_of_status')} />
      ) : (
        <p className={styles.none}>{t('job.items_none_status')}</p>
      )}
      <h3 className={styles.place}>{t('job.items_of', { place: job.stageName })}</h3>
    </>
  )
}

function ItemTable({ job, items, title }: { job: Job; items: Item[]; title: string }) {
  const t = useText()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{title}</th>
          <th>{t('job.item_state')}</th>
          <th>{t('job.item_who')}</th>
          <th data-end>{t('job.item_age')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.id} job={job} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function ItemRow({ job, item }: { job: Job; item: Item }) {
  const t = useText()
  const { list } = useFormat()
  const days = useAge()(item)
  const linkable = useLinkable()
  const state = useItemState()(item)
  const Icon = ITEM_ICONS[item.kind]
  const pending = item.state === 'pending'
  const who = item.who.length > 0 ? list(item.who) : t(`item.${item.actor}`)
  return (
    <tr data-over={!pending || undefined}>
      <td>
        <span className={styles.name}>
          <Icon {...ICON} />
          <AppLink to={item.kind === 'organizer' ? `/organizers/${item.id}` : `/tasks/${item.id}`} title={item.name}>
            {item.name}
          </AppLink>
          {linkable.includes(item.kind) && job.lifecycle !== 'archived' && <UnlinkItem job={job} item={item} />}
        </span>
      </td>
      <td data-state={item.state}>{state}</td>
      <td title={pending ? who : undefined}>{pending && who}</td>
      <td data-end>{pending && t('item.age', { days })}</td>
    </tr>
  )
}

/** How an item stands, in a few words: "14 of 22 answered", "Completed Mar 30". */
function useItemState(): (item: Item) => string {
  const t = useText()
  const { date, today } = useFormat()
  return ({ kind, state, progress, doneAt, current, holds }) => {
    if (state === 'pending' && current && !holds) return t('item.spared')
    if (state === 'pending')
      return progress ? t(kind === 'task' ? 'item.ticked' : 'item.answered', progress) : t('item.open')
    if (state === 'resolved') return t('item.resolved')
    const on = doneAt ? date(today(new Date(doneAt))) : ''
    return t(kind === 'organizer' ? 'item.submitted' : 'item.completed', { date: on })
  }
}
