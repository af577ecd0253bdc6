import { Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import { Avatars } from '#web/design/avatar.tsx'
import { cardLink } from '#web/design/card.tsx'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { StateDot } from '#web/design/state-dot.tsx'
import { Tags } from '#web/design/tag.tsx'
import { daysBetween } from '#web/format.ts'
import { useFormat, useText } from '#web/text.tsx'
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
  selected: boolean
  onSelect: (card: Card) => void
  onMenu: (card: Card, button: HTMLElement) => void
}

/** One job on the board. Its link covers the card; what it is called for the keyboard is `data-job`. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, to, tabbable, open, moving, me, selected, onSelect, onMenu } = props
  const t = useText()
  const tabIndex = tabbable ? 0 : -1
  const reason = useStuckReason()(card)
  return (
    <article
      className={styles.card}
      data-open={open || undefined}
      data-moving={moving || undefined}
      data-selected={selected || undefined}
      data-job={card.id}
    >
      <h3 className={styles.name} title={card.accountName}>
        <AppLink to={to} className={cardLink} tabIndex={tabIndex} draggable={false} data-card-link>
          {card.accountName}
        </AppLink>
      </h3>
      <p className={styles.job} title={card.name}>
        {card.name}
      </p>
      {card.tags.length > 0 && (
        <p className={styles.tags}>
          <Tags names={card.tags.map((tag) => tag.name)} most={2} />
        </p>
      )}
      {reason && (
        <p className={styles.reason}>
          <IconAlertTriangle {...SMALL_ICON} />
          <span>{reason}</span>
        </p>
      )}
      <Foot card={card} me={me} />
      <Checkbox
        size="xs"
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

function Foot({ card, me }: { card: Card; me: string }) {
  const t = useText()
  const progress = useProgressText()(card)
  const state = card.turn === 'team' ? 'us' : card.turn
  return (
    <p className={styles.foot}>
      <span className={styles.progress}>
        <StateDot state={state} label={t(`state.${state}`)} />
        <span>{progress}</span>
      </span>
      {card.assignees.length > 0 ? (
        <Avatars people={card.assignees.map(({ id, name }) => ({ name, you: id === me }))} most={2} />
      ) : (
        <span className={styles.nobody}>{t('card.unassigned')}</span>
      )}
    </p>
  )
}

/** How far it is and for how long it has been waiting there: "1 pending · client 4 d", "done 2/3". */
function useProgressText(): (card: Card) => string {
  const t = useText()
  const { today } = useFormat()
  return ({ turn, pendingItems: count, doneItems: done, stageEnteredAt }) => {
    const days = Math.max(0, daysBetween(today(new Date(stageEnteredAt)), today()))
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
  return ({ turn, failedOutcomes, pendingItems, doneItems }) => {
    if (turn !== 'stuck') return null
    if (failedOutcomes > 0) return t('card.failed', { count: failedOutcomes })
    return pendingItems + doneItems === 0 ? t('card.nothing_linked') : t('card.could_not_move')
  }
}
