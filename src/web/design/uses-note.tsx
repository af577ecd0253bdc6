import { Note } from './note.tsx'

export type UsesNoteProps = {
  title: string
  /** what names it, by kind: "Pipeline: Monthly books" */
  places: { kind: string; things: { id: string; name: string }[] }[]
}

/** Says why something can't be deleted: everything that names it. */
export function UsesNote({ title, places }: UsesNoteProps) {
  return (
    <div role="alert">
      <Note tone="late" title={title}>
        <ul>
          {places.flatMap(({ kind, things }) =>
            things.map(({ id, name }) => (
              <li key={id}>
                {kind}: {name}
              </li>
            )),
          )}
        </ul>
      </Note>
    </div>
  )
}
