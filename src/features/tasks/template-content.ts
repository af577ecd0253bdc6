import type { TaskContent } from './model.ts'

declare module '#features/templates/model.ts' {
  interface TemplateContents {
    task: TaskContent
  }
}
