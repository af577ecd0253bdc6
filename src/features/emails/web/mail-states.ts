import type { DotState } from '#web/design/state-dot.tsx'
import type { MailState } from '../model.ts'

/** Waiting is grey, kept here is amber (somebody must look), gone out is green, refused is red. */
export const DOTS: Record<MailState, DotState> = {
  queued: 'us',
  sent: 'ready',
  captured: 'client',
  dropped: 'off',
  failed: 'stuck',
}
