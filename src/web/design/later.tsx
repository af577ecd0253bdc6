import { type ComponentType, lazy, Suspense } from 'react'

/** A part that is loaded when it is first shown: dialogs behind buttons are no part of what a page waits for. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: (await load()) as ComponentType<object> }))
  return function Later(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}
