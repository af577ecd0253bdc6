import { IconAlertTriangle, IconDots, IconExclamationMark, IconEye } from '@tabler/icons-react'
import { memo } from 'react'
import { wordsOf } from '#kernel/rich-text.ts'
import { Avatars } from '#web/design/avatar.tsx'
import { cardLink } from '#web/design/card.tsx'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { LightLink } from '#web/design/link.tsx'
import { DateText } from '#web/design/said.tsx'
import { StateDot } from '#web/design/state-dot.tsx'
import { Tag, Tags } from '#web/design/tag.tsx'
import { Tick } from '#web/design/tick.tsx'
import { daysBetween } from '#web/format.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { CardField } from '../../pipelines/model-settings.ts'
import { STATE_OF_TURN } from '../model-turn.ts'
import type { Card } from '../schemas.ts'
import styles from './board-card.module.css'

export type BoardCardProps = {
  card: Card
  to: string
  /** the one card that Tab reaches */
  tabbable: boolean
  /** its drawer is open */
  open: boolean
  /** the move is not confirmed yet */
  moving: boolean
  me: string
  /** what it shows besides the client's name (SET-5) */
  fields: readonly CardField[]
  selected: boolean
  onSelect: (card: Card) => void
  onMenu: (card: Card, button: HTMLElement) => void
}

/** One job on the board. Its link covers the card; what it is called for the keyboard is `data-job`. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, to, tabbable, open, moving, me, fields, selected, onSelect, onMenu } = props
  const t = useText()
  const tabIndex = tabbable ? 0 : -1
  const reason = useStuckReason()(card)
  const shows = (field: CardField) => fields.includes(field)
  return (
    <article
      className={styles.card}
      data-open={open || undefined}
      data-moving={moving || undefined}
      data-selected={selected || undefined}
      data-job={card.id}
    >
      <h3 className={styles.name} title={card.accountName}>
        <LightLink
          to={to}
          className={cardLink}
          tabIndex={tabIndex}
          draggable={false}
          aria-current={open ? 'page' : undefined}
          data-card-link
        >
          {card.accountName}
        </LightLink>
        {shows('account_id') && <span className={styles.quiet}> {card.accountShortId}</span>}
      </h3>
      <What card={card} shows={shows} />
      {card.tags.length > 0 && shows('tags') && (
        <p className={styles.tags}>
          <Tags names={card.tags.map((tag) => tag.name)} most={2} />
        </p>
      )}
      {card.clientStatus && shows('client_status') && (
        <p className={styles.told} title={t('job.client_sees')}>
          <IconEye {...SMALL_ICON} />
          <span>{card.clientStatus.name}</span>
        </p>
      )}
      {card.status && (
        <p className={styles.tags}>
          <Tag>{card.status}</Tag>
        </p>
      )}
      {reason && (
        <p className={styles.reason}>
          <IconAlertTriangle {...SMALL_ICON} />
          <span>{reason}</span>
        </p>
      )}
      <Foot card={card} me={me} shows={shows} />
      <Tick
        className={styles.tick}
        tabIndex={-1}
        aria-label={t('table.select_row', { name: card.accountName })}
        checked={selected}
        onChange={() => onSelect(card)}
      />
      <button
        type="button"
        className={styles.more}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        onClick={(event) => onMenu(card, event.currentTarget)}
        aria-label={t('board.move_menu', { name: card.accountName })}
      >
        <IconDots {...ICON} />
      </button>
    </article>
  )
})

type PartProps = { card: Card; shows: (field: CardField) => boolean }

/** What work it is, how urgent, and by when; a completed job is never late (J-40). */
function What({ card, shows }: PartProps) {
  const t = useText()
  const { name, description, priority, startOn, dueOn, lifecycle } = card
  const isUrgent = shows('priority') && (priority === 'urgent' || priority === 'high')
  return (
    <>
      <p className={styles.job}>
        <span className={styles.what} title={name}>
          {shows('job_name') && name}
        </span>
        {shows('start_date') && startOn && (
          <span title={t('job.start')}>
            <DateText on={startOn} />
          </span>
        )}
        {shows('due_date') && dueOn && (
          <span title={t('job.due')}>
            <DateText on={dueOn} due={lifecycle === 'active'} />
          </span>
        )}
        {isUrgent && (
          <span
            className={styles.priority}
            data-priority={priority}
            role="img"
            aria-label={t(`job.priority_${priority}`)}
          >
            <IconExclamationMark {...SMALL_ICON} />
          </span>
        )}
      </p>
      {shows('description') && description !== '' && <p className={styles.description}>{wordsOf(description)}</p>}
    </>
  )
}

function Foot({ card, me, shows }: PartProps & { me: string }) {
  const t = useText()
  const progress = useProgressText()(card, shows('days_in_stage'))
  const late = card.lifecycle === 'active' && card.stageDueAt !== null && Date.parse(card.stageDueAt) < Date.now()
  const state = STATE_OF_TURN[card.turn]
  return (
    <p className={styles.foot}>
      <span className={styles.progress}>
        <StateDot state={state} label={t(`state.${state}`)} />
        <span>{card.lifecycle === 'completed' ? t('card.completed') : progress}</span>
        {late && <span className={styles.late}>{t('card.late_in_stage')}</span>}
      </span>
      {!shows('assignees') ? null : card.people.length > 0 ? (
        <Avatars people={card.people.map(({ id, name }) => ({ name, you: id === me }))} most={2} />
      ) : (
        <span className={styles.nobody}>{t('card.unassigned')}</span>
      )}
    </p>
  )
}

/** How far it is and for how long it has been waiting there: "1 pending · client 4 d", "done 2/3". */
function useProgressText(): (card: Card, showsDays: boolean) => string {
  const t = useText()
  const { today } = useFormat()
  return ({ turn, pendingItems: count, doneItems: done, stageEnteredAt }, showsDays) => {
    const days = !showsDays ? 0 : Math.max(0, daysBetween(today(new Date(stageEnteredAt)), today()))
    const total = count + done
    if (turn === 'client') return t('card.client', { count, days })
    if (turn === 'team') return done > 0 ? t('card.team_done', { done, total, days }) : t('card.team', { count, days })
    if (turn === 'stuck' && count > 0) return t('card.team', { count, days })
    return total === 0 ? t('card.nothing') : t('card.done', { done, total })
  }
}

/** Why a stuck job is stuck, as far as its card can tell; the drawer says more. */
export function useStuckReason(): (card: Card) => string | null {
  const t = useText()
  return ({ turn, failedOutcomes, pendingItems, doneItems, status }) => {
    if (turn !== 'stuck') return null
    if (failedOutcomes > 0) return t('card.failed', { count: failedOutcomes })
    if (status !== null) return t('reason.custom_status', { status })
    return pendingItems + doneItems === 0 ? t('card.nothing_linked') : t('card.could_not_move')
  }
}
