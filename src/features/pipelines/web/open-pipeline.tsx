import { createContext, use } from 'react'
import type { DraftKeeper, Kept } from './draft-keeper.ts'

/** The pipeline whose page is open: its draft as it stands, and what saves it. */
type Open = { keeper: DraftKeeper; kept: Kept }

const OpenContext = createContext<Open | null>(null)

export const OpenPipeline = OpenContext.Provider

export function useOpenPipeline(): Open {
  const open = use(OpenContext)
  if (!open) throw new Error('useOpenPipeline is used outside a pipeline’s page')
  return open
}
