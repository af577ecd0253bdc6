import { type ComponentType, lazy, Suspense } from 'react'
import { allTexts } from '../texts/loaded.ts'

/**
 * A part that is loaded when it is first shown: dialogs behind buttons are no part of what a page waits for. It comes
 * with all texts, of which a board has but its own.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => {
    const [part] = await Promise.all([load(), allTexts()])
    return { default: part as ComponentType<object> }
  })
  return function Later(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}
