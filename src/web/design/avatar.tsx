import { useText } from '../text.tsx'
import styles from './avatar.module.css'

export type AvatarProps = {
  name: string
  /** the reader himself: filled, so that one's own work is found at a glance */
  you?: boolean
  /** `l` is for the portal's contact person */
  size?: 's' | 'l'
  /** the name stands beside it already: say nothing */
  silent?: boolean
}

/** A person's initials in a circle. */
export function Avatar({ name, you = false, size = 's', silent = false }: AvatarProps) {
  const t = useText()
  const label = you ? `${name} (${t('ui.you')})` : name
  const said = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return (
    <span className={styles.avatar} data-you={you || undefined} data-size={size} {...said}>
      {initialsOf(name)}
    </span>
  )
}

/** People in a row; beyond `most` they are counted. */
export function Avatars({ people, most = 3 }: { people: { name: string; you?: boolean }[]; most?: number }) {
  const t = useText()
  const rest = people.slice(most)
  return (
    <span className={styles.avatars}>
      {people.slice(0, most).map((person) => (
        <Avatar key={person.name} {...person} />
      ))}
      {rest.length > 0 && (
        <span
          className={styles.avatar}
          role="img"
          aria-label={t('ui.and_more', { count: rest.length })}
          title={rest.map((person) => person.name).join(', ')}
        >
          +{rest.length}
        </span>
      )}
    </span>
  )
}

/** First letters of the first and the last word: "van der Heijden, Marieke" is VM. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /\p{L}/u.test(word))
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return [first, last]
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
