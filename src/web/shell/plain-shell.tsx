import type { ReactNode } from 'react'
import { LiveRegion } from '../design/live-region.tsx'
import { useFace } from './face.ts'
import { type Firm, FirmMark } from './firm-mark.tsx'
import styles from './plain-shell.module.css'
import { LanguageRow } from './preferences.tsx'

/** One column and nothing to be distracted by: sign-in, opened links, pages that are missing. */
export function PlainShell({ firm, children }: { firm: Firm; children: ReactNode }) {
  useFace('plain', firm.colour)
  return (
    <div className={styles.page}>
      <main className={styles.column}>
        <div className={styles.firm}>
          <FirmMark firm={firm} size="l" />
        </div>
        {children}
      </main>
      <footer className={styles.footer}>
        <LanguageRow />
      </footer>
      <LiveRegion />
    </div>
  )
}
