import type { ComponentProps } from 'react'
import styles from './card.module.css'

export type CardProps = ComponentProps<'article'> & {
  selected?: boolean
  /** its drawer is open */
  open?: boolean
  /** the portal's cards have more air */
  roomy?: boolean
}

/**
 * Something that can be picked up or opened; nothing else is a card. A link inside with the class of `cardLink` covers
 * the whole card, so that all of it can be pressed while one link is read.
 */
export function Card({ selected = false, open = false, roomy = false, className, ...rest }: CardProps) {
  return (
    <article
      {...rest}
      className={[styles.card, className].filter(Boolean).join(' ')}
      data-selected={selected || undefined}
      data-open={open || undefined}
      data-roomy={roomy || undefined}
    />
  )
}

/** For the one link of a card: it reaches over the whole card. */
export const cardLink = styles.link
