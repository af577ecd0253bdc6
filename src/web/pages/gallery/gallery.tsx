import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { AppLink } from '../../design/link.tsx'
import { ComponentsPart } from './components-part.tsx'
import { DrawerPart } from './drawer-part.tsx'
import styles from './gallery.module.css'
import { DialogPart, MenuPart, PanelPart } from './overlay-parts.tsx'
import { PortalPart, SignInPart } from './portal-parts.tsx'
import { EmptyPart, LoadingPart, LongTablePart, TablePart } from './table-parts.tsx'

const PARTS: Record<string, ComponentType> = {
  components: ComponentsPart,
  table: TablePart,
  'table-long': LongTablePart,
  'table-empty': EmptyPart,
  'table-loading': LoadingPart,
  drawer: DrawerPart,
  panel: PanelPart,
  dialog: DialogPart,
  menu: MenuPart,
  portal: PortalPart,
  'sign-in': SignInPart,
}

/** Every component in its states, to be looked at and checked by axe: `/gallery/<part>`. */
export function Gallery() {
  const { part = '' } = useParams({ strict: false })
  const Part = PARTS[part]
  if (Part) return <Part />
  return (
    <main className={styles.index}>
      <h1>Gallery</h1>
      <ul>
        {Object.keys(PARTS).map((name) => (
          <li key={name}>
            <AppLink to={`/gallery/${name}`}>{name}</AppLink>
          </li>
        ))}
      </ul>
    </main>
  )
}
