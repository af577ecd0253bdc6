import type { JobContent } from './model.ts'

declare module '#features/templates/model.ts' {
  interface TemplateContents {
    job: JobContent
  }
}
