import type { ComponentProps } from 'react'
import { AppLink } from '#web/design/link.tsx'
import { type Place, useFilling } from './filling.tsx'

/** What the focus goes to where no question was asked for. */
export const HEADING = 'heading of the page'

export type GoProps = Omit<ComponentProps<'a'>, 'href'> & {
  to: Place
  /** the question that gets the focus there */
  question?: string
}

/** A way to another place of the organizer: a link, or in a preview a button. */
export function Go({ to, question, onClick, ref, ...rest }: GoProps) {
  const { ways } = useFilling()
  const path = ways.pathOf(to)
  const aim = () => {
    ways.target.current = question ?? HEADING
  }
  if (path !== null) return <AppLink {...rest} to={path} onClick={aim} />
  const go = () => {
    aim()
    ways.go(to)
  }
  return <button type="button" {...(rest as ComponentProps<'button'>)} onClick={go} />
}
