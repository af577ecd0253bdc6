type AutoScroll = typeof import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element')

let loading: Promise<AutoScroll> | undefined

/** Scrolls an element while something is dragged near its edge; answers what ends it. */
export function autoScroll(element: HTMLElement): () => void {
  let stop: (() => void) | null = () => {}
  loading ??= whenPointed().then(() => import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'))
  loading.then(
    ({ autoScrollForElements }) => {
      if (stop) stop = autoScrollForElements({ element })
    },
    () => {}, // what cannot be loaded is missed only near an edge
  )
  return () => {
    stop?.()
    stop = null
  }
}

/** Nothing is dragged before somebody points at something: whoever uses the keyboard never needs it. */
function whenPointed(): Promise<void> {
  return new Promise((resolve) => window.addEventListener('pointerover', () => resolve(), { once: true }))
}
