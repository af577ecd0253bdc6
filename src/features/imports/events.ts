import type { ImportCounts } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'import.uploaded': { fileName: string; rows: number }
    'import.started': { fileName: string; rows: number }
    'import.finished': { fileName: string } & ImportCounts
    /** its file is gone, so what was not imported cannot be */
    'import.failed': { fileName: string }
    'import.discarded': { fileName: string }
  }
}
